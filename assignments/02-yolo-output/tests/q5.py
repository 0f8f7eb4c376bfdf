from otter.test_files import test_case

OK_FORMAT = False

name = "q5"
points = 25

@test_case(points=None, hidden=False)
def test_decode_box(np, decode_box):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert (decode_box and decode_box((0.0, 0.0, 0.0, 0.0), (2, 1), (10, 20), 8)) is not None, not_answered
    np.testing.assert_allclose(decode_box((0.0, 0.0, 0.0, 0.0), (2, 1), (10, 20), 8), (20, 12, 10, 20))
    t = np.array([np.log(3.0), 0.0, np.log(2.0), 0.0])
    np.testing.assert_allclose(decode_box(t, (0, 0), (30, 40), 1), (0.75, 0.5, 60, 40))

