from otter.test_files import test_case

OK_FORMAT = False

name = "stretch1"
points = None

@test_case(points=None, hidden=False)
def test_fast_transposed_conv2d(LANG, np, fast_transposed_conv2d):
    from fcnlab import Check, times_as_fast

    def products_by_loops(x, kernel):
        total = 0.0
        for i in range(x.shape[0]):
            for j in range(x.shape[1]):
                for a in range(kernel.shape[0]):
                    for b in range(kernel.shape[1]):
                        total += x[i, j] * kernel[a, b]
        return total
    check = Check(LANG, fast_transposed_conv2d, 'fast_transposed_conv2d')
    x, kernel = (np.array([[1, 2], [3, 0]]), np.array([[1, 2, 0], [3, 4, 1]]))
    check(x, kernel, gives=np.array([[1, 4, 4, 0], [6, 16, 9, 2], [9, 12, 3, 0]]))
    check(x, kernel, padding='same', gives=np.array([[4, 4], [16, 9]]))
    apart = np.array([[1, 2, 2, 4, 0], [3, 4, 7, 8, 2], [3, 6, 0, 0, 0], [9, 12, 3, 0, 0]])
    check(x, kernel, stride=2, gives=apart)
    x, kernel = (np.ones((128, 128)), np.ones((5, 5)))
    times = times_as_fast(lambda: fast_transposed_conv2d(x, kernel, 2), lambda: products_by_loops(x, kernel), tries=3)
    check.require(times >= 50, ko=f'\ub2f5\uc740 \ub9de\uc2b5\ub2c8\ub2e4. \uacf1\ud558\uae30\ub9cc \ud558\ub294 \ub124 \uacb9\uc758 \ubc18\ubcf5\ubb38\ubcf4\ub2e4 {times:.0f}\ubc30 \ube60\ub985\ub2c8\ub2e4. \ubaa9\ud45c\ub294 50\ubc30\uc785\ub2c8\ub2e4.', en=f'the answers are right. It is {times:.0f} times as fast as the products in loops; the goal is 50.')

