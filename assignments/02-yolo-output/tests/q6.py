from otter.test_files import test_case

OK_FORMAT = False

name = "q6"
points = 25

@test_case(points=None, hidden=False)
def test_detect(np, detect):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    prediction = np.array([[[0.0, 0.0, 0.0, 0.0, -3.0, 1.0, 2.0], [0.0, 0.0, 0.0, 0.0, np.log(3.0), -1.0, 2.0]]])
    assert (detect and detect(prediction, 2, [(10, 20)], 8)) is not None, not_answered
    (label, score, box), = detect(prediction, 2, [(10, 20)], 8)
    np.testing.assert_equal(label, 1)
    np.testing.assert_allclose(score, 0.75)
    np.testing.assert_allclose(box, (12, 4, 10, 20))
    np.testing.assert_equal(detect(prediction, 2, [(10, 20)], 8, threshold=0.9), [])

