"""What is fuzzed: each target takes any bytes and raises nothing, whatever they hold."""

from __future__ import annotations

import atexit
import contextlib
import json
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat  # noqa: F401  # intake imports it with the first old notebook, which would take that input too long
import numpy as np

from fcnkit.course import Course
from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.bound_names import binds
from fcnkit.grading.examiner.example import _shown
from fcnkit.grading.examiner.manual_grading import _text
from fcnkit.grading.examiner.replies import MAX_MESSAGE, Raise, Value
from fcnkit.grading.examiner.replies import read as read_reply
from fcnkit.grading.examiner.source import read_source
from fcnkit.grading.intake import Cell, find, read
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.protocol import Closed, Decoder, ProtocolError
from fcnkit.grading.results import (
    CellError,
    CheckResult,
    Example,
    Outcome,
    QuestionResult,
    ShownValue,
    Status,
    SubmissionResult,
)
from fcnkit.grading.wire import receive
from fcnkit.quiz.quiz_key import Comparison
from fcnkit.reports.class_page import class_page
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.gradescope import autograder_json, results_json
from fcnkit.reports.instructor_pages import items_page
from fcnkit.reports.item_analysis import analyse
from fcnkit.reports.tables import grades_csv
from fcnkit.terminology import read as read_sheet
from fcnkit.text import Text
from fcnkit.unicode import FORMS, is_stream_safe, normalised

sys.path.append(str(Path(__file__).parents[1] / "hostile"))
from page_check import trouble_in_page, trouble_in_table

_QUIZ = Comparison(read_sheet(Course.find().root / "terminology.md"))
MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it
PLACE = Path(tempfile.mkdtemp(prefix="fcnkit-fuzz-", dir=MEMORY if MEMORY.is_dir() else None))
atexit.register(shutil.rmtree, PLACE, ignore_errors=True)

EXPECTED: tuple[tuple[Callable[[Any, Any], Text | None], Any], ...] = (
    (compare.integer, 7),
    (compare.whole_number, 7),
    (compare.array, np.ones((2, 3))),
    (compare.array, np.ones((2, 3), dtype=int)),
    (compare.numeric_array, np.ones(4)),
    (compare.values, [{"box": (1.0, 2.0), "label": 3}, [1, 2]]),
    (compare.form, [{"box": (1.0, 2.0), "label": 3}, [1, 2]]),
    (compare.each(compare.values), [1.0, 2.0]),
    (compare.unordered(compare.values), [(1, 0.5), (2, 0.25)]),
    (compare.part(compare.values, 0), (1.0, "x")),
)


def intake_of_a_notebook(data: bytes) -> None:
    """A file that says it is a notebook."""
    _handed_in("hw.ipynb", data)


def intake_of_a_zip(data: bytes) -> None:
    """A file that says it is a zip, as one student's and as a whole class'."""
    _handed_in("hw.zip", data)


def intake_of_a_mail(data: bytes) -> None:
    """A file that says it is a mail."""
    _handed_in("hw.eml", data)


def _handed_in(name: str, data: bytes) -> None:
    path = PLACE / name
    path.write_bytes(data)
    for found in find([path]):
        submission = read(found)
        assert submission.problem is None or not submission.cells
        for sentence in (*submission.warnings, *filter(None, [submission.problem])):
            assert sentence.ko.isprintable()
            assert sentence.en.isprintable()


