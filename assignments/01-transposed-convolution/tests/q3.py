from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 30

@test_case(points=None, hidden=False)
def test_transposed_conv2d(np, transposed_conv2d):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert (transposed_conv2d and transposed_conv2d(np.eye(2), np.eye(2))) is not None, not_answered
    np.testing.assert_allclose(transposed_conv2d(np.array([[1, 2], [3, 0]]), np.array([[1, 2], [3, 4]])), [[1, 4, 4], [6, 16, 8], [9, 12, 0]])
    np.testing.assert_allclose(transposed_conv2d(np.array([[2, 1]]), np.array([[0.5, 1.0]]), stride=3), [[1, 2, 0, 0.5, 1, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]])
    np.testing.assert_allclose(transposed_conv2d(np.array([[1.0], [2.0]]), np.array([[1.0, 2.0, 3.0]]), padding='same'), [[2], [4]])

