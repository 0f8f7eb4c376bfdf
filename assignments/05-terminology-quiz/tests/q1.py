from otter.test_files import test_case

OK_FORMAT = False

name = "q1"
points = 40

@test_case(points=None, hidden=False)
def test_part_1_is_answered_with_letters(answers):
    no_text = '\uc544\uc9c1 \ub2f5\uc774 \uc5c6\uac70\ub098 \uae00\uc774 \uc544\ub2d9\ub2c8\ub2e4. / No answer yet, or not text.'
    no_letter = 'a, b, c, d \uac00\uc6b4\ub370 \ud558\ub098\ub85c \ub2f5\ud558\uc138\uc694. / Write a, b, c or d.'
    for key in [f'1.{number}' for number in range(1, 9)]:
        assert isinstance(answers[key], str), f'{key}: {no_text}'
        assert answers[key].strip().lower() in list('abcd'), f'{key}: {no_letter}'

