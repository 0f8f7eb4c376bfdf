"""Everything that hidden suites are written with: `from fcnkit.suite import Function, Student, Text, case, check`.

A suite is the folder `autograder/suites/NN-topic/` of a course: modules `test_*.py` with the hidden checks, and
`misconceptions.py` with `MISCONCEPTIONS`. Its modules import each other relatively: `from . import cases`.
"""

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.case_draws import Draw
from fcnkit.grading.examiner.check import Case, Compare, Function, Look, Property, Variable, case, check
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.message_words import kind_of
from fcnkit.grading.examiner.model_runner import ReturnedModel
from fcnkit.grading.examiner.relations import models
from fcnkit.grading.examiner.relations.channels import channels_of
from fcnkit.grading.examiner.relations.models import Facts, is_unpadded, steps_of, told
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.grading.examiner.variables import NOT_WRITTEN
from fcnkit.grading.protocol import File, Input, Model, Opaque
from fcnkit.misconception import Misconception
from fcnkit.text import Text

__all__ = [
    "NOT_WRITTEN",
    "Case",
    "CheckFailed",
    "Compare",
    "Draw",
    "Facts",
    "File",
    "Function",
    "Input",
    "Look",
    "Misconception",
    "Model",
    "Opaque",
    "Property",
    "ReturnedModel",
    "Student",
    "Text",
    "Variable",
    "case",
    "channels_of",
    "check",
    "compare",
    "is_unpadded",
    "kind_of",
    "models",
    "steps_of",
    "told",
]
