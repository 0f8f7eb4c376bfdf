OK_FORMAT = True

test = {   'name': 'q1',
    'points': 10,
    'suites': [   {   'cases': [   {'code': '>>> np.testing.assert_equal(conv_output_size(5, 3), 3)\n', 'hidden': False, 'locked': False},
                                   {'code': '>>> np.testing.assert_equal(conv_output_size(9, 2, stride=3), 3)\n', 'hidden': False, 'locked': False},
                                   {'code': ">>> np.testing.assert_equal(conv_output_size(7, 3, stride=2, padding='same'), 4)\n", 'hidden': False, 'locked': False}],
                      'scored': True,
                      'setup': '',
                      'teardown': '',
                      'type': 'doctest'}]}
