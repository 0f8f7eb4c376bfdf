"""A training's state in one file, from which it goes on after a kill.

The file is written under another name and then renamed: at any moment there is a whole one. It holds arrays and a text,
in NumPy's own format without pickles, so that it can be read from anybody.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from fcnkit.errors import UserError
from fcnkit.text import Text, same

Settings = dict[str, object]

BROKEN = Text(
    ko="{path}: 체크포인트로 읽을 수 없습니다({why}). 지우거나, 처음부터 다시 학습하려면 --on-error skip을 쓰세요.",
    en="{path}: cannot be read as a checkpoint ({why}); remove it, or train anew with --on-error skip",
)
OTHER = Text(
    ko="{path}: 다른 학습의 체크포인트입니다. {what}{what:~이} {found}인데 지금은 {wanted}입니다. 다른 --out을 쓰거나, "
    "처음부터 다시 학습하려면 --on-error skip을 쓰세요.",
    en="{path}: the checkpoint of another training: its {what} is {found}, now it is {wanted}; give another --out, or "
    "train anew with --on-error skip",
)
SHAPES = Text(ko="가중치의 모양", en="shape of weights")


class OtherCheckpoint(UserError):
    """A checkpoint that this training cannot go on from."""


def save(path: Path, model: Any, settings: Settings, history: Sequence[dict[str, Any]]) -> None:
    """Weights, the optimizer's state and what happened so far."""
    state = json.dumps({"settings": settings, "history": list(history)})
    arrays = {f"{kind}_{place}": value for kind, place, value in _arrays(model)}
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        np.savez(file, state=np.array(state), **arrays)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def load(path: Path, model: Any, settings: Settings) -> list[dict[str, Any]]:
    """Put the file's state into a compiled model, and return the history. Raises OtherCheckpoint, before any change."""
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            state = json.loads(str(file["state"]))
            found: Settings = state["settings"]
            history: list[dict[str, Any]] = state["history"]
            arrays = {name: file[name] for name in file.files if name != "state"}
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
        raise OtherCheckpoint(BROKEN, path=path, why=same(type(error).__name__)) from error
    for what, wanted in settings.items():
        if found.get(what) != wanted:
            raise OtherCheckpoint(OTHER, path=path, what=what, found=found.get(what), wanted=wanted)
    wanted_arrays = {f"{kind}_{place}": value for kind, place, value in _arrays(model)}
    for name in wanted_arrays.keys() | arrays.keys():
        shapes = [getattr(group.get(name), "shape", None) for group in (arrays, wanted_arrays)]
        if shapes[0] != shapes[1]:
            raise OtherCheckpoint(OTHER, path=path, what=SHAPES, found=shapes[0], wanted=shapes[1])
    for kind, variables in _variables(model):
        for place, variable in enumerate(variables):
            variable.assign(arrays[f"{kind}_{place}"])
    return history


def _arrays(model: Any) -> list[tuple[str, int, np.ndarray[Any, Any]]]:
    return [
        (kind, place, np.asarray(variable))
        for kind, variables in _variables(model)
        for place, variable in enumerate(variables)
    ]


def _variables(model: Any) -> list[tuple[str, list[Any]]]:
    """The weights, and what the optimizer keeps: moments, and how many steps were made."""
    if not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)
    return [("weight", list(model.weights)), ("optimizer", list(model.optimizer.variables))]
