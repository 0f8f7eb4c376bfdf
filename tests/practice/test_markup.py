"""The markup of running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcnkit.practice import markup
from fcnkit.practice.markup import Run


def test_each_mark_is_a_run() -> None:
    assert markup.runs("a `b` **c** $x_{i} = e^{t}$") == (
        Run("plain", "a "),
        Run("code", "b"),
        Run("plain", " "),
        Run("strong", "c"),
        Run("plain", " "),
        Run("math", "x"),
        Run("sub", "i"),
        Run("math", " = e"),
        Run("sup", "t"),
    )


@pytest.mark.parametrize("text", ["an `open end", "**half", "price $5", "a ` b"])
def test_a_mark_without_its_partner_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="without its partner"):
        markup.runs(text)


def test_a_korean_word_holds_its_code_and_its_particle() -> None:
    words = ["".join(run.text for run in word) for word in markup.words("입력 `x`에 **커널**을 곱해서")]
    assert words == ["입력", "x에", "커널을", "곱해서"]


@given(st.text(alphabet="가나다 abc_^{}", max_size=40))
def test_plain_text_is_kept(text: str) -> None:
    assert markup.plain(text) == text
    assert " ".join("".join(run.text for run in word) for word in markup.words(text)).split() == text.split()
