from otter.test_files import test_case

OK_FORMAT = False

name = "q4"
points = 20

@test_case(points=None, hidden=False)
def test_transposed_conv2d_channels(np, transposed_conv2d_channels):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    one = np.ones((1, 1, 1, 1))
    assert (transposed_conv2d_channels and transposed_conv2d_channels(one[0], one)) is not None, not_answered
    np.testing.assert_allclose(transposed_conv2d_channels(np.array([[[2, 3]]]), np.array([[[[1, 1]], [[2, 0]]], [[[3, 0]], [[4, 1]]]])), [[[5], [4]], [[6], [11]]])
    np.testing.assert_allclose(transposed_conv2d_channels(np.array([[[1.0], [2.0]]]), np.array([[[[1.0], [10.0]]]]), stride=2, padding='same'), [[[1, 10], [0, 0], [2, 20], [0, 0]], [[0, 0], [0, 0], [0, 0], [0, 0]]])

