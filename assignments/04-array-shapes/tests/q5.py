from otter.test_files import test_case

OK_FORMAT = False

name = "q5"
points = 22

@test_case(points=None, hidden=False)
def test_predictions(LANG, predictions):
    from fcnlab import Check
    check = Check(LANG, name='predictions')
    check.require(isinstance(predictions, dict) and len(predictions) >= 14, ko='\ub515\uc154\ub108\ub9ac\ub97c \uadf8\ub300\ub85c \ub450\uace0 `...` \uc790\ub9ac\ub9cc \ucc44\uc6b0\uc138\uc694.', en='keep the dict, and replace each `...`.')
    still_open = [key for key, value in predictions.items() if value is ... or value is None]
    check.require(not still_open, ko=f'\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc740 \uc2dd\uc774 {len(still_open)}\uac1c \uc788\uc2b5\ub2c8\ub2e4. \uccab \ubc88\uc9f8\ub294 `{str(*still_open[:1])}`\uc785\ub2c8\ub2e4.', en=f'{len(still_open)} still to be answered, the first of them `{str(*still_open[:1])}`.')
    check.require(type(next(iter(predictions.values()))) is tuple, ko='\uccab \ubc88\uc9f8 \uc2dd\uc740 \ud29c\ud50c\ub07c\ub9ac \ub354\ud55c \uac83\uc774\ubbc0\ub85c \uacb0\uacfc\ub3c4 \ud29c\ud50c\uc785\ub2c8\ub2e4.', en='the first expression adds tuples, so it gives a tuple.')

