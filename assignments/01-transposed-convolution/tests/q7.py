from otter.test_files import test_case

OK_FORMAT = False

name = "q7"
points = 10

@test_case(points=None, hidden=False)
def test_shrink(LANG, np, shrink):
    from fcnlab import Check
    check = Check(LANG, shrink, 'shrink')
    check.reals(check(np.array([[1, 3, 5, 0], [2, 4, 6, 2]]), 2, gives=np.array([[2.5, 3.25]])))
    check(np.array([[0.25, 0.5]]), 1, gives=np.array([[0.25, 0.5]]))

@test_case(points=None, hidden=False)
def test_psnr(LANG, np, psnr):
    from fcnlab import Check
    check = Check(LANG, psnr, 'psnr')
    check(np.array([[0.5, 0.5]]), np.array([[0.4, 0.6]]), gives=20.0)
    check(np.array([[100, 50]], 'uint8'), np.array([[75, 75]], 'uint8'), peak=250, gives=20.0)

