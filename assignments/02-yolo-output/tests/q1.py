from otter.test_files import test_case

OK_FORMAT = False

name = "q1"
points = 10

@test_case(points=None, hidden=False)
def test_yolo_depth(LANG, yolo_depth):
    from fcnlab import Check
    check = Check(LANG, yolo_depth, 'yolo_depth')
    check(2, gives=21)
    check(20, num_boxes=1, gives=25)

