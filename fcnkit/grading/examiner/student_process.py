"""One sandboxed student process, seen from the examiner: ask, watch its limits, end it."""

from __future__ import annotations

import json
import os
import secrets
import select
import signal
import socket
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from fcnkit.grading import forkserver
from fcnkit.grading.examiner.account import GLANCE, Account, ProcessLost
from fcnkit.grading.examiner.limits import TOO_SLOW, reached
from fcnkit.grading.protocol import Closed, ProtocolError
from fcnkit.grading.wire import receive, send
from fcnkit.text import Text

if TYPE_CHECKING:
    from fcnkit.grading.control import AskedNames, WorkerEnded, WorkerRequest, WorkerStarted

Answer = Callable[[dict[str, Any], bytes], tuple[dict[str, Any], bytes]]
"""Answers what a process asks for while it works on a request: message and arrays, each way.

Raises ProcessLost where it asks for too much, ProtocolError where what it sends is no question.
"""
TO_BE_STOPPED = 1.0
"""Seconds more than it may compute or sleep, at most, after which one is ended that has not stopped by itself."""
_TO_BE_STOPPED_AT_LEAST = 0.5
SLEEP_AT_LEAST = 5 * GLANCE
"""Seconds that it may sleep at least: libraries wait for their own threads, and a look may count for two glances."""
_OF_CRASHES = (signal.SIGABRT, signal.SIGFPE, signal.SIGSEGV)
"""Signals that are told: a process may end itself by any, and so choose what is said."""
_GRACE = 2
"""Seconds for a process that has gone silent to be reported as ended."""
_ENDING = 0.5
"""CPU seconds that this takes it at most: one that computes for longer has not ended."""

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


class StudentProcess:
    """A fresh sandboxed process, forked from the fork server at the other end of `requests`.

    Raises OSError or Closed when none could be started: that is the grader's fault, never the student's.
    """

    def __init__(
        self,
        requests: socket.socket,
        account: Account,
        modules: Collection[str] = (),
        asked: AskedNames | None = None,
    ) -> None:
        """`modules`, of those that the fork server has put off, are what it will use.

        `asked` is what questions ask for, where it is to run cells.
        """
        self.account = account
        self.wire, wire = socket.socketpair()
        self._control, control = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with wire, control:
            request: WorkerRequest = {
                "limits": account.limits.model_dump(),
                "modules": list(modules),
                "asked": asked,
            }
            forkserver.ask(requests, json.dumps(request).encode(), [wire.fileno(), control.fileno()])
        told = self._control.recv(1024)
        if not told:
            raise Closed
        started: WorkerStarted = json.loads(told)
        self.number = started["pid"]
        self.has_own_network = started["own_network"]
        receive(self.wire)  # the sandbox is entered; from here on, an end is the student's doing
        self._handle = os.pidfd_open(self.number)
        account.enter(self)

    def ask(
        self,
        request: dict[str, Any],
        arrays: bytes | bytearray,
        end: float,
        seconds: float,
        during: Text,
        answer: Answer | None = None,
        *,
        sleep: float | None = None,
    ) -> tuple[dict[str, Any], bytes]:
        """Send one request and wait for its reply, until `end` of the submission's clock at most.

        It may compute for `seconds`, and sleep for as long or for `sleep`, and a little longer, so that it can stop by
        itself. `during` says what is being done, should a limit be reached; `answer` is there where the process may
        ask something before it replies. Raises ProcessLost; the process is of no further use then.
        """
        number = secrets.token_hex(8)
        watch = _Watch(self, end, seconds, during, sleep=max(seconds, SLEEP_AT_LEAST) if sleep is None else sleep)
        self.was_woken = False
        try:
            send(self.wire, {"id": number, **request}, arrays, watch.until_it_takes)
            reply, data = receive(self.wire, watch.until_it_gives)
            while answer is not None and "asks" in reply and reply.get("id") == number:
                said, content = answer(reply, data)
                send(self.wire, {"id": number, **said}, content, watch.until_it_takes)
                reply, data = receive(self.wire, watch.until_it_gives)
            self.account.end_wait()
            self.account.look_soon(during)
        except Closed:
            raise ProcessLost(self._why_it_ended(during)) from None
        except ProtocolError:
            raise ProcessLost(GARBLED) from None
        finally:
            self.account.wake()
        if reply.pop("id", None) != number or "asks" in reply:
            raise ProcessLost(GARBLED)
        return reply, data

    def wake(self) -> None:
        """Have it stop waiting for whatever it is that its code waits for; between requests this does nothing."""
        self.was_woken = True
        with suppress(OSError):  # it has ended
            signal.pidfd_send_signal(self._handle, signal.SIGPROF)

    def end(self) -> None:
        """Have the process, and all that it started, killed."""
        self.account.leave(self)
        os.close(self._handle)
        self._control.close()
        self.wire.close()

    def _why_it_ended(self, during: Text) -> Text:
        is_told = self._is_told_of_its_end(during)
        if self.account.is_out_of_memory():
            return reached("memory", self.account.limits, during)
        if not is_told:
            return GARBLED  # it closed its end and lives on
        told = self._control.recv(1024)
        if not told:  # the supervisor is gone, too, so that nobody knows
            return ENDED
        end: WorkerEnded = json.loads(told)
        if end["exceeded"] is not None:
            return reached(end["exceeded"], self.account.limits, during)
        code = end["ended"]
        if code >= 0:
            return ENDED
        return CRASHED.format(signal=-code) if -code in _OF_CRASHES else CRASHED_SOMEHOW

    def _is_told_of_its_end(self, during: Text) -> bool:
        used, until = self.account.seconds, time.monotonic() + _GRACE
        while not select.select([self._control], [], [], GLANCE)[0]:
            self.account.look(during)
            if self.account.seconds - used > _ENDING or time.monotonic() > until:
                return False
        return True


