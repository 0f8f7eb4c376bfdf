"""Questions from a student's code, with runs that are played here: what is asked, and that keys are what runs gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import numpy as np
import pytest

from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.alterations import Alteration
from fcnkit.grading.examiner.bound_names import Defined
from fcnkit.grading.examiner.check import Case, Function, case
from fcnkit.grading.examiner.own_code_questions import outcome_of, questions_on
from fcnkit.grading.examiner.replies import Lost, Missing, Raise, Reply, Value
from fcnkit.grading.own_code import CallOutcome, OwnQuestion
from fcnkit.grading.protocol import Opaque
from fcnkit.reports.instructor_pages import interview_page
from fcnkit.text import LANGS, Lang, Text

CODE = "def {0}(a, b=2):\n    c = a + b\n    if a > 3:\n        c = c * 2\n    return c - 1"


class Played:
    """Runs of code that is ours, in this process."""

    def __init__(self, sources: Mapping[str, str], stubs: Sequence[str] = ()) -> None:
        self.cells = [Cell(number, source) for number, source in enumerate(sources.values(), 1)]
        self.defined = {name: Defined(cell, name in stubs, (), ()) for cell, name in enumerate(sources, 1)}

    def call(self, function: Function, case: Case) -> CallOutcome | None:
        return self._call(self.cells, function, case)

    def call_altered(self, alteration: Alteration, function: Function, case: Case) -> CallOutcome | None:
        return self._call([alteration.cell], function, case)

    def _call(self, cells: Sequence[Cell], function: Function, case: Case) -> CallOutcome | None:
        names: dict[str, Any] = {}
        for cell in cells:
            exec(cell.source, names)  # noqa: S102  # ours
        try:
            return outcome_of(Value(names[function.name](*case.args)), in_place=False)
        except Exception as error:
            return outcome_of(Raise(type(error).__name__, "x", 1, 1), in_place=False)


def asked(sources: Mapping[str, str], seed: str = "kim", stubs: Sequence[str] = ()) -> list[OwnQuestion]:
    functions = [Function(name, lambda *_: 0, lambda *_: None, case(4)) for name in sources]
    runs: Any = Played(sources, stubs)
    return list(questions_on(runs, functions, {name: [case(5, 3)] for name in sources}, Random(seed)))


THREE = {name: CODE.format(name) for name in ("f", "g", "h")}


def test_three_questions_about_three_functions_whose_keys_are_what_runs_gave() -> None:
    found = asked(THREE)
    assert [each.kind for each in found] == ["value", "change", "which"]
    assert {each.code.function for each in found} == {"f", "g", "h"}
    for each in found:
        name, lines = each.code.function, list(each.code.lines)
        results = []
        for change in each.changes:
            altered = [change.now if line.strip() == change.was else line.strip() for line in lines]
            indents = [line[: len(line) - len(line.lstrip())] for line in lines]
            names: dict[str, Any] = {}
            exec("\n".join(indent + line for indent, line in zip(indents, altered, strict=True)), names)  # noqa: S102  # ours
            results.append(repr(eval(each.call, names)))  # noqa: S307  # ours
        assert not results or (each.after is not None and results[each.right] == each.after.text)
        assert len({*results, each.before.text}) == len(results) + 1, name


def test_equal_seeds_ask_alike_and_others_differ() -> None:
    assert asked(THREE) == asked(THREE)
    assert any(asked(THREE, str(seed)) != asked(THREE) for seed in range(3))


def test_one_function_can_be_asked_about_three_times_with_no_change_twice() -> None:
    found = asked({"f": CODE.format("f")})
    changes = [change for each in found for change in each.changes]
    assert len(changes) == len(set(changes))
    assert found[0].kind == "value"


@pytest.mark.parametrize(
    "source",
    [
        "def f(a, b=2):\n    raise ValueError(a)",
        "import random\ndef f(a, b=2):\n    return random.random()",
        "f = len",
        "def f(a, b=2):\n    return a\nf = max",
        "def f(a, b=2):\n    return None",
    ],
)
def test_what_gives_no_answer_that_lasts_is_not_asked_about(source: str) -> None:
    assert asked({"f": source}) == []


def test_what_was_handed_out_is_not_asked_about() -> None:
    assert {each.code.function for each in asked(THREE, stubs=["f"])} == {"g", "h"}


@pytest.mark.parametrize(
    "reply",
    [
        Missing(),
        Lost(Text(ko="끝", en="over")),
        Value(None),
        Value(Opaque("Thing")),
        Value([1, {"a": Opaque("Thing")}]),
        Value("x" * 1000),
        Raise(None, "their own", 1, 1),
        Raise("MemoryError", "full", 1, 1, limit="memory"),
    ],
)
def test_what_a_line_cannot_show_is_no_outcome(reply: Reply) -> None:
    assert outcome_of(reply, in_place=False) is None


def test_large_arrays_are_asked_for_by_shape_and_what_is_left_in_place_counts() -> None:
    assert outcome_of(Value(np.zeros((5, 5))), in_place=False) == CallOutcome(kind="shape", text="(5, 5)")
    assert outcome_of(Value(None, args=((1, 2),)), in_place=True) == CallOutcome(kind="value", text="(1, 2)")


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_escapes_code_and_holds_keys_apart(lang: Lang) -> None:
    hostile = CODE.format("f").replace("a + b", "a + b  # </pre><script>alert(1)</script>")
    page = interview_page("<b>Kim</b>", asked({"f": hostile, "g": CODE.format("g")}), Text(ko="과제", en="A"), lang)
    assert "<script" not in page
    assert "<b>Kim" not in page
    questions, keys = page.split('id="keys"')
    assert questions.count("<h2") == 3 + 1
    assert keys.count("<li>") == 3
