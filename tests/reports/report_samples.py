"""Results of a small class, as grading would hand them to the reports."""

from __future__ import annotations

from fcnkit.grading.examiner.examine import question_outcome
from fcnkit.grading.results import (
    CellError,
    CheckResult,
    Example,
    NamedMisconception,
    Outcome,
    QuestionResult,
    ShownValue,
    Status,
    SubmissionResult,
)
from fcnkit.text import Lang, Text

TITLE = Text(ko="전치 합성곱을 손으로", en="Transposed convolution by hand")
QUESTION_IDS = ("q1", "q2", "q3")
HOSTILE = '<script>alert("1")</script>&\'\n<!--'

OVERWRITTEN = NamedMisconception(
    id="overlap-overwritten",
    name=Text(ko="겹치는 곳을 덮어씀", en="Overlaps overwritten instead of added"),
    text=Text(
        ko="도장이 겹치는 곳에서 나중 값이 앞의 값을 지우고 있습니다. 전치 합성곱에서는 겹친 값을 모두 더합니다. "
        "`=` 대신 `+=`를 쓰면 어떻게 되는지 살펴보세요.",
        en="Where stamps overlap, the later one replaces the earlier. In a transposed convolution they are all added. "
        "See what happens with `+=` instead of `=`.",
    ),
)
STRIDE_IGNORED = NamedMisconception(
    id="stride-ignored",
    name=Text(ko="스트라이드를 커널 크기로 생각함", en="Stretched by the kernel's size instead of the stride"),
    text=Text(
        ko="도장 사이의 간격은 커널의 크기가 아니라 스트라이드입니다.",
        en="The distance between stamps is the stride, not the kernel's size.",
    ),
)


def grid(rows: list[list[str]]) -> ShownValue:
    return ShownValue(text=f"array({rows})", grid=tuple(tuple(row) for row in rows))


RIGHT = grid([["1", "3", "3", "2"], ["4", "10", "10", "6"], ["4", "10", "10", "6"], ["3", "7", "7", "4"]])
WRONG = grid([["1", "1", "2", "2"], ["3", "3", "4", "4"], ["3", "3", "4", "4"], ["3", "3", "4", "4"]])
DIFFERENT = Example(
    call="transposed_conv2d(np.array([[1., 2.], [3., 4.]]), np.ones((3, 3)), stride=1)",
    expected=RIGHT,
    got=WRONG,
    differs=tuple(
        tuple(a != b for a, b in zip(right, wrong, strict=True))
        for right, wrong in zip(RIGHT.grid or (), WRONG.grid or (), strict=True)
    ),
    problem=Text(ko="모양은 맞지만 값이 다릅니다.", en="The shape is right, but values differ."),
)
RAISED = Example(
    call="transposed_conv_output_size(4, 3, stride=2)",
    expected=ShownValue(text="9"),
    got=None,
    problem=Text(
        ko="함수를 실행하는 동안 오류가 났습니다: `NameError: name 'strid' is not defined`",
        en="The function raised an error: `NameError: name 'strid' is not defined`",
    ),
)
OTHER_SHAPE = Example(
    call="bilinear_kernel(4)",
    expected=grid([[f"{(i + 1) * (j + 1) / 64:.4f}" for j in range(8)] for i in range(8)]),
    got=grid([["0.25", "0.5"], ["-0.5", "nan"]]),
    problem=Text(ko="모양이 `(8, 8)`이어야 하는데 `(2, 2)`입니다.", en="The shape is `(2, 2)` but should be `(8, 8)`."),
)


def check(
    question: str,
    number: int,
    outcome: Outcome,
    message: Text | None = None,
    misconception: str | None = None,
    points: float = 5,
) -> CheckResult:
    title = Text(
        ko=("겹치는 곳은 모두 더합니다.", "`stride`가 커널보다 커도 됩니다.", "입력 배열을 바꾸지 않습니다.")[
            number % 3
        ],
        en=("Where stamps overlap, they are added.", "`stride` may exceed the kernel.", "The input stays as it is.")[
            number % 3
        ],
    )
    return CheckResult(
        name=f"test_{question}_{number}",
        question=question,
        title=title,
        points=points,
        outcome=outcome,
        message=message,
        misconception=misconception,
    )


def question(
    id: str,
    checks: tuple[CheckResult, ...],
    misconceptions: tuple[NamedMisconception, ...] = (),
    examples: tuple[Example, ...] = (),
) -> QuestionResult:
    titles = {
        "q1": Text(ko="전치 합성곱의 출력 크기", en="Output size of a transposed convolution"),
        "q2": Text(ko="도장 찍기: 2차원 전치 합성곱", en="Stamping: transposed convolution in 2-D"),
        "q3": Text(ko="쌍선형 업샘플링 커널", en="A kernel for bilinear upsampling"),
    }
    return QuestionResult(
        id=id,
        title=titles[id],
        outcome=question_outcome(checks),
        score=sum(check.points for check in checks if check.outcome is Outcome.PASSED),
        max_score=sum(check.points for check in checks),
        checks=checks,
        misconceptions=misconceptions,
        examples=examples,
    )


