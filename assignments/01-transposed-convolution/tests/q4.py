from otter.test_files import test_case

OK_FORMAT = False

name = "q4"
points = 15

@test_case(points=None, hidden=False)
def test_transposed_conv2d_channels(LANG, np, transposed_conv2d_channels):
    from fcnlab import Check
    check = Check(LANG, transposed_conv2d_channels, 'transposed_conv2d_channels')
    kernel = np.array([[[[1, 1]], [[2, 0]]], [[[3, 0]], [[4, 1]]]])
    check.reals(check(np.array([[[2, 3]]]), kernel, gives=np.array([[[5], [4]], [[6], [11]]])), integers=True)
    x, kernel = (np.array([[[1.0], [2.0]]]), np.array([[[[1.0], [10.0]]]]))
    stamped = np.array([[[1, 10], [0, 0], [2, 20], [0, 0]], [[0, 0], [0, 0], [0, 0], [0, 0]]])
    check.reals(check(x, kernel, stride=2, padding='same', gives=stamped))

