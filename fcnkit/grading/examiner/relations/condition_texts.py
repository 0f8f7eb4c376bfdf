"""What is said of answers that are right for some arguments only."""

from __future__ import annotations

from typing import Literal

from fcnkit.text import Text

Way = Literal["only", "mostly"]
"""Whether a condition is met by all right answers, or by most; wrong ones never meet it."""

_NAMES: dict[Way, Text] = {
    "only": Text(ko="{when}만 맞음", en="Right {when} only"),
    "mostly": Text(ko="{when} 맞음", en="Right {when}"),
}
_TEXTS: dict[Way, Text] = {
    "only": Text(
        ko="해 본 것 가운데 {when:는} 모두 맞고, 그렇지 않으면 {fails}. 다른 경우에 무엇이 달라지는지 살펴보세요.",
        en="Of what was tried, everything is right {when}, and all else {fails}. Look at what differs elsewhere.",
    ),
    "mostly": Text(
        ko="해 본 것 가운데 {when:는} 모두 맞고, {failed} 것은 모두 그렇지 않은 경우입니다. 그런 인자로 직접 불러 "
        "보세요.",
        en="Of what was tried, everything is right {when}: {failed} are all among the others. Call the function with "
        "such arguments yourself.",
    ),
}
_WRONG = {"fails": Text(ko="틀립니다", en="is wrong"), "failed": Text(ko="틀린", en="the wrong answers")}
_RAISES = {"fails": Text(ko="오류가 납니다", en="raises an error"), "failed": Text(ko="오류가 난", en="the errors")}
_BOTH = {
    "fails": Text(ko="오류가 나거나 틀립니다", en="raises an error or is wrong"),
    "failed": Text(ko="오류가 나거나 틀린", en="the errors and wrong answers"),
}


def told(way: Way, when: Text, *, is_wrong: bool, raises: bool) -> tuple[Text, Text]:
    """A name and a text, for what is wrong elsewhere, or raises, or both."""
    failing = _BOTH if is_wrong and raises else _RAISES if raises else _WRONG
    return _NAMES[way].format(when=when), _TEXTS[way].format(when=when, **failing)
