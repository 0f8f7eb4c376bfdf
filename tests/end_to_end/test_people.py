"""Classes as platforms make them, graded with the real command line: everybody has their own marks and name.

`make prove` takes 60 students of every platform, `make test` a few of one.
"""

from __future__ import annotations

import json
import os
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from classes import NAME, ROOT, SOLUTION, command, rows, write_class
from downloads import PLATFORMS, download, handed, letters, partner_of
from proof import IS_FULL

SIZE = 60 if IS_FULL else 4
FLAWS = {
    "conv_matrix": 15,
    "bilinear_kernel": 10,
}
"""Functions that nothing else calls, and the points that each loses where it hands back nothing."""


def answer(number: int) -> tuple[str, int]:
    """A student's own code, and the marks that it earns: four kinds by turns, each with marks of its own."""
    source, score = f"{SOLUTION}\n# {number}", 100
    for place, (function, points) in enumerate(FLAWS.items()):
        if number >> place & 1:
            source += f"\ndef {function}(*arguments, **options):\n    return [number for number in arguments][:0]\n"
            score -= points
    return source, score


def hand_in(platform: str, folder: Path, numbers: range) -> Path:
    """What the platform lets an instructor download, unpacked."""
    flat = write_class(folder.with_name(f"{folder.name}-flat"), {f"{n}": answer(n)[0] for n in numbers})
    return download(platform, folder, {number: (flat / f"{number}.ipynb").read_bytes() for number in numbers})


def grade(folder: Path, out: Path, locale: str) -> str:
    environment = {**os.environ, "LC_MESSAGES": locale}
    done = subprocess.run(
        [part for part in command(folder, out) if part not in ("--lang", "en")],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "README.txt" in done.stderr
    return done.stderr


@pytest.mark.parametrize("platform", PLATFORMS if IS_FULL else ["canvas"])
def test_everybody_has_the_marks_and_the_name_that_are_theirs(platform: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first, late = range(1, SIZE // 2 + 1), range(SIZE // 2 + 1, SIZE + 1)
    grade(hand_in(platform, tmp_path / "class", first), out, "ko_KR.UTF-8")
    before = rows(out)
    grade(hand_in(platform, tmp_path / "late", late), out, "C.UTF-8")
    table = rows(out)
    assert {label: table[label]["id"] for label in before} == {label: row["id"] for label, row in before.items()}
    files = Counter(unicodedata.normalize("NFC", row["submission"]) for row in table.values())
    assert len(table) == SIZE * max(files.values())
    for label, row in table.items():
        number, one = next(
            (number, one)
            for number in (*first, *late)
            if unicodedata.normalize("NFC", (one := handed(platform, number)).source or one.path)
            == unicodedata.normalize("NFC", row["submission"])
        )
        assert int(row["score"]) == answer(number)[1]
        assert one.id in (row["id"], "") or row["id"] == str(20231300 + partner_of(number))
        assert row["id"] != one.id or letters(label).startswith(letters(one.name))
        assert f">{row['id']}<" in (out / "feedback" / f"{label}.html").read_text(encoding="utf-8") or not row["id"]
        assert json.loads((out / "results" / f"{label}.json").read_text(encoding="utf-8"))["score"] == int(row["score"])


def test_the_table_is_the_same_in_every_locale_kept_where_it_was_edited_and_of_one_assignment(tmp_path: Path) -> None:
    folder, out = hand_in("campus", tmp_path / "class", range(1, 3)), tmp_path / "out"
    grade(folder, out, "ko_KR.UTF-8")
    table = (out / "grades.csv").read_bytes()
    assert table.startswith("\ufeffstudent,id,submission".encode())
    (out / "grades.csv").write_bytes(table + b"mine\r\n")
    assert "grades.edited-1.csv" in grade(folder, out, "C.UTF-8")
    assert (out / "grades.edited-1.csv").read_bytes() == table + b"mine\r\n"
    assert (out / "grades.csv").read_bytes() == table
    other = [part if part != "01" else "02" for part in command(folder, out)]
    done = subprocess.run(other, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"it holds the results of {NAME}; name another folder for 02-yolo-output" in done.stderr
    assert (out / "grades.csv").read_bytes() == table
