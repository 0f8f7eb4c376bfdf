"""Question 1 can be answered; question 2 only by who has models measured as they are not. CANARY"""

import numpy as np

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.case_draws import Draw
from fcnkit.grading.examiner.check import Case, Function, Look, case, check
from fcnkit.grading.examiner.model_runner import ReturnedModel
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.text import Text

SIZE = (16, 24)
TOO_GREAT = Text(ko="손실이 0보다 작지 않습니다.", en="Its loss is not below 0.")


def loss(model: ReturnedModel, _: Case) -> float:
    """After all that can be asked of a model, what it is asked for: a cross-entropy, which is never below 0."""
    images = np.random.default_rng(1).uniform(0, 255, (2, *SIZE, 3)).astype("float32")
    assert all("kernel_size" not in each or each["kernel_size"] for each in model.trace(SIZE)["settings"])
    output = model.predict(images, seed=0)
    assert output.sum(axis=-1).size
    losses = model.train(images, np.zeros((2, *SIZE, 1), "uint8"), steps=5, goal=0)
    return losses[-1] if losses else np.inf  # of what has no weights nothing is trained


def below_nothing(got: object, _: object) -> Text | None:
    return None if isinstance(got, float) and got < 0 else TOO_GREAT


DOUBLE = Function("double", lambda x: 2 * x, compare.array, example=case(np.array([1.0, 2.0])))
BUILD = Function("build", lambda: -1.0, below_nothing, example=case(), look=Look(loss, lambda found: found))


def arrays(_: Draw) -> list[Case]:
    return [case(np.arange(4.0)), case(np.ones((2, 3)))]


def builds(_: Draw) -> list[Case]:
    return [case()]


@check("q1", points=10, title=Text(ko="두 배입니다.", en="It is twice the array."))
def test_double(student: Student) -> None:
    student.assert_matches(DOUBLE, arrays)


@check("q2", points=90, title=Text(ko="손실이 0보다 작습니다.", en="Its loss is below 0."))
def test_build(student: Student) -> None:
    student.assert_matches(BUILD, builds)
