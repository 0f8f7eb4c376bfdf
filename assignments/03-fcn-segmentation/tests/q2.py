from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 10

@test_case(points=None, hidden=False)
def test_mirrored_strides(LANG, mirrored_strides):
    from fcnlab import Check
    check = Check(LANG, mirrored_strides, 'mirrored_strides')
    check((2, 2), gives=(2, 2))
    check((1, 4, 2), gives=(2, 4, 1))

