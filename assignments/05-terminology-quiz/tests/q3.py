from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 30

@test_case(points=None, hidden=False)
def test_part_3_is_answered_with_letters(answers):
    no_text = '\uc544\uc9c1 \ub2f5\uc774 \uc5c6\uac70\ub098 \uae00\uc774 \uc544\ub2d9\ub2c8\ub2e4. / No answer yet, or not text.'
    no_letter = 'a\ubd80\ud130 f\uae4c\uc9c0\uc758 \uae30\ud638 \ud558\ub098\ub85c \ub2f5\ud558\uc138\uc694. / Write one letter, a to f.'
    for key in [f'3.{number}' for number in range(1, 7)]:
        assert isinstance(answers[key], str), f'{key}: {no_text}'
        assert answers[key].strip().lower() in list('abcdef'), f'{key}: {no_letter}'

