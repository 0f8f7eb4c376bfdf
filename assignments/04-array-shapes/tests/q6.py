from otter.test_files import test_case

OK_FORMAT = False

name = "q6"
points = 15

@test_case(points=None, hidden=False)
def test_explanation(LANG, explanation):
    from fcnlab import Check
    check = Check(LANG, name='explanation')
    check.filled(explanation)
    check.require(isinstance(explanation, str) and bool(explanation.strip()), ko='\uc124\uba85\uc744 \ub530\uc634\ud45c\ub85c \ubb36\uc740 \ubb38\uc790\uc5f4\ub85c \uc4f0\uc138\uc694.', en='write your explanation as a string, in quotation marks.')

