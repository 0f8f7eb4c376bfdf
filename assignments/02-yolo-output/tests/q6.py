from otter.test_files import test_case

OK_FORMAT = False

name = "q6"
points = 25

@test_case(points=None, hidden=False)
def test_detect(LANG, np, detect):
    from fcnlab import Check
    check = Check(LANG, detect, 'detect')
    prediction = np.array([[[0.0, 0.0, 0.0, 0.0, -3.0, 1.0, 2.0], [0.0, 0.0, 0.0, 0.0, np.log(3.0), -1.0, 2.0]]])
    check(prediction, 2, [(10, 20)], 8, gives=[(1, 0.75, (12.0, 4.0, 10.0, 20.0))])
    check(prediction, 2, [(10, 20)], 8, threshold=0.9, gives=[])

