from otter.test_files import test_case

OK_FORMAT = False

name = "q7"
points = 3

@test_case(points=None, hidden=False)
def test_video_batch_shape(LANG, video_batch_shape):
    from fcnlab import Check
    check = Check(LANG, video_batch_shape, 'video_batch_shape')
    check(2, 5, (4, 3), 3, gives=(2, 5, 4, 3, 3))
    check(num_clips=1, num_frames=6, img_size=(7, 8), channels=1, gives=(1, 6, 7, 8, 1))

