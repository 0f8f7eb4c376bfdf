"""Question 1 can be answered; question 2 only by who has read this suite. CANARY"""

import numpy as np

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.case_draws import Draw
from fcnkit.grading.examiner.check import Case, Function, case, check
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.text import Text

from . import secret

DOUBLE = Function("double", lambda x: 2 * x, compare.array, example=case(np.array([1.0, 2.0])))
GUESS = Function("guess", secret.answer, compare.integer, example=case(0, hint="none"))


def arrays(_: Draw) -> list[Case]:
    return [case(np.arange(4.0)), case(np.ones((2, 3)))]


def guesses(_: Draw) -> list[Case]:
    return [case(n, hint=secret.HIDDEN_INPUT) for n in (1, 2)]


@check("q1", points=10, title=Text(ko="두 배입니다.", en="It is twice the array."))
def test_double(student: Student) -> None:
    student.assert_matches(DOUBLE, arrays)


@check("q2", points=90, title=Text(ko="그 수입니다.", en="It is that number."))
def test_guess(student: Student) -> None:
    student.assert_matches(GUESS, guesses)
