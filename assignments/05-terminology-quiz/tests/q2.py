from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 30

@test_case(points=None, hidden=False)
def test_part_2_is_answered_with_text(answers):
    no_text = '\uc544\uc9c1 \ub2f5\uc774 \uc5c6\uac70\ub098 \uae00\uc774 \uc544\ub2d9\ub2c8\ub2e4. / No answer yet, or not text.'
    for key in [f'2.{number}' for number in range(1, 7)]:
        assert isinstance(answers[key], str), f'{key}: {no_text}'
        assert answers[key].strip(), f'{key}: {no_text}'

