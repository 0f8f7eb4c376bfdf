"""Each hidden suite as a whole: points, cases, and what it says about each misconception."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hidden_suite import HiddenCheck, Suite, alike, answer, load_suite

from fcnkit.course import Course
from fcnkit.grading.examiner.case_draws import Draw, Theme
from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.profiles import PROFILES
from fcnkit.misconception import Misconception

COURSE = Course.find(Path(__file__))
FORBIDDEN = {"tensorflow", "keras", "scipy", "torch", "otter", "solutions"}
SEVERAL_RIGHT = {"load_trimap", "architectures"}
"""Of these the oracle gives several right answers at once, and so none that could be compared with itself."""
ENOUGH = {
    "01-transposed-convolution": (200, 30),
    "02-yolo-output": (150, 25),
    "03-fcn-segmentation": (60, 20),  # models are built and traced: few calls say much
    "04-array-shapes": (75, 9),  # tuples have few themes
    "05-terminology-quiz": (20, 0),  # answers are looked up, no function is called
    "06-cnn-building-blocks": (90, 20),  # two of the functions build blocks, which are traced
}
"""The least number of calls, and of functions that make their cases."""
MOST_CALLS = 400
CASES = {"cases", "cases_detect", "cases_pictures", "cases_sizes"}
"""The modules of themes."""
TOTAL_LOSSES = {
    # The size of an ordinary convolution is no wrong habit in this question but the answer to another one.
    "01-transposed-convolution": {
        ("downsampled-instead", "transposed_conv_output_size"),
        # With another centre, with sums for products or with one axis alone, no cell of any kernel is right.
        ("bilinear-centre-at-half", "bilinear_kernel"),
        ("bilinear-weights-added", "bilinear_kernel"),
        ("bilinear-heights-alone", "bilinear_kernel"),
    },
    # Where each shape has two numbers or four, none stands in the place that any check looks at.
    "02-yolo-output": {(id, "yolo_output_shapes") for id in ("boxes-as-an-axis", "cells-in-one-row")},
    # The wrong length, or size, is wrong in every respect.
    "03-fcn-segmentation": {("down-and-up", "mirrored_strides"), ("not-resized", "load_image")},
    # What raises gives nothing that could be right.
    "04-array-shapes": {
        (id, function)
        for id in ("comma-forgotten", "last-comma-forgotten")
        for function in ("image_batch_shape", "video_batch_shape", "allocate_images", "allocate_masks")
    }
    | {("shape-multiplied-out", function) for function in ("image_batch_shape", "video_batch_shape")}  # no shape at all
    | {("shape-for-array", function) for function in ("allocate_images", "allocate_masks")},  # no array at all
}
"""Misconceptions in a function that may cost all marks of its question."""


FIXED = {
    "01-transposed-convolution": {"factor_one"},
    "03-fcn-segmentation": {"builds_to_train"},  # the smallest size is the one that trains in time
    "04-array-shapes": {"shapes_of_the_lecture"},  # beside others, never alone
}
"""Themes that leave nothing to be drawn."""


@pytest.fixture(scope="module", params=COURSE.names())
def suite(request: pytest.FixtureRequest) -> Suite:
    return load_suite(COURSE.assignment(request.param))


def test_points_add_up_to_what_the_assignment_says(suite: Suite) -> None:
    points: Counter[str] = Counter()
    for check in suite.checks:
        points[check.question] += check.points
    by_machine = [question for question in suite.assignment.config.questions if question.rubric is None]
    assert points == {question.id: question.points for question in by_machine}


def test_every_answer_of_a_question_is_checked_and_no_other(suite: Suite) -> None:
    for question in suite.assignment.config.questions:
        asked = {f.name for check in suite.checks if check.question == question.id for f, _ in check.calls}
        assert asked == ({*question.functions, *question.variables} if question.rubric is None else set())


def test_calls_are_enough_and_stay_few(suite: Suite) -> None:
    enough, _ = ENOUGH[suite.assignment.name]
    assert enough <= sum(len(check.calls) for check in suite.checks) <= MOST_CALLS


def test_cases_are_the_same_for_a_seed_and_others_for_another(suite: Suite) -> None:
    if "cases" not in suite.modules:
        pytest.skip(f"{suite.assignment.name} asks for no functions, and so has no cases")
    themes = [theme for module in CASES & suite.modules.keys() for theme in _themes(suite.modules[module])]
    assert len(themes) >= ENOUGH[suite.assignment.name][1]
    draws = {seed: [_keys(theme, seed) for theme in themes] for seed in ("one", "another", "a third")}
    assert draws["one"] == [_keys(theme, "one") for theme in themes]
    fixed = {
        theme.__name__
        for theme, first, *others in zip(themes, *draws.values(), strict=True)
        if all(keys == first for keys in others)
    }
    assert fixed == FIXED.get(suite.assignment.name, set())


@pytest.mark.parametrize("number", ["01", "02", "04"])
def test_every_function_is_once_called_with_its_arguments_by_name(number: str) -> None:
    suite = load_suite(COURSE.assignment(number))
    for name in {function.name for check in suite.checks for function, _ in check.calls if not _is_variable(function)}:
        calls = [call for check in suite.checks_of(name) for call in check.calls if call[0].name == name]
        assert any(len(case.args) <= function.in_place for function, case in calls), name


def test_public_examples_are_not_among_the_hidden_cases_of_their_check(suite: Suite) -> None:
    for check in suite.checks:
        for function, case in check.calls:
            assert _key(function.example) != _key(case)


def test_oracles_pass_their_own_comparison(suite: Suite) -> None:
    for check in suite.checks:
        for function, case in check.calls:
            if function.look is None and function.name not in SEVERAL_RIGHT:
                assert function.compare(answer(function.oracle, case), answer(function.oracle, case)) is None


def test_misconceptions_are_many_and_their_ids_differ(suite: Suite) -> None:
    ids = [misconception.id for misconception in suite.misconceptions]
    assert len(set(ids)) == len(ids) >= 10
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in ids)
    assert len({misconception.name for misconception in suite.misconceptions}) == len(ids)


def test_every_misconception_loses_marks_in_every_function_and_is_the_one_named(suite: Suite) -> None:
    for misconception in suite.misconceptions:
        for function in _answers_with_data(misconception):
            explanations = _explanations(suite, misconception, function)
            assert explanations, f"{misconception.id} loses no marks in {function}"
            votes = Counter(id for ids in explanations.values() for id in ids)
            for check, ids in explanations.items():
                named = max(ids, key=votes.__getitem__)
                assert named == misconception.id, f"{check}: {misconception.id} in {function} is taken for {named}"


def test_one_wrong_habit_costs_the_marks_of_its_theme_alone(suite: Suite) -> None:
    total_loss = {
        (misconception.id, function)
        for misconception in suite.misconceptions
        for function in _answers_with_data(misconception)
        if len(_explanations(suite, misconception, function)) == len(suite.checks_of(function))
    }
    assert total_loss == TOTAL_LOSSES.get(suite.assignment.name, set())


def test_no_two_misconceptions_are_one(suite: Suite) -> None:
    for one, other in combinations(suite.misconceptions, 2):
        for function in _answers_with_data(one) & _answers_with_data(other):
            calls = [call for check in suite.checks_of(function) for call in check.calls]
            assert not all(
                alike(asked, _believed(suite, one, asked, case), _believed(suite, other, asked, case))
                for asked, case in calls
            ), f"{one.id} and {other.id} answer {function} alike"


def test_misconceptions_answer_every_case(suite: Suite) -> None:
    for misconception in suite.misconceptions:
        for name in _answers_with_data(misconception):
            for asked, case in [
                call for check in suite.checks_of(name) for call in check.calls if call[0].name == name
            ]:
                _believed(suite, misconception, asked, case)


def test_wrong_answers_import_what_students_may_and_at_the_top_numpy_alone(suite: Suite) -> None:
    if "wrong_answers" not in suite.modules:
        pytest.skip(f"{suite.assignment.name} asks for no functions, and so has no wrong ones")
    for path in suite.assignment.paths.suite.glob("wrong_answers*.py"):
        assert _imports(path) <= PROFILES[suite.assignment.config.profile].modules
        top = ast.parse(path.read_text(encoding="utf-8")).body
        assert {alias.name for node in top if isinstance(node, ast.Import) for alias in node.names} <= {"numpy"}
        assert not any(isinstance(node, ast.ImportFrom) for node in top)


def test_wrong_answers_have_the_students_signatures(suite: Suite) -> None:
    oracles = {function.name: function.oracle for check in suite.checks for function, _ in check.calls}
    for misconception in suite.misconceptions:
        for name, given in misconception.answers.items():
            if callable(given):
                assert _parameters(given) == _parameters(oracles[name])
                assert _file(given).startswith("wrong_answers")


def test_no_file_of_the_suite_imports_a_framework_or_a_solution(suite: Suite) -> None:
    files = list(suite.assignment.paths.suite.glob("*.py"))
    assert files
    for path in files:
        is_students = path.name.startswith("wrong_answers")
        students = PROFILES[suite.assignment.config.profile].modules if is_students else set()
        assert not _imports(path) & FORBIDDEN - students, path


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_texts_are_in_their_language_and_mark_nothing_but_code(suite: Suite, lang: Any) -> None:
    hangul = re.compile("[가-힣]")
    for misconception in suite.misconceptions:
        for text in (misconception.name, misconception.text):
            assert bool(hangul.search(text[lang])) == (lang == "ko")
            assert "*" not in re.sub("`[^`]+`", "", text[lang]), "pages would show the asterisks"


def _answers_with_data(misconception: Misconception) -> set[str]:
    """What it answers in a form that can be compared here; models are compared by `fcnkit verify`, where Keras is."""
    return misconception.answers.keys() - misconception.signs.keys() - misconception.raises.keys()


def _explanations(suite: Suite, misconception: Misconception, function: str) -> dict[str, list[str]]:
    """Failed check → the misconceptions that give each of its wrong answers, as the examiner finds them."""
    found = {}
    for check in suite.checks_of(function):
        wrong = _wrong_calls(suite, check, misconception)
        if wrong:
            found[check.name] = [
                other.id
                for other in suite.misconceptions
                if function in other.answers.keys() - other.raises.keys()
                and all(alike(f, got, _believed(suite, other, f, case), believed_of=case) for f, case, got in wrong)
            ]
    return found


def _wrong_calls(suite: Suite, check: HiddenCheck, misconception: Misconception) -> list[tuple[Function, Case, Any]]:
    answers = [(asked, case, _believed(suite, misconception, asked, case)) for asked, case in check.agreements]
    return [(f, case, got) for f, case, got in answers if not alike(f, got, suite.answer(f.oracle, case))]


def _believed(suite: Suite, misconception: Misconception, asked: Function, case: Case) -> Any:
    """What somebody who holds a misconception answers; entries of a dict that it says nothing about are right."""
    given = misconception.answers[asked.name]
    if isinstance(given, dict) and case.args[0] not in given:
        given = asked.oracle
    return suite.answer(given, case, in_place=asked.in_place)


def _is_variable(function: Function) -> bool:
    """Which `CaseRecorder` makes a function of."""
    return not _file(function.oracle).startswith("spec")


def _file(function: Callable[..., Any]) -> str:
    """The name of the module of the suite that it stands in."""
    return function.__module__.rpartition(".")[2]


def _keys(theme: Theme, seed: str) -> list[str]:
    return [_key(case) for case in theme(Draw(seed, theme.__name__))]


def _themes(module: ModuleType) -> list[Theme]:
    of_its_own = [
        (name, value) for name, value in vars(module).items() if callable(value) and not isinstance(value, type)
    ]
    return [value for name, value in of_its_own if not name.startswith("_") and value.__module__ == module.__name__]


def _key(case: Case) -> str:
    """Values, dtypes and shapes, whether given by position or by name."""
    return repr([_exact(value) for value in case.args] + [(name, _exact(value)) for name, value in case.kwargs.items()])


def _exact(value: Any) -> Any:
    return (value.tolist(), value.dtype.name, value.shape) if isinstance(value, np.ndarray) else value


def _parameters(function: Any) -> list[str]:
    code = function.__code__
    return list(code.co_varnames[: code.co_argcount])


def _imports(path: Path) -> set[str]:
    """The top-level packages that a file imports."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    selected = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in plain | selected}
