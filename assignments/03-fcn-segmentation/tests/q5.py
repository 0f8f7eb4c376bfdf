from otter.test_files import test_case

OK_FORMAT = False

name = "q5"
points = 15

@test_case(points=None, hidden=False)
def test_mean_iou(LANG, np, mean_iou):
    from fcnlab import Check
    check = Check(LANG, mean_iou, 'mean_iou')
    y_true, y_pred = (np.array([[0, 0], [1, 1]]), np.array([[0, 1], [1, 1]]))
    check(y_true, y_true, 2, gives=1.0)
    check(y_true, y_pred, 2, gives=(1 / 2 + 2 / 3) / 2)

