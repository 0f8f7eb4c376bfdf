"""What a student hands in together: the notebook that was worked in is graded, of several the best one counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pytest
from classes import MISTAKEN, NAME, ROOT, SOLUTION, course_with_limits, grade, rows
from command_line import run

from fcnkit.class_grading.run import examine
from fcnkit.course import Course
from fcnkit.grading.case_secret import new_secret
from fcnkit.grading.messages import Examination, Job, OnSleep
from fcnkit.text import Lang

pytestmark = pytest.mark.usefixtures("lent_graders")

Cells = list[dict[str, Any]]


def handed_out(number: str, lang: Lang) -> dict[str, Any]:
    assignment = Course(ROOT).assignment(number)
    path = assignment.paths.handout / f"{assignment.name}.{lang}.ipynb"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def worked_in(source: str, number: str = "01", lang: Lang = "ko", kind: str = "code") -> dict[str, Any]:
    """The hand-out with one more cell."""
    content = handed_out(number, lang)
    cell = {"cell_type": kind, "id": "mine", "metadata": {}, "source": source}
    content["cells"].append(cell | ({"outputs": [], "execution_count": None} if kind == "code" else {}))
    return content


def write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def whole_folder(home: Path) -> None:
    home.mkdir()
    with ZipFile(home / "kim.zip", "w") as archive:
        archive.writestr("01/01.ko.ipynb", json.dumps(worked_in(SOLUTION)))
        archive.writestr("01/01.en.ipynb", json.dumps(handed_out("01", "en")))
        archive.writestr("01/helper.py", "")


def both_languages(home: Path) -> None:
    write(home / "kim" / "en.ipynb", worked_in(MISTAKEN, lang="en"))
    write(home / "kim" / "ko.ipynb", worked_in(SOLUTION))


def of_the_whole_course(home: Path) -> None:
    write(home / "kim" / "01.ipynb", worked_in(SOLUTION))
    write(home / "kim" / "02.ipynb", worked_in("x = 1", "02"))


def in_markdown(home: Path) -> None:
    write(home / "kim" / "01.ipynb", worked_in(SOLUTION, kind="markdown"))


def in_a_file(home: Path) -> None:
    write(home / "kim" / "01.ipynb", worked_in(f"%%writefile answers.py\n{SOLUTION}"))


CASES: dict[Callable[[Path], None], tuple[float, list[str]]] = {
    whole_folder: (100, ["as it was handed out: 'kim.zip!01/01.en.ipynb'", "into the notebook: '01/helper.py'"]),
    both_languages: (100, ["counts: 'kim/ko.ipynb' (100/100). Graded, too: 'kim/en.ipynb' (90/100)"]),
    of_the_whole_course: (100, ["of another assignment: 'kim/02.ipynb'"]),
    in_markdown: (0, ["is no code cell, so it was not run; it holds bilinear_kernel, conv_matrix, conv_output_size"]),
    in_a_file: (0, ["the notebook's Python; it holds bilinear_kernel, conv_matrix, conv_output_size"]),
}


@pytest.fixture(scope="module")
def grades(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """One class in which each case is a student of its name."""
    home, out = tmp_path_factory.mktemp("class"), tmp_path_factory.mktemp("out")
    for case in CASES:
        case(home / case.__name__)
    grade(home, out).check_returncode()
    return rows(out)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_nobody_is_asked_and_all_is_told(case: Callable[[Path], None], grades: dict[str, dict[str, str]]) -> None:
    score, notes = CASES[case]
    row = grades[case.__name__]
    assert (row["status"], float(row["score"])) == ("graded", score)
    for note in notes:
        assert note.replace("'kim", f"'{case.__name__}/kim") in row["note"]


def graded_again(folder: Path, out: Path) -> tuple[dict[str, str], bool]:
    """The one student's row, and whether anything was run."""
    done = grade(folder, out)
    done.check_returncode()
    (row,) = rows(out).values()
    return row, "not run again: 0" in done.stdout


