"""A mistake in one question is paid for once: later ones that call its function are judged with right answers, too."""

from dataclasses import replace

import pytest
from masters import code_of

from fcnkit.authoring.verification import Expectation, mismatch
from fcnkit.course import Course
from fcnkit.grading.examiner.error_carried_forward import carry_forward
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.results import Carried, CheckResult, Outcome
from fcnkit.text import Text

pytestmark = pytest.mark.xdist_group("graders of 01")

ASSIGNMENT = Course.find().assignment("01")
SUBJECT = Text(ko="x", en="x")
FULL = {"q1": 10, "q2": 15, "q3": 25, "q4": 15, "q5": 15, "q6": 10, "q7": 10}
TOO_SMALL = "def transposed_conv_output_size(size, kernel, stride=1, padding='valid'):\n    return size * stride"


@pytest.fixture(scope="module")
def engine(graders):
    return graders("01")


def solution():
    """In which each question calls the one before it, as the hints advise."""
    return code_of("01")


def cells_of(*sources):
    return [Cell(number=number, source=source) for number, source in enumerate(sources, 1)]


@pytest.fixture(scope="module")
def only_question_2(engine):
    """What is found where nothing but question 2 is wrong: examined once for all who look at it."""
    return engine.examine(Job(cells=cells_of(*solution(), TOO_SMALL)))


def questions_of(engine, *more):
    return examined(engine, *solution(), *more)


def examined(engine, *sources):
    return by_id(engine.examine(Job(cells=cells_of(*sources))))


def by_id(examination):
    assert examination.fault is None
    return {question.id: question for question in examination.questions}


def marks(questions):
    return {id: question.score for id, question in questions.items()}


def test_a_student_whose_only_fault_is_question_2_loses_its_marks_alone(only_question_2):
    questions = by_id(only_question_2)
    assert marks(questions) == FULL | {"q2": 1}
    assert {id: question.carried for id, question in questions.items()} == {
        **dict.fromkeys(FULL),
        "q3": Carried(score=0, questions=("q2",)),
        "q4": Carried(score=0, questions=("q2",)),
    }
    assert [m.id for m in questions["q2"].misconceptions] == ["tail-forgotten"]
    assert {q.outcome for id, q in questions.items() if id != "q2"} == {Outcome.PASSED}
    assert not any(q.misconceptions or q.examples for id, q in questions.items() if id != "q2")


@pytest.mark.parametrize(
    "left",
    [[], ["def transposed_conv_output_size(size, kernel, stride=1, padding='valid'): ..."]],
    ids=["left out", "a stub"],
)
def test_a_question_that_was_left_out_costs_no_other_one(engine, left):
    others = [source for source in solution() if "def transposed_conv_output_size" not in source]
    assert len(others) == len(solution()) - 1
    questions = examined(engine, *others, *left)
    assert marks(questions) == FULL | {"q2": 0}
    assert questions["q4"].carried.questions == ("q2",)


def test_a_mistake_of_its_own_is_paid_for_and_told_as_if_the_others_were_right(engine):
    flipped = (
        "_upright = transposed_conv2d\n"
        "def transposed_conv2d(x, kernel, stride=1, padding='valid'):\n"
        "    return _upright(x, kernel[::-1, ::-1], stride, padding)\n"
    )
    alone, both = questions_of(engine, flipped), questions_of(engine, flipped, TOO_SMALL)
    assert both["q3"].score == alone["q3"].score < FULL["q3"]
    assert [m.id for m in both["q3"].misconceptions] == ["kernel-flipped"]
    assert [c.message for c in both["q3"].checks] == [c.message for c in alone["q3"].checks]
    assert both["q3"].carried.questions == ("q2",)
    assert alone["q3"].carried is None
    assert both["q4"].score == alone["q4"].score == FULL["q4"]
    assert both["q4"].carried.questions == alone["q4"].carried.questions == ("q3",)


def test_a_wrong_answer_that_calls_nothing_stays_as_it_is(engine):
    questions = questions_of(
        engine, TOO_SMALL, "def transposed_conv2d(x, kernel, stride=1, padding='valid'):\n    return x"
    )
    assert (questions["q3"].score, questions["q3"].carried) == (0, None)


