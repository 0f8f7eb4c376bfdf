"""Drawn street scenes with known objects: what a detector is trained on, and judged by.

The camera looks along a street from eye height, so that an object's size follows from how far below the horizon it
stands. Shades, places and the background differ from scene to scene.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fcnlab.street_objects import (
    CAR,
    PERSON,
    TRAFFIC_LIGHT,
    Box,
    Image,
    paint_car,
    paint_person,
    paint_traffic_light,
)

SCENE_SIDE = 208
"""Pixels of a scene's side: half of the paper's 416, so that training takes seconds."""
EYE_HEIGHT = 1.6
"""Metres."""
SIZES = {CAR: (2.2, 1.3), PERSON: (0.6, 1.7), TRAFFIC_LIGHT: (0.5, 1.2)}
"""Width and height in metres."""
POLE = 2.0
"""Metres from the ground to a traffic light."""
NEAR, FAR = (14.0, 50.0), (4.5, 9.0)
"""Pixels per metre: of the objects that every scene has, and of those far away."""
TRIES = 9
"""How often an object is tried: where there is no room, it is left out."""
MOST_HIDDEN = 0.35
"""The share of an object that nearer ones may cover."""


@dataclass(frozen=True)
class Thing:
    """An object: its class and its box in pixels."""

    label: int
    box: Box


@dataclass(frozen=True)
class Scene:
    """A grey image (208, 208), 0 black to 1 white, and the objects in it."""

    image: npt.NDArray[np.float32]
    things: tuple[Thing, ...]


def draw_scenes(count: int, seed: int, *, far: bool = False) -> list[Scene]:
    """So many scenes with up to five objects each; with `far`, also a few small ones that stand close together.

    The same seed gives the same scenes.
    """
    rng = np.random.default_rng([seed, int(far)])
    return [_scene(rng, far=far) for _ in range(count)]


def draw_scene(things: Sequence[Thing], horizon: float) -> Scene:
    """A scene with these objects, all of which stand on the ground."""
    placed = [(thing.box[1] + thing.box[3] / 2, thing) for thing in things]
    scene = _painted(placed, np.random.default_rng(0), horizon)
    return Scene(scene.image, tuple(things))


def images_of(scenes: Sequence[Scene]) -> npt.NDArray[np.float32]:
    """As a network takes them: (n, 208, 208, 1)."""
    return np.stack([scene.image for scene in scenes])[..., np.newaxis]


def mirrored(scene: Scene) -> Scene:
    """The scene with left and right exchanged."""
    things = (Thing(each.label, (SCENE_SIDE - each.box[0], *each.box[1:])) for each in scene.things)
    return Scene(scene.image[:, ::-1], tuple(things))


def _scene(rng: np.random.Generator, *, far: bool) -> Scene:
    horizon = rng.uniform(78, 96)
    placed: list[tuple[float, Thing]] = []
    wanted = rng.integers(2, 6)
    for label in rng.choice(3, TRIES, p=(0.45, 0.35, 0.2)):
        if len(placed) < wanted:
            _place(placed, rng, int(label), horizon, scale=rng.uniform(*NEAR), x=rng.uniform(8, SCENE_SIDE - 8))
    if far:
        _place_group(placed, rng, horizon)
    return _painted(placed, rng, horizon)


def _painted(placed: list[tuple[float, Thing]], rng: np.random.Generator, horizon: float) -> Scene:
    """The far ones first; each comes with the row on which it stands."""
    image = _background(rng, horizon)
    for ground, thing in sorted(placed, key=lambda each: each[0]):
        _paint(image, thing, ground, rng)
    image += rng.normal(0, 0.02, image.shape)
    return Scene(np.clip(image, 0, 1).astype(np.float32), tuple(thing for _, thing in placed))


def _place_group(placed: list[tuple[float, Thing]], rng: np.random.Generator, horizon: float) -> None:
    """Far away, persons or cars side by side."""
    label, scale, x = int(rng.choice([CAR, PERSON])), rng.uniform(*FAR), rng.uniform(30, SCENE_SIDE - 70)
    for _ in range(rng.integers(3, 7)):
        size = scale * rng.uniform(0.9, 1.1)
        _place(placed, rng, label, horizon, scale=size, x=x)
        x += 1.15 * SIZES[label][0] * scale + rng.uniform(0, 2)


def _place(
    placed: list[tuple[float, Thing]], rng: np.random.Generator, label: int, horizon: float, *, scale: float, x: float
) -> None:
    """Put an object where it lies within the image and hides, or is hidden by, no other; else leave it out."""
    if label == TRAFFIC_LIGHT:
        scale = min(scale, 0.28 * horizon)
    width, height = (scale * metres * rng.uniform(0.92, 1.08) for metres in SIZES[label])
    ground = horizon + EYE_HEIGHT * scale
    bottom = ground - (POLE * scale if label == TRAFFIC_LIGHT else 0)
    thing = Thing(label, (x, bottom - height / 2, width, height))
    inside = min(x - width / 2, bottom - height) >= 0 and max(x + width / 2, bottom) <= SCENE_SIDE
    if inside and all(_share_hidden(thing.box, other.box) <= MOST_HIDDEN for _, other in placed):
        placed.append((ground, thing))


def _share_hidden(one: Box, other: Box) -> float:
    """The share of the smaller box that lies within the other."""
    width, height = (
        max(
            min(one[k] + one[k + 2] / 2, other[k] + other[k + 2] / 2)
            - max(one[k] - one[k + 2] / 2, other[k] - other[k + 2] / 2),
            0,
        )
        for k in (0, 1)
    )
    return width * height / min(one[2] * one[3], other[2] * other[3])


def _background(rng: np.random.Generator, horizon: float) -> Image:
    """Sky, buildings, ground, and a road with dashes."""
    rows, cols = np.mgrid[:SCENE_SIDE, :SCENE_SIDE].astype(float)
    image: Image = rng.uniform(0.86, 0.98) - rng.uniform(0, 0.1) * rows / SCENE_SIDE
    for _ in range(rng.integers(2, 6)):
        _paint_building(image, rng, horizon)
    below = rows > horizon
    image[below] = rng.uniform(0.8, 0.9)
    middle, lean = rng.uniform(70, 140), rng.uniform(-0.3, 0.3)
    across = np.abs(cols - middle - lean * (rows - horizon))
    image[below & (across < 10 + 1.2 * (rows - horizon))] = rng.uniform(0.66, 0.78)
    image[below & (across < 0.6 + 0.02 * (rows - horizon)) & (rows % 22 < 13)] = 0.95
    return image


def _paint_building(image: Image, rng: np.random.Generator, horizon: float) -> None:
    left, width, height = rng.uniform(-10, 190), rng.uniform(18, 50), rng.uniform(15, 60)
    rows, cols = (
        slice(max(int(at), 0), max(int(to), 0)) for at, to in ((horizon - height, horizon), (left, left + width))
    )
    part = image[rows, cols]
    part[:] = rng.uniform(0.7, 0.84)
    y, x = np.mgrid[: part.shape[0], : part.shape[1]]
    part[(y % 9 > 3) & (y % 9 < 8) & (x % 8 > 3) & (x % 8 < 7)] = rng.uniform(0.55, 0.68)


def _paint(image: Image, thing: Thing, ground: float, rng: np.random.Generator) -> None:
    shade = rng.uniform(0.05, 0.35)
    match thing.label:
        case 0:
            paint_car(image, thing.box, shade)
        case 1:
            paint_person(image, thing.box, shade + 0.12)
        case _:
            paint_traffic_light(image, thing.box, ground, shade)
