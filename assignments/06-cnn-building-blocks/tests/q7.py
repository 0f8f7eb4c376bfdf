from otter.test_files import test_case

OK_FORMAT = False

name = "q7"
points = 12

@test_case(points=None, hidden=False)
def test_architectures(architectures):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    triple = '(\uc5f0\ub3c4, \uc544\uc774\ub514\uc5b4, \ud30c\ub77c\ubbf8\ud130 \uc218) \ud29c\ud50c\ub85c \uc368 \uc8fc\uc138\uc694. / Write a tuple (year, idea, parameters).'
    assert architectures is not None, not_answered
    for name, answer in architectures.items():
        assert answer is not ..., f'{name}: {not_answered}'
        assert isinstance(answer, tuple), f'{name}: {triple}'
        assert len(answer) == 3, f'{name}: {triple}'

