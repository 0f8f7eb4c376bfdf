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
    noise = np.random.default_rng(0).uniform(0, 255, (2, 16, 24, 3)).astype('float32')
    noise[1, 8, 8] = noise[0, 8, 8]
    here, there = keras.ops.convert_to_numpy(model(noise))[:, 8, 8]
    check.require(np.abs(here - there).max() > 1e-06, ko='\ud55c \ud53d\uc140\ub9cc \uadf8\ub300\ub85c \ub450\uace0 \ub098\uba38\uc9c0\ub97c \ubaa8\ub450 \ubc14\uafb8\uc5b4\ub3c4 \uadf8 \ud53d\uc140\uc758 \ucd9c\ub825\uc774 \ubcc0\ud558\uc9c0 \uc54a\uc2b5\ub2c8\ub2e4. 3\xd73 \ud569\uc131\uacf1\ucc98\ub7fc \uc8fc\uc704\uc758 \ud53d\uc140\uc744 \ud568\uaed8 \ubcf4\ub294 \uce35\uc774 \uc788\ub098\uc694?', en='the output at a pixel stays the same when all the others change. Is there a layer that looks at the pixels around, too, such as a 3\xd73 convolution?')

