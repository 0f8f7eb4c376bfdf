"""Questions to a student's notebook, of which one that ends its process or does not end costs no other one."""

from __future__ import annotations

import socket
import time
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from typing import Any, Self

from fcnkit.course import Question
from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.account import Account, ProcessLost
from fcnkit.grading.examiner.bound_names import Defined, binds
from fcnkit.grading.examiner.cell_runs import CellRuns
from fcnkit.grading.examiner.hangs import GIVEN_UP, Hangs
from fcnkit.grading.examiner.limits import (
    TOO_SLOW,
    TOO_SLOW_AGAIN,
    TOO_SLOW_IN_ALL,
    Limit,
    answering,
    is_limit,
    reached,
)
from fcnkit.grading.examiner.replies import Lost, Raise, Reply, Value, read_all
from fcnkit.grading.examiner.running_notebook import RunningNotebook
from fcnkit.grading.examiner.student_process import GARBLED, to_be_stopped
from fcnkit.grading.examiner.time_shares import TimeShares
from fcnkit.grading.examiner.variation import Variation
from fcnkit.grading.protocol import TIME_LIMIT, TOO_LARGE, Decoder, Encoder, Opaque, ProtocolError
from fcnkit.grading.results import CellError
from fcnkit.text import Text

Calls = Sequence[tuple[str, Sequence[Any], Mapping[str, Any], bool]]
"""Of each the function's name, the arguments by position and by name, and whether to tell what it leaves in them."""
MAX_TOGETHER = 1 << 20
"""Bytes of arrays in a request for calls in turn, after which no further call is added."""
MAX_CALLS = 100
"""Calls in such a request: more could have more to say than goes into one message."""
SPARE = 0.25
"""Part of a question's time that may go by before nothing is asked only to explain what is wrong."""


