from otter.test_files import test_case

OK_FORMAT = False

name = "q5"
points = 15

@test_case(points=None, hidden=False)
def test_mean_iou(np, mean_iou):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    y_true, y_pred = (np.array([[0, 0], [1, 1]]), np.array([[0, 1], [1, 1]]))
    assert (mean_iou and mean_iou(y_true, y_true, 2)) is not None, not_answered
    np.testing.assert_allclose(mean_iou(y_true, y_true, 2), 1)
    np.testing.assert_allclose(mean_iou(y_true, y_pred, 2), (1 / 2 + 2 / 3) / 2)

