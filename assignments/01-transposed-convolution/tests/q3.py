from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 25

@test_case(points=None, hidden=False)
def test_transposed_conv2d(LANG, np, transposed_conv2d):
    from fcnlab import Check
    check = Check(LANG, transposed_conv2d, 'transposed_conv2d')
    x, kernel = (np.array([[1, 2], [3, 0]]), np.array([[1, 2], [3, 4]]))
    check.reals(check(x, kernel, gives=np.array([[1, 4, 4], [6, 16, 8], [9, 12, 0]])), integers=True)
    apart = np.array([[1, 2, 0, 0.5, 1, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]])
    check(np.array([[2, 1]]), np.array([[0.5, 1.0]]), stride=3, gives=apart)
    two = np.array([[2.0], [4.0]])
    check.reals(check(np.array([[1.0], [2.0]]), np.array([[1.0, 2.0, 3.0]]), padding='same', gives=two))

