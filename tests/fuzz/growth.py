"""How long trusted code takes for twice the bytes of a student's: at most 2.2 times as long. Part of `make fuzz`.

    python tests/fuzz/growth.py [NAME...]

Each function that takes what a student wrote is given texts that are bad for one algorithm or another, as large as its
own limits let them become. Where twice the text takes no longer than `NOTHING`, no algorithm matters.
"""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from fcnkit.course import Course
from fcnkit.grading.examiner import answer_code, compare, shown_cells
from fcnkit.grading.examiner.bound_names import binds
from fcnkit.grading.examiner.formatting import format_value
from fcnkit.grading.examiner.manual_grading import _text
from fcnkit.grading.examiner.replies import read as read_reply
from fcnkit.grading.examiner.source import read_source
from fcnkit.grading.intake import Cell
from fcnkit.grading.intake.notebook_parser import parse
from fcnkit.grading.intake.submission import Refused
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.protocol import Decoder, ProtocolError, printable
from fcnkit.quiz.quiz_key import Comparison
from fcnkit.terminology import read
from fcnkit.text import Text
from fcnkit.unicode import FORMS, is_stream_safe, normalised

COURSE = Course.find()
MOST = 2.2
SIZE = 1 << 17
"""Characters of the smaller of two texts: few enough for a processor's caches."""
NOTHING = 0.1
"""Seconds of CPU."""
TRIES = 8
"""The quickest of so many counts, where it matters: others use the machine, too."""

