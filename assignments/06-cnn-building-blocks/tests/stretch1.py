from otter.test_files import test_case

OK_FORMAT = False

name = "stretch1"
points = None

@test_case(points=None, hidden=False)
def test_inception_block(LANG, keras, inception_block):
    from fcnlab import Check
    check = Check(LANG, inception_block, 'inception_block')
    inputs = keras.Input((8, 12, 6))
    y = check.call(inputs, 4)
    check.require(isinstance(y, keras.KerasTensor) and tuple(y.shape[1:]) == (8, 12, 16), ko='\ubaa8\uc591\uc774 (8, 12, 16)\uc778 Keras \ud150\uc11c\uc5ec\uc57c \ud569\ub2c8\ub2e4. \ub098\uc628 \uac83: {}.'.format(getattr(y, 'shape', type(y).__name__)), en='a Keras tensor of the shape (8, 12, 16) should come back, not {}.'.format(getattr(y, 'shape', type(y).__name__)))
    layers = keras.Model(inputs, y).layers
    kernels = sorted((layer.kernel_size[0] for layer in layers if hasattr(layer, 'kernel_size')))
    check.require(kernels == [1, 1, 3, 5], ko=f'\ud569\uc131\uacf1\uc758 \ucee4\ub110\uc740 1\xd71 \ub450 \uac1c, 3\xd73, 5\xd75\uc5ec\uc57c \ud569\ub2c8\ub2e4. \uc9c0\uae08\uc740 \ud55c \ubcc0\uc774 {kernels}\uc785\ub2c8\ub2e4.', en=f'the kernels should be two of 1\xd71, one of 3\xd73 and one of 5\xd75; their sides are {kernels}.')

