from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 20

@test_case(points=None, hidden=False)
def test_allocate_images(np, allocate_images):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    images = allocate_images and allocate_images(2, (2, 3))
    assert images is not None, not_answered
    assert images.shape == (2, 2, 3, 3)
    assert images.dtype == np.float32

@test_case(points=None, hidden=False)
def test_allocate_masks(np, allocate_masks):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    masks = allocate_masks and allocate_masks(2, (2, 3))
    assert masks is not None, not_answered
    assert masks.shape == (2, 2, 3, 1)
    assert masks.dtype == np.uint8

