"""The suite's own right answers, for students' code that calls functions of earlier questions.

The arguments are hostile, and so are their sizes. They are therefore read, and the answers computed, in a process of
its own, which may run out of time and memory without harm; the student's process gets plain data. Its questions are
limited in number, size and time, for each call that it works on and in all.
"""

from __future__ import annotations

import builtins
import os
import resource
import select
import signal
import socket
import time
import warnings
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from fcnkit.allowances import Limits
from fcnkit.grading.examiner.account import GLANCE, ProcessLost
from fcnkit.grading.examiner.check import Function
from fcnkit.grading.protocol import Closed, Decoder, Encoder, File, Input, Model, Opaque, ProtocolError, RefusedValue
from fcnkit.grading.sandbox.privileges import close_all_but, set_parent_death_signal
from fcnkit.grading.wire import receive, send
from fcnkit.text import Text

Oracle = Callable[..., Any]

MEMORY = 512 << 20
"""Memory in bytes that the process may add to what it starts with."""
MAX_CALLS, MAX_CALLS_IN_ALL = 10_000, 50_000
"""What may be asked for while one call is answered, and for a whole question."""
MAX_SIZE, MAX_SIZE_IN_ALL = 64 << 20, 512 << 20
"""Bytes sent and received."""
_TICK = 0.01
"""Seconds: what is less would be no limit to the kernel."""
ASKED_TOO_MUCH = Text(
    ko="{names} 함수를 너무 여러 번, 또는 너무 큰 값으로 불러서 더 실행하지 않았습니다.",
    en="The code called {names} too often, or with too much, so it was not run any further.",
)
_NOT_PLAIN = (File, Input, Model, Opaque, RefusedValue)


def plain_oracles(functions: Iterable[Function]) -> dict[str, Oracle]:
    """The oracles that can stand in for students' functions, by name: of plain data alone, both ways.

    A function that gets a file or a model, hands one back or fills its argument is not among them, nor is one whose
    oracle differs from check to check.
    """
    by_name: dict[str, list[Function]] = {}
    for function in functions:
        by_name.setdefault(function.name, []).append(function)
    return {
        name: same[0].oracle
        for name, same in by_name.items()
        if all(map(_is_plain, same)) and len({id(function.oracle) for function in same}) == 1
    }


def _is_plain(function: Function) -> bool:
    case = function.example
    given = (*case.args, *case.kwargs.values())
    return function.look is None and not function.in_place and not any(isinstance(value, _NOT_PLAIN) for value in given)


@dataclass
class _Budget:
    """What may be asked for."""

    calls: int
    size: int
    """Bytes sent and received."""
    seconds: float
    """CPU seconds."""

    @property
    def is_spent(self) -> bool:
        return self.calls < 0 or self.size < 0

    def take(self, size: int, seconds: float) -> None:
        self.calls -= 1
        self.size -= size
        self.seconds -= seconds


