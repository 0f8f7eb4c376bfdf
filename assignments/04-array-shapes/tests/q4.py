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
    words = ['\uc774\ubbf8\uc9c0', '\ub192\uc774', '\ub108\ube44', '\ucc44\ub110', '\ud074\ub798\uc2a4', '\ucee4\ub110', '\uc5d0\ud3ec\ud06c']
    words += ['image', 'height', 'width', 'channel', 'class', 'kernel', 'epoch']
    for name in axis_meanings:
        assert str(name).strip().lower() in words, f'\ub0b1\ub9d0 \ubaa9\ub85d\uc5d0 \uc5c6\uc2b5\ub2c8\ub2e4. / Not in the word list: {name!r}'