def reply_of_a_worker(data: bytes) -> None:
    """Bytes that a student's process writes to the wire; what they say is judged and shown."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data[: 1 << 16])
        theirs.shutdown(socket.SHUT_WR)
        with contextlib.suppress(ProtocolError, Closed):
            message, arrays = receive(ours)
            _judge(message, arrays)


def document_of_a_worker(data: bytes) -> None:
    """The same without the frame, so that more of what is tried is JSON."""
    document, _, arrays = data.partition(b"\0")
    with contextlib.suppress(ProtocolError, ValueError, RecursionError):
        message = json.loads(document)
        if isinstance(message, dict):
            _judge(message, arrays)


def _judge(message: dict[str, Any], arrays: bytes) -> None:
    try:
        reply = read_reply(message, Decoder(arrays))
    except ProtocolError:
        return
    if isinstance(reply, Raise):
        assert Text(ko=reply.message, en=reply.message)
        assert len(reply.message) <= MAX_MESSAGE
    if isinstance(reply, Value):
        for compared, expected in EXPECTED:
            problem = compared(reply.value, expected)
            assert problem is None or (problem.ko and problem.en)
        assert len(_shown(reply.value).text) <= 400


def pages_and_tables(data: bytes) -> None:
    """Texts that come from students, wherever a page or a table has some."""
    texts = [part.decode("utf-8", "surrogateescape") for part in data.split(b"\0")]
    result = _result(texts)
    pages = (
        feedback_page(result, _same("title")),
        class_page([result], _same("title"), "ko"),
        items_page(analyse([result]), _same("title"), "ko"),
    )
    for page in pages:
        assert trouble_in_page(page) in ([], ["a command for a terminal"])  # which the examiner keeps out
        assert page.casefold().count("<script") == page.count("<script>")  # ours, which is looked at above
    for cell in trouble_in_table(grades_csv([result], ["q1"], "en")):
        assert not cell.startswith("a formula")
    json.dumps([results_json(result), autograder_json(result, "visible")])


def _same(text: str) -> Text:
    return Text(ko=text, en=text) if text.strip() else Text(ko="?", en="?")  # the examiner sees to that


def _result(texts: list[str]) -> SubmissionResult:
    def text(number: int) -> str:
        return texts[number % len(texts)]

    example = Example(
        call=text(0),
        expected=ShownValue(text=text(1)),
        got=ShownValue(text=text(2), grid=((text(3), text(4)),)),
        problem=_same(text(5)),
    )
    check = CheckResult(
        name="test.py::test",
        question="q1",
        title=_same("a check"),
        points=1,
        outcome=Outcome.FAILED,
        message=_same(text(6)),
    )
    question = QuestionResult(
        id="q1", title=_same("q"), outcome=Outcome.FAILED, score=0, max_score=1, checks=(check,), examples=(example,)
    )
    return SubmissionResult(
        assignment="01-target",
        student=text(7),
        submission=text(8),
        lang="en",
        status=Status.GRADED if len(texts) % 2 else Status.INVALID,
        score=0,
        max_score=1,
        questions=(question,),
        cell_errors=(CellError(cell=1, line=1, message=_same(text(9))),),
        notes=(_same(text(10)),),
        fault=text(11),
    )


def source_of_a_cell(data: bytes) -> None:
    """The text of two cells, of which notes are made."""
    first, _, second = data.decode("utf-8", "replace").partition("\0")
    source = read_source([Cell(1, first), Cell(2, second)])
    for profile in PROFILES.values():
        source.among(profile.lazy_imports)
        for note in source.notes(profile):
            assert note.en.startswith("Cell ")
    binds(first, "answer")


def answer_in_words(data: bytes) -> None:
    """A text that answers a question, wherever one is read."""
    text = data.decode("utf-8", "replace")
    assert _QUIZ(text, "a") is not None or _QUIZ(text, "transposed convolution") is not None
    _text(text)
    for form in FORMS:
        assert is_stream_safe(normalised(form, text)) or not is_stream_safe(text)
    for particle in ("을", "은", "이", "과", "으로"):
        assert Text(ko=f"{{text:{particle}}}", en="{text}.").format(text=text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        intake_of_a_notebook,
        intake_of_a_zip,
        intake_of_a_mail,
        reply_of_a_worker,
        document_of_a_worker,
        pages_and_tables,
        source_of_a_cell,
        answer_in_words,
    )
}
