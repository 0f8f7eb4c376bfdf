"""What the public checks accept, and the sentence about what they do not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from fcnlab import Check
from fcnlab.answers import difference
from fcnlab.verdicts import NotYet
from fcnlab.wording import Lang

LANGS: tuple[Lang, ...] = ("ko", "en")


def told(lang: Lang, function: Callable[..., Any] | None, *args: Any, gives: object, **options: Any) -> str:
    with pytest.raises(NotYet) as raised:
        Check(lang, function, "answer")(*args, gives=gives, **options)
    return str(raised.value)


@pytest.mark.parametrize(
    ("got", "wanted"),
    [
        (3, 3),
        (np.int64(3), 3),
        (3, 3.0),
        (np.float32(0.1), 0.1),
        ((1, np.int32(2)), (1, 2)),
        ([(2, 2, 21)], [(2, 2, 21)]),
        (np.array([[1, 2]]), np.array([[1.0, 2.0]])),
        ({"box": (1.0, 2.0), "n": 1}, {"box": (1.0, 2.0), "n": 1}),
    ],
)
def test_right_answers_pass(got: object, wanted: object) -> None:
    for lang in LANGS:
        assert difference(got, wanted, lang) is None
        Check(lang, lambda: got, "answer")(gives=wanted)


@pytest.mark.parametrize(
    ("got", "wanted", "said"),
    [
        (4, 3, "The value differs."),
        (3.0, 3, "`3.0` has the right value, but is a float and not an integer"),
        ([(2.0, 18)], [(2, 21)], "`2.0` has the right value"),  # of the rest it says nothing
        (True, 1, "This is a bool"),
        ([1, 2], (1, 2), "This is a list, but a tuple was expected."),
        ([[1, 2]], np.array([[1, 2]]), "a NumPy array was expected"),
        (np.ones((2, 1)), np.ones((1, 2)), "The shape is (2, 1), but (1, 2) was expected."),
        (np.array([1, 5, 3]), np.array([1, 2, 3]), "1 of its 3 cells"),
        (np.array(["a"]), np.array([1]), "holds no numbers"),
        ((1, 2, 3), (1, 2), "The length is 3"),
        ({"a": 1}, {"b": 1}, "other keys"),
        ("3", 3, "a string"),
    ],
)
def test_a_sentence_says_what_differs(got: object, wanted: object, said: str) -> None:
    assert said in told("en", lambda: got, gives=wanted)
    assert any("가" <= letter <= "힣" for letter in told("ko", lambda: got, gives=wanted))


def test_a_tuple_a_list_and_an_array_stand_for_one_another_where_the_text_allows_it() -> None:
    for box in ((1.0, 2.0), [1.0, 2.0], np.array([1.0, 2.0])):
        Check("en", lambda box=box: [{"box": box}], "answer")(gives=[{"box": (1.0, 2.0)}], loosely=True)


def test_printing_instead_of_returning_is_told_and_what_was_printed_still_comes_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "`print`가 아니라 `return`" in told("ko", lambda: print(42), gives=42)
    assert capsys.readouterr().out == "42\n"
    assert "(None)" in told("ko", lambda: None, gives=42)


def test_an_error_is_told_with_what_to_think_of_and_without_a_traceback() -> None:
    def both(y_true: Any, y_pred: Any) -> Any:
        return (y_true == 0) and (y_pred == 0)

    said = told("en", both, np.zeros(2), np.zeros(2), gives=1)
    assert said.startswith("`answer([0.0, 0.0], [0.0, 0.0])` raised an error, `ValueError: The truth value")
    assert "`&` and `|`" in said
    assert "Traceback" not in said


def test_a_function_that_is_not_there_and_a_notebook_not_run_from_the_top_are_told() -> None:
    assert "There is no function `answer` yet" in told("en", None, gives=1)
    with pytest.raises(NotYet, match="맨 위부터"):
        Check(None, abs, "abs")


def test_a_function_that_cannot_be_called_as_it_was_handed_out_is_told() -> None:
    def answer() -> int:
        return 1

    def quits() -> None:
        raise SystemExit

    assert "Keep the function's arguments" in told("en", answer, 1, gives=1)
    assert "함수의 인자는 처음 주어진 그대로" in told("ko", answer, 1, gives=1)
    assert "raised an error, `SystemExit`" in told("en", quits, gives=1)
    assert "is no function any more but `5`" in told("en", cast(Any, 5), gives=1)
    assert "함수가 아닌 값이 있습니다: `5`" in told("ko", cast(Any, 5), gives=1)


def test_of_an_array_whose_values_do_not_matter_only_kind_and_shape_are_told() -> None:
    with pytest.raises(NotYet) as raised:
        Check("ko", name="images").array([1], (2, 3))
    assert str(raised.value).endswith("나온 것: 리스트, 나와야 하는 것: NumPy 배열. 나와야 하는 모양: (2, 3).")


def test_a_known_mistake_is_named_and_another_value_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tests").mkdir()
    known = {"answer([1, 2])": [["뒤집음", "turned round", [2, 1]]]}
    Path("tests/known_mistakes.json").write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    assert "뒤집음" in told("ko", lambda x: x[::-1], np.array([1, 2]), gives=np.array([1, 2]))
    assert "mistake" not in told("en", lambda x: x + 1, np.array([1, 2]), gives=np.array([1, 2]))


def test_open_answers_and_answers_of_another_form_are_listed() -> None:
    keys = ["1.1", "1.2"]
    for answers, said in (
        ({"1.1": "a", "1.2": ...}, "not answered yet: 1.2."),
        ({"1.1": "a", "1.2": "e"}, "one letter, a to d: 1.2."),
        ({"1.1": 1, "1.2": "b"}, "with a string, in quotes: 1.1."),
        ({"1.1": "a"}, "Keep the keys"),
        (None, "Keep the keys"),
    ):
        with pytest.raises(NotYet) as raised:
            Check("en", name="answers").letters(answers, keys, "abcd")
        assert said in str(raised.value)
    Check("en", name="answers").letters({"1.1": " A", "1.2": "b"}, keys, "abcd")
