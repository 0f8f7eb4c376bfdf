from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 30

@test_case(points=None, hidden=False)
def test_part_2_is_answered_with_text(LANG, answers):
    from fcnlab import Check
    Check(LANG, name='answers').strings(answers, [f'2.{number}' for number in range(1, 7)])

