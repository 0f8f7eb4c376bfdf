from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 16

@test_case(points=None, hidden=False)
def test_depthwise_separable_block(LANG, keras, depthwise_separable_block):
    from fcnlab import Check
    check = Check(LANG, depthwise_separable_block, 'depthwise_separable_block')
    for channels, filters in ((32, 64), (64, 32)):
        y = check.call(keras.Input((8, 12, channels)), filters)
        check.require(isinstance(y, keras.KerasTensor), ko='Keras \ud150\uc11c\ub97c \ub3cc\ub824\uc8fc\uc138\uc694. \ubaa8\ub378\uc774\ub098 \uce35\uc774 \uc544\ub2d9\ub2c8\ub2e4.', en='return a Keras tensor, neither a model nor a layer.')
        check.require(y.shape[-1] == filters, ko=f'\ucc44\ub110 \uc218\uac00 \ub2e4\ub985\ub2c8\ub2e4. \ub098\uc628 \ucc44\ub110 \uc218: {y.shape[-1]}, \ub098\uc640\uc57c \ud558\ub294 \ucc44\ub110 \uc218: {filters}.', en=f'the result has {y.shape[-1]} channels, but {filters} were expected.')

