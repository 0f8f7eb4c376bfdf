from otter.test_files import test_case

OK_FORMAT = False

name = "q5"
points = 15

@test_case(points=None, hidden=False)
def test_conv_matrix(np, conv_matrix):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert (conv_matrix and conv_matrix((1, 4), np.array([[1, 2]]))) is not None, not_answered
    np.testing.assert_allclose(conv_matrix((1, 4), np.array([[1, 2]])), [[1, 2, 0, 0], [0, 1, 2, 0], [0, 0, 1, 2]])
    np.testing.assert_allclose(conv_matrix((2, 3), np.array([[1.5, 2.0], [3.0, 4.0]])), [[1.5, 2, 0, 3, 4, 0], [0, 1.5, 2, 0, 3, 4]])

