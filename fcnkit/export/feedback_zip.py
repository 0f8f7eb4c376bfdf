"""What students' pages are called in a zip, so that Moodle or Canvas finds whose each is."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from fcnkit.export.platform_columns import Columns
from fcnkit.grading.intake.platforms import NAMINGS
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


def canvas_name(result: SubmissionResult) -> str | None:
    """What Canvas called the hand-in, up to the file's own name; None where Canvas did not name it.

    Canvas goes by the first two numbers (`infer_comment_context_from_filename`), the user's and the hand-in's.
    """
    for name in PurePosixPath(result.submission).parts:
        for naming in NAMINGS:
            match = naming.form.fullmatch(composed(name)) if naming.platform == "canvas" else None
            if match and match["attachment"] and naming.read(match):
                return f"{match.string[: match.start('file')]}{PAGE}"
    return None
