"""What students' pages are called in a zip, so that Moodle or Canvas finds whose each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fcnkit.export.platform_columns import Columns
from fcnkit.grading.intake.new_canvas import canvas_of_small_numbers
from fcnkit.grading.intake.platforms import NAMINGS, Naming
from fcnkit.grading.intake.submission import composed
from fcnkit.grading.results import SubmissionResult
from fcnkit.roster import Roster

PAGE = "feedback.html"


def moodle_names(people: Roster, columns: Columns) -> dict[int, str]:
    """`Full name_123_assignfeedback_file_feedback.html`, by line of the worksheet, but for grades that are locked.

    Moodle splits such a name at underscores and goes by the second part, the participant's number
    (`assignfeedback_file_zip_importer`), so that a full name must hold none.
    """
    names = {}
    for student in people.students:
        if student.line in columns.participants and student.line not in columns.locked:
            name = re.sub(r'[_/\\:*?"<>|\x00-\x1f]+', " ", student.name).strip(" .")
            names[student.line] = f"{name}_{columns.participants[student.line]}_assignfeedback_file_{PAGE}"
    return names


def canvas_names(results: Iterable[SubmissionResult]) -> dict[str, str]:
    """What Canvas called each student's hand-in, up to the file's own name; without those that Canvas did not name.

    Canvas goes by the first two numbers (`infer_comment_context_from_filename`), the user's and the hand-in's: a zip's
    name before it must not be there.
    """
    may_be = {result.student: list(_matches(result)) for result in results}
    small = canvas_of_small_numbers({match.string for several in may_be.values() for match, _ in several[:1]})
    named = {}
    for student, several in may_be.items():
        for match, naming in several:
            if naming.read(match) or match.string in small:
                named[student] = f"{match.string[: match.start('file')]}{PAGE}"
                break
    return named


def _matches(result: SubmissionResult) -> Iterator[tuple[re.Match[str], Naming]]:
    """The folders, zips and files that a hand-in lay in, from the outermost one, which may be named by Canvas."""
    for name in re.split("[/!]", result.submission):
        for naming in NAMINGS:
            match = naming.form.fullmatch(composed(name)) if naming.platform == "canvas" else None
            if match and match["attachment"]:
                yield match, naming
