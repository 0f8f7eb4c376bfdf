"""Right answers, each spoilt in one small way that people spoil them in: the hidden suites notice every one.

A mutant is wrong for some arguments that the assignment's text allows, and right for most. Not every mutation makes
sense for every function; those that leave all its answers right are no mutants of it and are not listed.
"""

# ruff: noqa: ARG005 - mutants have the arguments of what they spoil, used or not, and numbers of their own

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hidden_suite import Suite, by_place, suite_of

from fcnkit.course import Course
from fcnkit.grading.examiner.case_draws import Theme, drawn
from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.identical import identical
from fcnkit.grading.worker.array_traits import ArrayTraits

COURSE = Course.find(Path(__file__))
SUITES = {number: suite_of(number) for number in ("01", "02", "03", "04", "06")}

Answer = Callable[..., Any]
Mutation = Callable[[Answer], Answer]


@cache
def _cases(theme: Theme, seed: str, function: Function) -> Sequence[Case]:
    """The same ones for all mutants, with the right answers, once they are worked out."""
    return [by_place(function, case) for case in drawn(theme, seed, function)]


class InProcess:
    """Stands where a check expects a Student: calls a function here and notes whether anything is wrong with it."""

    variant = None

    def __init__(self, name: str, answer: Answer, seed: str = "") -> None:
        self._name = name
        self._seed = seed
        self._answer = answer
        self.asked = self.caught = False

    def assert_matches(self, function: Function, theme: Theme) -> None:
        for case in self._drawn(theme, function):
            value, _ = self._call(function, case)
            self.caught |= function.compare(value, case.answer(function.oracle, in_place=function.in_place)) is not None

    def assert_arguments_unchanged(self, function: Function, theme: Theme) -> None:
        for case in self._drawn(theme, function):
            _, (args, kwargs) = self._call(function, case)
            kept = slice(int(function.in_place), None)
            self.caught |= not (identical(args[kept], case.args[kept]) and identical(kwargs, case.kwargs))

    def assert_deterministic(self, function: Function, theme: Theme) -> None:
        cases = self._drawn(theme, function)
        first, second = ([self._call(function, case)[0] for case in order] for order in (cases, reversed(cases)))
        self.caught |= not all(map(identical, first, reversed(second)))

    def assert_returns_first_argument(self, function: Function, theme: Theme) -> None:
        for case in self._drawn(theme, function):
            value, (args, _) = self._called(case)
            self.caught |= value is not None and value is not args[0]

    def assert_owns_memory(self, function: Function, theme: Theme) -> None:
        handed = ArrayTraits()
        for case in self._drawn(theme, function):
            value, (args, _) = self._called(case)
            self.caught |= bool(handed.traits(value, args[0]))

    def assert_value(self, *_: Any) -> None:
        """Mutants are functions."""

    assert_entry = assert_value

    def _drawn(self, theme: Theme, function: Function) -> Sequence[Case]:
        if function.name != self._name:
            return ()
        return _cases(theme, self._seed, function)

    def _call(self, function: Function, case: Case) -> tuple[Any, tuple[tuple[Any, ...], dict[str, Any]]]:
        value, given = self._called(case)
        return given[0][0] if function.in_place else value, given

    def _called(self, case: Case) -> tuple[Any, tuple[tuple[Any, ...], dict[str, Any]]]:
        self.asked = True
        args, kwargs = copy.deepcopy(case.args), copy.deepcopy(case.kwargs)
        try:
            with np.errstate(all="ignore"):
                value = self._answer(*args, **kwargs)
        except Exception:  # whatever a wrong answer raises loses marks
            self.caught = True
            return None, (args, kwargs)
        return value, (args, kwargs)


# What comes in


def _array_in(change: Callable[[Any], Any], back: Callable[[Any, Any], Any] = lambda result, _: result) -> Mutation:
    """The first argument changed, and the result by what the argument was."""
    return lambda right: lambda first, *args, **kwargs: back(right(change(first), *args, **kwargs), first)


