from otter.test_files import test_case

OK_FORMAT = False

name = "q1"
points = 10

@test_case(points=None, hidden=False)
def test_conv_output_size(LANG, np, conv_output_size):
    from fcnlab import Check
    check = Check(LANG, conv_output_size, 'conv_output_size')
    check(5, 3, gives=3)
    check(size=np.int64(9), kernel=np.int64(2), stride=np.int64(3), gives=3)
    check(7, 3, stride=2, padding='same', gives=4)

