OK_FORMAT = True

test = {   'name': 'q5',
    'points': 15,
    'suites': [   {   'cases': [   {'code': '>>> np.testing.assert_allclose(conv_matrix((1, 4), np.array([[1, 2]])), [[1, 2, 0, 0], [0, 1, 2, 0], [0, 0, 1, 2]])\n', 'hidden': False, 'locked': False},
                                   {   'code': '>>> np.testing.assert_allclose(conv_matrix((2, 3), np.array([[1.5, 2.0], [3.0, 4.0]])), [[1.5, 2, 0, 3, 4, 0], [0, 1.5, 2, 0, 3, 4]])\n',
                                       'hidden': False,
                                       'locked': False}],
                      'scored': True,
                      'setup': '',
                      'teardown': '',
                      'type': 'doctest'}]}