def _out(change: Callable[[Any], Any]) -> Mutation:
    return lambda right: lambda *args, **kwargs: change(right(*args, **kwargs))


def _spoils(spoil: Callable[..., Any]) -> Mutation:
    """An argument is changed where it is, and the answer is right."""

    def mutation(right: Answer) -> Answer:
        def mutant(*args: Any, **kwargs: Any) -> Any:
            result = right(*args, **kwargs)
            spoil(*args)
            return result

        return mutant

    return mutation


def _cached(key: Callable[..., Any]) -> Mutation:
    """What was answered first for a key is answered again."""

    def mutation(right: Answer) -> Answer:
        known: dict[Any, Any] = {}

        def mutant(*args: Any, **kwargs: Any) -> Any:
            found = repr((key(*args), sorted(kwargs.items())))
            if found not in known:
                known[found] = right(*args, **kwargs)
            return known[found]

        return mutant

    return mutation


def _only(usual: Callable[..., bool], else_: Answer) -> Mutation:
    """Right where the arguments are of the usual kind."""
    return lambda right: (
        lambda *args, **kwargs: right(*args, **kwargs) if usual(*args, **kwargs) else else_(right, *args, **kwargs)
    )


def _shapes(*args: Any) -> Any:
    return [np.shape(arg) for arg in args]


def _grown(right: Answer) -> Answer:
    total: list[Any] = []

    def mutant(*args: Any, **kwargs: Any) -> Any:
        total.append(right(*args, **kwargs))
        return sum(total[1:], start=total[0]) if np.shape(total[0]) == np.shape(total[-1]) else total[-1]

    return mutant


def _rounded(decimals: int) -> Mutation:
    return _out(lambda result: np.round(result, decimals))


