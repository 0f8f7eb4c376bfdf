"""What a suite can ask about a model, as plain as it can be put."""

import json
from pathlib import Path

import numpy as np

from fcnkit.grading.examiner.case_draws import Draw
from fcnkit.grading.examiner.check import Case, Function, Look, case, check
from fcnkit.grading.examiner.model_runner import ReturnedModel
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.grading.protocol import File, Model
from fcnkit.text import Text

SIZE = (16, 24)
WRONG = Text(ko="다릅니다: {got}", en="This differs: {got}")
TITLE = Text(ko="맞습니다.", en="It is right.")
CONFIG = {
    "module": "keras",
    "class_name": "Sequential",
    "config": {
        "name": "two_channels",
        "layers": [
            {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [None, None, None, 3]}},
            {"module": "keras.layers", "class_name": "Conv2D", "config": {"filters": 2, "kernel_size": [1, 1]}},
        ],
    },
}
WEIGHTS = (np.array([[[[1, 0], [0, 1], [0, 0]]]], "float32"), np.array([0, 0], "float32"))
IMAGE = np.arange(2 * 4 * 3, dtype="float32").reshape(2, 4, 3)


def compare(got: object, expected: object) -> Text | None:
    same = got == expected if type(got) is not np.ndarray else np.array_equal(got, expected)
    return None if same else WRONG.format(got=got)


def asks(oracle, measure) -> Function:
    return Function("build", lambda: oracle, compare, case(), Look(lambda model, _: measure(model), lambda got: got))


def once(_: Draw) -> list[Case]:
    return [case()]


def learns(model: ReturnedModel) -> bool:
    labels = np.indices(SIZE)[1] // 12
    images = np.stack([labels * 200.0] * 3, axis=-1).astype("float32")
    return model.train(images[None], labels[None, ..., None].astype("uint8"), steps=200, goal=0.4)[-1] < 0.4


@check("q1", points=1, title=TITLE)
def test_shapes(student: Student) -> None:
    expected = [(*SIZE, 3), (8, 12, 4), (*SIZE, 2)]
    student.assert_matches(asks(expected, lambda model: [shape for _, _, shape in model.trace(SIZE)["steps"]]), once)


@check("q1", points=1, title=TITLE)
def test_graph(student: Student) -> None:
    expected = [(), (0,), (1,)]
    student.assert_matches(asks(expected, lambda model: [inputs for _, inputs, _ in model.trace(SIZE)["steps"]]), once)


@check("q1", points=2, title=TITLE)
def test_output(student: Student) -> None:
    measure = lambda model: tuple(model.predict(np.zeros((1, *SIZE, 3), "float32"), seed=0).shape)  # noqa: E731
    student.assert_matches(asks((1, *SIZE, 2), measure), once)


@check("q1", points=2, title=TITLE)
def test_learns(student: Student) -> None:
    student.assert_matches(asks(True, learns), once)


@check("q2", points=1, title=TITLE)
def test_apply(student: Student) -> None:
    apply = Function("apply", lambda _, image: image[..., :2], compare, case(None, IMAGE))
    student.assert_matches(apply, lambda _: [case(Model(json.dumps(CONFIG), WEIGHTS), IMAGE)])


@check("q3", points=1, title=TITLE)
def test_file(student: Student) -> None:
    count = Function("count_bytes", lambda path: len(Path(path).read_bytes()), compare, case(File("b.txt", b"")))
    student.assert_matches(count, lambda _: [case(File("a.txt", b"12345"))])
