"""A worker that lies about the protocol: ended at once or at its limit, with words that are ours and bounded."""

import contextlib
import json
import math
import os
import select
import socket
import struct
import threading
import time
from types import SimpleNamespace

import pytest

from fcnkit.allowances import Limits
from fcnkit.grading.examiner.account import GLANCE, Account, ProcessLost
from fcnkit.grading.examiner.limits import ANSWERING
from fcnkit.grading.examiner.replies import _raised
from fcnkit.grading.examiner.replies import read as _read
from fcnkit.grading.examiner.student_process import StudentProcess, to_be_stopped
from fcnkit.grading.examiner.usage import Usage
from fcnkit.grading.protocol import Closed, Decoder, ProtocolError
from fcnkit.grading.wire import receive, send


@pytest.fixture
def liar(monkeypatch):
    """A process as the examiner sees it, whose end of the wire is in our hands; it uses neither CPU nor memory."""
    ours, theirs = socket.socketpair()
    process = object.__new__(StudentProcess)
    process.account, process.wire, process._control = Account(Limits()), theirs, theirs
    process.number, process.has_own_network, process._handle = 0, False, os.open(os.devnull, os.O_RDONLY)
    monkeypatch.setattr(
        "fcnkit.grading.examiner.account.usage", lambda _processes: Usage(memory=0, seconds=0.0, is_asleep=True)
    )
    process.account.enter(process)
    with ours, theirs:
        yield process, ours
    with contextlib.suppress(OSError):
        os.close(process._handle)


def test_bytes_that_drip_in_do_not_hold_the_examiner_up(liar):
    process, ours = liar

    def drip():
        ours.sendall(struct.pack(">II", 1 << 20, 0))  # would take more than an hour
        while True:
            try:
                ours.send(b" ")
            except OSError:
                return
            time.sleep(0.005)

    thread = threading.Thread(target=drip)
    thread.start()
    with pytest.raises(ProcessLost, match="did not finish"):
        process.ask({"do": "get", "name": "x"}, b"", end=math.inf, seconds=0.05, during=ANSWERING)
    process.end()
    thread.join()


def test_an_examiner_that_got_no_cpu_for_long_does_not_take_that_for_sleep(liar, monkeypatch):
    process, ours = liar
    waits = iter([1.0])

    def starved(*arguments):
        time.sleep(next(waits, 0))
        return select.select(*arguments)

    def answer():
        request, _ = receive(ours)
        send(ours, {"id": request["id"], "value": 1})

    monkeypatch.setattr("fcnkit.grading.examiner.student_process.select", SimpleNamespace(select=starved))
    thread = threading.Thread(target=answer)
    thread.start()
    reply, _ = process.ask({"do": "get", "name": "x"}, b"", end=math.inf, seconds=0.05, during=ANSWERING)
    assert reply == {"value": 1}
    thread.join()


def test_one_that_sleeps_is_woken_in_time_and_does_not_pay_for_an_examiner_that_comes_late(liar, monkeypatch):
    def late(*arguments):
        time.sleep(0.15)
        return select.select(*arguments)

    (process, _), woken = liar, []
    monkeypatch.setattr("fcnkit.grading.examiner.student_process.select", SimpleNamespace(select=late))
    monkeypatch.setattr(process, "wake", lambda: woken.append(process.account.slept))
    with pytest.raises(ProcessLost, match="did not finish"):
        process.ask({"do": "get", "name": "x"}, b"", end=math.inf, seconds=0.7, during=ANSWERING)
    assert 0.7 < woken[0] <= 0.7 + 2 * GLANCE
    assert process.account.slept == 0.7 + to_be_stopped(0.7)


def test_many_sleeps_between_two_looks_count_as_a_long_one(liar):
    process, ours = liar

    def answer():
        for _ in range(20):
            request, _ = receive(ours)
            time.sleep(GLANCE / 2)
            send(ours, {"id": request["id"], "value": 1})

    thread = threading.Thread(target=answer)
    thread.start()
    for _ in range(20):
        process.ask({"do": "get", "name": "x"}, b"", end=math.inf, seconds=1, during=ANSWERING)
    thread.join()
    assert process.account.slept > 7 * GLANCE


