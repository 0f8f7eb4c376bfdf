OK_FORMAT = True

test = {   'name': 'q2',
    'points': 15,
    'suites': [   {   'cases': [   {'code': '>>> np.testing.assert_equal(transposed_conv_output_size(2, 2), 3)\n', 'hidden': False, 'locked': False},
                                   {'code': '>>> np.testing.assert_equal(transposed_conv_output_size(3, 3, stride=2), 7)\n', 'hidden': False, 'locked': False},
                                   {'code': ">>> np.testing.assert_equal(transposed_conv_output_size(3, 3, stride=2, padding='same'), 6)\n", 'hidden': False, 'locked': False}],
                      'scored': True,
                      'setup': '',
                      'teardown': '',
                      'type': 'doctest'}]}