def test_another_notebook_of_the_same_hand_in_is_a_change(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "out"
    write(folder / "kim" / "a.ipynb", worked_in(SOLUTION))
    write(folder / "kim" / "b.ipynb", worked_in(MISTAKEN))
    first, _ = graded_again(folder, out)
    assert graded_again(folder, out) == (first, False)
    write(folder / "kim" / "b.ipynb", worked_in(f"{MISTAKEN}\nmore = 1"))
    changed, was_run = graded_again(folder, out)
    assert was_run
    note = changed.pop("note")
    assert note.startswith("Handed in 2 times; the last one counts")
    assert note.endswith(first.pop("note"))  # the worse one has changed, and is as bad as before
    assert changed == first


def test_the_text_for_a_person_comes_from_the_notebook_that_counts(tmp_path: Path) -> None:
    answer = (ROOT / "solutions" / "04-array-shapes" / "alternatives").glob("*.py")
    right = sorted(answer)[0].read_text(encoding="utf-8")
    home, out = tmp_path / "class", tmp_path / "out"
    write(home / "kim" / "a.ipynb", worked_in(f"{right}\nexplanation = 'of the better one'", "04"))
    write(home / "kim" / "b.ipynb", worked_in("explanation = 'of the other one'", "04", "en"))
    write(home / "lee" / "a.ipynb", worked_in("x = 1", "04"))
    write(home / "lee" / "b.ipynb", worked_in("explanation = 'the only one'", "04", "en"))
    grade(home, out, number="04").check_returncode()
    sheet = next(out.glob("review*.csv")).read_text(encoding="utf-8-sig")
    assert "of the better one" in sheet
    assert "of the other one" not in sheet
    assert "the only one" in sheet


def test_what_a_fixed_key_would_make_of_other_answers_is_not_told(tmp_path: Path) -> None:
    home, out = tmp_path / "class", tmp_path / "out"
    for name, guess in (("a", ["image", "height", "width", "channel"]), ("b", ["image"] * 4)):
        write(home / "kim" / f"{name}.ipynb", worked_in(f"axis_meanings = {guess}", "04"))
    grade(home, out, number="04").check_returncode()
    (row,) = rows(out).values()
    assert "counts: 'kim/a.ipynb'. Graded, too: 'kim/b.ipynb'; what they came to is not told" in row["note"]


def test_where_no_hand_out_is_to_tell_untouched_ones_by_the_instructor_is_told(tmp_path: Path) -> None:
    (tmp_path / "course").mkdir()
    course = course_with_limits(tmp_path / "course", "")
    (course / "assignments").unlink()
    write(tmp_path / "kim.ipynb", worked_in(SOLUTION))
    done = run("grade", "01", tmp_path / "kim.ipynb", "--out", tmp_path / "out", "--lang", "en", cwd=course)
    assert f"{course}/assignments/{NAME} has no notebook as handed out" in done.stderr
    assert f"`fcnkit build {NAME}`" in done.stderr
    assert "as handed out" not in grade(tmp_path / "kim.ipynb", tmp_path / "out").stderr


class Takes:
    """An engine whose examinations use up what they get, or a little."""

    device = "none"
    room = 1

    def __init__(self, *used: float) -> None:
        self._used = iter(used)
        self.parts: list[float] = []

    def examine(self, job: Job, _on_sleep: OnSleep = lambda _: None) -> Examination:
        self.parts.append(round(job.part, 3))
        return Examination(used=next(self._used))


def test_notebooks_of_one_hand_in_share_its_time() -> None:
    notebook = SimpleNamespace(cells=(), variant=None)
    for used, parts in (((9, 9, 9, 9), [0.25] * 4), ((0.1, 0, 0.5, 0), [0.25, 0.3, 0.45, 0.45]), ((0.5,), [1])):
        engine = Takes(*used)
        submission: Any = SimpleNamespace(notebooks=(notebook,) * len(used))
        examine(engine, submission, new_secret())
        assert engine.parts == parts
