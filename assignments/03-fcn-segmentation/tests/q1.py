from otter.test_files import test_case

OK_FORMAT = False

name = "q1"
points = 20

@test_case(points=None, hidden=False)
def test_load_image(np, load_image):
    import tempfile
    from pathlib import Path
    from PIL import Image
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, 'orange.jpg'))
        Image.new('RGB', (40, 20), (255, 128, 0)).save(path, quality=95)
        image = load_image and load_image(path, (8, 16))
    assert image is not None, not_answered
    np.testing.assert_equal(np.shape(image), (8, 16, 3))
    np.testing.assert_equal(str(image.dtype), 'float32')
    np.testing.assert_allclose(image[4, 4], [255, 128, 0], atol=6)

@test_case(points=None, hidden=False)
def test_load_trimap(np, load_trimap):
    import tempfile
    from pathlib import Path
    from PIL import Image
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, 'labels.png'))
        Image.fromarray(np.array([[1, 2, 3], [3, 3, 1]], dtype='uint8')).save(path)
        labels = load_trimap and load_trimap(path, (2, 3))
    assert labels is not None, not_answered
    np.testing.assert_equal(np.shape(labels), (2, 3, 1))
    np.testing.assert_equal(str(labels.dtype), 'uint8')
    np.testing.assert_equal(labels[..., 0], [[0, 1, 2], [2, 2, 0]])

