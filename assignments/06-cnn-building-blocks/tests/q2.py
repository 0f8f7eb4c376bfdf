from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 12

@test_case(points=None, hidden=False)
def test_separable_parameters(np, separable_parameters):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert (separable_parameters and separable_parameters(1, 1, 1)) is not None, not_answered
    np.testing.assert_equal(separable_parameters(1, 1, 1), 3)
    np.testing.assert_equal(separable_parameters(3, 3, 64, bias=False), 219)

