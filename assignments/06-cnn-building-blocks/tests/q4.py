from otter.test_files import test_case

OK_FORMAT = False

name = "q4"
points = 21

@test_case(points=None, hidden=False)
def test_residual_block(LANG, keras, residual_block):
    from fcnlab import Check
    check = Check(LANG, residual_block, 'residual_block')
    for filters in (32, 64):
        y = check.call(keras.Input((8, 12, 32)), filters)
        check.require(isinstance(y, keras.KerasTensor), ko='Keras \ud150\uc11c\ub97c \ub3cc\ub824\uc8fc\uc138\uc694. \ubaa8\ub378\uc774\ub098 \uce35\uc774 \uc544\ub2d9\ub2c8\ub2e4.', en='return a Keras tensor, neither a model nor a layer.')
        check.require(tuple(y.shape[1:]) == (8, 12, filters), ko=f'\ubaa8\uc591\uc774 \ub2e4\ub985\ub2c8\ub2e4. \ub098\uc628 \ubaa8\uc591: {tuple(y.shape[1:])}, \ub098\uc640\uc57c \ud558\ub294 \ubaa8\uc591: {(8, 12, filters)}.', en=f'the result has the shape {tuple(y.shape[1:])}, but {(8, 12, filters)} was expected.')

