from otter.test_files import test_case

OK_FORMAT = False

name = "q4"
points = 10

@test_case(points=None, hidden=False)
def test_axis_meanings(LANG, axis_meanings):
    from fcnlab import Check
    check = Check(LANG, name='axis_meanings')
    check.filled(axis_meanings)
    check.require(isinstance(axis_meanings, (list, tuple)) and len(axis_meanings) == 4, ko='\ucd95\uc774 \ub124 \uac1c\uc774\ub2c8 \ub0b1\ub9d0 \ub124 \uac1c\ub97c \ub9ac\uc2a4\ud2b8\ub098 \ud29c\ud50c\uc5d0 \ub2f4\uc73c\uc138\uc694.', en='there are four axes: put four words into a list or tuple.')
    words = ['\uc774\ubbf8\uc9c0', '\ub192\uc774', '\ub108\ube44', '\ucc44\ub110', '\ud074\ub798\uc2a4', '\ucee4\ub110', '\uc5d0\ud3ec\ud06c']
    words += ['image', 'height', 'width', 'channel', 'class', 'kernel', 'epoch']
    for word in axis_meanings:
        check.require(isinstance(word, str) and word.strip().lower() in words, ko=f'\ub0b1\ub9d0 \ubaa9\ub85d\uc5d0 \uc5c6\ub294 \ub9d0\uc774 \uc788\uc2b5\ub2c8\ub2e4: {word!r}. \ubaa9\ub85d\uc758 \ub0b1\ub9d0\uc744 \uadf8\ub300\ub85c \uc4f0\uc138\uc694.', en=f'{word!r} is not in the word list. Write the words as they stand there.')

