OK_FORMAT = True

test = {   'name': 'q4',
    'points': 20,
    'suites': [   {   'cases': [   {   'code': '>>> np.testing.assert_allclose(transposed_conv2d_channels(np.array([[[2, 3]]]), np.array([[[[1, 1]], [[2, 0]]], [[[3, 0]], [[4, 1]]]])), [[[5], [4]], '
                                               '[[6], [11]]])\n',
                                       'hidden': False,
                                       'locked': False},
                                   {   'code': ">>> np.testing.assert_allclose(transposed_conv2d_channels(np.array([[[1.0], [2.0]]]), np.array([[[[1.0], [10.0]]]]), stride=2, padding='same'), [[[1, "
                                               '10], [0, 0], [2, 20], [0, 0]], [[0, 0], [0, 0], [0, 0], [0, 0]]])\n',
                                       'hidden': False,
                                       'locked': False}],
                      'scored': True,
                      'setup': '',
                      'teardown': '',
                      'type': 'doctest'}]}
