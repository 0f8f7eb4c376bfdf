from otter.test_files import test_case

OK_FORMAT = False

name = "q6"
points = 10

@test_case(points=None, hidden=False)
def test_bilinear_kernel(LANG, np, bilinear_kernel):
    from fcnlab import Check
    check = Check(LANG, bilinear_kernel, 'bilinear_kernel')
    check(2, gives=np.outer([0.25, 0.75, 0.75, 0.25], [0.25, 0.75, 0.75, 0.25]))
    check.array(check.call(3), shape=(5, 5))
    total = float(np.sum(check.call(4)))
    check.require(np.isclose(total, 16), ko=f'\uac12\uc744 \ubaa8\ub450 \ub354\ud558\uba74 16\uc774 \ub418\uc5b4\uc57c \ud569\ub2c8\ub2e4. \ub098\uc628 \ud569: {total:g}.', en=f'all entries should add up to 16, but they add up to {total:g}.')

