from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 20

@test_case(points=None, hidden=False)
def test_allocate_images(LANG, allocate_images):
    from fcnlab import Check
    check = Check(LANG, allocate_images, 'allocate_images')
    check.array(check.call(2, (2, 3)), shape=(2, 2, 3, 3), dtype='float32')

@test_case(points=None, hidden=False)
def test_allocate_masks(LANG, allocate_masks):
    from fcnlab import Check
    check = Check(LANG, allocate_masks, 'allocate_masks')
    check.array(check.call(2, (2, 3)), shape=(2, 2, 3, 1), dtype='uint8')

