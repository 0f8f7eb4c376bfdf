"""Question 7: when well-known networks came, what was new about them, and how large they are."""

from architectures import EARLY, LATER
from functions import IDEAS, PARAMETERS, YEARS

from fcnkit.grading.examiner.checks import check
from fcnkit.grading.examiner.student import Student
from fcnkit.text import Text


@check("q7", points=2, title=Text(ko="LeNet-5부터 VGG16까지의 연도", en="The years, LeNet-5 to VGG16"))
def test_early_years(student: Student) -> None:
    student.holds_under(YEARS, EARLY)


@check("q7", points=2, title=Text(ko="ResNet50부터 DenseNet121까지의 연도", en="The years, ResNet50 to DenseNet121"))
def test_later_years(student: Student) -> None:
    student.holds_under(YEARS, LATER)


@check("q7", points=2, title=Text(ko="LeNet-5부터 VGG16까지의 아이디어", en="The ideas, LeNet-5 to VGG16"))
def test_early_ideas(student: Student) -> None:
    student.holds_under(IDEAS, EARLY)


@check(
    "q7", points=2, title=Text(ko="ResNet50부터 DenseNet121까지의 아이디어", en="The ideas, ResNet50 to DenseNet121")
)
def test_later_ideas(student: Student) -> None:
    student.holds_under(IDEAS, LATER)


@check("q7", points=2, title=Text(ko="LeNet-5부터 VGG16까지의 파라미터 수", en="The parameters, LeNet-5 to VGG16"))
def test_early_parameters(student: Student) -> None:
    student.holds_under(PARAMETERS, EARLY)


@check(
    "q7",
    points=2,
    title=Text(ko="ResNet50부터 DenseNet121까지의 파라미터 수", en="The parameters, ResNet50 to DenseNet121"),
)
def test_later_parameters(student: Student) -> None:
    student.holds_under(PARAMETERS, LATER)
