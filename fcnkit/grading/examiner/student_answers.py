"""What a student's functions and variables answer, or why there is nothing to judge."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Self

from fcnkit.course import Question
from fcnkit.grading.examiner.bound_names import Defined
from fcnkit.grading.examiner.case_draws import Theme
from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.hidden_calls import HiddenCalls
from fcnkit.grading.examiner.misconception_answers import raising
from fcnkit.grading.examiner.model_runner import InvalidModel, ModelRunner, ReturnedModel, Untouched
from fcnkit.grading.examiner.no_value import STOPPED, gives_nothing, why_no_value
from fcnkit.grading.examiner.public_answers import PublicAnswers
from fcnkit.grading.examiner.public_inputs import Asked
from fcnkit.grading.examiner.relations.evidence import Call
from fcnkit.grading.examiner.replies import Missing, Raise, Reply, Value, left_by
from fcnkit.grading.examiner.session import Session
from fcnkit.grading.examiner.variation import Variation
from fcnkit.grading.protocol import SOMETHING, Input, Opaque
from fcnkit.grading.results import NOT_ANSWERED, Outcome
from fcnkit.misconception import Misconception
from fcnkit.text import Text


class StudentAnswers:
    """Calls the student's functions and reads their variables."""

    def __init__(
        self, session: Session, runner: ModelRunner, misconceptions: Sequence[Misconception], seed: str = ""
    ) -> None:
        """`seed` draws the hidden cases."""
        self._session = session
        self._runner = runner
        self._models: dict[str, ReturnedModel] = {}
        """What functions that build a model returned, by the call: building takes long, and each check looks again."""
        self.public = PublicAnswers()
        self._calls: list[Call] = []
        self._misconceptions = misconceptions
        self._hidden = HiddenCalls(session, self.public, seed)

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
