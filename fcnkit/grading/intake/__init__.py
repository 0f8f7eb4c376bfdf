"""Intake: from what the instructor has (files, folders, zips) to one submission per student.

Two steps, so that a large class is never in memory at once: `find` says who handed in what, looking at names
alone; `read` opens the files of one of them. Nothing is extracted, executed, unpickled or followed (links).
"""

from fcnkit.grading.intake.find import find, find_own, survey
from fcnkit.grading.intake.read import read
from fcnkit.grading.intake.submission import Cell, Findings, Found, IntakeError, Person, Submission

__all__ = ["Cell", "Findings", "Found", "IntakeError", "Person", "Submission", "find", "find_own", "read", "survey"]