class Session:
    """Runs the cells once, then answers calls from the namespace they left.

    What is called counts for the question that `question` names at that time. Until `seal`, no hidden input is sent:
    what is known of the cells and their variables by then is all that pages repeat, however often cells run again.
    """

    def __init__(
        self,
        requests: socket.socket,
        cells: Sequence[Cell],
        account: Account,
        modules: Collection[str],
        questions: Sequence[Question],
    ) -> None:
        """`modules`: what the cells import of what the fork server has put off. `questions` ask for names."""
        self.account = account
        self.shares = TimeShares(account, account.limits.total_seconds, [question.id for question in questions])
        self._requests = requests
        self._modules = modules
        self._questions = questions
        functions = [name for question in questions for name in question.functions]
        variables = [name for question in questions for name in question.variables]
        self._notebook = RunningNotebook(
            requests, CellRuns(cells), self.shares, account, modules, {"functions": functions, "variables": variables}
        )
        self._question_of = {name: question.id for question in questions for name in question.names}
        self._limits = account.limits
        self._hangs = Hangs()
        self._alone: set[str] = set()
        """Functions of which several calls did not get through together."""
        self._apart = False
        """Whether calls of several functions did not."""
        self._seconds: defaultdict[str, float] = defaultdict(float)
        """CPU seconds that each question has taken."""
        self._variables: dict[str, Reply] = {}
        self._kept = 0
        """Bytes of the arrays that came before `seal`."""
        self._is_sealed = False
        self.question = ""

    @property
    def cell_errors(self) -> Mapping[int, tuple[CellError, ...]]:
        """The errors of each cell, in its runs before any hidden input was sent."""
        return self._notebook.runs.errors

    @property
    def defined(self) -> Mapping[str, Defined]:
        """Of each name that a question asks for and that the cells bind."""
        return self._notebook.defined

    @property
    def ran_otherwise(self) -> bool:
        """Whether cells that ran in the first process took a later one down."""
        return self._notebook.runs.ran_otherwise

    def turn_to(self, question: str) -> None:
        """What is asked from now on counts for this question, and a process that the last one has filled does not."""
        if self._notebook.process is not None and question != self.question:
            try:
                self.account.look(answering(self.question))
            except ProcessLost:
                self.close()
        self.question = question

    def call(
        self, name: str, args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None, *, left: bool = False
    ) -> Reply:
        """Call the student's function `name`. `left`: tell what it leaves in its arguments, too."""
        if self._hangs.is_given_up(name):
            return Lost(GIVEN_UP.format(name=name))
        encoder = Encoder()
        call = _written(encoder, name, args, kwargs or {}, left)
        return self._ask(name, {"do": "call", "call": call}, encoder.arrays)

    def call_some(self, calls: Calls, *, in_turn: bool = True) -> list[Reply]:
        """As `call` for the first of these, and for as many more as go well with it, in one request.

        So asking takes no longer than answering. The replies end with the first that is lost, with `in_turn` also with
        the first that is no value, and where calls have become large, many or late. Where several do not get through,
        those of each function go apart from then on, and then one by one.
        """
        first, *_ = calls[0]
        together = list(takewhile(lambda call: self._goes_with_others(call[0]), calls))
        if not self._apart and len({name for name, *_ in together}) > 1:
            if replies := self._call_each(together[:MAX_CALLS], in_turn=in_turn):
                return replies
            self._apart = True
        together = list(takewhile(lambda call: call[0] == first, together))
        if len(together) > 1:
            if replies := self._call_each(together[:MAX_CALLS], in_turn=in_turn):
                return replies
            self._alone.add(first)
        name, args, kwargs, left = calls[0]
        return [self.call(name, args, kwargs, left=left)]

    def _goes_with_others(self, name: str) -> bool:
        return name not in self._alone and not self._hangs.is_harmful(name)

    def _call_each(self, calls: Calls, *, in_turn: bool) -> list[Reply]:
        """Nothing where the process ended, took more time than one call may or sent too much: no one knows where."""
        arrays, said = bytearray(), []
        for name, args, kwargs, left in calls:
            said.append(_written(Encoder(arrays), name, args, kwargs, left))
            if len(arrays) > MAX_TOGETHER:
                break
        request = {"do": "call each", "calls": said, "in_turn": in_turn}
        return self._ask_all([name for name, *_ in said], request, arrays)

    def get(self, name: str) -> Reply:
        """The value that the cells leave in the student's variable `name`, one that a question asks for."""
        if name not in self._variables:
            if self._is_sealed:
                raise ValueError(f"no question asks for the variable {name!r}: name it in assignment.toml")
            self._variables[name] = self._ask(name, {"do": "get", "name": name}, b"")
        return self._variables[name]

    def seal(self) -> None:
        """Hidden inputs are sent from now on: nothing more that the student's code says is to be repeated."""
        self._is_sealed = True
        self._notebook.seal()
        self.shares.seal()

    def stopped(self, name: str) -> int | None:
        """The cell that should bind `name` but stopped before; None if there is none."""
        known = self.defined.get(name)
        for cell in self._notebook.runs.cells:
            is_stub_there = known is not None and known.cell == cell.number
            if cell.number in self.cell_errors and not is_stub_there and binds(cell.source, name):
                return cell.number
        return None

    def watch(self) -> None:
        """Look after its processes while something else is waited for. Raises ProcessLost at a limit."""
        self.account.look_until(self.shares.end(self.question), answering(self.question))

    def refers(self, functions: Collection[str], names: Collection[str]) -> bool:
        """Whether the student's functions lead to others of these names: as their process says, and when in doubt."""
        reply = self._ask("", {"do": "refers", "functions": list(functions), "names": list(names)}, b"")
        return not (isinstance(reply, Value) and reply.value is False)

    def brings_down(self, name: str) -> bool:
        """Whether a call of this function has ended its process or did not end."""
        return self._hangs.is_harmful(name)

    def has_time_to_spare(self) -> bool:
        """Whether the question has taken so little time that it may be asked for more than its marks depend on."""
        return self._seconds[self.question] < self._limits.question_seconds * SPARE

    def varied(self, variation: Variation) -> Self:
        """Another session with the same notebook, in processes of its own and with a change to what the cells leave.

        What is known of the cells stays that of the first. It may take half of the time that is left.
        """
        other = type(self)(self._requests, self._notebook.runs.cells, self.account, self._modules, self._questions)
        other.shares = TimeShares(self.account, (self.account.now() + self.shares.deadline) / 2)
        other._notebook, other._variables = self._notebook.varied(variation, other.shares), self._variables
        other.seal()
        return other

    def close(self) -> None:
        """End the student's process, if there is one."""
        self._notebook.close()

    def _ask(self, name: str, request: dict[str, Any], arrays: bytes | bytearray) -> Reply:
        (reply,) = self._ask_all([name], request, arrays)
        return reply

    def _ask_all(self, names: Sequence[str], request: dict[str, Any], arrays: bytes | bytearray) -> list[Reply]:
        """The replies to a request about these, in this order, of which the last may be lost.

        Of several none at all where it is not known which of them was lost.
        """
        name, count = names[0], len(names)
        during = self._during(name)
        if (over := self.account.over(self.shares.end(self.question))) is not None:
            return [Lost(over)]
        if self._seconds[self.question] > self._limits.question_seconds:
            return [Lost(TOO_SLOW_IN_ALL.format(seconds=self._limits.question_seconds, during=during))]
        has_hung, begun = self._hangs.has_hung(name), time.process_time()
        seconds = self.shares.of_call(self.question, has_hung=has_hung)
        try:
            reply, data = self._ask_process(request, arrays, during, seconds, sleep=seconds if has_hung else None)
            answers = read_all(reply, Decoder(data), count)
        except ProcessLost as lost:
            self.close()
            if len({*names}) == 1:
                self._hangs.note_lost(name)
            if count > 1:
                return []
            return [self._hang(name, seconds, during) if lost.slow else Lost(lost.reason)]
        except ProtocolError:
            self.close()
            return [Lost(GARBLED)] if count == 1 else []
        finally:
            self.account.charge(time.process_time() - begun)  # of replies, which are as large as a student likes
        name = names[len(answers) - 1]
        during = self._during(name)
        if isinstance(answers[-1], Raise) and answers[-1].limit == TIME_LIMIT:
            return [*answers[:-1], self._hang(name, seconds, during)]
        limit = self._limit_reached(answers, len(data))
        if limit is None:
            return answers
        return [*answers[:-1], Lost(reached(limit, self._limits, during))] if limit != "output" or count == 1 else []

    def _during(self, name: str) -> Text:
        """Before any hidden input is sent, functions of several questions are asked at once."""
        return answering(self.question if self._is_sealed else self._question_of.get(name, self.question))

    def _hang(self, name: str, seconds: float, during: Text) -> Lost:
        """Of how much time was left nothing is said: the number would be the student's to choose."""
        said = TOO_SLOW_AGAIN.format(during=during)
        if not self._hangs.has_hung(name):
            is_whole = seconds == self._limits.call_seconds
            said = (
                TOO_SLOW.format(seconds=seconds, during=during) if is_whole else self.shares.why_so_short(self.question)
            )
        self._hangs.note_hang(name, is_hidden=self._is_sealed)
        return Lost(said)

    def _limit_reached(self, answers: Sequence[Reply], size: int) -> Limit | None:
        """The limit that answers with arrays of `size` bytes in all have reached: of exceptions only the last can."""
        if isinstance(answers[-1], Raise) and is_limit(answers[-1].limit):
            return answers[-1].limit
        kept = 0 if self._is_sealed else self._kept
        if any(map(_is_too_large, answers)) or kept + size > self._limits.output_mib << 20:
            return "output"
        self._kept = kept + size
        return None

    def _ask_process(
        self, request: dict[str, Any], arrays: bytes | bytearray, during: Text, seconds: float, sleep: float | None
    ) -> tuple[dict[str, Any], bytes]:
        process = self._notebook.process_for(self.question)
        before = self.account.seconds
        try:
            end = min(self.shares.end(self.question) + to_be_stopped(seconds), self.shares.deadline)
            asked, answer = {**request, "seconds": seconds}, self._notebook.variation.answer
            return process.ask(asked, arrays, end, seconds, during, answer, sleep=sleep)
        finally:
            if self._is_sealed:
                self._seconds[self.question] += self.account.seconds - before


def _written(
    encoder: Encoder, name: str, args: Sequence[Any], kwargs: Mapping[str, Any], left: bool
) -> tuple[str, list[Any], dict[str, Any], bool]:
    """A call as requests have it."""
    given, named = [encoder.encode(arg) for arg in args], {key: encoder.encode(arg) for key, arg in kwargs.items()}
    return name, given, named, left


def _is_too_large(answer: Reply) -> bool:
    return isinstance(answer, Value) and isinstance(answer.value, Opaque) and answer.value.what == TOO_LARGE
