"""Submissions of assignment 06 go all the way through sandbox, worker, examiner and suite: what each of them costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from examined import examined
from graders import Graders
from hidden_suite import suite_of

from fcnkit.authoring.verification import _reset
from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import find, read
from fcnkit.grading.messages import Job
from fcnkit.grading.results import Outcome
from fcnkit.text import LANGS, Lang

pytestmark = pytest.mark.xdist_group("graders of 06")

ASSIGNMENT = Course.find(Path(__file__)).assignment("06")
MISCONCEPTIONS = {m.id: m for m in suite_of("06").misconceptions}
RIGHT = (ASSIGNMENT.paths.alternatives / "plain.py").read_text(encoding="utf-8")
"""Of all the right answers, the quickest; its functions do not call each other."""
WRONG = "\n\n".join(
    path.read_text(encoding="utf-8") for path in sorted(ASSIGNMENT.paths.suite.glob("wrong_answers*.py"))
)
NAMES = {q.id: (*q.functions, *q.variables)[0] for q in ASSIGNMENT.config.questions}


@pytest.fixture(scope="module")
def engine(graders: Graders) -> LocalEngine:
    return graders("06")


@pytest.mark.parametrize(
    "mistakes",
    [
        {"q1": "in-channels-forgotten", "q3": "depthwise-alone", "q5": "one-gap", "q7": "densenet-of-dense-layers"},
        {"q2": "two-biases", "q4": "never-projected", "q6": "stride-too-early"},
    ],
)
def test_wrong_answers_cost_their_own_questions_alone_and_are_named(
    engine: LocalEngine, mistakes: dict[str, str]
) -> None:
    answers = {NAMES[question]: MISCONCEPTIONS[id].answers[NAMES[question]] for question, id in mistakes.items()}
    source = [
        f"{name} = {answer.__name__}\n" if callable(answer) else _reset(name, answer)
        for name, answer in answers.items()
    ]
    questions = examined(engine, RIGHT, "\n\n".join([WRONG, *source]))
    assert {id for id, question in questions.items() if question.score < question.max_score} == set(mistakes)
    for question, id in mistakes.items():
        assert [named.id for named in questions[question].misconceptions] == [id]


def test_blocks_with_fixed_names_cannot_be_stacked_and_shapes_that_do_not_fit_are_named(engine: LocalEngine) -> None:
    named = """
from keras import layers
def depthwise_separable_block(x, filters): return layers.SeparableConv2D(filters, 3, padding="same", name="block")(x)
def residual_block(x, filters): return layers.Add()([x, layers.Conv2D(filters, 3, padding="same")(x)])
"""
    questions = examined(engine, RIGHT, named)
    (lost,) = [check for check in questions["q3"].checks if check.outcome is not Outcome.PASSED]
    assert lost.message is not None
    assert "two layers have one name" in lost.message.en
    assert [each.id for each in questions["q4"].misconceptions] == ["shapes-do-not-fit"]


BAD = {
    "None": ("return None if filters else ...", "gave nothing back (None)"),
    "a tuple": ("return x, filters", "has the type `tuple`"),
    "a layer": ("return keras.layers.Conv2D(filters, 3)", "Was a layer made but not applied to `x`?"),
    "a model": ("return keras.Model(x, keras.layers.ReLU()(x))", "returned a whole model"),
    "another input": ("return keras.Input((8, 8, filters))", "Do all layers start from `x`"),
    "an activation without return": (
        "return keras.layers.Activation(lambda y: print(y))(x)",
        "activation function in `Activation` returns nothing",
    ),
    "shapes that cannot be added": ("return keras.layers.Add()([x, x[:, 1:]])", "raised ValueError"),
    "numbers": ("return keras.ops.zeros((8, 8, filters))", "should return a Keras tensor"),
}


@pytest.mark.parametrize("names", [list(BAD)[:4], list(BAD)[4:]])
def test_bad_input_gets_a_clear_message_on_its_question_and_the_others_are_graded(
    engine: LocalEngine, names: list[str]
) -> None:
    for one, other in zip(names[::2], names[1::2], strict=True):
        bodies = {"q3": BAD[one], "q4": BAD[other]}
        source = [f"def {NAMES[question]}(x, filters): {body}" for question, (body, _) in bodies.items()]
        questions = examined(engine, RIGHT, "\n".join(["import keras", *source]))
        assert {id for id, question in questions.items() if question.score < question.max_score} == {"q3", "q4"}
        for question, (_, said) in bodies.items():
            messages = {check.message.en for check in questions[question].checks if check.message is not None}
            assert questions[question].score == 0
            assert any(said in message for message in messages), messages


@pytest.mark.parametrize("lang", LANGS)
def test_no_cell_of_the_untouched_notebook_fails(engine: LocalEngine, lang: Lang) -> None:
    (untouched,) = map(read, find([ASSIGNMENT.paths.handout / f"{ASSIGNMENT.name}.{lang}.ipynb"]))
    examination = engine.examine(Job(cells=untouched.cells))
    assert examination.cell_errors == ()
    assert {question.outcome for question in examination.questions} == {Outcome.UNATTEMPTED}
