"""`fcnkit term`: one page over all assignments."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from fcnkit.commands.console import say, say_remarks
from fcnkit.commands.graded_folder import open_graded
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Course
from fcnkit.errors import UserError
from fcnkit.grading.results import NamedMisconception
from fcnkit.reports.term_overview import Sitting, Theme, row_of, term_of
from fcnkit.reports.write import page_at, write_term
from fcnkit.roster import Roster, read_roster
from fcnkit.teaching.people import GradedClass, members, read_class
from fcnkit.text import Lang, Text

PAGE = "term.html"
TWICE = Text(
    ko="{folder}: {assignment} 과제는 {other}에도 있습니다. 과제마다 폴더를 하나씩만 지정하세요.",
    en="{folder}: holds {assignment}, as does {other}; name one folder for each assignment",
)
WRITTEN = Text(
    ko="과제 {assignments}개, 학생 {students}명: {path}",
    en="Assignments: {assignments}, students: {students}. Open {path}",
)


def term(folders: Sequence[Path], out: Path | None, roster: Path | None, lang: Lang | None) -> None:
    """Write the page and say where it is, by default beside the first folder. Raises UserError."""
    speak = lang or detect_lang()
    people = read_roster(roster) if roster else None
    if people:
        say_remarks(people.remarks, speak)
    classes = read_classes(folders, people)
    path = page_at(out, PAGE) if out else folders[0].resolve().parent / PAGE
    course = Course.find()
    weights = course.weights
    sittings = [
        Sitting(name, each.assignment.config.title, weights[name], _address(folder, path))
        for name, (folder, each) in sorted(classes.items())
    ]
    everybody = members([each for _, each in classes.values()], people)
    themes = _themes(course)
    rows = [row_of(each.label, each.id, each.sections, each.results, sittings, themes) for each in everybody]
    write_term(path, term_of(sittings, rows, themes), course.title, speak)
    said = WRITTEN.format(assignments=len(sittings), students=len(rows), path=path)
    say(said[speak])


def _themes(course: Course) -> list[Theme]:
    """The course's; a blank in the id tells one from every misconception."""
    return [
        Theme(NamedMisconception(id=f"theme {at}", name=each.name, text=each.name), frozenset(each.misconceptions))
        for at, each in enumerate(course.themes)
    ]


def read_classes(folders: Sequence[Path], roster: Roster | None) -> dict[str, tuple[Path, GradedClass]]:
    """Each folder with what is graded in it, by the assignment's name. Raises UserError where one comes twice."""
    found: dict[str, tuple[Path, GradedClass]] = {}
    for folder in folders:
        with open_graded(folder, is_for_reading=True) as (assignment, gradebook):
            if assignment.name in found:
                other = found[assignment.name][0]
                raise UserError(TWICE, folder=folder, assignment=assignment.name, other=other)
            found[assignment.name] = folder, read_class(assignment, gradebook, roster)
    return found


def _address(folder: Path, page: Path) -> str:
    """The folder as seen from the page."""
    return quote(Path(os.path.relpath(folder.resolve(), page.resolve().parent)).as_posix())
