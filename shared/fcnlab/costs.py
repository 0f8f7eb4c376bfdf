"""What a network costs: parameters, multiply-adds, memory for what its layers put out, and measured time."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fcnlab.canvas import SMALL, Canvas, fitting, text_width
from fcnlab.palette import FILL, GREY, Role
from fcnlab.picture import Note, Picture
from fcnlab.wording import Lang, say

BYTES = 4
"""Size of a float32."""
RUNS = 2
BAR = 4.6
"""The width of a column of bars, in cells."""
KERNELS = ("kernel", "depthwise_kernel", "pointwise_kernel")


@dataclass(frozen=True)
class Cost:
    """What a layer or a network costs for one image."""

    name: str
    parameters: int
    multiply_adds: int
    activations: int
    """Bytes of what its layers put out, as float32: training keeps all of it."""
    shape: tuple[int, ...] = ()
    milliseconds: float = 0.0


def layer_costs(network: Any, *, lang: Lang) -> Picture | Note:
    """The layers of a network that have weights, each with its parameters, multiply-adds and output.

    `network` is a Keras model, or a function that makes one and is called only when somebody looks. None, or a model
    without weights, gives a `Note`.
    """
    title = say(lang, ko="층마다 드는 비용", en="what each layer costs")
    if callable(network) and not hasattr(network, "layers"):
        return Picture(title, lambda: _draw(_weighted(network()), lang))
    costs = _weighted(network) if network is not None else []
    if not costs:
        return Note(say(lang, ko="아직 셀 층이 없습니다.", en="There are no layers to count yet."))
    return Picture(title, lambda: _draw(costs, lang))


def _weighted(model: Any) -> list[Cost]:
    return [cost for cost in by_layer(model) if cost.parameters]


def network_costs(networks: Mapping[str, Callable[..., Any]], *, lang: Lang) -> Picture:
    """What whole networks cost, and how long one image takes here.

    `networks` are functions that make a Keras model, such as those of `keras.applications`: each is called with
    `weights=None`, and only when somebody looks. The time is the shorter of two runs after a first one.
    """
    title = say(lang, ko="신경망마다 드는 비용", en="what each network costs")
    return Picture(title, lambda: _draw([_measured(name, build) for name, build in networks.items()], lang))


def _measured(name: str, build: Callable[..., Any]) -> Cost:
    model = build(weights=None)
    layers = by_layer(model)
    return Cost(
        name,
        parameters=model.count_params(),
        multiply_adds=sum(layer.multiply_adds for layer in layers),
        activations=sum(layer.activations for layer in layers),
        milliseconds=_milliseconds(model),
    )


def _milliseconds(model: Any) -> float:
    import keras  # noqa: PLC0415 - only where there is a model

    image = keras.ops.zeros((1, *model.input_shape[1:]))
    spans = []
    for _ in range(1 + RUNS):
        start = time.perf_counter()
        keras.ops.convert_to_numpy(model(image, training=False))  # which waits for the result
        spans.append(1000 * (time.perf_counter() - start))
    return min(spans[1:])


def by_layer(model: Any) -> list[Cost]:
    """One for each layer but the input; a model inside the model counts layer by layer."""
    costs = []
    for layer in model.layers:
        if hasattr(layer, "layers"):
            costs += by_layer(layer)
        elif type(layer).__name__ != "InputLayer":
            shape = tuple(layer.output.shape[1:])
            adds = _multiply_adds(layer, shape)
            costs.append(Cost(type(layer).__name__, layer.count_params(), adds, BYTES * math.prod(shape), shape))
    return costs


def _multiply_adds(layer: Any, shape: tuple[int, ...]) -> int:
    """Each weight of a kernel is used once at each place: of the output, or of the input that a stamp is made from."""
    places = tuple(layer.input.shape[1:-1]) if "Transpose" in type(layer).__name__ else shape[:-1]
    kernels = [kernel for name in KERNELS if (kernel := getattr(layer, name, None)) is not None]
    weights = sum(math.prod(map(int, kernel.shape)) for kernel in kernels)
    return weights * math.prod(map(int, places))


def _draw(costs: list[Cost], lang: Lang) -> Canvas:
    """A row for each, and columns of bars, each to the scale of its longest."""
    shaped, timed = any(cost.shape for cost in costs), any(cost.milliseconds for cost in costs)
    names = 0.5 + max(text_width(cost.name) for cost in costs) + 0.5
    shapes = 0.5 + max(text_width(_dimensions(cost)) for cost in costs) if shaped else 0.0
    columns = _columns(costs, timed=timed, lang=lang)
    canvas = Canvas(names + shapes + len(columns) * (BAR + 0.5) + 0.3, len(costs) + 1.8, lang)
    if shaped:
        canvas.text((names, 0.7), say(lang, ko="출력", en="output"), left=True, color=GREY)
    for line, cost in enumerate(costs):
        canvas.text((0.5, 1.7 + line), cost.name, left=True)
        canvas.text((names, 1.7 + line), _dimensions(cost), left=True)
    for place, (heading, numbers, role, written) in enumerate(columns):
        left = names + shapes + place * (BAR + 0.5)
        canvas.text((left, 0.7), heading, left=True, color=GREY, size=fitting(heading, SMALL * 1.15, BAR))
        for line, number in enumerate(numbers):
            length = BAR * number / (max(numbers) or 1)
            canvas.box((left, 1.3 + line), (max(length, 0.03), 0.8), fill=FILL[role])
            text = written(number)
            beside = 0.0 if text_width(text) + 0.3 < length else length
            canvas.text((left + beside + 0.15, 1.7 + line), text, left=True)
    return canvas


def _columns(
    costs: list[Cost], *, timed: bool, lang: Lang
) -> list[tuple[str, list[float], Role, Callable[[float], str]]]:
    columns: list[tuple[str, list[float], Role, Callable[[float], str]]] = [
        (say(lang, ko="파라미터", en="parameters"), [cost.parameters for cost in costs], "kernel", _count),
        (say(lang, ko="곱셈·덧셈", en="multiply-adds"), [cost.multiply_adds for cost in costs], "input", _count),
        (
            say(lang, ko="출력의 메모리", en="memory of outputs"),
            [cost.activations for cost in costs],
            "output",
            lambda number: f"{_count(number)}B",
        ),
    ]
    if timed:
        heading = say(lang, ko="이미지 한 장에 걸린 시간", en="time for one image")
        columns.append(
            (
                heading,
                [cost.milliseconds for cost in costs],
                "input",
                lambda number: f"{number:,.{0 if number >= 10 else 1}f} ms",
            )
        )
    return columns


def _dimensions(cost: Cost) -> str:
    return " × ".join(map(str, cost.shape))


def _count(number: float) -> str:
    """With three significant digits: 61.7 k, 138 M, 15.5 G."""
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:.3g} {letter}"
    return f"{number:.0f} "
