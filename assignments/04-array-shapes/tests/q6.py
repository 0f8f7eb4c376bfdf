from otter.test_files import test_case

OK_FORMAT = False

name = "q6"
points = 15

@test_case(points=None, hidden=False)
def test_explanation(explanation):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert explanation is not None, not_answered
    assert explanation is not ..., not_answered
    assert isinstance(explanation, str), '\ub530\uc634\ud45c\ub85c \ubb36\uc740 \uae00\ub85c \uc368 \uc8fc\uc138\uc694. / Write a text in quotation marks.'

