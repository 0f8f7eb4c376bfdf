from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 18

@test_case(points=None, hidden=False)
def test_depthwise_separable_block(np, keras, depthwise_separable_block):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    no_tensor = 'Keras \ud150\uc11c\ub97c \ub3cc\ub824\uc8fc\uc138\uc694. / Return a Keras tensor.'
    y = depthwise_separable_block and depthwise_separable_block(keras.Input((8, 12, 32)), 64)
    assert y is not None, not_answered
    assert isinstance(y, keras.KerasTensor), no_tensor
    np.testing.assert_equal(y.shape[-1], 64)
    np.testing.assert_equal(depthwise_separable_block(keras.Input((8, 12, 64)), 32).shape[-1], 32)

