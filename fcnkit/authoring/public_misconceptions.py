"""What known mistakes give for the public examples, so that a notebook can name a mistake at once.

Only calls that the public checks make, names and values travel to students: the wrong functions stay here, and so does
everything that the hidden suite asks.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import fcnlab
import numpy as np
from fcnlab.answers import plain
from fcnlab.checks import alike

from fcnkit.authoring.master import Master
from fcnkit.authoring.master_blocks import placed
from fcnkit.course import Assignment
from fcnkit.misconception import Misconception, load

_DIGITS = 12
"""As many as are far more than what answers are compared to."""
PublicMisconception = dict[str, list[tuple[str, str, Any]]]
"""By the call as the check shows it: (Korean name, English name, value)."""


def file(assignment: Assignment, master: Master) -> dict[str, bytes]:
    """`tests/known_mistakes.json`; nothing where no public example shows any mistake."""
    if not (assignment.paths.suite / "misconceptions.py").exists():
        return {}
    known = _known(load(assignment.paths.suite), public_checks(master))
    if not known:
        return {}
    lines = [f"{_json(call)}: {_json(mistakes)}" for call, mistakes in sorted(known.items())]
    return {"tests/known_mistakes.json": "{{\n{}\n}}\n".format(",\n".join(lines)).encode()}


def public_checks(master: Master) -> list[Any]:
    """The functions of the public checks, each with parameters for what it uses of a notebook."""
    return [_defined(cell.source) for cell, block in placed(master.cells) if block == "TESTS"]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _known(misconceptions: tuple[Misconception, ...], checks: list[Any]) -> PublicMisconception:
    known: PublicMisconception = {}
    for misconception in misconceptions:
        for name, answer in misconception.answers.items():
            for check in checks:
                parameters = inspect.signature(check).parameters
                if name in parameters and "keras" not in parameters and callable(answer):
                    values = {"LANG": "en", "np": np, name: answer}
                    for call, value in _given({each: values.get(each) for each in parameters}, check):
                        told = known.setdefault(call, [])
                        if not any(alike(value, other) for _, _, other in told):
                            told.append((misconception.name.ko, misconception.name.en, value))
    return known


def _defined(source: str) -> Any:
    """The one function that a public check's cell defines; its source is our own master."""
    namespace: dict[str, Any] = {}
    exec(compile(source, "<public check>", "exec"), namespace)  # noqa: S102
    return next(value for name, value in namespace.items() if name.startswith("test_"))


def _given(arguments: dict[str, Any], check: Any) -> list[tuple[str, Any]]:
    """What the check's examples give where that is wrong, up to the first that raises."""
    found: list[tuple[str, Any]] = []
    with _recording(found):
        try:
            check(**arguments)
        except Exception:  # somebody with this misconception would see an error here, and that is told as such
            return found
    return found


def _rounded(value: Any) -> Any:
    """A plain value alike on every processor: NumPy's logarithm, for one, differs in the last digit between some."""
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}")
    if isinstance(value, list):
        return [_rounded(each) for each in value]
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return value


@contextmanager
def _recording(found: list[tuple[str, Any]]) -> Iterator[None]:
    """Within, checks note wrong values instead of complaining."""

    class Recorder(fcnlab.Check):
        def same(self, got: object, wanted: object, *, loosely: bool = False) -> None:  # noqa: ARG002 - as in `Check`
            if plain(got) not in ([], {}) and not alike(plain(got), plain(wanted)):  # an empty one has many reasons
                found.append((self.shown.strip("`"), _rounded(plain(got))))

        def require(self, holds: bool, *, ko: str, en: str) -> None:
            pass

    checker = fcnlab.Check
    fcnlab.Check = Recorder  # type: ignore[misc]  # checks import it by this name when they run
    try:
        yield
    finally:
        fcnlab.Check = checker  # type: ignore[misc]
