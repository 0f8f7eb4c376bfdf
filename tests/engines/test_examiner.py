"""An examiner that is given up is ended, and what it computes too long is the submission's doing."""

import os
import signal
import socket
import time

import pytest

from fcnkit.course import Course
from fcnkit.engines import examiner_client
from fcnkit.grading.messages import SLOWEST, Examination
from fcnkit.grading.results import Outcome

CONFIG = Course.find().assignment("01").config


def forked(do):
    """Our end of the wire to a fork that says its number and then does this; and its number."""
    ours, theirs = socket.socketpair()
    number = os.fork()
    if number == 0:
        ours.close()
        theirs.sendall(b"%d\n" % os.getpid())
        do(theirs)
        os._exit(0)
    theirs.close()
    return ours, number


def compute(_wire):
    while True:
        pass


def test_an_examiner_that_computes_too_long_is_ended_and_the_submission_has_an_error(monkeypatch):
    monkeypatch.setattr(examiner_client, "MAX_CPU_SECONDS", 0.3)
    wire, number = forked(compute)
    with wire:
        examination = examiner_client.await_examination(wire, CONFIG, print)
    assert os.waitpid(number, 0)[1] == signal.SIGKILL
    assert examination.fault is None
    assert [question.id for question in examination.questions] == [question.id for question in CONFIG.questions]
    for question in examination.questions:
        assert (question.outcome, question.score) == (Outcome.ERROR, 0)
        assert "more than 0.3 seconds of CPU time" in question.checks[0].message.en


def test_an_examiner_that_only_waits_too_long_is_ended_and_the_grader_to_blame(monkeypatch):
    monkeypatch.setattr(examiner_client, "_SPARE_SECONDS", 0.5 - SLOWEST * CONFIG.limits.total_seconds)
    wire, number = forked(lambda _wire: time.sleep(60))
    with wire, pytest.raises(TimeoutError):
        examiner_client.await_examination(wire, CONFIG, print)
    assert os.waitpid(number, 0)[1] == signal.SIGKILL


def test_what_an_examiner_says_is_read_to_its_end():
    said = Examination(fault="so" * (1 << 20))
    wire, number = forked(lambda wire: wire.sendall(said.model_dump_json().encode()))
    with wire:
        assert examiner_client.await_examination(wire, CONFIG, print) == said
    os.waitpid(number, 0)


def test_an_examiner_says_when_its_submission_sleeps():
    said = Examination(fault="none")

    def sleep(wire):
        for part in (b"asle", b"ep\nawake\nasleep\n", said.model_dump_json().encode()):
            wire.sendall(part)
            time.sleep(0.05)

    wire, number = forked(sleep)
    told = []
    with wire:
        assert examiner_client.await_examination(wire, CONFIG, told.append) == said
    os.waitpid(number, 0)
    assert told == [True, False, True]


def test_an_examiner_that_ends_without_a_word_said_nothing():
    wire, number = forked(lambda _wire: None)
    with wire, pytest.raises(ValueError, match="Examination"):
        examiner_client.await_examination(wire, CONFIG, print)
    os.waitpid(number, 0)
