OK_FORMAT = True

test = {   'name': 'q6',
    'points': 10,
    'suites': [   {   'cases': [   {'code': '>>> np.testing.assert_allclose(bilinear_kernel(2)[1], [0.1875, 0.5625, 0.5625, 0.1875])\n', 'hidden': False, 'locked': False},
                                   {'code': '>>> np.testing.assert_equal(bilinear_kernel(3).shape, (5, 5))\n', 'hidden': False, 'locked': False},
                                   {'code': '>>> np.testing.assert_allclose(np.sum(bilinear_kernel(4)), 16)\n', 'hidden': False, 'locked': False}],
                      'scored': True,
                      'setup': '',
                      'teardown': '',
                      'type': 'doctest'}]}
