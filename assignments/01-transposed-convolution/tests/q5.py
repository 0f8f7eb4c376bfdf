from otter.test_files import test_case

OK_FORMAT = False

name = "q5"
points = 15

@test_case(points=None, hidden=False)
def test_conv_matrix(LANG, np, conv_matrix):
    from fcnlab import Check
    check = Check(LANG, conv_matrix, 'conv_matrix')
    check((1, 4), np.array([[1, 2]]), gives=np.array([[1, 2, 0, 0], [0, 1, 2, 0], [0, 0, 1, 2]]))
    two_windows = np.array([[1.5, 2, 0, 3, 4, 0], [0, 1.5, 2, 0, 3, 4]])
    check((2, 3), np.array([[1.5, 2.0], [3.0, 4.0]]), gives=two_windows)

