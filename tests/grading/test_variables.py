"""Questions whose answer is a variable: a whole value, or the entries of a dict whose keys were handed out."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from fcnkit.authoring.verification import _reset
from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.examiner.check import Variable
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.variables import judge_entry
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Examination, Job
from fcnkit.grading.results import NOT_ANSWERED, Outcome, QuestionResult
from fcnkit.grading.sandbox.level import choose
from fcnkit.text import Text

ASSIGNMENT = """
title = { ko = "작은 과제", en = "A small assignment" }
profile = "numpy"

[[questions]]
id = "q1"
title = { ko = "축", en = "Axes" }
points = 40
variables = ["axes"]

[[questions]]
id = "q2"
title = { ko = "합", en = "Sums" }
points = 60
variables = ["sums"]
"""
SUITE = """
from fcnkit.grading.examiner.check import Variable, check
from fcnkit.text import Text

AXES = Variable("axes", ["row", "column"], lambda got, expected: None if got == expected else Text("다름", "differs"))
SUMS = Variable("sums", {"1 + 1": 2, "2 + 2": 4, "3 + 3": 6, "1 + 2": 3}, AXES.compare)

@check("q1", points=40, title=Text("축", "axes"))
def test_axes(student):
    student.assert_value(AXES)

@check("q2", points=5, title=Text("1 + 1", "1 + 1"))
def test_ones(student):
    student.assert_entry(SUMS, "1 + 1")

@check("q2", points=15, title=Text("2 + 2", "2 + 2"))
def test_twos(student):
    student.assert_entry(SUMS, "2 + 2")

@check("q2", points=40, title=Text("뽑은 합", "drawn sums"))
def test_drawn(student):
    student.assert_entry(SUMS, "1 + 2" if student.variant == "seven" else "3 + 3")
"""
MISCONCEPTIONS = """
from fcnkit.misconception import Misconception
from fcnkit.text import Text

