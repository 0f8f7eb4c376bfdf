"""A hidden suite as data: its modules, its checks and the cases that each check tries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from fcnkit.course import Assignment, Course
from fcnkit.course_package import import_folder, import_module
from fcnkit.grading.examiner.case_draws import Theme, drawn
from fcnkit.grading.examiner.check import Case, Function, Variable, case
from fcnkit.misconception import Misconception
from fcnkit.text import Text


class CaseRecorder:
    """Stands where a check expects a Student, and notes what the check would ask of one."""

    variant = None

    def __init__(self, seed: str = "") -> None:
        self._seed = seed
        self.agreements: list[tuple[Function, Case]] = []
        self.other_calls: list[tuple[Function, Case]] = []

    def assert_matches(self, function: Function, theme: Theme) -> None:
        self.agreements += [(function, case) for case in drawn(theme, self._seed, function)]

    def assert_arguments_unchanged(self, function: Function, theme: Theme) -> None:
        self.other_calls += [(function, case) for case in drawn(theme, self._seed, function)]

    assert_returns_first_argument = assert_owns_memory = assert_arguments_unchanged

    def assert_deterministic(self, function: Function, theme: Theme) -> None:
        self.other_calls += [(function, case) for case in drawn(theme, self._seed, function) for _ in range(2)]

    def assert_value(self, variable: Variable) -> None:
        self.agreements.append((_asked(variable), case()))

    def assert_entry(self, variable: Variable, key: Any) -> None:
        self.agreements.append((_asked(variable), case(key)))

    def value(self, _name: str) -> dict[str, Any]:
        """An empty answer sheet."""
        return {}

    def tell_afterwards(self, _text: Text) -> None:
        """Of no page here."""


def _asked(variable: Variable) -> Function:
    """A variable as if it were a function of its keys, or without arguments."""
    return Function(
        variable.name,
        lambda *keys: answer(variable.expected, case(*keys)),
        variable.compare,
        example=case("variables have no example"),
    )


@dataclass(frozen=True)
class Raised:
    """In the place of an answer: what a function of ours raises for what a call gives it."""

    words: str


def answer(given: Any, asked: Case, *, in_place: bool = False) -> Any:
    """What a function gives for a case, or a variable's value holds under a key. Raises KeyError where it has none."""
    if not callable(given):
        return given[asked.args[0]] if asked.args else given
    try:
        return asked.call(given, in_place=in_place)
    except (TypeError, IndexError, ValueError) as error:
        return Raised(f"{type(error).__name__}: {error}")


def alike(function: Function, got: Any, believed: Any, *, believed_of: Case | None = None) -> bool:
    """Whether two answers are one to the check or, `believed_of` a case, one shows that somebody believes the other."""
    if isinstance(got, Raised) or isinstance(believed, Raised):
        return type(got) is type(believed) and bool(got == believed)
    if believed_of is not None:
        return function.comes_of(believed, got, believed_of)
    return function.compare(got, believed) is None


def by_place(function: Function, asked: Case) -> Case:
    """The case with all arguments that have to be given in their places: wrong answers have names of their own."""
    needed = [each.name for each in function.parameters.values() if each.default is each.empty][len(asked.args) :]
    others = {name: value for name, value in asked.kwargs.items() if name not in needed}
    return replace(asked, args=(*asked.args, *(asked.kwargs[name] for name in needed)), kwargs=others)


def written(name: str, answer: Callable[..., Any]) -> str:
    """Source that defines a function as a wrong answer of the suite does, with all of the answer's module."""
    return f"{Path(answer.__code__.co_filename).read_text(encoding='utf-8')}\n\n{name} = {answer.__name__}\n"


@dataclass(frozen=True)
class HiddenCheck:
    name: str
    question: str
    points: float
    agreements: list[tuple[Function, Case]]
    other_calls: list[tuple[Function, Case]]

    @property
    def calls(self) -> list[tuple[Function, Case]]:
        return self.agreements + self.other_calls


@dataclass(frozen=True)
class Suite:
    assignment: Assignment
    modules: dict[str, ModuleType]
    checks: list[HiddenCheck]
    _known: dict[tuple[int, int, bool], tuple[Any, Case, Any]] = field(default_factory=dict)
    """Answers by the numbers of what gives them and of the case, which are kept so that no other has the same ones."""

    def answer(self, given: Any, asked: Case, *, in_place: bool = False) -> Any:
        """As `answer`, worked out once: each wrong answer is compared with what everybody else would answer."""
        key = id(given), id(asked), in_place
        if key not in self._known:
            self._known[key] = given, asked, answer(given, asked, in_place=in_place)
        return self._known[key][-1]

    @property
    def misconceptions(self) -> tuple[Misconception, ...]:
        found: tuple[Misconception, ...] = self.modules["misconceptions"].MISCONCEPTIONS
        return found

    def checks_of(self, function: str) -> list[HiddenCheck]:
        return [check for check in self.checks if any(asked.name == function for asked, _ in check.calls)]


def load_suite(assignment: Assignment, seed: str = "") -> Suite:
    """Import the suite and ask each of its checks for the cases that the seed draws."""
    modules = _load(assignment.paths.suite)
    tests = [
        (f"{name}::{test}", body)
        for name, module in sorted(modules.items())
        if name.startswith("test_")
        for test, body in vars(module).items()
        if test.startswith("test_")
    ]
    return Suite(assignment, modules, [_hidden_check(name, body, seed) for name, body in tests])


@cache
def suite_of(number: str) -> Suite:
    """An assignment's suite, whose cases no secret draws: loaded once for all tests of a process."""
    return load_suite(Course.find(Path(__file__)).assignment(number))


def _hidden_check(name: str, body: Callable[[Any], None], seed: str) -> HiddenCheck:
    (mark,) = [mark for mark in body.pytestmark if mark.name == "check"]  # type: ignore[attr-defined]
    recorder = CaseRecorder(seed)
    body(recorder)
    return HiddenCheck(name, mark.kwargs["question"], mark.kwargs["points"], recorder.agreements, recorder.other_calls)


def _load(folder: Path) -> dict[str, ModuleType]:
    """The suite's modules, imported as the examiner does."""
    package = import_folder(folder)
    return {path.stem: import_module(package, path.stem) for path in folder.glob("*.py")}