TEXTS: dict[str, Callable[[int], str]] = {
    "one letter": lambda n: "a" * n,
    "one mark": lambda n: "a" + "\u0301" * n,
    "marks out of order": lambda n: "a" + "\u0301\u0323" * (n // 2),
    "characters that become marks": lambda n: "a" + "\u0f73\uff9e" * (n // 2),
    "letters with marks": lambda n: ("a" + "\u0301\u0323" * 15) * (n // 31),
    "letters of many": lambda n: "\ufdfa" * n,
    "hangul in pieces": lambda n: "\u1112\u1161\u11ab" * (n // 3),
    "spaces": lambda n: " " * n,
    "lines": lambda n: "\n" * n,
    "tabs": lambda n: "\t" * n,
    "digits": lambda n: "1," * (n // 2) + "x",
    "digits and blanks": lambda n: "1 " * (n // 2) + "*",
    "brackets": lambda n: "(" * n,
    "backticks": lambda n: "`" * n,
    "quotes": lambda n: "'" * n,
    "backslashes": lambda n: "\\" * n,
    "statements": lambda n: "x=1\n" * (n // 4),
    "statements in one line": lambda n: "a;" * (n // 2),
    "names that hang together": lambda n: "".join(f"a{i + 1}=a{i}\n" for i in range(n // 14)) + f"x=a{n // 14}",
    "a sum": lambda n: "x=" + "1+" * (n // 2) + "1",
    "texts side by side": lambda n: "x=" + "'a' " * (n // 4),
    "imports": lambda n: "".join(f"import m{i}\n" for i in range(n // 13)),
    "imports from one": lambda n: f"from {'m' * (n // 2)} import " + ", ".join(["a"] * (n // 6)),
    "a cell that is written": lambda n: "%%writefile " + " " * n,
    "a definition": lambda n: " " * (n // 2) + "def " + " " * (n // 2) + "f(",
    "a variant": lambda n: ("#" + " " * 98 + "\n") * (n // 100) + "# variant:" + " " * (n // 2),
}


def documents() -> dict[str, Callable[[int], str]]:
    """Replies of a student's process, as they come over the wire."""
    modulus = 2**61 - 1

    def keys(count: int, each: Callable[[int], Any]) -> Any:
        return {"dict": [[each(i), 0] for i in range(count)]}

    def colliding(i: int) -> Any:
        return {"tuple": [0] * 7 + [i * modulus]}

    return {
        "numbers": lambda n: json.dumps({"list": list(range(n // 8))}),
        "texts": lambda n: json.dumps({"list": ["ab"] * (n // 6)}),
        "one text": lambda n: json.dumps("é" * (n // 6)),
        "lists": lambda n: json.dumps({"list": [{"list": []}] * (n // 14)}),
        "colliding keys": lambda n: json.dumps({"list": [keys(1000, lambda i: i * modulus)] * (n // 30_000 or 1)}),
        "colliding tuples": lambda n: json.dumps({"list": [keys(1000, colliding)] * (n // 60_000 or 1)}),
        "long tuples": lambda n: json.dumps(keys(200, lambda i: {"tuple": [0] * (n // 600) + [i * modulus]})),
        "long numbers": lambda n: (
            json.dumps({"list": ["1" * 4000] * (n // 4000)}).replace('"1', "1").replace('1"', "1")
        ),
        "a long fraction": lambda n: "0." + "1" * n,
    }


def _notes(text: str) -> None:
    source = read_source([Cell(1, text), Cell(2, text)])
    for profile in PROFILES.values():
        source.notes(profile)


def _answers(text: str) -> None:
    with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        parts = shown_cells._read.__wrapped__(text, is_students=True)  # without its cache
        answer_code._digest(parts, answer_code._following(parts), {"x"})


def _notebook(text: str) -> None:
    cell = {"cell_type": "code", "source": text, "metadata": {}, "outputs": []}
    with contextlib.suppress(Refused):
        parse(json.dumps({"nbformat": 4, "cells": [cell, cell | {"cell_type": "raw"}]}).encode(), "hw.ipynb")


def _reply(document: str) -> None:
    try:
        reply: Any = read_reply({"value": json.loads(document), "args": None, "kwargs": None}, Decoder(b""))
    except (ProtocolError, ValueError):
        return
    format_value(reply.value, 400)
    for compared, expected in ((compare.values, [1, 2]), (compare.form, [1, 2]), (compare.array, np.ones(2))):
        compared(reply.value, expected)


def _predicted() -> Callable[[str], Any]:
    """What 04 makes of the name of an exception, and of an axis."""
    path = COURSE.assignment("04").paths.suite / "judge.py"
    spec = importlib.util.spec_from_file_location("judge_of_04", path)
    assert spec is not None
    assert spec.loader is not None
    judge = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judge)
    return lambda text: (judge.predicted(text, "TypeError"), judge.axes(0)([text] * 4, ["image"] * 4))


_QUIZ = Comparison(read(COURSE.root / "terminology.md"))
OF_TEXTS: dict[str, Callable[[str], Any]] = {
    "normal forms": lambda text: [normalised(form, text) for form in FORMS],
    "stream-safe": is_stream_safe,
    "printable": printable,
    "notes on cells": _notes,
    "answers": _answers,
    "notebook": _notebook,
    "binds": lambda text: binds(text, "answer"),
    "quiz": lambda text: (_QUIZ(text, "a"), _QUIZ(text, "transposed convolution")),
    "prediction": _predicted(),
    "particles": lambda text: Text(ko="{text:을}.", en="{text}.").format(text=text),
    "text by hand": _text,
    "written": lambda text: format_value([text] * 3, 400),
}
OF_DOCUMENTS: dict[str, Callable[[str], Any]] = {"reply": _reply}


def cases() -> dict[str, tuple[Callable[[str], Any], Callable[[int], str]]]:
    """Name → a function, and a text of each size that may be bad for it."""
    pairs = ((OF_TEXTS, TEXTS), (OF_DOCUMENTS, documents()))
    return {
        f"{of}: {name}": (function, text)
        for functions, texts in pairs
        for of, function in functions.items()
        for name, text in texts.items()
    }


def seconds(function: Callable[[str], Any], text: str) -> float:
    """CPU seconds that the function takes for the text."""
    gc.collect()
    begun = time.process_time()
    function(text)
    return time.process_time() - begun


def growth(function: Callable[[str], Any], text: Callable[[int], str]) -> tuple[float, float]:
    """What it takes for a text, and for one of twice the size; where that is next to nothing, once.

    Where twice the size takes much longer, because it no longer fits into a cache, say, half of it must, too.
    """
    once, twice = _measured(function, text, SIZE)
    return (once, twice) if twice <= MOST * once else _measured(function, text, SIZE // 2)


def _measured(function: Callable[[str], Any], text: Callable[[int], str], size: int) -> tuple[float, float]:
    small, large = text(size), text(2 * size)
    once, twice = float("inf"), seconds(function, large)
    if twice <= NOTHING:
        return twice, twice
    for _ in range(TRIES):
        once = min(once, seconds(function, small))
        if twice <= MOST * once:
            break
        twice = min(twice, seconds(function, large))
    return once, twice


def main() -> int:
    gc.disable()  # when it comes is no matter of the function's
    chosen, slow = sys.argv[1:], 0
    worst = (0.0, "")
    for name, (function, text) in cases().items():
        if chosen and not any(part in name for part in chosen):
            continue
        once, twice = growth(function, text)
        is_slow = twice > MOST * once
        slow += is_slow
        worst = max(worst, (twice, name))
        if is_slow:
            print(f"{name}: {once:.2f} s, for twice the text {twice:.2f} s")
    print(f"growth: {slow} of {len(cases())} grow faster than {MOST} times; the longest, {worst[1]}: {worst[0]:.2f} s")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
