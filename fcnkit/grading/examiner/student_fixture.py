"""The `student` fixture that hidden checks call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fcnkit.grading.examiner.behaviour import CHANGED_ARGUMENT, NEVER_RIGHT, NO_ROOM, NOT_ITSELF, NOT_REPEATED
from fcnkit.grading.examiner.case_draws import Theme
from fcnkit.grading.examiner.check import Case, Function, Variable
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.identical import identical
from fcnkit.grading.examiner.misconception_answers import would_answer
from fcnkit.grading.examiner.model_runner import ModelRunner
from fcnkit.grading.examiner.no_value import IS_NONE, MISSING_VARIABLE, unreadable, why_no_value
from fcnkit.grading.examiner.relations.evidence import KEPT, Call, size_in_bytes
from fcnkit.grading.examiner.replies import Missing, Value
from fcnkit.grading.examiner.session import Session
from fcnkit.grading.examiner.student_answers import StudentAnswers
from fcnkit.grading.examiner.variables import judge_entry, judge_value
from fcnkit.grading.protocol import SOMETHING, Model, Opaque, RefusedValue
from fcnkit.grading.results import NOT_ANSWERED, Outcome
from fcnkit.misconception import Misconception
from fcnkit.text import Text


class Student(StudentAnswers):
    """Judges what the student's functions answer and what their variables hold."""

    def __init__(
        self,
        session: Session,
        runner: ModelRunner,
        misconceptions: Sequence[Misconception],
        variant: str | None = None,
        seed: str = "",
    ) -> None:
        """`seed` draws the hidden cases."""
        super().__init__(session, runner, misconceptions, seed)
        self.variant = variant
        """Which draw of the questions the notebook says it holds: a hint, since students can change it."""
        self._afterwards: Text | None = None
        self._remark: Text | None = None

    def tell_afterwards(self, text: Text) -> None:
        """Have pages say this of the check once the deadline has passed, whether it passes or fails."""
        self._afterwards = text

    def take_afterwards(self) -> Text | None:
        """What the check that has just run has to say then."""
        text, self._afterwards = self._afterwards, None
        return text

    def take_remark(self) -> Text | None:
        """What there is to say of the right value that the check has just seen."""
        text, self._remark = self._remark, None
        return text

    def assert_matches(self, function: Function, theme: Theme) -> None:
        """The student's function gives the oracle's answer in every case of the theme.

        All cases are tried, so that a misconception is named only when it explains every wrong answer, and told for
        which arguments the function raises.
        """
        believed: list[Misconception] = []
        first: Text | None = None
        raised: list[CheckFailed] = []
        for case, answer in self._answers(function, theme, raised=raised):
            got = answer.value
            difference = _difference(function, case, got)
            self._note(function, case, got, difference)
            if difference is not None:
                if first is None:
                    first = difference
                    believed = [each for m in self._misconceptions for each in m.about(function.name)]
                believed = [each for each in believed if would_answer(each, function, case, got)]
        if raised:
            known = set.intersection(*(set(each.explained_by) for each in raised))
            raised[0].explained_by = tuple(id for id in raised[0].explained_by if id in known)
            raise raised[0]
        if first is not None:
            raise CheckFailed(Outcome.FAILED, first, function, tuple(dict.fromkeys(each.id for each in believed)))

    def _note(self, function: Function, case: Case, got: Any, difference: Text | None) -> None:
        is_kept = function.look is not None or (difference is not None and size_in_bytes(got) <= KEPT)
        self._calls.append(Call(function, case, got if is_kept else Opaque(SOMETHING), difference))

    def assert_arguments_unchanged(self, function: Function, theme: Theme) -> None:
        """The student's function leaves its arguments as they were, and gives a right answer at least once.

        What it is to fill in place is its answer, and no argument that has to stay.
        """
        answers = list(self._answers(function, theme, left=True))
        for case, answer in answers:
            left = answer.args[function.in_place :] if type(answer.args) is tuple else answer.args
            if not identical(left, case.args[function.in_place :]) or not identical(answer.kwargs, case.kwargs):
                raise CheckFailed(Outcome.FAILED, CHANGED_ARGUMENT.format(name=function.name), function)
        self._is_ever_right(function, answers)

    def assert_deterministic(self, function: Function, theme: Theme) -> None:
        """Equal calls give equal results, and a right one at least once: nothing is remembered between calls.

        Backwards, one call comes right behind its like: what is remembered may be gone after a call of another size.
        """
        answers = list(self._answers(function, theme))
        backwards = self._answers(function, theme, backwards=True)
        for (_, again), (_, answer) in zip(backwards, reversed(answers), strict=True):
            if not identical(again.value, answer.value):
                raise CheckFailed(Outcome.FAILED, NOT_REPEATED.format(name=function.name), function)
        self._is_ever_right(function, answers)

    def assert_returns_first_argument(self, function: Function, theme: Theme) -> None:
        """The student's function returns its first argument itself, no part and no copy of it, or nothing."""
        for _, answer in self._answers(function, theme):
            if answer.value is not None and "first" not in answer.traits:
                raise CheckFailed(Outcome.FAILED, NOT_ITSELF.format(name=function.name), function)

    def assert_owns_memory(self, function: Function, theme: Theme) -> None:
        """The student's function returns a new array in each call, every cell of which can be written to by itself."""
        for _, answer in self._answers(function, theme):
            problem = next((text for trait, text in NO_ROOM.items() if trait in answer.traits), None)
            if problem is not None:
                raise CheckFailed(Outcome.FAILED, problem.format(name=function.name), function)

    def assert_value(self, variable: Variable) -> None:
        """The student's variable has the right value."""
        self._remark = judge_value(variable, self.value(variable.name), self._beliefs(variable))

    def assert_entry(self, variable: Variable, key: Any) -> None:
        """The student's dict has the right value under the key; what else it holds does not matter."""
        self._remark = judge_entry(variable, self.value(variable.name), key, self._beliefs(variable))

    def value(self, name: str) -> Any:
        """What the notebook leaves in the variable of this name: plain data that the student chose."""
        reply = self._session.get(name)
        if isinstance(reply, Missing):
            raise self._missing(name, MISSING_VARIABLE.format(name=name))
        if not isinstance(reply, Value):
            raise CheckFailed(Outcome.ERROR, why_no_value(name, reply))
        if self._is_stub(name):
            raise self._nothing(name, NOT_ANSWERED if reply.value is not None else IS_NONE.format(name=name))
        return reply.value

    def _beliefs(self, variable: Variable) -> Mapping[str, Any]:
        """The id of each misconception about the variable → the value that it leads to."""
        if variable.beliefs is not None:
            return variable.beliefs
        return {m.id: m.answers[variable.name] for m in self._misconceptions if variable.name in m.answers}

    def _is_ever_right(self, function: Function, answers: Sequence[tuple[Case, Value]]) -> None:
        if all(_difference(function, case, answer.value) for case, answer in answers):
            raise CheckFailed(Outcome.FAILED, NEVER_RIGHT.format(name=function.name), function)


def _difference(function: Function, case: Case, got: Any) -> Text | None:
    if isinstance(got, Opaque | Model | RefusedValue):
        return unreadable(function.name, got)
    return function.difference(case, got)
