"""The `student` fixture that hidden checks call."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, Self

from fcnkit.course import Question
from fcnkit.grading.examiner.behaviour import CHANGED_ARGUMENT, NEVER_RIGHT, NO_ROOM, NOT_ITSELF, NOT_REPEATED
from fcnkit.grading.examiner.bound_names import Defined
from fcnkit.grading.examiner.case_draws import Theme
from fcnkit.grading.examiner.check import Case, Function, Variable
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.hidden_calls import HiddenCalls
from fcnkit.grading.examiner.identical import identical
from fcnkit.grading.examiner.misconception_answers import raising, would_answer
from fcnkit.grading.examiner.model_runner import InvalidModel, ModelRunner, ReturnedModel, Untouched
from fcnkit.grading.examiner.no_value import IS_NONE, MISSING_VARIABLE, STOPPED, gives_nothing, unreadable, why_no_value
from fcnkit.grading.examiner.public_answers import PublicAnswers
from fcnkit.grading.examiner.public_inputs import Asked
from fcnkit.grading.examiner.relations.evidence import KEPT, Call, size_in_bytes
from fcnkit.grading.examiner.replies import Missing, Raise, Reply, Value, left_by
from fcnkit.grading.examiner.session import Session
from fcnkit.grading.examiner.variables import judge_entry, judge_value
from fcnkit.grading.examiner.variation import Variation
from fcnkit.grading.protocol import SOMETHING, Input, Model, Opaque, RefusedValue
from fcnkit.grading.results import NOT_ANSWERED, Outcome
from fcnkit.misconception import Misconception
from fcnkit.text import Text


class Student:
    """Calls the student's functions and reads their variables, and judges what comes back."""

    def __init__(
        self,
        session: Session,
        runner: ModelRunner,
        misconceptions: Sequence[Misconception],
        variant: str | None = None,
        seed: str = "",
    ) -> None:
        """`seed` draws the hidden cases."""
        self._session = session
        self._runner = runner
        self._models: dict[str, ReturnedModel] = {}
        """What functions that build a model returned, by the call: building takes long, and each check looks again."""
        self.public = PublicAnswers()
        self._calls: list[Call] = []
        self._afterwards: Text | None = None
        self._remark: Text | None = None
        self._misconceptions = misconceptions
        self._hidden = HiddenCalls(session, self.public, seed)
        self.variant = variant
        """Which draw of the questions the notebook says it holds: a hint, since students can change it."""

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

    def take_calls(self) -> list[Call]:
        """The calls that have been judged by their answers since this was last asked."""
        calls, self._calls = self._calls, []
        return calls

    def set_question(self, question: str, asked: Sequence[Asked] = ()) -> None:
        """What is called from now on counts for this question, of which checks may ask all that is `asked`."""
        self._session.turn_to(question)
        self._runner.question = question
        self._hidden.expect(asked)

    def prepare(
        self, questions: Sequence[Question], functions: Iterable[Function], public: Mapping[str, Sequence[Case]]
    ) -> None:
        """Have all told that pages may repeat, before any hidden input is sent: variables and public examples.

        `public`: more of them, by function; they are left out for one that is not written or reaches a limit.
        """
        asks = {name: question.id for question in questions for name in question.names}
        functions = list(functions)
        in_place = {function.name for function in functions if function.in_place}
        for question in questions:
            self.set_question(question.id)
            for name in question.variables:
                self._session.get(name)

        def ask(calls: Sequence[tuple[str, Case]]) -> Sequence[Reply]:
            self.set_question(asks.get(calls[0][0], ""))
            wanted = [(name, case.args, case.kwargs, name in in_place) for name, case in calls]
            return self._session.call_some(wanted, in_turn=False)

        self.public.gather(functions, public, ask, lambda name: not self._is_stub(name))
        self._session.seal()

    def watch(self) -> None:
        """Look after the student's processes while something else is waited for. Raises ProcessLost at a limit."""
        self._session.watch()

    def charge(self, seconds: float) -> None:
        """Count what answering its code has taken of the CPU as the submission's time."""
        self._session.account.charge(seconds)

    @property
    def defined(self) -> Mapping[str, Defined]:
        """What the notebook's cells bind to the names that questions ask for, as far as their process tells."""
        return self._session.defined

    def refers(self, functions: Collection[str], names: Collection[str]) -> bool:
        """Whether these functions lead to others of these names: as the student's process says, and when in doubt."""
        return self._session.refers(functions, names)

    def brings_down(self, function: str) -> bool:
        """Whether a call of this function has ended its process or did not end."""
        return self._session.brings_down(function)

    @contextmanager
    def varied(self, variation: Variation) -> Iterator[Self]:
        """The same student with a change to what the notebook leaves, in processes that are used for nothing else."""
        other = copy.copy(self)
        other._session, other._models, other._calls = self._session.varied(variation), {}, []
        other._hidden = self._hidden.of(other._session)
        self._runner.forgive()
        try:
            yield other
        finally:
            other._session.close()

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

    def _is_stub(self, name: str) -> bool:
        return name in self._session.defined and self._session.defined[name].is_stub

    def _missing(self, name: str, message: Text) -> CheckFailed:
        was_there = name in self._session.defined  # and has been deleted
        return CheckFailed(Outcome.ERROR, message) if was_there else self._nothing(name, message)

    def _nothing(self, name: str, message: Text) -> CheckFailed:
        """For a name that holds no answer: none was written, or something stopped in the cell that should hold it."""
        cell = self._session.stopped(name)
        if cell is None:
            return CheckFailed(Outcome.UNATTEMPTED, message)
        return CheckFailed(Outcome.ERROR, STOPPED.format(name=name, cell=cell))

    def _beliefs(self, variable: Variable) -> Mapping[str, Any]:
        """The id of each misconception about the variable → the value that it leads to."""
        if variable.beliefs is not None:
            return variable.beliefs
        return {m.id: m.answers[variable.name] for m in self._misconceptions if variable.name in m.answers}

    def call(self, function: Function, case: Case) -> Reply:
        """What the student's function answers; where it returns a model, the facts that the check is about.

        Raises InvalidModel where what it returned is no model that can be judged.
        """
        known = f"{function.name}{case.args}{case.kwargs}" if function.look else ""
        ask = partial(self._session.call, function.name, case.args, case.kwargs, left=True)
        return self._seen(function, case, known, ask)

    def example(self, function: Function) -> Reply:
        """What the function answered to its public example when `prepare` called it, as `call` has it."""
        known = f"example {function.name} {id(function.example)}"
        return self._seen(function, function.example, known, lambda: self.public.reply(function))

    def _seen(self, function: Function, case: Case, known: str, ask: Callable[[], Reply]) -> Reply:
        """What there is to judge of a reply. Raises Untouched where a stub gives nothing."""
        look = function.look
        if look is None or known not in self._models:
            reply = ask()
            if gives_nothing(reply) and self._is_stub(function.name):
                raise Untouched(NOT_ANSWERED)
            if not isinstance(reply, Value):
                return reply
            if look is None:
                return left_by(reply) if function.in_place else reply
            of_tensors = any(isinstance(arg, Input) for arg in case.args)
            self._models[known] = ReturnedModel(self._runner, function.name, reply.value, of_tensors=of_tensors)
        return Value(look.measure(self._models[known], case))

    def _answers(
        self,
        function: Function,
        theme: Theme,
        *,
        left: bool = False,
        backwards: bool = False,
        raised: list[CheckFailed] | None = None,
    ) -> Iterator[tuple[Case, Value]]:
        """The theme's hidden cases, and what the function answers; with `left` also what it leaves in its arguments.

        Raises CheckFailed at the first without an answer. Where `raised` takes it instead, goes on behind exceptions,
        as long as that costs little. Models are asked for one by one, since each may be large.
        """
        replies = self._hidden.replies(Asked(function, theme, left or function.in_place, backwards))
        cases = self._hidden.cases(function, theme)
        for case in reversed(cases) if backwards else cases:
            in_turn = partial(self._seen, function, case, "", partial(next, replies))
            ask = in_turn if function.look is None else partial(self.call, function, case)
            try:
                answer = self._answered(function, case, ask)
            except CheckFailed as failed:
                if raised is None:
                    raise
                raised.append(failed)
                if not failed.may_go_on:
                    return
                continue
            yield case, answer

    def _answered(self, function: Function, case: Case, ask: Callable[[], Reply]) -> Value:
        name = function.name
        try:
            reply = ask()
        except Untouched as error:
            raise self._nothing(name, error.reason) from None
        except InvalidModel as error:
            raise CheckFailed(Outcome.ERROR if error.is_error else Outcome.FAILED, error.reason, function) from None
        if isinstance(reply, Value):
            return reply
        if isinstance(reply, Missing):
            raise self._missing(name, why_no_value(name, reply))
        why = why_no_value(name, reply)
        if not isinstance(reply, Raise):
            raise CheckFailed(Outcome.ERROR, why, function)
        self._calls.append(Call(function, case, Opaque(SOMETHING), why, raised=reply))
        known = raising(self._misconceptions, function, case, reply)
        may_go_on = reply.limit is None and function.look is None and self._session.has_time_to_spare()
        raise CheckFailed(Outcome.ERROR, why, function, known, may_go_on=may_go_on)

    def _is_ever_right(self, function: Function, answers: Sequence[tuple[Case, Value]]) -> None:
        if all(_difference(function, case, answer.value) for case, answer in answers):
            raise CheckFailed(Outcome.FAILED, NEVER_RIGHT.format(name=function.name), function)


def _difference(function: Function, case: Case, got: Any) -> Text | None:
    if isinstance(got, Opaque | Model | RefusedValue):
        return unreadable(function.name, got)
    return function.difference(case, got)
