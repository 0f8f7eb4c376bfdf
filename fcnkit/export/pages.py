"""Students' pages as they are right now: with all marks by hand, and telling what may be told by now."""

from __future__ import annotations

from fcnkit.course import Assignment
from fcnkit.grading.feedback_policy import told
from fcnkit.grading.results import SubmissionResult
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.write import encoded


def current_page(result: SubmissionResult, assignment: Assignment) -> bytes:
    """The page, made anew: the one in the graded folder may be of the time before the deadline, or of earlier marks."""
    return encoded(feedback_page(told(result, assignment.config), assignment.config.title))
