from otter.test_files import test_case

OK_FORMAT = False

name = "q1"
points = 10

@test_case(points=None, hidden=False)
def test_image_batch_shape(LANG, image_batch_shape):
    from fcnlab import Check
    check = Check(LANG, image_batch_shape, 'image_batch_shape')
    check(10, (4, 3), 3, gives=(10, 4, 3, 3))
    check(num_images=2, img_size=(5, 6), channels=1, gives=(2, 5, 6, 1))

