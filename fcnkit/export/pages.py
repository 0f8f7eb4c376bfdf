"""Students' pages as they are right now: with all marks by hand, and telling what may be told by now."""

from __future__ import annotations

from fcnkit.course import Assignment
from fcnkit.grading.feedback_policy import is_over, told
from fcnkit.grading.results import SubmissionResult
from fcnkit.reports.feedback import feedback_page
from fcnkit.whole_file import encoded


def current_page(result: SubmissionResult, assignment: Assignment, *, with_key: bool = False) -> bytes:
    """The page, made anew: the one in the graded folder may be of the time before the deadline, or of earlier marks.

    `with_key` tells everything, and of a quiz the right answers, but not to whose own deadline is still ahead.
    """
    config = assignment.config
    own = result.due or config.due
    if with_key and (own is None or is_over(own)):
        return encoded(feedback_page(result, config.title, with_key=True))
    return encoded(feedback_page(told(result, config), config.title))
