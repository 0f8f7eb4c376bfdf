from otter.test_files import test_case

OK_FORMAT = False

name = "q5"
points = 25

@test_case(points=None, hidden=False)
def test_decode_box(LANG, np, decode_box):
    from fcnlab import Check
    check = Check(LANG, decode_box, 'decode_box')
    check((0.0, 0.0, 0.0, 0.0), (2, 1), (10, 20), 8, gives=(20.0, 12.0, 10.0, 20.0))
    t = np.array([np.log(3.0), 0.0, np.log(2.0), 0.0])
    check(t, (0, 0), (30, 40), 1, gives=(0.75, 0.5, 60.0, 40.0))

