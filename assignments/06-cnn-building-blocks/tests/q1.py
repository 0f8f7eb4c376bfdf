from otter.test_files import test_case

OK_FORMAT = False

name = "q1"
points = 12

@test_case(points=None, hidden=False)
def test_conv_parameters(LANG, conv_parameters):
    from fcnlab import Check
    check = Check(LANG, conv_parameters, 'conv_parameters')
    check(1, 1, 1, gives=2)
    check(3, 3, 64, gives=1792)

