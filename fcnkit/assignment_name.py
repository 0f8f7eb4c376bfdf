"""Which of a course's assignments somebody means."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from fcnkit.errors import ConfigError
from fcnkit.text import NONE, Text

NEAR = Text(
    ko="{name!r} 과제가 없습니다. {near!r:을} 쓰려고 하셨나요?", en="no assignment {name!r}; did you mean {near!r}?"
)
NO_ASSIGNMENT = Text(ko="{name!r} 과제가 없습니다. 있는 과제: {names}", en="no assignment {name!r}; there are: {names}")
_A_PART = 3
"""Letters of a name that tell which one is meant; two are a number."""


def whole_name(said: str, names: Sequence[str]) -> str:
    """The one of `names` that is said as `01`, `1` or `01-transposed-convolution`. Raises ConfigError."""
    for name in names:
        number = name.split("-")[0]
        if said in (name, number, number.removeprefix("0")):
            return name
    raise ConfigError(no_assignment(said, names))


def no_assignment(said: str, names: Sequence[str]) -> Text:
    """That there is none: with the one that may be meant, by a part of its name or misspelled, or else with all."""
    near = [name for name in names if len(said) >= _A_PART and said in name] or get_close_matches(said, names, 1)
    if near:
        return NEAR.format(name=said, near=near[0])
    return NO_ASSIGNMENT.format(name=said, names=", ".join(names) or NONE)
