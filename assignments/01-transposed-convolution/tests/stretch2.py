from otter.test_files import test_case

OK_FORMAT = False

name = "stretch2"
points = None

@test_case(points=None, hidden=False)
def test_insert_zeros(LANG, np, insert_zeros):
    from fcnlab import Check
    check = Check(LANG, insert_zeros, 'insert_zeros')
    check(np.array([[1, 2], [3, 4]]), 2, gives=np.array([[1, 0, 2], [0, 0, 0], [3, 0, 4]]))
    check(np.array([[1, 2]]), 3, gives=np.array([[1, 0, 0, 2]]))
    check(np.array([[5, 6]]), 1, gives=np.array([[5, 6]]))

@test_case(points=None, hidden=False)
def test_transposed_by_zeros(LANG, np, transposed_by_zeros):
    from fcnlab import Check
    check = Check(LANG, transposed_by_zeros, 'transposed_by_zeros')
    x, kernel = (np.array([[1, 2], [3, 0]]), np.array([[1, 2], [3, 4]]))
    check(x, kernel, stride=1, gives=np.array([[1, 4, 4], [6, 16, 8], [9, 12, 0]]))
    check(x, kernel, stride=2, gives=np.array([[1, 2, 2, 4], [3, 4, 6, 8], [3, 6, 0, 0], [9, 12, 0, 0]]))
    check(np.array([[1, 2]]), np.array([[1, 0, 2], [0, 3, 0]]), stride=2, gives=np.array([[1, 0, 4, 0, 4], [0, 3, 0, 6, 0]]))

