"""What is said of code that came from a word processor or a chat, and of texts without quotation marks."""

from __future__ import annotations

import pytest

from fcnkit.grading.examiner.syntax_words import (
    A_TEXT,
    NO_CODE,
    NOT_ENDED,
    OTHER_SIGN,
    QUOTE,
    UNSEEN,
    why_unreadable,
)
from fcnkit.text import Text


def _python_on(line: str) -> str:
    try:
        compile(line, "cell", "exec")
    except SyntaxError as error:
        return f"SyntaxError: {error}"
    raise AssertionError(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("names = [“image”]", QUOTE.format(sign="“")),
        ("names = [‘image’]", QUOTE.format(sign="‘")),
        ("names = （1, 2）", OTHER_SIGN.format(sign="（", plain="(")),
        ("names = [1，2]", OTHER_SIGN.format(sign="，", plain=",")),
        ("size = 3 − 1", OTHER_SIGN.format(sign="−", plain="-")),
        ("size = 3 × 2", OTHER_SIGN.format(sign="×", plain="*")),
        ("size\u00a0= 3", UNSEEN.format(code="U+00A0")),
        ("size = 3\u200b", UNSEEN.format(code="U+200B")),
        ("size\u3000= 3", UNSEEN.format(code="U+3000")),
        ("① 튜플", NO_CODE.format(sign="①")),
        ("x = 3 →", NO_CODE.format(sign="→")),
        ("explanation = 튜플을 더하면 이어 붙습니다. 그래서 오류가 납니다.", A_TEXT),
        ("explanation = Adding tuples joins them, so the shape has four numbers.", A_TEXT),
        ("친구의 코드는 (3)이 정수라서 오류가 납니다", A_TEXT),
        ('explanation = "튜플을 더하면', NOT_ENDED),
    ],
)
def test_what_python_cannot_read_is_said_kindly(line: str, said: Text) -> None:
    assert why_unreadable(_python_on(line), line) == said


@pytest.mark.parametrize("line", ["x = (1, 2", "for i in range(3)", "return x y", "x = [1 2]", "if a not in b or c d"])
def test_of_other_mistakes_python_says_enough(line: str) -> None:
    assert why_unreadable(_python_on(line), line) is None


def test_what_a_process_makes_up_is_no_reason() -> None:
    for message in ("ValueError: invalid character '“' (U+201C)", "SyntaxError: invalid character '“' (U+FFFFFF)"):
        assert why_unreadable(message, "x = 1") is None
