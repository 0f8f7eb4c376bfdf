from otter.test_files import test_case

OK_FORMAT = False

name = "q1"
points = 20

@test_case(points=None, hidden=False)
def test_load_image(LANG, np, load_image):
    import tempfile
    from pathlib import Path
    from fcnlab import Check
    from PIL import Image
    check = Check(LANG, load_image, 'load_image')
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, 'orange.jpg'))
        Image.new('RGB', (40, 20), (255, 128, 0)).save(path, quality=95)
        image = check.call(path, (8, 16))
    check.array(image, shape=(8, 16, 3), dtype='float32')
    pixel = [round(float(value)) for value in image[4, 4]]
    check.require(np.allclose(pixel, [255, 128, 0], atol=6), ko=f'\uc628\ud1b5 \uc8fc\ud669\uc0c9\uc778 \uc0ac\uc9c4\uc778\ub370 \uac00\uc6b4\ub370 \ud53d\uc140\uc774 \ub2e4\ub985\ub2c8\ub2e4. \ub098\uc628 \uac12: {pixel}, \ub098\uc640\uc57c \ud558\ub294 \uac12: [255, 128, 0].', en=f'the photo is orange all over, but its middle pixel is {pixel} and not [255, 128, 0].')

@test_case(points=None, hidden=False)
def test_load_trimap(LANG, np, load_trimap):
    import tempfile
    from pathlib import Path
    from fcnlab import Check
    from PIL import Image
    check = Check(LANG, load_trimap, 'load_trimap')
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, 'labels.png'))
        Image.fromarray(np.array([[1, 2, 3], [3, 3, 1]], dtype='uint8')).save(path)
        labels = check.call(path, (2, 3))
    check.array(labels, shape=(2, 3, 1), dtype='uint8')
    check.same(labels[..., 0], np.array([[0, 1, 2], [2, 2, 0]]))