def test_a_reply_to_another_request_ends_it(liar):
    process, ours = liar
    document = json.dumps({"id": "0" * 16, "value": 1}).encode()
    ours.sendall(struct.pack(">II", len(document), 0) + document)
    with pytest.raises(ProcessLost, match="connection to the grader broke"):
        process.ask({"do": "get", "name": "x"}, b"", end=math.inf, seconds=1, during=ANSWERING)


def asking(liar, *replies, answer=None):
    """What comes of a request to which a process says these things, one after another."""
    process, ours = liar

    def talk():
        request, _ = receive(ours)
        for reply in replies:
            send(ours, {"id": request["id"], **reply})
            if "asks" in reply and answer is not None:
                with contextlib.suppress(Closed):
                    said.append(receive(ours)[0])

    said = []
    thread = threading.Thread(target=talk)
    thread.start()
    try:
        return process.ask(
            {"do": "call", "name": "x"}, b"", end=math.inf, seconds=1, during=ANSWERING, answer=answer
        ), said
    finally:
        process.end()
        thread.join()


def test_what_it_asks_before_its_reply_is_answered_where_that_is_agreed(liar):
    def answer(question, _arrays):
        return {"value": question["asks"] * 2}, b""

    (reply, _), said = asking(liar, {"asks": "ha"}, {"asks": "he"}, {"value": 1}, answer=answer)
    assert reply == {"value": 1}
    assert [each["value"] for each in said] == ["haha", "hehe"]


def test_who_asks_unasked_is_ended(liar):
    with pytest.raises(ProcessLost, match="connection to the grader broke"):
        asking(liar, {"asks": "ha"})


@pytest.mark.parametrize("question", [{"asks": "ha", "id": "0" * 16}, {"asks": "ha", "id": None}])
def test_who_asks_for_another_request_is_ended(liar, question):
    answered = []
    with pytest.raises(ProcessLost, match="connection to the grader broke"):
        asking(liar, question, answer=lambda *asked: answered.append(asked))
    assert answered == []


def test_who_asks_what_is_no_question_is_ended(liar):
    def refuse(_question, _arrays):
        raise ProtocolError("not a question")

    with pytest.raises(ProcessLost, match="connection to the grader broke"):
        asking(liar, {"asks": {}}, answer=refuse)


RAISED = {"type": "ValueError", "builtin": True, "message": "no", "cell": 1, "line": 2}


def test_an_exception_is_told_in_bounded_words_and_by_a_name_of_pythons_own():
    told = _raised({"raised": {**RAISED, "type": "the hidden input is 42", "message": "x" * 1_000_000, "cell": -5}})
    assert (told.type, len(told.message), told.cell) == (None, 500, None)
    assert _raised({"raised": {**RAISED, "builtin": False}}).type is None
    commands = {**RAISED, "message": "\x1b[2J\u202e\ud800\na\t가"}
    assert _raised({"raised": commands}).message == "\ufffd[2J\ufffd\ufffd\na\t가"
    assert _raised({"raised": RAISED}).type == "ValueError"


@pytest.mark.parametrize(
    "reply",
    [
        {"raised": 1},
        {"raised": {}},
        {"raised": {**RAISED, "type": 1}},
        {"raised": {**RAISED, "message": "\n" * 600 + "no"}},
        {"value": {"pickle": "gASVAAAA"}},
        {"value": []},
    ],
    ids=lambda reply: str(reply)[:90],
)
def test_what_is_no_reply_is_no_answer(reply):
    with pytest.raises(ProtocolError):
        _read(reply, Decoder(b""))


def test_a_process_that_takes_no_request_is_watched_meanwhile(liar, monkeypatch):
    process, _ours = liar
    uses = Usage(memory=1 << 50, seconds=0.0, is_asleep=True)
    monkeypatch.setattr("fcnkit.grading.examiner.account.usage", lambda _processes: uses)
    with pytest.raises(ProcessLost, match="more than 2 GiB of memory"):
        process.ask({"do": "call"}, bytes(8 << 20), end=math.inf, seconds=60, during=ANSWERING)
    assert process.account.slept < 5


def test_a_process_that_takes_no_request_does_not_hold_the_examiner_up(liar):
    process, _ours = liar
    with pytest.raises(ProcessLost, match="did not finish"):
        process.ask({"do": "call"}, bytes(8 << 20), end=math.inf, seconds=0.05, during=ANSWERING)
