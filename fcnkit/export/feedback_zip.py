"""Everybody's feedback page in one zip that Moodle takes as *Upload multiple feedback files in a zip*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from fcnkit.export.platform_columns import Columns
from fcnkit.grading.results import SubmissionResult
from fcnkit.reproducible_zip import zip_bytes
from fcnkit.roster import Roster

PAGE = "feedback.html"


def feedback_zip(folder: Path, people: Roster, columns: Columns, of: Mapping[int, SubmissionResult]) -> bytes:
    """`Full name_123_assignfeedback_file_feedback.html` for each row with a page.

    Moodle splits such a name at underscores and goes by the second part, the participant's number
    (`assignfeedback_file_zip_importer`), so that a full name must hold none.
    """
    names = {student.line: student.name for student in people.students}
    members = {}
    for line, result in of.items():
        page = folder / "feedback" / f"{result.student}.html"
        if line in columns.participants and line not in columns.locked and page.is_file():
            name = re.sub(r'[_/\\:*?"<>|\x00-\x1f]+', " ", names[line]).strip(" .")
            members[f"{name}_{columns.participants[line]}_assignfeedback_file_{PAGE}"] = page.read_bytes()
    return zip_bytes(members)
