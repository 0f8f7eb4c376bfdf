from otter.test_files import test_case

OK_FORMAT = False

name = "q7"
points = 12

@test_case(points=None, hidden=False)
def test_architectures(architectures):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    triple = '(\uc5f0\ub3c4, \uc544\uc774\ub514\uc5b4, \ud30c\ub77c\ubbf8\ud130 \uc218) \ud29c\ud50c\ub85c \uc368 \uc8fc\uc138\uc694. / Write a tuple (year, idea, parameters).'

    def letters(text):
        return ''.join(str(text).lower().replace('\xd7', 'x').replace('-', '').split()).removesuffix('s')
    korean = '\ud569\uc131\uacf1\uacfc \ud480\ub9c1|ReLU\uc640 GPU|\ub098\ub780\ud55c \ucee4\ub110|3\xd73 \uc313\uae30|\uc794\ucc28 \uc5f0\uacb0|\uc2a4\ud0b5 \uc5f0\uacb0|\uae4a\uc774\ubcc4 \ubd84\ub9ac \ud569\uc131\uacf1|\ubc00\uc9d1 \uc5f0\uacb0|Dense \uce35\ub9cc'
    english = 'convolution and pooling|ReLU and GPUs|parallel kernels|stacked 3\xd73|residual connection|skip connection'
    more = 'depthwise separable convolution|dense connections|Dense layers only'
    words = {letters(word) for word in f'{korean}|{english}|{more}'.split('|')}
    assert architectures is not None, not_answered
    for name, answer in architectures.items():
        assert answer is not ..., f'{name}: {not_answered}'
        assert isinstance(answer, tuple), f'{name}: {triple}'
        assert len(answer) == 3, f'{name}: {triple}'
        assert letters(answer[1]) in words, f'{name}: \ub0b1\ub9d0 \ubaa9\ub85d\uc5d0 \uc5c6\uc2b5\ub2c8\ub2e4. / Not in the word list: {answer[1]!r}'

