from otter.test_files import test_case

OK_FORMAT = False

name = "q4"
points = 15

@test_case(points=None, hidden=False)
def test_predict_mask(LANG, np, keras, predict_mask):
    from fcnlab import Check
    check = Check(LANG, predict_mask, 'predict_mask')
    brightest = keras.Sequential([keras.Input((None, None, 3)), keras.layers.Softmax()])
    image = np.array([[[9, 1, 0], [2, 8, 1], [0, 3, 7]], [[1, 2, 9], [8, 0, 0], [9, 8, 7]]], dtype='float32')
    mask = np.array(check.call(brightest, image))
    check.same(mask, np.array([[0, 1, 2], [2, 0, 0]]))

