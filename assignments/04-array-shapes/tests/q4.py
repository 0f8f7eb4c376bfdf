from otter.test_files import test_case

OK_FORMAT = False

name = "q4"
points = 10

@test_case(points=None, hidden=False)
def test_axis_meanings(axis_meanings):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert axis_meanings is not None, not_answered
    assert axis_meanings is not ..., not_answered
    assert isinstance(axis_meanings, (list, tuple)), '\ub9ac\uc2a4\ud2b8\ub098 \ud29c\ud50c\ub85c \uc368 \uc8fc\uc138\uc694. / Write a list or a tuple.'
    assert len(axis_meanings) == 4, '\ucd95\uc740 \ub124 \uac1c\uc785\ub2c8\ub2e4. / There are four axes.'

