from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 40

@test_case(points=None, hidden=False)
def test_build_fcn(LANG, np, keras, build_fcn):
    from fcnlab import Check
    check = Check(LANG, build_fcn, 'build_fcn')
    model = check.call((16, 24), 4)
    check.require(isinstance(model, keras.Model), ko='Keras \ubaa8\ub378\uc744 \ub3cc\ub824\uc8fc\uc138\uc694. \ub9c8\uc9c0\ub9c9 \uc904\uc774 `return keras.Model(inputs, outputs)`\uc778\uac00\uc694?', en='return a Keras model. Is the last line `return keras.Model(inputs, outputs)`?')
    shape = tuple(model.output_shape[1:])
    check.require(shape == (16, 24, 4), ko=f'\ubaa8\ub378\uc758 \ucd9c\ub825 \ubaa8\uc591\uc774 \ub2e4\ub985\ub2c8\ub2e4. \ub098\uc628 \ubaa8\uc591: {shape}, \ub098\uc640\uc57c \ud558\ub294 \ubaa8\uc591: (16, 24, 4).', en=f'the output of the model has the shape {shape}, but (16, 24, 4) was expected.')
    sums = keras.ops.convert_to_numpy(model(np.zeros((1, 16, 24, 3), dtype='float32'))).sum(axis=-1)
    check.require(np.allclose(sums, 1, rtol=0.001), ko=f'\ud53d\uc140\ub9c8\ub2e4 \ud074\ub798\uc2a4 \ud655\ub960\uc744 \ub354\ud558\uba74 1\uc774\uc5b4\uc57c \ud569\ub2c8\ub2e4. \uccab \ud53d\uc140\uc758 \ud569: {sums[0, 0, 0]:.3g}. softmax\ub85c \ub05d\ub098\ub098\uc694?', en=f'the probabilities of each pixel should add up to 1; at the first they add up to {sums[0, 0, 0]:.3g}. Does the model end in a softmax?')

