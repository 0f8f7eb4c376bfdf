from otter.test_files import test_case

OK_FORMAT = False

name = "q6"
points = 11

@test_case(points=None, hidden=False)
def test_receptive_field(LANG, receptive_field):
    from fcnlab import Check
    check = Check(LANG, receptive_field, 'receptive_field')
    check([(3, 1, 1)], gives=3)
    check([(3, 1, 1), (3, 1, 1)], gives=5)

