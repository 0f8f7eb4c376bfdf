from otter.test_files import test_case

OK_FORMAT = False

name = "q5"
points = 25

@test_case(points=None, hidden=False)
def test_predictions(predictions):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert isinstance(predictions, dict), '\ub515\uc154\ub108\ub9ac\ub97c \uadf8\ub300\ub85c \ub450\uace0 ... \uc790\ub9ac\ub9cc \ucc44\uc6b0\uc138\uc694. / Keep the dict, replace each ...'
    open_keys = [key for key, value in predictions.items() if value is ...]
    assert len(open_keys) < len(predictions), not_answered
    assert not open_keys, f"\uc544\uc9c1 \ub0a8\uc740 \uac83 / still open: {', '.join(open_keys)}"
    first = next(iter(predictions.values()))
    assert type(first) is tuple, '\ud29c\ud50c\ub07c\ub9ac \ub354\ud558\uba74 \ud29c\ud50c\uc785\ub2c8\ub2e4. / Tuples give a tuple.'

