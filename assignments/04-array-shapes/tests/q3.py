from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 20

@test_case(points=None, hidden=False)
def test_fill_batch(np, fill_batch):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    images = np.zeros((2, 1, 2, 1))
    assert fill_batch, not_answered
    fill_batch(images, [np.full((1, 2, 1), 5)])
    assert images.any(), 'images\uac00 \uadf8\ub300\ub85c\uc785\ub2c8\ub2e4. / images is still as it was.'
    np.testing.assert_equal(images[:, 0, :, 0], [[5, 5], [0, 0]])

