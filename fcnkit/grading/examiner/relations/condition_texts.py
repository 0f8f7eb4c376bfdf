"""What is said of answers that are right for some arguments only."""

from __future__ import annotations

from typing import Literal

from fcnkit.text import Text

Way = Literal["only", "mostly"]
"""Whether a condition is met by all right answers, or by most; others never meet it."""

_NAMES: dict[Way, Text] = {
    "only": Text(ko="{when}만 맞음", en="Right {when} only"),
    "mostly": Text(ko="{when} 맞음", en="Right {when}"),
}
_TEXTS: dict[Way, Text] = {
    "only": Text(
        ko="해 본 것 가운데 {when:는} 모두 맞고, 그 밖에는 하나도 맞지 않습니다. 다른 경우에 무엇이 달라지는지 "
        "살펴보세요.",
        en="Of what was tried, everything is right {when}, and nothing else is. Look at what differs elsewhere.",
    ),
    "mostly": Text(
        ko="해 본 것 가운데 {when:는} 모두 맞고, 맞지 않은 것은 모두 그렇지 않은 경우입니다. 그런 인자로 직접 불러 "
        "보세요.",
        en="Of what was tried, everything is right {when}: what is not right is all among the others. Call the "
        "function with such arguments yourself.",
    ),
}


def told(way: Way, when: Text) -> tuple[Text, Text]:
    """A name and a text. Whether the others are wrong or raise, the checks say: here it would be one more thing that
    an answer could be made to tell."""
    return _NAMES[way].format(when=when), _TEXTS[way].format(when=when)
