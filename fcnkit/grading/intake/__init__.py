"""Intake: from what the instructor has (files, folders, zips) to one submission per student.

Three steps, so that a large class is never in memory at once: `find` says who handed in what, looking at names
alone; `read` opens the files of one of them; `select` says which of the notebooks in them are graded. Nothing is
extracted, executed, unpickled or followed (links).
"""

from fcnkit.grading.cell import Cell
from fcnkit.grading.intake.find import find, find_own, survey
from fcnkit.grading.intake.handed_out import HandedOut, handed_out
from fcnkit.grading.intake.notebook_choice import select
from fcnkit.grading.intake.read import read
from fcnkit.grading.intake.submission import Findings, Found, IntakeError, Notebook, Person, Submission

__all__ = [
    "Cell",
    "Findings",
    "Found",
    "HandedOut",
    "IntakeError",
    "Notebook",
    "Person",
    "Submission",
    "find",
    "find_own",
    "handed_out",
    "read",
    "select",
    "survey",
]
