OK_FORMAT = True

test = {   'name': 'q3',
    'points': 30,
    'suites': [   {   'cases': [   {   'code': '>>> np.testing.assert_allclose(transposed_conv2d(np.array([[1, 2], [3, 0]]), np.array([[1, 2], [3, 4]])), [[1, 4, 4], [6, 16, 8], [9, 12, 0]])\n',
                                       'hidden': False,
                                       'locked': False},
                                   {   'code': '>>> np.testing.assert_allclose(transposed_conv2d(np.array([[2, 1]]), np.array([[0.5, 1.0]]), stride=3), [[1, 2, 0, 0.5, 1, 0], [0, 0, 0, 0, 0, 0], [0, '
                                               '0, 0, 0, 0, 0]])\n',
                                       'hidden': False,
                                       'locked': False},
                                   {   'code': ">>> np.testing.assert_allclose(transposed_conv2d(np.array([[1.0], [2.0]]), np.array([[1.0, 2.0, 3.0]]), padding='same'), [[2], [4]])\n",
                                       'hidden': False,
                                       'locked': False}],
                      'scored': True,
                      'setup': '',
                      'teardown': '',
                      'type': 'doctest'}]}
