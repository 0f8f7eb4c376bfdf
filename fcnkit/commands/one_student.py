"""The student whom somebody names on the command line, among those whom a gradebook knows."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import SubmissionResult
from fcnkit.roster.roster import listed
from fcnkit.text import Text

SEVERAL = Text(
    ko="{path}: {student!r:은} 여러 사람일 수 있습니다({names}). 누구인지 분명히 쓰세요.",
    en="{path}: {student!r} may be {names}; say which",
)
NO_STUDENT = Text(
    ko="{path}: grades.csv의 이름이나 학번이 {student!r}인 학생이 없습니다. 있는 학생: {names}",
    en="{path}: no student {student!r}, by name as in grades.csv or by id; there are: {names}",
)
NEAR = Text(
    ko="{path}: grades.csv의 이름이나 학번이 {student!r}인 학생이 없습니다. 이름이 비슷한 학생: {names}",
    en="{path}: no student {student!r}, by name as in grades.csv or by id; names like it: {names}",
)


def result_of(gradebook: Gradebook, assignment: str, student: str, path: Path) -> SubmissionResult:
    """What counts of a student, named by label or id. Raises UserError for nobody, and where it could be several."""
    results = list(gradebook.latest(assignment))
    found = [result for result in results if even(student) in (even(result.student), even(result.id))]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(SEVERAL, path=path, student=student, names=listed([each.student for each in found]))
    people = {even(result.student): result.student for result in results}
    near = [name for short, name in people.items() if even(student) and even(student) in short]
    near = near or [people[short] for short in get_close_matches(even(student), people)]
    names = listed(near or [result.student for result in results])
    raise UserError(NEAR if near else NO_STUDENT, path=path, student=student, names=names)


def even(text: str) -> str:
    """The text without what two spellings of one name differ in."""
    return unicodedata.normalize("NFC", text).casefold().strip()
