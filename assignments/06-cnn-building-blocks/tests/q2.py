from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 12

@test_case(points=None, hidden=False)
def test_separable_parameters(LANG, separable_parameters):
    from fcnlab import Check
    check = Check(LANG, separable_parameters, 'separable_parameters')
    check(1, 1, 1, gives=3)
    check(3, 3, 64, bias=False, gives=219)

