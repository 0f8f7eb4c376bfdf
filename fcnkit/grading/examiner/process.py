"""One sandboxed student process, seen from the examiner: ask, watch its limits, end it."""

from __future__ import annotations

import json
import secrets
import select
import socket
import time
from collections.abc import Callable
from typing import Any

import psutil

from fcnkit.course import Limits
from fcnkit.grading import forkserver
from fcnkit.grading.protocol import Closed, ProtocolError, receive, send
from fcnkit.text import Text

PATIENCE = 6
"""Wall-clock seconds allowed per second of CPU: a busy grader must not cost a student marks."""
_GRACE = 2
"""Seconds for a process that has gone silent to be reported as ended."""
_GLANCE = 0.1
"""Seconds between two looks at what the process uses."""

TOO_SLOW = Text(ko="{seconds:g}초 안에 끝나지 않았습니다.", en="It did not finish within {seconds:g} seconds.")
TOO_LARGE = Text(ko="메모리를 {mib:,} MiB 넘게 사용했습니다.", en="It used more than {mib:,} MiB of memory.")
ENDED = Text(
    ko="코드가 파이썬 프로세스를 종료했습니다. `exit()` 같은 호출이 있는지 살펴보세요.",
    en="It ended the Python process. Is there a call such as `exit()`?",
)
CRASHED = Text(
    ko="파이썬 프로세스가 비정상 종료되었습니다(신호 {signal}).", en="The Python process crashed (signal {signal})."
)
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

    def __init__(self, requests: socket.socket, limits: Limits) -> None:
        self._limits = limits
        self._wire, wire = socket.socketpair()
        self._control, control = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with wire, control:
            forkserver.ask(requests, limits.model_dump_json().encode(), [wire.fileno(), control.fileno()])
        hello = self._control.recv(1024)
        if not hello:
            raise Closed
        self._process = psutil.Process(json.loads(hello)["pid"])
        receive(self._wire)  # the sandbox is entered; from here on, an end is the student's doing

    def ask(self, request: dict[str, Any], arrays: bytes | bytearray, seconds: float) -> tuple[dict[str, Any], bytes]:
        """Send one request and wait for its reply; `seconds` of CPU, and PATIENCE times that by the clock.

        Raises ProcessLost; the process is of no further use then.
        """
        number = secrets.token_hex(8)
        started = looked = time.monotonic()
        spent: float | None = None

        def watch() -> None:
            nonlocal looked, spent
            while True:
                is_there = bool(select.select([self._wire], [], [], _GLANCE)[0])
                now = time.monotonic()
                if is_there and now - looked < _GLANCE:
                    return  # most replies come before the first look
                looked = now  # looked at also while bytes drip in
                spent = self._cpu_seconds() if spent is None else spent
                if self._memory() > self._limits.memory_mib << 20:
                    raise ProcessLost(TOO_LARGE.format(mib=self._limits.memory_mib))
                if self._cpu_seconds() - spent > seconds or now - started > seconds * PATIENCE:
                    raise ProcessLost(TOO_SLOW.format(seconds=seconds), slow=True)
                if is_there:
                    return

        self._wire.settimeout(seconds * PATIENCE)  # for a request that it does not take; replies are watched below
        try:
            send(self._wire, {"id": number, **request}, arrays)
            reply, data = receive(self._wire, watch)
        except Closed:
            raise ProcessLost(self._why_it_ended()) from None
        except TimeoutError:
            raise ProcessLost(TOO_SLOW.format(seconds=seconds), slow=True) from None
        except ProtocolError:
            raise ProcessLost(GARBLED) from None
        if reply.pop("id", None) != number:
            raise ProcessLost(GARBLED)
        return reply, data

    def end(self) -> None:
        """Have the process, and all that it started, killed."""
        self._control.close()
        self._wire.close()

    def _why_it_ended(self) -> Text:
        if not select.select([self._control], [], [], _GRACE)[0]:
            return GARBLED  # it closed its end and lives on
        code = json.loads(self._control.recv(1024) or b'{"ended": 0}')["ended"]
        return CRASHED.format(signal=-code) if code < 0 else ENDED

    def _family(self) -> list[psutil.Process]:
        try:
            return [self._process, *self._process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def _memory(self) -> float:
        return sum(_of(process, lambda p: p.memory_info().rss) for process in self._family())

    def _cpu_seconds(self) -> float:
        return sum(_of(process, lambda p: sum(p.cpu_times()[:4])) for process in self._family())


def _of(process: psutil.Process, measure: Callable[[psutil.Process], float]) -> float:
    try:
        return measure(process)
    except psutil.NoSuchProcess:
        return 0
