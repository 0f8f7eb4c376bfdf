from otter.test_files import test_case

OK_FORMAT = False

name = "q5"
points = 8

@test_case(points=None, hidden=False)
def test_dilated_extent(np, dilated_extent):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert (dilated_extent and dilated_extent(3, 1)) is not None, not_answered
    np.testing.assert_equal(dilated_extent(3, 1), 3)
    np.testing.assert_equal(dilated_extent(3, 2), 5)

