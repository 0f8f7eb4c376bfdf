from otter.test_files import test_case

OK_FORMAT = False

name = "stretch2"
points = None

@test_case(points=None, hidden=False)
def test_one_hot(LANG, np, one_hot):
    from fcnlab import Check
    check = Check(LANG, one_hot, 'one_hot')
    masks = np.array([[[[0], [2]], [[1], [0]]]], dtype='uint8')
    check.array(check.call(masks, 3), shape=(1, 2, 2, 3), dtype='float32')
    check.same(check.call(masks, 3), np.eye(3)[masks[..., 0]])

