from otter.test_files import test_case

OK_FORMAT = False

name = "stretch1"
points = None

@test_case(points=None, hidden=False)
def test_cut_into_clips(LANG, np, cut_into_clips):
    from fcnlab import Check
    check = Check(LANG, cut_into_clips, 'cut_into_clips')
    video = np.arange(7 * 2 * 3 * 1).reshape(7, 2, 3, 1)
    check.array(check.call(video, 3), shape=(2, 3, 2, 3, 1))
    check.same(check.call(video, 3), np.stack([video[:3], video[3:6]]))
    check.same(check.call(video, 7), video[np.newaxis])
    check.array(check.call(video, 8), shape=(0, 8, 2, 3, 1))

