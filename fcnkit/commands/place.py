"""Where `fcnkit grade` grades, as its options say: this machine or a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from fcnkit.commands.screen import err, terminal_lang, warn_of
from fcnkit.course import Assignment
from fcnkit.engines.local import LocalEngine
from fcnkit.errors import UserError
from fcnkit.grading.grade import Engine
from fcnkit.grading.sandbox.level import Isolation, choose
from fcnkit.text import Text

JOINING = Text(ko="Ray 클러스터에 연결하고 있습니다.", en="Joining the Ray cluster.")
JOINED = Text(ko="Ray 클러스터의 채점 자리: {workers}개", en="Graders on the Ray cluster: {workers}")
LOST = Text(
    ko="채점하던 자리 {lost}개가 사라져, 하던 제출물을 다른 자리에서 다시 채점했습니다. 노드를 살펴봐 주세요"
    "(`ray status`).",
    en="Graders lost on the way: {lost}. What they were at was graded by others; look after the nodes (`ray status`).",
)


@dataclass(frozen=True)
class Place:
    """The options that say where, and how many at the same time; None leaves it to the cluster's size."""

    engine: Literal["local", "ray"]
    isolation: str
    workers: int | None
    address: str | None = None


def level_here(place: Place) -> Isolation | None:
    """How students' code is confined on this machine; None where none of it runs here, and each node finds its own."""
    if place.engine == "ray":
        if place.isolation == Isolation.NONE:
            warn_of(Isolation.NONE)
        return None
    level = choose(place.isolation)
    warn_of(level)
    return level


@contextmanager
def opened(place: Place, level: Isolation | None, assignment: Assignment) -> Iterator[tuple[Engine, int]]:
    """An engine that is ready, and how many submissions it takes at the same time."""
    if level is None:
        with _ray(place, assignment) as opened_ray:
            yield opened_ray
    else:
        with LocalEngine(assignment, level) as engine:
            for note in engine.notes:
                err.print(note[terminal_lang()], style="yellow", soft_wrap=True)
            yield engine, place.workers or 1


@contextmanager
def _ray(place: Place, assignment: Assignment) -> Iterator[tuple[Engine, int]]:
    try:
        from fcnkit.engines.ray import RayEngine  # noqa: PLC0415  # an extra, and slow to import
    except ModuleNotFoundError as lack:
        raise UserError(
            f"--engine ray needs {lack.name}, which is not installed; set the checkout up with `make`, "
            "or install fcnkit[cluster]"
        ) from lack
    lang = terminal_lang()
    err.print(JOINING[lang])
    with RayEngine(assignment, place.isolation, place.address, place.workers) as engine:
        err.print(JOINED[lang].format(workers=engine.workers))
        yield engine, engine.workers
        if engine.lost:
            err.print(LOST[lang].format(lost=engine.lost), style="yellow", soft_wrap=True)
