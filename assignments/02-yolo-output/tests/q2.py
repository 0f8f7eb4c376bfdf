from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 15

@test_case(points=None, hidden=False)
def test_yolo_output_shapes(LANG, yolo_output_shapes):
    from fcnlab import Check
    check = Check(LANG, yolo_output_shapes, 'yolo_output_shapes')
    check(64, 2, gives=[(2, 2, 21), (4, 4, 21), (8, 8, 21)])
    check(96, 1, strides=(32,), num_boxes=1, gives=[(3, 3, 6)])

