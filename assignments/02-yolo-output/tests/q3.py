from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 10

@test_case(points=None, hidden=False)
def test_count_outputs(LANG, count_outputs):
    from fcnlab import Check
    check = Check(LANG, count_outputs, 'count_outputs')
    check(32, 2, strides=(32,), num_boxes=1, gives=7)
    check(64, 2, gives=1764)