ARRAYS: dict[str, Mutation] = {
    "divides by the largest": _array_in(lambda x: x / x.max(), lambda result, x: result * x.max()),
    "divides by the largest size": _array_in(lambda x: x / np.abs(x).max(), lambda y, x: y * np.abs(x).max()),
    "divides by the sum": _array_in(lambda x: x / x.sum(), lambda result, x: result * x.sum()),
    "divides by the spread": _array_in(lambda x: x / x.std(), lambda result, x: result * x.std()),
    "clips to positive": _out(lambda result: np.maximum(result, 0)),
    "takes sizes alone": _array_in(np.abs),
    "clips to a byte": _array_in(lambda x: np.clip(x, -255, 255) if x.size % 2 else np.clip(x, -8, 8)),
    "rounds to integers": _rounded(0),
    "rounds to two places": _rounded(2),
    "goes through integers": _array_in(lambda x: x.astype(int)),
    "goes through half precision": _array_in(lambda x: x.astype("float16").astype(x.dtype)),
    "answers integers": _out(lambda result: result.astype(int)),
    "answers bytes": _out(lambda result: result.astype("uint8")),
    "answers half precision": _out(lambda result: result.astype("float16")),
    "drops the last row": _array_in(lambda x: np.concatenate([x[:-1], np.zeros_like(x[-1:])])),
    "turns the image": _array_in(lambda x: x.swapaxes(0, 1) if x.shape[0] == x.shape[1] else x),
    "squeezes": _out(np.squeeze),
    "sorts where it is": _spoils(lambda x, *_: x.sort(axis=0)),
    "fills with zeros afterwards": _spoils(lambda x, *_: x.fill(0)),
    "scales where it is": _spoils(lambda x, *_: np.multiply(x, 2, out=x)),
    "remembers by shape": _cached(_shapes),
    "remembers the first": _cached(lambda *_: 0),
    "adds up over calls": _grown,
    "skips small values": _array_in(lambda x: np.where(np.abs(x) < 2, 0, x).astype(x.dtype)),
    "takes the sign for the value": _array_in(lambda x: np.sign(x) * 3),
    "answers NaN for zeros": lambda right: lambda x, *a, **k: right(x, *a, **k) + (np.nan if not x.any() else 0),
}
KERNELS: dict[str, Mutation] = {
    "spoils the kernel": _spoils(lambda _, kernel, *__: kernel.fill(0)),
    "divides by the kernel's largest": lambda right: (
        lambda x, kernel, *a, **k: right(x, kernel / kernel.max(), *a, **k) * kernel.max()
    ),
    "divides by the kernel's sum": lambda right: (
        lambda x, kernel, *a, **k: right(x, kernel / kernel.sum(), *a, **k) * kernel.sum()
    ),
    "takes a square kernel": _only(
        lambda x, kernel, *a, **k: kernel.shape[0] == kernel.shape[1], lambda right, x, kernel, *a, **k: None
    ),
    "takes an odd kernel": _only(
        lambda x, kernel, *a, **k: kernel.shape[0] % 2 == 1, lambda right, x, kernel, *a, **k: None
    ),
    "takes a square image": _only(
        lambda x, *a, **k: (x if isinstance(x, tuple) else x.shape)[0] == (x if isinstance(x, tuple) else x.shape)[1],
        lambda right, *a, **k: None,
    ),
    "remembers by shape": _cached(_shapes),
}
STRIDED: dict[str, Mutation] = {
    "knows strides up to 3": lambda right: (
        lambda x, kernel, stride=1, padding="valid": right(x, kernel, min(stride, 3), padding)
    ),
    "knows `same` of stride 1 alone": lambda right: (
        lambda x, kernel, stride=1, padding="valid": right(x, kernel, stride, padding if stride == 1 else "valid")
    ),
}
CHANNELS: dict[str, Mutation] = {
    "sees three channels": lambda right: lambda x, kernel, *a, **k: right(x[..., :3], kernel[..., :3], *a, **k),
    "sees two channels": lambda right: lambda x, kernel, *a, **k: right(x[..., :2], kernel[..., :2], *a, **k),
    "sums first": lambda right: (
        lambda x, kernel, *a, **k: right(x.sum(-1, keepdims=True), kernel.sum(-1, keepdims=True), *a, **k)
    ),
}
NUMBERS: dict[str, Mutation] = {
    "one too many": _out(lambda n: n + 1),
    "a float": _out(float),
    "a float by division": _out(lambda n: n / 2 * 2),
    "never above 1000": _out(lambda n: min(n, 1000)),
    "never above 255": _out(lambda n: n % 256),
    "even": _out(lambda n: n // 2 * 2),
    "text": _out(str),
}
SEVERAL: dict[str, Mutation] = {**NUMBERS, "remembers the first argument": _cached(lambda first, *_: first)}
SMALL: dict[str, Mutation] = {"at least 2": _out(lambda n: max(n, 2))}


def _filled(change: Callable[[Any, Any], Any]) -> Mutation:
    """A batch that is filled with what is made of each sample."""

    def fill(images: Any, samples: Any) -> Any:
        for i, sample in enumerate(samples):
            images[i] = change(sample, images)
        return images

    return lambda _: fill


def _popping(images: Any, samples: Any) -> Any:
    i = 0
    while samples:
        images[i] = samples.pop(0)
        i += 1
    return images


def _reversing(images: Any, samples: Any) -> Any:
    samples.reverse()
    for i in range(len(samples)):
        images[i] = samples[len(samples) - 1 - i]
    samples.append(None)
    return images


def _spoiling(images: Any, samples: Any) -> Any:
    for i, sample in enumerate(samples):
        images[i] = sample
        sample[...] = 0
    return images


FILLING: dict[str, Mutation] = {
    "through bytes": _filled(lambda sample, _: sample.astype("uint8")),
    "through signed bytes": _filled(lambda sample, _: sample.astype("int8")),
    "through integers": _filled(lambda sample, _: sample.astype(int)),
    "through half precision": _filled(lambda sample, _: sample.astype("float16")),
    "rounded": _filled(lambda sample, _: np.round(sample)),
    "clipped to a byte": _filled(lambda sample, _: np.clip(sample, 0, 255)),
    "clipped above": _filled(lambda sample, _: np.minimum(sample, 255)),
    "clipped to positive": _filled(lambda sample, _: np.maximum(sample, 0)),
    "clipped to one": _filled(lambda sample, _: np.clip(sample, 0, 1) if sample.max() <= 2 else sample),
    "sizes alone": _filled(lambda sample, _: np.abs(sample)),
    "scaled by the largest": _filled(lambda sample, _: sample / sample.max() * sample.max()),
    "scaled to 255": _filled(lambda sample, _: sample / 255),
    "turned": _filled(lambda s, _: s.swapaxes(0, 1) if s.shape[0] == s.shape[1] else s),
    "first channel alone": _filled(lambda sample, _: sample[..., :1]),
    "without the last row": lambda right: (
        lambda images, samples: right(images, [s if len(s) == 1 else s[:-1] for s in samples])
    ),
    "without the last sample": lambda right: lambda images, samples: right(images, samples[:-1] or samples),
    "without the first": lambda right: lambda images, samples: right(images, [samples[0] * 1, *samples[1:]][:1]),
    "empties the list": lambda _: _popping,
    "turns the list": lambda _: _reversing,
    "spoils the samples": lambda _: _spoiling,
    "flushes the rest with the last": lambda right: (
        lambda images, samples: right(images, [*samples, *samples[-1:] * (len(images) - len(samples))])
    ),
    "skips zeros": _filled(lambda sample, images: sample if sample.any() else images[0] + 1),
    "remembers the samples": lambda right: (
        lambda images, samples, known=[]: (known.extend(samples), right(images, known[: len(images)]))[1]
    ),
}
CELLS: dict[str, Mutation] = {
    "one class too few": lambda right: (
        lambda cell, classes, boxes=3: [{**box, "classes": box["classes"][:-1]} for box in right(cell, classes, boxes)]
    ),
    "the first three boxes": lambda right: lambda cell, classes, boxes=3: right(cell, classes, boxes)[:3],
    "no offset": lambda right: lambda cell, classes, boxes=3: right(cell, classes, boxes)[:1] * boxes,
    "through single precision": lambda right: (
        lambda cell, classes, boxes=3: right(cell.astype("float16"), classes, boxes)
    ),
    "spoils the cell": _spoils(lambda cell, *_: cell.sort()),
    "rounded": lambda right: lambda cell, classes, boxes=3: right(cell.round(1), classes, boxes),
    "remembers by shape": _cached(lambda cell, *more: (np.shape(cell), more)),
    "sizes alone": lambda right: lambda cell, classes, boxes=3: right(np.abs(cell), classes, boxes),
}


def _sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


BOXES: dict[str, Mutation] = {
    "sigmoid for the size": lambda right: (
        lambda t, xy, anchor, stride: (
            *right(t, xy, anchor, stride)[:2],
            anchor[0] * _sigmoid(t[2]),
            anchor[1] * _sigmoid(t[3]),
        )
    ),
    "sizes alone": lambda right: lambda t, *more: right(np.abs(t), *more),
    "rounded": lambda right: lambda *args: tuple(round(number) for number in right(*args)),
    "rounded to a tenth": lambda right: lambda *args: tuple(round(number, 1) for number in right(*args)),
    "at most 1000": lambda right: lambda *args: tuple(min(number, 1000) for number in right(*args)),
    "clips raw numbers": lambda right: lambda t, *more: right(np.clip(t, -10, 10), *more),
    "sorts the anchor": lambda right: lambda t, xy, anchor, stride: right(t, xy, tuple(sorted(anchor)), stride),
    "integers for the anchor": lambda right: (
        lambda t, xy, anchor, stride: right(t, xy, tuple(int(side) for side in anchor), stride)
    ),
    "spoils t": _spoils(lambda t, *_: t.fill(0) if isinstance(t, np.ndarray) else None),
    "knows the stride 32": lambda right: lambda t, xy, anchor, stride: right(t, xy, anchor, 32),
    "remembers the cell": _cached(lambda _, *more: more),
}
DETECTIONS: dict[str, Mutation] = {
    "sees a square": lambda right: lambda p, *more, **k: right(p[: min(p.shape[:2]), : min(p.shape[:2])], *more, **k),
    "at most five": lambda right: lambda *args, **k: right(*args, **k)[:5],
    "at most one of a label": lambda right: (
        lambda *args, **k: list({found[0]: found for found in reversed(right(*args, **k))}.values())[::-1]
    ),
    "at most one": lambda right: lambda *args, **k: right(*args, **k)[:1],
    "knows the threshold 0.5": lambda right: (
        lambda p, classes, anchors, stride, threshold=0.5: right(p, classes, anchors, stride, 0.5)
    ),
    "at least one": lambda right: lambda *args, **k: right(*args, **k) or [(0, 0.0, (0.0, 0.0, 0.0, 0.0))],
    "worst first": lambda right: lambda *args, **k: right(*args, **k)[::-1],
    "rounded scores": lambda right: lambda *args, **k: [(a, round(s, 2), b) for a, s, b in right(*args, **k)],
    "the first anchor": lambda right: (
        lambda p, classes, anchors, *more, **k: right(p, classes, [anchors[0]] * len(anchors), *more, **k)
    ),
    "sorts the anchors": lambda right: (
        lambda p, classes, anchors, *more, **k: right(p, classes, sorted(anchors, reverse=True), *more, **k)
    ),
    "spoils the prediction": _spoils(lambda p, *_: p.fill(0)),
    "remembers by shape": _cached(lambda p, *more: (np.shape(p), more)),
    "through half precision": lambda right: (
        lambda p, *more, **k: right(p.astype("float16").astype(p.dtype), *more, **k)
    ),
    "without the last row": lambda right: lambda p, *more, **k: right(p[:-1], *more, **k),
    "without the last column": lambda right: lambda p, *more, **k: right(p[:, :-1], *more, **k),
    "lists": lambda right: lambda *args, **k: [list(found) for found in right(*args, **k)],
    "no negative labels": lambda right: (
        lambda p, classes, *more, **k: right(
            np.concatenate([p[..., :5], np.maximum(p[..., 5:], 0)], -1), classes, *more, **k
        )
    ),
}
ALLOCATED: dict[str, Mutation] = {
    "ones": _out(lambda result: result + 1),
    "at most eight": _out(lambda result: result[:8]),
    "square": lambda right: lambda n, size: right(n, (size[0], size[0])),
    "sorted": lambda right: lambda n, size: right(n, tuple(sorted(size))),
    "float64": _out(lambda result: result.astype("float64")),
    "squeezed": _out(np.squeeze),
    "remembers the size": _cached(lambda _, size: size),
    "remembers the number": _cached(lambda n, _: n),
    "one at the end": _out(lambda result: (np.put(result, -1, 1), result)[1]),
}
FIELDS: dict[str, Mutation] = {
    **NUMBERS,
    **SMALL,
    "empties the list": lambda right: lambda layers: (right(layers), layers.clear())[0],
    "sorts the list": lambda right: lambda layers: (right(layers), layers.sort())[0],
    "turns the list": lambda right: lambda layers: (right(layers), layers.reverse())[0],
    "appends": lambda right: lambda layers: (right(layers), layers.append((1, 1, 1)))[0],
    "ignores the last layer": lambda right: lambda layers: right(layers[:-1] or layers),
    "knows up to three": lambda right: lambda layers: right(layers[:3]),
    "remembers how many": _cached(len),
    "ignores the last stride": lambda right: (
        lambda layers: right([*layers[:-1], (layers[-1][0], 1, layers[-1][2])]) + 1
    ),
    "sorts them": lambda right: lambda layers: right(sorted(layers)),
}
SEQUENCES: dict[str, Mutation] = {
    "a list": _out(list),
    "floats": _out(lambda result: tuple(map(float, result))),
    "the first three": _out(lambda result: result[:3]),
    "sorted": _out(lambda result: tuple(sorted(result))),
    "swapped ends": _out(lambda result: (result[-1], *result[1:-1], result[0]) if len(result) > 1 else result),
    "at most 4": _out(lambda result: tuple(min(n, 4) for n in result)),
}
RATIOS: dict[str, Mutation] = {
    "rounded": _out(lambda result: round(result, 2)),
    "at most 0.99": _out(lambda result: min(result, 0.99)),
    "at least 0.01": _out(lambda result: max(result, 0.01)),
    "three classes": lambda right: lambda y, p, n: right(y, p, 3),
    "swapped": lambda right: lambda y, p, n: right(np.minimum(y, n - 2) if n > 3 else y, p, n),
    "square": lambda right: lambda y, p, n: right(y[: min(y.shape)], p[: min(y.shape)], n),
    "spoils the first": _spoils(lambda y, *_: y.fill(0)),
    "spoils the second": _spoils(lambda _, p, *__: p.fill(0)),
    "without class 0": lambda right: lambda y, p, n: right(np.maximum(y, 1), np.maximum(p, 1), n),
    "remembers by shape": _cached(lambda y, p, n: (np.shape(y), n)),
}
MUTATIONS: dict[tuple[str, str], dict[str, Mutation]] = {
    ("01", "conv_output_size"): SEVERAL | SMALL,
    ("01", "transposed_conv_output_size"): SEVERAL | SMALL,
    ("01", "transposed_conv2d"): ARRAYS | KERNELS | STRIDED,
    ("01", "transposed_conv2d_channels"): ARRAYS | KERNELS | STRIDED | CHANNELS,
    ("01", "conv_matrix"): KERNELS,
    ("02", "yolo_depth"): NUMBERS,
    ("02", "count_outputs"): SEVERAL,
    ("02", "split_cell"): CELLS,
    ("02", "decode_box"): BOXES,
    ("02", "detect"): DETECTIONS,
    ("03", "mirrored_strides"): SEQUENCES,
    ("03", "mean_iou"): RATIOS,
    ("04", "image_batch_shape"): SEQUENCES,
    ("04", "video_batch_shape"): SEQUENCES,
    ("04", "allocate_images"): ALLOCATED,
    ("04", "allocate_masks"): ALLOCATED,
    ("04", "fill_batch"): FILLING,
    ("06", "conv_parameters"): SEVERAL | SMALL,
    ("06", "separable_parameters"): SEVERAL,
    ("06", "multiply_adds"): NUMBERS,
    ("06", "dilated_extent"): SEVERAL | SMALL,
    ("06", "receptive_field"): FIELDS,
}


def _mutants() -> Iterator[Any]:
    for (number, name), mutations in MUTATIONS.items():
        for what, mutation in mutations.items():
            yield pytest.param(number, name, mutation, id=f"{number}-{name}-{what}")


def is_caught(suite: Suite, name: str, mutation: Mutation, seed: str = "") -> bool:
    """Whether a check of the suite fails for the right answer `name`, spoilt by the mutation."""
    asked = next(function for check in suite.checks for function, _ in check.calls if function.name == name)
    student = InProcess(name, mutation(asked.oracle), seed)
    for module_name, module in suite.modules.items():
        for check in vars(module).values() if module_name.startswith("test_") else ():
            if hasattr(check, "pytestmark") and not student.caught:
                check(student)
    assert student.asked
    return student.caught


@pytest.mark.parametrize(("number", "name", "mutation"), list(_mutants()))
def test_a_spoilt_right_answer_loses_marks(number: str, name: str, mutation: Mutation) -> None:
    assert is_caught(SUITES[number], name, mutation)
