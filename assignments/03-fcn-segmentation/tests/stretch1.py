from otter.test_files import test_case

OK_FORMAT = False

name = "stretch1"
points = None

@test_case(points=None, hidden=False)
def test_build_unet(LANG, np, keras, build_unet):
    from fcnlab import Check
    check = Check(LANG, build_unet, 'build_unet')
    model = check.call((32, 48), 4)
    check.require(isinstance(model, keras.Model), ko='Keras \ubaa8\ub378\uc744 \ub3cc\ub824\uc8fc\uc138\uc694. \ub9c8\uc9c0\ub9c9 \uc904\uc774 `return keras.Model(inputs, outputs)`\uc778\uac00\uc694?', en='return a Keras model. Is the last line `return keras.Model(inputs, outputs)`?')
    shape = tuple(model.output_shape[1:])
    check.require(shape == (32, 48, 4), ko=f'\ubaa8\ub378\uc758 \ucd9c\ub825 \ubaa8\uc591\uc774 \ub2e4\ub985\ub2c8\ub2e4. \ub098\uc628 \ubaa8\uc591: {shape}, \ub098\uc640\uc57c \ud558\ub294 \ubaa8\uc591: (32, 48, 4).', en=f"the model's output is {shape}, but should be (32, 48, 4).")
    sums = keras.ops.convert_to_numpy(model(np.zeros((1, 32, 48, 3), dtype='float32'))).sum(axis=-1)
    check.require(np.allclose(sums, 1, atol=0.0001), ko='\ud53d\uc140\ub9c8\ub2e4 \ud655\ub960\uc744 \ub354\ud558\uba74 1\uc774\uc5b4\uc57c \ud569\ub2c8\ub2e4. \ub9c8\uc9c0\ub9c9\uc774 softmax\uc778\uac00\uc694?', en='at each pixel the probabilities should add up to 1. Is there a softmax at the end?')
    maps = [each for each in model.operations if len(getattr(each.output, 'shape', ())) == 4]
    smallest = min(maps, key=lambda each: each.output.shape[1]).output
    up, met = ({id(smallest)}, set())
    for each in maps:
        sources = each.input if isinstance(each.input, (list, tuple)) else [each.input]
        from_below = [id(source) in up for source in sources]
        if any(from_below):
            up.add(id(each.output))
            if not all(from_below) and each.output.shape[1] > smallest.shape[1]:
                met.add(tuple(each.output.shape[1:3]))
    check.require(len(met) >= 2, ko=f'\ub0b4\ub824\uac00\ub294 \uae38\uc758 \ub9f5\uacfc \uc62c\ub77c\uac00\ub294 \uae38\uc758 \ub9f5\uc774 \ub9cc\ub098\ub294 \ud574\uc0c1\ub3c4\uac00 {len(met)}\uacf3\uc785\ub2c8\ub2e4. \ub450 \uacf3 \uc774\uc0c1\uc774\uc5b4\uc57c \ud569\ub2c8\ub2e4.', en=f'maps of the way down meet the way up at {len(met)} resolution(s); two or more are needed.')