WORDS = Text("가", "a")
MISCONCEPTIONS = (
    Misconception("columns-first", WORDS, WORDS, {"axes": ["column", "row"]}),
    Misconception("written-side-by-side", WORDS, WORDS, {"sums": {"1 + 1": 11, "2 + 2": 22, "3 + 3": 33}}),
    Misconception("one-more", WORDS, WORDS, {"sums": {"1 + 1": 3}}),
)
"""
WRONG = Text(ko="다름", en="differs")
HANDED_OUT = 'axes = ...\nsums = {"1 + 1": ..., "2 + 2": ..., "3 + 3": ...}'


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalEngine]:
    root = tmp_path_factory.mktemp("course")
    files = {
        "solutions/01-sample/assignment.toml": ASSIGNMENT,
        "autograder/suites/01-sample/test_all.py": SUITE,
        "autograder/suites/01-sample/misconceptions.py": MISCONCEPTIONS,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "shared").symlink_to(Course.find(Path(__file__)).root / "shared")
    with LocalEngine(Course(root).assignment("01"), choose("auto")) as engine:
        yield engine


def examine(engine: LocalEngine, *sources: str, variant: str | None = None) -> tuple[QuestionResult, ...]:
    cells = [Cell(number=number, source=source) for number, source in enumerate(sources, 1)]
    examination: Examination = engine.examine(Job(cells=cells, variant=variant))
    assert examination.fault is None
    return examination.questions


def test_what_was_handed_out_is_not_attempted(engine: LocalEngine) -> None:
    for source in (HANDED_OUT, 'axes = [..., ...]\nsums = {"1 + 1": "  "}', "x = 1"):
        assert [question.outcome for question in examine(engine, source)] == [Outcome.UNATTEMPTED] * 2


def test_answers_count_wherever_they_were_written(engine: LocalEngine) -> None:
    one = 'axes = ["row", "column"]\nsums = {"3 + 3": 6, "1 + 1": 2, "2 + 2": 4, "mine": 5}'
    other = 'axes: list = ["row", "column"]\nfor key in sums: sums[key] = int(key[0]) * 2'
    for sources in ([one], [HANDED_OUT, other]):
        assert [question.score for question in examine(engine, *sources)] == [40, 60]


@pytest.mark.parametrize(
    "sources",
    [
        ['axes = np.array(["row", "column"])\nsums = OrderedDict({"1 + 1": 2, "2 + 2": 4, "3 + 3": 6})'],
        ['axes = deque(["row", "column"])\nsums = {" 1+1 ": 2, "2+2": 4, "3  +  3": 6}'],
        [
            'axes = ["row", "column"]\nsums = {"1 + 1": 2, "2 + 2": 4, "3 + 3": 6}',
            "axes = None",
            "sums = {}",
            "axes = []",
        ],
        [HANDED_OUT, 'axes = deque(["row", "column"])', 'sums.update({"1+1": 2, "2+2": 4, "3+3": 6})'],
    ],
)
def test_answers_count_whatever_holds_them(engine: LocalEngine, sources: list[str]) -> None:
    imports = "import numpy as np\nfrom collections import OrderedDict, deque"
    assert [question.score for question in examine(engine, imports, *sources)] == [40, 60]


def test_a_number_stands_for_the_text_that_a_key_was() -> None:
    told = Variable("told", {"1.1": "a", "2": "b"}, lambda got, right: None if got == right else WRONG)
    for key in told.expected:
        judge_entry(told, {1.1: "a", 2: "b"}, key, {})
    with pytest.raises(CheckFailed) as failed:
        judge_entry(told, {"a": " "}, "2", {})
    assert failed.value.message == NOT_ANSWERED


def test_answers_under_keys_of_their_own_are_told_from_empty_ones(engine: LocalEngine) -> None:
    _, sums = examine(engine, HANDED_OUT, 'sums = {"a": 2, "b": 4, "c": 6}')
    assert {check.outcome for check in sums.checks} == {Outcome.UNATTEMPTED}
    assert all("none of the keys" in check.message.en for check in sums.checks if check.message is not None)


def test_a_variable_of_nearly_the_name_that_is_asked_for_is_pointed_out(engine: LocalEngine) -> None:
    job = Job(cells=[Cell(number=1, source='Axes = ["row", "column"]\nsums = {"1 + 1": 2, "2 + 2": 4, "3 + 3": 6}')])
    (note,) = engine.examine(job).notes
    assert note.en.startswith("axes: there is no answer of this name, but cell 1 defines Axes.")


def test_a_variable_that_is_none_is_told_so(engine: LocalEngine) -> None:
    axes = examine(engine, HANDED_OUT, 'axes = print("row, column")')[0]
    assert axes.outcome is Outcome.UNATTEMPTED
    assert axes.checks[0].message is not None
    assert "axes is None" in axes.checks[0].message.en


def test_a_wrong_entry_costs_its_own_points_alone(engine: LocalEngine) -> None:
    _, sums = examine(engine, HANDED_OUT, 'sums |= {"1 + 1": 7, "2 + 2": 4, "3 + 3": 6}')
    assert [check.outcome for check in sums.checks] == [Outcome.FAILED, Outcome.PASSED, Outcome.PASSED]
    assert sums.score == 55
    assert sums.checks[0].message is not None
    assert sums.checks[0].message.en == "differs"
    assert (sums.misconceptions, sums.examples) == ((), ())


def test_what_is_still_empty_costs_its_own_points_alone(engine: LocalEngine) -> None:
    _, sums = examine(engine, HANDED_OUT, 'sums["1 + 1"] = 2')
    assert [check.outcome for check in sums.checks] == [Outcome.PASSED, Outcome.UNATTEMPTED, Outcome.UNATTEMPTED]
    assert (sums.outcome, sums.score) == (Outcome.FAILED, 5)


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ('axes = ["column", "row"]', ["columns-first"]),
        ('sums |= {"1 + 1": 11, "2 + 2": 22}', ["written-side-by-side"]),
        ('sums |= {"1 + 1": 11}', ["written-side-by-side"]),
        ('sums |= {"1 + 1": 3, "2 + 2": 4}', ["one-more"]),
        ('sums |= {"1 + 1": 11, "2 + 2": 23}', ["written-side-by-side"]),
        ('sums |= {"1 + 1": 3, "2 + 2": 22}', ["written-side-by-side", "one-more"]),
        ('sums |= {"1 + 1": 12, "2 + 2": 23}', []),
    ],
)
def test_a_misconception_is_named_where_it_explains_a_wrong_answer(
    engine: LocalEngine, source: str, named: list[str]
) -> None:
    questions = examine(engine, HANDED_OUT, source)
    assert [m.id for question in questions for m in question.misconceptions] == named


@pytest.mark.parametrize(
    ("source", "outcome", "said"),
    [
        ("sums = [2, 4, 6]", Outcome.FAILED, "should stay the dict that was handed out, but it is a `list`"),
        ("sums = set()", Outcome.FAILED, "it is a `set`"),
        ('sums["1 + 1"] = lambda: 2', Outcome.FAILED, "A `function` cannot be read as an answer"),
        ("del sums", Outcome.ERROR, "There was no variable sums"),
        ("1 / 0", Outcome.UNATTEMPTED, "Not answered yet."),
    ],
)
def test_what_cannot_be_judged_is_said_kindly(engine: LocalEngine, source: str, outcome: Outcome, said: str) -> None:
    _, sums = examine(engine, HANDED_OUT, source)
    assert sums.checks[0].outcome is outcome
    assert sums.checks[0].message is not None
    assert said in sums.checks[0].message.en


def test_a_process_that_ends_is_told_from_an_empty_answer(engine: LocalEngine) -> None:
    class_that_ends = (
        "from collections.abc import Mapping\nclass Ends(Mapping):\n    def __iter__(self): raise SystemExit\n"
        "    def __len__(self): return 1\n    def __getitem__(self, key): return 1\nsums = Ends()"
    )
    assert [question.outcome for question in examine(engine, HANDED_OUT, class_that_ends)][1] is Outcome.ERROR


def test_a_check_can_depend_on_the_notebooks_draw(engine: LocalEngine) -> None:
    source = 'sums = {"1 + 1": 2, "2 + 2": 4, "1 + 2": 3}'
    assert examine(engine, source, variant="seven")[1].score == 60
    assert examine(engine, source)[1].score == 20  # without `3 + 3`


def test_verify_sets_a_variable_as_a_student_would() -> None:
    names: dict[str, object] = {"predictions": {"a": ..., "b": ..., "c": 1}}
    exec(_reset("predictions", {"a": (3,), "b": np.array([1, 2], "uint8"), "not drawn": 0}), names)  # noqa: S102
    predictions = names["predictions"]
    assert isinstance(predictions, dict)
    assert list(predictions) == ["a", "b", "c"]
    assert (predictions["a"], predictions["b"].tolist(), predictions["b"].dtype) == ((3,), [1, 2], np.uint8)
    exec(_reset("axes", ["row"]), names)  # noqa: S102
    assert names["axes"] == ["row"]
