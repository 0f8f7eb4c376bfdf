"""One sandboxed student process, seen from the examiner: ask, watch its limits, end it."""

from __future__ import annotations

import json
import secrets
import select
import signal
import socket
import time
from collections.abc import Callable, Collection
from typing import Any

import psutil

from fcnkit.course import Limits
from fcnkit.grading import forkserver
from fcnkit.grading.examiner.limits import OUT_OF_TIME, TOO_SLOW, reached
from fcnkit.grading.examiner.usage import Usage, usage
from fcnkit.grading.protocol import Closed, ProtocolError, receive, send
from fcnkit.text import Text

Answer = Callable[[dict[str, Any], bytes], tuple[dict[str, Any], bytes]]
"""Answers what a process asks for while it works on a request: message and arrays, each way.

Raises ProcessLost where it asks for too much, ProtocolError where what it sends is no question.
"""
PATIENCE = 6
"""Seconds that it may sleep, per second of CPU. Waiting for a CPU is no sleep: a busy grader must cost nobody marks."""
_OF_CRASHES = (signal.SIGABRT, signal.SIGFPE, signal.SIGSEGV)
"""Signals that are told: a process may end itself by any, and so choose what is said."""
_GRACE = 2
"""Seconds for a process that has gone silent to be reported as ended."""
_GLANCE = 0.1
"""Seconds between two looks at what the process uses."""
_UNSEEN = 2 * _GLANCE
"""Seconds between two looks that may count as slept; more, and it is the examiner that was waiting for a CPU."""

ENDED = Text(
    ko="코드가 파이썬 프로세스를 종료했습니다. `exit()` 같은 호출이 있는지 살펴보세요.",
    en="It ended the Python process. Is there a call such as `exit()`?",
)
CRASHED = Text(
    ko="파이썬 프로세스가 비정상 종료되었습니다(신호 {signal}).", en="The Python process crashed (signal {signal})."
)
CRASHED_SOMEHOW = Text(ko="파이썬 프로세스가 비정상 종료되었습니다.", en="The Python process crashed.")
GARBLED = Text(
    ko="실행 중에 채점기와의 연결이 깨졌습니다. 프로세스의 입출력이나 소켓을 직접 다루는 코드가 있는지 살펴보세요.",
    en="The connection to the grader broke. Does the code touch the process's own files, pipes or sockets?",
)


class ProcessLost(Exception):
    """The student's process reached a limit, ended or broke the protocol; `reason` says which."""

    def __init__(self, reason: Text, *, slow: bool = False) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.slow = slow


class StudentProcess:
    """A fresh sandboxed process, forked from the warm parent at the other end of `requests`.

    Raises OSError or Closed when none could be started: that is the grader's fault, never the student's.
    """

    def __init__(self, requests: socket.socket, limits: Limits, deadline: float, modules: Collection[str] = ()) -> None:
        """`deadline`, as `time.monotonic` counts, is when the whole submission must have ended.

        `modules`, of those that the warm parent has put off, are what it will use.
        """
        self.limits = limits
        self.deadline = deadline
        self.cpu_seconds = 0.0
        """What it has used when it was last looked at."""
        self.looked_at = time.monotonic()
        self.wire, wire = socket.socketpair()
        self._control, control = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with wire, control:
            request = {"limits": limits.model_dump(), "modules": list(modules)}
            forkserver.ask(requests, json.dumps(request).encode(), [wire.fileno(), control.fileno()])
        hello = self._control.recv(1024)
        if not hello:
            raise Closed
        self.process = psutil.Process(json.loads(hello)["pid"])
        receive(self.wire)  # the sandbox is entered; from here on, an end is the student's doing

    def ask(
        self,
        request: dict[str, Any],
        arrays: bytes | bytearray,
        seconds: float,
        during: Text,
        answer: Answer | None = None,
    ) -> tuple[dict[str, Any], bytes]:
        """Send one request and wait for its reply; `seconds` of CPU, and PATIENCE times that of sleep.

        `during` says what is being done, should a limit be reached; `answer` is there where the process may ask
        something before it replies. Raises ProcessLost; the process is of no further use then.
        """
        number = secrets.token_hex(8)
        watch = _Watch(self, seconds, during)
        self.wire.settimeout(seconds * PATIENCE)  # for a request that it does not take; replies are watched
        try:
            send(self.wire, {"id": number, **request}, arrays)
            reply, data = receive(self.wire, watch)
            while answer is not None and "asks" in reply and reply.get("id") == number:
                said, content = answer(reply, data)
                send(self.wire, {"id": number, **said}, content)
                reply, data = receive(self.wire, watch)
            watch.end()
        except Closed:
            raise ProcessLost(self._why_it_ended(during)) from None
        except TimeoutError:
            raise watch.too_slow from None
        except ProtocolError:
            raise ProcessLost(GARBLED) from None
        if reply.pop("id", None) != number or "asks" in reply:
            raise ProcessLost(GARBLED)
        return reply, data

    def end(self) -> None:
        """Have the process, and all that it started, killed."""
        self._control.close()
        self.wire.close()

    def _why_it_ended(self, during: Text) -> Text:
        if not select.select([self._control], [], [], _GRACE)[0]:
            return GARBLED  # it closed its end and lives on
        end = json.loads(self._control.recv(1024) or b'{"ended": 0, "full": false}')
        if end["full"]:
            return reached("disk", self.limits, during)
        code = end["ended"]
        if code >= 0:
            return ENDED
        return CRASHED.format(signal=-code) if -code in _OF_CRASHES else CRASHED_SOMEHOW


class _Watch:
    """Looks after a process while it works on one request. Raises ProcessLost when it reaches a limit."""

    def __init__(self, process: StudentProcess, seconds: float, during: Text) -> None:
        self._process = process
        self._seconds = seconds
        self._during = during
        self._looked_at = time.monotonic()
        self._cpu = process.cpu_seconds
        self._slept = 0.0

    @property
    def too_slow(self) -> ProcessLost:
        return ProcessLost(TOO_SLOW.format(seconds=self._seconds, during=self._during), slow=True)

    def __call__(self) -> None:
        """Come back when there is something to read."""
        while True:
            is_there = bool(select.select([self._process.wire], [], [], _GLANCE)[0])
            now = time.monotonic()
            if is_there and now - self._looked_at < _GLANCE:
                return
            if self._look().is_asleep:
                self._slept += min(now - self._looked_at, _UNSEEN)
            self._looked_at = now  # also while bytes drip in
            if now > self._process.deadline:
                raise ProcessLost(OUT_OF_TIME.format(seconds=self._process.limits.total_seconds))
            if self._process.cpu_seconds - self._cpu > self._seconds or self._slept > self._seconds * PATIENCE:
                raise self.too_slow
            if is_there:
                return

    def end(self) -> None:
        """After the reply: what was filled at once, or by many short requests, counts for this one."""
        if time.monotonic() - self._process.looked_at > _GLANCE:
            self._look()

    def _look(self) -> Usage:
        found = usage(self._process.process)
        self._process.looked_at = time.monotonic()
        self._process.cpu_seconds = max(found.seconds, self._process.cpu_seconds)  # less when one of them has ended
        if found.memory > self._process.limits.memory_mib << 20:
            raise ProcessLost(reached("memory", self._process.limits, self._during))
        return found
