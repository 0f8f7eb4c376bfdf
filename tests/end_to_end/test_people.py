"""Classes as platforms make them, graded with the real command line: everybody has their own marks and name.

`make prove` takes 60 students of every platform, `make test` a few of one.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from classes import IS_FULL, NAME, ROOT, SOLUTION, command, rows, write_class

SIZE = 60 if IS_FULL else 4
PLATFORMS = ["canvas", "moodle", "gradescope", "campus"] if IS_FULL else ["canvas"]
NAMES = ("김민지", "이수아", "김민지", "박지호", "kimminji", "KimMinji", "윤시우", "O'Neil Sean")
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
    folder.mkdir()
    for number in numbers:
        path = folder / place(platform, number)
        path.parent.mkdir(exist_ok=True)
        (flat / f"{number}.ipynb").rename(path)
    if platform == "gradescope":
        people = "".join(
            f"submission_{7000 + n}:\n  :submitters:\n  - :name: {json.dumps(name_of(n), ensure_ascii=False)}\n"
            f"    :sid: '{id_of(n)}'\n    :email: s{n}@example.ac.kr\n"
            for n in numbers
        )
        (folder / "submission_metadata.yml").write_text(people, encoding="utf-8")
    (folder / "README.txt").write_text("read me")
    return folder


def place(platform: str, number: int) -> str:
    name, id = name_of(number), id_of(number)
    if platform == "canvas":
        name = "".join(letter for letter in name.lower() if letter.isalnum())
        late = "_LATE" if number % 5 == 0 else ""
        return f"{name}{late}_{id}_{70000 + number}_{NAME}{f'-{number % 3}' if number % 3 else ''}.ko.ipynb"
    return {
        "moodle": f"{name}_{id}_assignsubmission_file_/{NAME}.ko.ipynb",
        "gradescope": f"submission_{7000 + number}/{NAME}.ko.ipynb",
        "campus": f"{id}_{name}_과제1{'_수정' * (number % 2)}.ipynb",
    }[platform]


def name_of(number: int) -> str:
    return NAMES[number % len(NAMES)]


def id_of(number: int) -> str:
    return str(20231300 + number)


def grade(folder: Path, out: Path, locale: str) -> str:
    environment = {**os.environ, "LC_ALL": locale}
    done = subprocess.run(
        [part for part in command(folder, out) if part not in ("--lang", "en")],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "README.txt" in done.stderr
    return done.stderr


@pytest.mark.parametrize("platform", PLATFORMS)
def test_everybody_has_the_marks_and_the_name_that_are_theirs(platform: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first, late = range(1, SIZE // 2 + 1), range(SIZE // 2 + 1, SIZE + 1)
    grade(hand_in(platform, tmp_path / "first", first), out, "ko_KR.UTF-8")
    before = rows(out)
    grade(hand_in(platform, tmp_path / "late", late), out, "C.UTF-8")
    table = rows(out)
    assert {row["id"]: int(row["score"]) for row in table.values()} == {id_of(n): answer(n)[1] for n in (*first, *late)}
    assert {label: table[label]["id"] for label in before} == {label: row["id"] for label, row in before.items()}
    for label, row in table.items():
        letters = "".join(letter for letter in name_of(int(row["id"]) - 20231300).lower() if letter.isalnum())
        assert "".join(letter for letter in label.lower() if letter.isalnum()).startswith(letters)
        assert f">{row['id']}<" in (out / "feedback" / f"{label}.html").read_text(encoding="utf-8")
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
