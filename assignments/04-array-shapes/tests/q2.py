from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 20

@test_case(points=None, hidden=False)
def test_allocate_images(LANG, allocate_images):
    from fcnlab import Check
    check = Check(LANG, allocate_images, 'allocate_images')
    images = check.call(2, (2, 3))
    check.array(images, shape=(2, 2, 3, 3), dtype='float32')
    check.room(images, check.call(num_images=2, img_size=(2, 3)))

@test_case(points=None, hidden=False)
def test_allocate_masks(LANG, allocate_masks):
    from fcnlab import Check
    check = Check(LANG, allocate_masks, 'allocate_masks')
    masks = check.call(2, (2, 3))
    check.array(masks, shape=(2, 2, 3, 1), dtype='uint8')
    check.room(masks, check.call(num_images=2, img_size=(2, 3)))