WRONG_VALUES = Text(ko="모양은 맞지만 값이 다릅니다.", en="The shape is right, but values differ.")
NAME_ERROR = Text(
    ko="함수를 실행하는 동안 오류가 났습니다: `NameError: name 'strid' is not defined`",
    en="The function raised an error: `NameError: name 'strid' is not defined`",
)
MISSING = Text(
    ko="`bilinear_kernel` 함수를 찾지 못했습니다. 이름과 철자를 확인해 주세요.",
    en="There is no function `bilinear_kernel`. Please check its name and spelling.",
)

PERFECT = (
    question("q1", (check("q1", 1, Outcome.PASSED), check("q1", 2, Outcome.PASSED, points=2.5))),
    question("q2", tuple(check("q2", number, Outcome.PASSED) for number in range(3))),
    question("q3", (check("q3", 0, Outcome.PASSED),)),
)
MIXED = (
    question(
        "q1",
        (check("q1", 1, Outcome.ERROR, NAME_ERROR), check("q1", 2, Outcome.PASSED, points=2.5)),
        examples=(RAISED,),
    ),
    question(
        "q2",
        (
            check("q2", 0, Outcome.FAILED, WRONG_VALUES, OVERWRITTEN.id),
            check("q2", 1, Outcome.PASSED),
            check("q2", 2, Outcome.FAILED, WRONG_VALUES),
        ),
        misconceptions=(OVERWRITTEN,),
        examples=(DIFFERENT, OTHER_SHAPE),
    ),
    question("q3", (check("q3", 0, Outcome.UNATTEMPTED, MISSING),)),
)
UNTOUCHED = tuple(
    question(id, tuple(check(id, number, Outcome.UNATTEMPTED, MISSING) for number in range(2))) for id in QUESTION_IDS
)
STRETCHED = (
    PERFECT[0],
    question(
        "q2",
        tuple(check("q2", number, Outcome.FAILED, WRONG_VALUES, STRIDE_IGNORED.id) for number in range(3)),
        misconceptions=(STRIDE_IGNORED, OVERWRITTEN),
        examples=(DIFFERENT,),
    ),
    PERFECT[2],
)


def submission(
    student: str,
    questions: tuple[QuestionResult, ...] = (),
    *,
    status: Status = Status.GRADED,
    lang: Lang = "ko",
    file: str | None = None,
    cell_errors: tuple[CellError, ...] = (),
    notes: tuple[Text, ...] = (),
) -> SubmissionResult:
    return SubmissionResult(
        assignment="01-transposed-convolution",
        student=student,
        submission=file or f"{student}.ipynb",
        lang=lang,
        status=status,
        score=sum(question.score or 0 for question in questions),
        max_score=27.5,
        questions=questions,
        cell_errors=cell_errors,
        notes=notes,
    )


CELL_ERRORS = (
    CellError(
        cell=12,
        line=3,
        message=Text(ko="NameError: name 'strid' is not defined", en="NameError: name 'strid' is not defined"),
    ),
    CellError(
        cell=15, line=None, message=Text(ko="20초 안에 끝나지 않았습니다.", en="It did not end within 20 seconds.")
    ),
)
LATE = Text(
    ko="한 학생의 파일이 두 개라서 나중에 저장한 것을 채점했습니다.",
    en="There are two files for this student; the later one was graded.",
)
BROKEN = Text(
    ko="`broken.ipynb`의 JSON이 중간에 끊겨 있습니다. 노트북을 다시 저장해서 제출해 주세요.",
    en="The JSON of `broken.ipynb` ends half-way. Save the notebook and hand it in again.",
)
OUT_OF_DISK = Text(
    ko="채점하는 컴퓨터의 디스크가 가득 찼습니다. 자리를 비우고 다시 채점해 주세요.",
    en="The grading machine's disk is full. Make room and grade again.",
)


def mixed(lang: Lang = "ko", student: str = "kim-haneul") -> SubmissionResult:
    return submission(student, MIXED, lang=lang, cell_errors=CELL_ERRORS, notes=(LATE,))


def small_class() -> list[SubmissionResult]:
    """Every status and outcome, names of all kinds, in no order."""
    return [
        mixed(),
        submission("박 서연", PERFECT),
        submission("choi_🎈", STRETCHED, lang="en"),
        submission("untouched", UNTOUCHED),
        submission("이\n준호", status=Status.INVALID, notes=(BROKEN,)),
        submission("park-jiwoo", status=Status.UNGRADED, notes=(OUT_OF_DISK, LATE)),
        submission("=1+1", PERFECT, file="제출/=1+1.ipynb"),
        submission("yoon-soomin", STRETCHED),
        submission("<b>&\"'#?%", MIXED, file="../<script>.ipynb"),
    ]
