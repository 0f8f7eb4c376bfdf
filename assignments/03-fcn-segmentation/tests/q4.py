from otter.test_files import test_case

OK_FORMAT = False

name = "q4"
points = 15

@test_case(points=None, hidden=False)
def test_predict_mask(np, keras, predict_mask):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    brightest = keras.Sequential([keras.Input((None, None, 3)), keras.layers.Softmax()])
    image = np.array([[[9, 1, 0], [2, 8, 1], [0, 3, 7]], [[1, 2, 9], [8, 0, 0], [9, 8, 7]]], dtype='float32')
    mask = predict_mask and predict_mask(brightest, image)
    assert mask is not None, not_answered
    np.testing.assert_equal(np.shape(mask), (2, 3))
    np.testing.assert_equal(np.array(mask), [[0, 1, 2], [2, 0, 0]])

