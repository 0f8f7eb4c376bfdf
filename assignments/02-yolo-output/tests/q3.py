from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 10

@test_case(points=None, hidden=False)
def test_count_outputs(np, count_outputs):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert (count_outputs and count_outputs(64, 2)) is not None, not_answered
    np.testing.assert_equal(count_outputs(32, 2, strides=(32,), num_boxes=1), 7)
    np.testing.assert_equal(count_outputs(64, 2), 1764)