def to_be_stopped(seconds: float) -> float:
    """Seconds more for a process that may take so many: as many again, within bounds."""
    return min(max(seconds, _TO_BE_STOPPED_AT_LEAST), TO_BE_STOPPED)


class _Watch:
    """Looks after a submission while one of its processes works on a request. Raises ProcessLost at a limit."""

    def __init__(self, process: StudentProcess, end: float, seconds: float, during: Text, *, sleep: float) -> None:
        self._process = process
        self._end = end
        self._account = process.account
        self._seconds = seconds
        self._sleep = sleep
        self._during = during
        self._account.begin_wait()
        self._used_before = self._account.seconds
        self._slept_before = self._account.slept
        self._has_begun = False
        """Whether some of the message has passed: what comes in drops is waited for, too."""

    def until_it_takes(self) -> None:
        """Come back when there is room to write."""
        self._until(lambda seconds: bool(select.select([], [self._process.wire], [], seconds)[1]))

    def until_it_gives(self) -> None:
        """Come back when there is something to read."""
        self._until(lambda seconds: bool(select.select([self._process.wire], [], [], seconds)[0]))

    def _until(self, is_ready: Callable[[float], bool]) -> None:
        """`is_ready` waits so many seconds at most."""
        ready = False
        while not ready:
            ready = is_ready(self._account.until_look())
            if ready and self._account.until_look() > 0:
                break
            # one that has answered sleeps, too, and it is the examiner that was waiting for a CPU
            self._account.look_until(self._end, self._during, is_waited_for=self._has_begun or not is_ready(0))
            self._account.draw_next_look()
            used, slept = self._account.seconds - self._used_before, self._account.slept - self._slept_before
            has_overslept = slept > (most := self._sleep + to_be_stopped(self._sleep))
            if has_overslept:  # how late that is found is the examiner's doing, and more on a busy machine
                self._account.slept = self._slept_before + most
            if has_overslept or used > self._seconds + to_be_stopped(self._seconds):
                raise ProcessLost(TOO_SLOW.format(seconds=self._seconds, during=self._during), slow=True)
            if slept > self._sleep and self._account.is_asleep:
                self._process.wake()
        self._has_begun = True