def test_an_earlier_question_is_never_judged_by_a_later_one(engine):
    backwards = (
        "def conv_output_size(size, kernel, stride=1, padding='valid'):\n"
        "    return transposed_conv_output_size(size, kernel, stride, padding)\n"
    )
    assert questions_of(engine, TOO_SMALL, backwards)["q1"].carried is None


def test_its_own_function_is_not_answered_for_it(engine):
    asks = (
        "import gc\n"
        "def transposed_conv2d(x, kernel, stride=1, padding='valid'):\n"
        "    transposed_conv_output_size(2, 2)\n"
        "    (examiner,) = [each for each in gc.get_objects() if hasattr(type(each), 'stand_in')]\n"
        "    if examiner.request is not None and transposed_conv_output_size(2, 3) == 4:\n"
        "        return examiner.stand_in('transposed_conv2d', ['x', 'kernel'])(x, kernel, stride, padding)\n"
    )
    questions = questions_of(engine, TOO_SMALL, asks)
    assert (questions["q3"].score, questions["q3"].carried) == (0, None)


OWN_FORM = """
def split_cell(cell, num_classes, num_boxes=3):
    n = 5 + num_classes
    return [{"b": cell[i * n + 1 : i * n + 5], "o": cell[i * n], "c": cell[i * n + 5 :]} for i in range(num_boxes)]
OPS = (split_cell, decode_box)
def detect(prediction, num_classes, anchors, stride, threshold=0.5):
    found = []
    for row, column in np.ndindex(prediction.shape[:2]):
        for one, anchor in zip(OPS[0](prediction[row, column], num_classes, len(anchors)), anchors):
            score = 1 / (1 + np.exp(-one["o"]))
            if score > threshold:
                box = OPS[1](one["b"].astype(float) * 1, (column, row), anchor, stride)
                found.append((int(one["c"].argmax()), score, box))
    return sorted(found, key=lambda each: -each[1])
"""


def test_what_goes_by_the_form_of_a_wrong_answer_is_judged_in_that_form(graders):
    questions = examined(graders("02"), *code_of("02"), OWN_FORM)
    assert (questions["q4"].score, questions["q6"].score) == (0, 25)
    assert questions["q6"].carried == Carried(score=0, questions=("q4",))


def check(points, outcome):
    title = Text(ko="검사", en="check")
    return CheckResult(name="test", question="q", title=title, points=points, outcome=outcome)


def test_full_marks_cost_nothing_more():
    judged = {q.id: Judged([check(q.points, Outcome.PASSED)]) for q in ASSIGNMENT.config.questions}
    assert carry_forward(ASSIGNMENT.config, None, None, judged) == {}


def test_verify_tells_where_a_mistake_is_paid_for_twice(engine, only_question_2):
    (stamping,) = [source for source in solution() if "def transposed_conv2d(" in source]
    copies = "def copied(size, kernel, stride):\n    return size * stride\n" + stamping.replace(
        "transposed_conv_output_size(rows", "copied(rows"
    )
    cells = cells_of(*solution(), copies, TOO_SMALL)
    claim = Expectation(SUBJECT, tuple(cells), None, "tail-forgotten", "transposed_conv_output_size")
    assert mismatch(claim, only_question_2, ASSIGNMENT.scores) is None
    told = mismatch(claim, engine.examine(Job(cells=cells)), ASSIGNMENT.scores)
    assert told.en == "costs marks in q3, too"


def test_verify_tells_where_a_wrong_answer_is_rescued(only_question_2):
    cells, examination = cells_of(*solution(), TOO_SMALL), only_question_2
    lost = [q.model_copy(update={"score": 29}) if q.id == "q3" else q for q in examination.questions]
    claim = Expectation(
        SUBJECT, tuple(cells), None, None, "transposed_conv2d", also_wrong=("transposed_conv_output_size",)
    )
    named = examination.model_copy(update={"questions": tuple(lost)})
    told = mismatch(replace(claim, named="tail-forgotten"), named, ASSIGNMENT.scores)
    assert told.en == "not named; named instead: none"
    misconceptions = examination.questions[1].misconceptions
    lost[2] = lost[2].model_copy(update={"misconceptions": misconceptions})
    named = examination.model_copy(update={"questions": tuple(lost)})
    told = mismatch(replace(claim, named="tail-forgotten"), named, ASSIGNMENT.scores)
    assert told.en == "q3 gets marks for right answers of transposed_conv_output_size"
