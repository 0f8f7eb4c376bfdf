from otter.test_files import test_case

OK_FORMAT = False

name = "q4"
points = 15

@test_case(points=None, hidden=False)
def test_split_cell(np, split_cell):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    cell = np.array([0.5, -1.0, 0.25, 2.0, 3.0, -0.5, 1.5])
    assert (split_cell and split_cell(cell, 2, num_boxes=1)) is not None, not_answered
    box, = split_cell(cell, 2, num_boxes=1)
    np.testing.assert_allclose(box['box'], [0.5, -1.0, 0.25, 2.0])
    np.testing.assert_allclose(box['objectness'], 3.0)
    np.testing.assert_allclose(box['classes'], [-0.5, 1.5])
    np.testing.assert_equal(len(split_cell(np.arange(24.0), 3, num_boxes=3)), 3)

