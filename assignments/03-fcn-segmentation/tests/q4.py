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
    mask = check.call(brightest, image)
    check.array(mask, shape=(2, 3))
    check.require(mask.dtype.kind in 'iu', ko=f'\ud074\ub798\uc2a4 \ubc88\ud638\ub294 \uc815\uc218\uc5ec\uc57c \ud558\ub294\ub370 \uc790\ub8cc\ud615\uc774 `{mask.dtype}`\uc785\ub2c8\ub2e4.', en=f'classes are integers, but the dtype is `{mask.dtype}`.')
    check.same(mask, np.array([[0, 1, 2], [2, 0, 0]]))

