"""The engine's side of one forked examiner: reads its answer, and ends it after a time limit.

All that it reads comes from a student, so what it takes of the CPU is the submission's doing.
"""

from __future__ import annotations

import select
import socket
import time
from contextlib import suppress

import psutil

from fcnkit.course import AssignmentConfig, Question
from fcnkit.grading.messages import ASLEEP, SLOWEST, Examination, OnSleep
from fcnkit.grading.results import CheckResult, Outcome, QuestionResult
from fcnkit.text import Text

MAX_CPU_SECONDS = 20
"""CPU seconds that an examiner may take for one notebook; an honest notebook takes a few."""
_SPARE_SECONDS = 120
"""How much longer than a submission's own limit an examiner may take before it counts as broken down."""
_GLANCE = 0.5
"""Seconds between two checks of its CPU time."""

TOO_MUCH = Text(
    ko="제출물을 읽고 확인하는 데 채점기의 CPU 시간 한도({seconds}초)를 넘어 채점을 멈추었습니다. 아주 길거나 특이한 "
    "이름과 값이 있는지 살펴보고 지워 주세요.",
    en="Reading and judging what was handed in took the grader more than {seconds} seconds of CPU time, so it was not "
    "graded any further. Look for very long or unusual names and values, and remove them.",
)


def await_examination(wire: socket.socket, config: AssignmentConfig, on_sleep: OnSleep) -> Examination:
    """Reads the examiner's lines: its process number, ASLEEP or AWAKE for its submission, last the examination as JSON.

    An examiner that exceeds its CPU time is killed, and the questions count as errors. Raises TimeoutError for one that
    exceeds its time by the clock, and ValueError for anything but an examination.
    """
    deadline = time.monotonic() + SLOWEST * config.limits.total_seconds + _SPARE_SECONDS
    said = bytearray()
    process: psutil.Process | None = None
    while True:
        if select.select([wire], [], [], _GLANCE)[0]:
            part = wire.recv(1 << 20)
            if not part:
                return Examination.model_validate_json(said)
            *lines, rest = part.split(b"\n")
            for line in lines:
                said += line
                if said.isdigit():
                    process = _process(int(said))
                else:
                    on_sleep(said == ASLEEP)
                said.clear()
            said += rest
        is_late = time.monotonic() > deadline
        if process is not None and (is_late or _cpu_seconds(process) > MAX_CPU_SECONDS):
            with suppress(psutil.NoSuchProcess):
                process.kill()
            if not is_late:
                return _given_up(config)
        if is_late:
            raise TimeoutError


def _process(number: int) -> psutil.Process | None:
    with suppress(psutil.NoSuchProcess):
        return psutil.Process(number)
    return None


def _cpu_seconds(process: psutil.Process) -> float:
    with suppress(psutil.NoSuchProcess):
        return float(sum(process.cpu_times()[:2]))
    return 0.0


def _given_up(config: AssignmentConfig) -> Examination:
    reason = TOO_MUCH.format(seconds=MAX_CPU_SECONDS)
    return Examination(questions=tuple(_error(question, reason) for question in config.questions))


def _error(question: Question, reason: Text) -> QuestionResult:
    check = CheckResult(
        name=question.id,
        question=question.id,
        title=question.title,
        points=question.points,
        outcome=Outcome.ERROR,
        message=reason,
    )
    return QuestionResult(
        id=question.id,
        title=question.title,
        outcome=Outcome.ERROR,
        score=0,
        max_score=question.points,
        checks=(check,),
    )
