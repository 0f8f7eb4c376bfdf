"""The catalogue: both languages complete, nothing missing and nothing idle."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import fcnkit.reports
from fcnkit.grading.results import Outcome, Rest, Status
from fcnkit.reports.phrases import PHRASES, phrase

REPORTS = Path(fcnkit.reports.__file__).parent
SOURCES = [path.read_text(encoding="utf-8") for path in (*REPORTS.glob("*.py"), *REPORTS.glob("templates/*.j2"))]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", PHRASES)
def test_both_languages_say_the_same_fields(key: str) -> None:
    assert fields(PHRASES[key].ko) == fields(PHRASES[key].en)


def test_korean_is_korean_and_english_is_english() -> None:
    for key, text in PHRASES.items():
        assert not re.search("[가-힣]", text.en), key
        assert re.search("[가-힣]", text.ko), key


def test_every_word_that_is_asked_for_exists() -> None:
    asked = {key for source in SOURCES for key in re.findall(r"""(?:\bt|\bword)\("([a-z_]+)\"""", source)}
    assert asked
    assert asked <= PHRASES.keys()
    assert {value.value for kind in (Outcome, Status, Rest) for value in kind} <= PHRASES.keys()


def test_no_word_is_idle() -> None:
    text = "\n".join(source for source in SOURCES if "PHRASES: Mapping" not in source)
    built = {f"{status}_{part}" for status in ("invalid", "ungraded") for part in ("title", "text", "help")}
    values = {value.value for kind in (Outcome, Status, Rest) for value in kind}
    assert {key for key in PHRASES if f'"{key}"' not in text} - built - values == set()


def test_an_unknown_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrase("no such word", "ko")
