from otter.test_files import test_case

OK_FORMAT = False

name = "q1"
points = 10

@test_case(points=None, hidden=False)
def test_image_batch_shape(image_batch_shape):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    shape = image_batch_shape and image_batch_shape(10, (4, 3), 3)
    assert shape is not None, not_answered
    assert isinstance(shape, tuple), '\ud29c\ud50c\uc744 \ub3cc\ub824\uc8fc\uc138\uc694. / Return a tuple.'
    assert shape == (10, 4, 3, 3)

