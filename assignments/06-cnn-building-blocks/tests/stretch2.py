from otter.test_files import test_case

OK_FORMAT = False

name = "stretch2"
points = None

@test_case(points=None, hidden=False)
def test_dense_block(LANG, keras, dense_block):
    from fcnlab import Check
    check = Check(LANG, dense_block, 'dense_block')
    inputs = keras.Input((8, 12, 6))
    y = check.call(inputs, 3, 4)
    check.require(isinstance(y, keras.KerasTensor) and tuple(y.shape[1:]) == (8, 12, 18), ko='\ubaa8\uc591\uc774 (8, 12, 18)\uc778 Keras \ud150\uc11c\uc5ec\uc57c \ud569\ub2c8\ub2e4. \ub098\uc628 \uac83: {}.'.format(getattr(y, 'shape', type(y).__name__)), en='a Keras tensor of the shape (8, 12, 18) should come back, not {}.'.format(getattr(y, 'shape', type(y).__name__)))
    kernels = [layer.kernel for layer in keras.Model(inputs, y).layers if hasattr(layer, 'kernel')]
    seen = sorted((kernel.shape[-2] for kernel in kernels))
    check.require(seen == [6, 10, 14], ko=f'\ud569\uc131\uacf1\uc774 \ubc1b\ub294 \ucc44\ub110\uc740 \ucc28\ub840\ub85c 6, 10, 14\uac1c\uc5ec\uc57c \ud569\ub2c8\ub2e4. \uc9c0\uae08\uc740 {seen}\uc785\ub2c8\ub2e4.', en=f'the convolutions should see 6, 10 and 14 channels one after another; they see {seen}.')