class Oracles:
    """Answers a student's process. Close it: its own process begins with the first question."""

    def __init__(
        self,
        oracles: Mapping[str, Oracle],
        limits: Limits,
        watch: Callable[[], None],
        charge: Callable[[float], None] = lambda _: None,
    ) -> None:
        """`watch` looks after the student's process while an answer is waited for, and raises where time is up.

        `charge` is told the CPU seconds that an answer took.
        """
        self._oracles = oracles
        self._limits = limits
        self._watch = watch
        self._charge = charge
        self._child: tuple[int, socket.socket] | None = None
        self._is_over = False
        """Its process has ended: it ran out of time or memory."""
        self._in_all = _Budget(MAX_CALLS_IN_ALL, MAX_SIZE_IN_ALL, limits.question_seconds)
        self._call = ""
        self._for_call = self._budget_of_a_call()
        self.asked: set[str] = set()
        """The functions of which right answers were given."""

    def answer(self, asked: dict[str, Any], arrays: bytes) -> tuple[dict[str, Any], bytes]:
        """The right answer to one call, as a value or as the exception to raise: an `Answer` of a student's process.

        Raises ProcessLost where it asks for too much, ProtocolError for what is no question.
        """
        match asked:
            case {"id": str(call), "asks": str(name), "args": args, "kwargs": kwargs} if name in self._oracles:
                question = {"name": name, "args": args, "kwargs": kwargs}
            case _:
                raise ProtocolError("not a question")
        if call != self._call:
            self._call, self._for_call = call, self._budget_of_a_call()
        try:
            said, content = self._ask_child(question, arrays)
            seconds = said.pop("seconds", 0.0)
            self._charge(seconds)
            size = len(str(asked)) + len(arrays) + len(str(said)) + len(content)
        except RecursionError:  # JSON is read to a depth at which it cannot be written again
            raise ProtocolError("nested too deep") from None
        for budget in (self._for_call, self._in_all):
            budget.take(size, seconds)
            if budget.is_spent:
                raise ProcessLost(ASKED_TOO_MUCH.format(names=", ".join(self._oracles)))
        if "garbled" in said:
            raise ProtocolError("arguments that are no values")
        if "value" in said:
            self.asked.add(name)
        return said, content

    def close(self) -> None:
        """End its process, if there is one."""
        if self._child is not None:
            pid, wire = self._child
            wire.close()
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            self._child = None

    def _budget_of_a_call(self) -> _Budget:
        return _Budget(MAX_CALLS, MAX_SIZE, self._limits.call_seconds)

    def _ask_child(self, question: dict[str, Any], arrays: bytes) -> tuple[dict[str, Any], bytes]:
        seconds = min(self._for_call.seconds, self._in_all.seconds)
        if self._is_over or seconds <= 0:
            return {"raised": "TimeoutError"}, b""
        if self._child is None:
            self._child = _started(self._oracles)
        wire = self._child[1]
        try:
            send(wire, {**question, "seconds": seconds}, arrays)
            return receive(wire, lambda: self._wait(wire))
        except (Closed, ValueError):  # ValueError: a few characters too long with what we have added
            self.close()
            self._is_over = True
            return {"raised": "TimeoutError"}, b""

    def _wait(self, wire: socket.socket) -> None:
        while not select.select([wire], [], [], GLANCE)[0]:
            self._watch()


def _started(oracles: Mapping[str, Oracle]) -> tuple[int, socket.socket]:
    """A fork of this process that serves the oracles: its number, and our end of the wire to it."""
    ours, theirs = socket.socketpair()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        _run(oracles, theirs, parent)
    theirs.close()
    return child, ours


def _run(oracles: Mapping[str, Oracle], wire: socket.socket, parent: int) -> NoReturn:
    try:
        close_all_but([wire.fileno()])  # among them the student's wires, whose end would not be seen
        set_parent_death_signal(parent)
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        memory = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGPROF, signal.SIG_DFL)  # which ends this process
        warnings.simplefilter("ignore")
        np.seterr(all="ignore")
        while True:
            question, arrays = receive(wire)
            begun, encoder = time.process_time(), Encoder()
            signal.setitimer(signal.ITIMER_PROF, max(question["seconds"], _TICK))
            said = _answered(oracles[question["name"]], question, arrays, encoder)
            signal.setitimer(signal.ITIMER_PROF, 0)
            _reply(wire, {**said, "seconds": time.process_time() - begun}, encoder.arrays)
    finally:
        os._exit(0)  # also when the examiner has hung up: nothing here may go on where the fork was


def _answered(oracle: Oracle, question: dict[str, Any], arrays: bytes, encoder: Encoder) -> dict[str, Any]:
    try:
        decoder = Decoder(arrays)
        args, kwargs = decoder.decode(question["args"]), decoder.decode(question["kwargs"])
    except ProtocolError:
        return {"garbled": True}
    if type(args) is not tuple or type(kwargs) is not dict or not all(type(name) is str for name in kwargs):
        return {"garbled": True}
    try:
        if _has_foreign([args, kwargs]):
            raise TypeError("only plain data can be passed")
        return {"value": encoder.encode(oracle(*args, **kwargs))}
    except Exception as error:  # nonsense was passed: what the oracle makes of that is told the student's code
        kind = type(error).__name__
        return {"raised": kind if kind in vars(builtins) else "ValueError"}


def _has_foreign(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_foreign, (*value, *value.values())))
    if isinstance(value, list | tuple):
        return any(map(_has_foreign, value))
    return isinstance(value, _NOT_PLAIN)


def _reply(wire: socket.socket, said: dict[str, Any], arrays: bytes | bytearray) -> None:
    try:
        send(wire, said, arrays)
    except ValueError:
        send(wire, {"raised": "MemoryError", "seconds": said["seconds"]})
