from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 15

@test_case(points=None, hidden=False)
def test_yolo_output_shapes(np, yolo_output_shapes):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert (yolo_output_shapes and yolo_output_shapes(64, 2)) is not None, not_answered
    np.testing.assert_equal(yolo_output_shapes(64, 2), [(2, 2, 21), (4, 4, 21), (8, 8, 21)])
    np.testing.assert_equal(yolo_output_shapes(96, 1, strides=(32,), num_boxes=1), [(3, 3, 6)])

