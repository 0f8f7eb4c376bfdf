"""Some calls of each function, about as many and as long as in a real suite."""

from __future__ import annotations

from typing import Any

import numpy as np

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.case_draws import Draw
from fcnkit.grading.examiner.check import Case, Function, case, check
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.text import Text

Array = np.ndarray[Any, Any]


def _transposed(x: Array, kernel: Array, stride: int = 1) -> Array:
    height, width = ((n - 1) * stride + k for n, k in zip(x.shape, kernel.shape, strict=True))
    out = np.zeros((height, width))
    for (i, j), weight in np.ndenumerate(x):
        for (a, b), entry in np.ndenumerate(kernel):
            out[i * stride + a, j * stride + b] += weight * entry
    return out


def _shapes(img_size: tuple[int, int], num_classes: int) -> list[tuple[int, ...]]:
    rows, cols = img_size
    shapes: list[tuple[int, ...]] = [(rows, cols, 3)]
    for level, filters in enumerate((16, 32, 64), 1):
        shapes += [(rows >> level, cols >> level, filters)] * 2
    for level, filters in zip((2, 1, 0), (64, 32, 16), strict=True):
        shapes.append((rows >> level, cols >> level, filters))
    return [*shapes, (rows, cols, num_classes)]


def _sums(rows: int, cols: int) -> Array:
    return np.ones((rows, cols), dtype=np.float32)


def _numbers(*shape: int) -> Array:
    return np.random.default_rng(sum(shape)).normal(size=shape)


TRANSPOSED = Function("transposed_conv2d", _transposed, compare.numeric_array, case(_numbers(2, 2), _numbers(2, 2)))
SHAPES = Function("output_shapes", _shapes, compare.values, case((32, 32), 2))
SUMS = Function("class_sums", _sums, compare.numeric_array, case(8, 8))


def _stamps(stride: int) -> list[Case]:
    return [case(_numbers(n, n + 1), _numbers(k, k), stride=stride) for n in (2, 4, 7) for k in (2, 3)]


# every tool is to ask the same, so nothing is drawn


def stride_1(_: Draw) -> list[Case]:
    return _stamps(1)


def stride_2(_: Draw) -> list[Case]:
    return _stamps(2)


def stride_3(_: Draw) -> list[Case]:
    return _stamps(3)


def layers(_: Draw) -> list[Case]:
    return [case((64, 64), 3), case((96, 64), 5)]


def sums(_: Draw) -> list[Case]:
    return [case(16, 24), case(8, 32)]


@check("q1", points=20, title=Text(ko="스트라이드 1", en="Stride 1"))
def test_stride_1(student: Student) -> None:
    student.assert_matches(TRANSPOSED, stride_1)


@check("q1", points=20, title=Text(ko="스트라이드 2", en="Stride 2"))
def test_stride_2(student: Student) -> None:
    student.assert_matches(TRANSPOSED, stride_2)


@check("q1", points=10, title=Text(ko="스트라이드 3", en="Stride 3"))
def test_stride_3(student: Student) -> None:
    student.assert_matches(TRANSPOSED, stride_3)


@check("q2", points=30, title=Text(ko="층의 모양", en="Shapes of the layers"))
def test_shapes(student: Student) -> None:
    student.assert_matches(SHAPES, layers)


@check("q2", points=20, title=Text(ko="확률의 합", en="Probabilities add up"))
def test_sums(student: Student) -> None:
    student.assert_matches(SUMS, sums)
