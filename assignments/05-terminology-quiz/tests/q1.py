from otter.test_files import test_case

OK_FORMAT = False

name = "q1"
points = 40

@test_case(points=None, hidden=False)
def test_part_1_is_answered_with_letters(LANG, answers):
    from fcnlab import Check
    Check(LANG, name='answers').letters(answers, [f'1.{number}' for number in range(1, 9)], 'abcd')

