from otter.test_files import test_case

OK_FORMAT = False

name = "q6"
points = 10

@test_case(points=None, hidden=False)
def test_bilinear_kernel(np, bilinear_kernel):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert (bilinear_kernel and bilinear_kernel(2)) is not None, not_answered
    np.testing.assert_allclose(bilinear_kernel(2)[1], [0.1875, 0.5625, 0.5625, 0.1875])
    np.testing.assert_equal(bilinear_kernel(3).shape, (5, 5))
    np.testing.assert_allclose(np.sum(bilinear_kernel(4)), 16)

