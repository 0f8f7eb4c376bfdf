from otter.test_files import test_case

OK_FORMAT = False

name = "q5"
points = 8

@test_case(points=None, hidden=False)
def test_dilated_extent(LANG, dilated_extent):
    from fcnlab import Check
    check = Check(LANG, dilated_extent, 'dilated_extent')
    check(3, 1, gives=3)
    check(3, 2, gives=5)

