from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 15

@test_case(points=None, hidden=False)
def test_transposed_conv_output_size(LANG, np, transposed_conv_output_size):
    from fcnlab import Check
    check = Check(LANG, transposed_conv_output_size, 'transposed_conv_output_size')
    check(2, 2, gives=3)
    check(size=np.int64(3), kernel=np.int64(3), stride=np.int64(2), gives=7)
    check(3, 3, stride=2, padding='same', gives=6)

