from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 30

@test_case(points=None, hidden=False)
def test_part_3_is_answered_with_letters(LANG, answers):
    from fcnlab import Check
    Check(LANG, name='answers').letters(answers, [f'3.{number}' for number in range(1, 7)], 'abcdef')

