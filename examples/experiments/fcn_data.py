"""Photos and trimaps as arrays: drawn ones, or those of a folder laid out as the Oxford-IIIT Pet archive.

Every file is read before training begins. One that is of no use is named and left out, or nothing is trained at all, as
`on_error` says.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from fcnlab.pet_arrays import drawn_pets
from PIL import Image

from fcnkit.errors import UserError, some_of
from fcnkit.text import Text, same

Array = npt.NDArray[Any]
OnError = Literal["skip", "stop"]
Tell = Callable[[Text], None]

NUM_CLASSES = 3
HELD_OUT = 100
"""Drawn pictures that no training sees."""
HELD_OUT_SEED = 1
TEST_SHARE = 5
"""Every fifth photo is held out where the folder has no lists of its own."""
MOST_TOLD = 20
"""Faulty files that are named one by one."""

DRAWN = Text(ko="그린 동물 그림", en="drawn pets")
FOLDER = Text(ko="{folder}의 사진", en="photos of {folder}")
NO_FOLDER = Text(
    ko="{path}: 폴더가 없습니다. images.tar.gz와 annotations.tar.gz를 같은 폴더에 풀고 그 폴더를 적으세요.",
    en="{path}: not there; unpack images.tar.gz and annotations.tar.gz into one folder and give that folder",
)
NO_TRIMAP = Text(ko="{path}: 트라이맵 {trimap:이} 없습니다.", en="{path}: its trimap {trimap} is missing")
UNREADABLE = Text(ko="{path}: 이미지로 읽을 수 없습니다({why}).", en="{path}: cannot be read as an image ({why})")
NO_LABELS = Text(
    ko="{path}: 트라이맵이 아닙니다. 값이 1, 2, 3이어야 하는데 {found}입니다.",
    en="{path}: no trimap; its values should be 1, 2 and 3, but are {found}",
)
OTHER_SIZE = Text(
    ko="{path}: 크기가 {found}인데 사진은 {wanted}입니다.", en="{path}: it is {found}, but its photo is {wanted}"
)
COLOURED = Text(ko="색이 있는 {mode} 이미지", en="those of a coloured {mode} image")
FAULTY = Text(
    ko="쓸 수 없는 파일이 {count}개 있습니다. 고치거나 지우거나, 빼고 학습하려면 --on-error skip을 쓰세요.",
    en="{count} files cannot be used; mend or remove them, or leave them out with --on-error skip",
)
SKIPPED = Text(ko="{count}개를 빼고 계속합니다.", en="going on without these {count}")
TOO_FEW = Text(
    ko="{folder}: 쓸 수 있는 사진이 {count}장뿐입니다. 학습용과 시험용으로 적어도 2장이 필요합니다.",
    en="{folder}: only {count} usable photos; training and testing need at least 2",
)


class FaultyPets(UserError):
    """A folder of pets that cannot be trained on, with what is wrong in it file by file."""


@dataclass(frozen=True)
class Pets:
    """Photos (n, H, W, 3), 0..255, and masks (n, H, W, 1) of the classes 0, 1 and 2, both uint8."""

    images: Array
    masks: Array
    source: Text
    """Whose pictures they are."""

    def first(self, count: int) -> Pets:
        return Pets(self.images[:count], self.masks[:count], self.source)


def drawn(count: int, size: int, seed: int) -> tuple[Pets, Pets]:
    """`count` pictures to train on, others for each seed, and the same held-out ones for all."""
    train, test = drawn_pets(count, (size, size), 1000 + seed), drawn_pets(HELD_OUT, (size, size), HELD_OUT_SEED)
    return Pets(*train, DRAWN), Pets(*test, DRAWN)


def from_folder(folder: Path, size: int, on_error: OnError, tell: Tell, limit: int | None = None) -> tuple[Pets, Pets]:
    """The folder's photos to train on and those held out, resized to size × size; at most `limit` of them in all.

    `annotations/trainval.txt` and `test.txt` say which are which; without them every fifth is held out. Raises
    FaultyPets, for faulty files only with on_error="stop".
    """
    names, held_out = _names(folder)
    read, faults = {}, []
    for name in names[:limit]:
        try:
            read[name] = _pair(folder, name, size)
        except FaultyPets as fault:
            faults.append(fault.text)
    if faults:
        _tell_faults(faults, on_error, tell)
    if len(read) < 2:
        raise FaultyPets(TOO_FEW, folder=folder, count=len(read))
    kept = list(read)
    if not 0 < sum(name in held_out for name in kept) < len(kept):
        held_out = set(kept[TEST_SHARE - 1 :: TEST_SHARE] or kept[-1:])
    parts = ([name for name in kept if (name in held_out) == is_test] for is_test in (False, True))
    train, test = (_stacked([read[name] for name in part], folder) for part in parts)
    return train, test


def _tell_faults(faults: Sequence[Text], on_error: OnError, tell: Tell) -> None:
    if on_error == "stop":
        text = some_of([*faults[:MOST_TOLD], FAULTY.format(count=len(faults))], MOST_TOLD + 1)
        raise FaultyPets(text)
    tell(some_of(faults, MOST_TOLD))
    tell(SKIPPED.format(count=len(faults)))


def _stacked(pairs: Sequence[tuple[Array, Array]], folder: Path) -> Pets:
    images, masks = zip(*pairs, strict=True)
    return Pets(np.stack(images), np.stack(masks), FOLDER.format(folder=folder.name))


def _names(folder: Path) -> tuple[list[str], set[str]]:
    """All photos' names in an order that mixes breeds but is always the same, and which are held out."""
    photos = folder / "images"
    for needed in (photos, folder / "annotations" / "trimaps"):
        if not needed.is_dir():
            raise FaultyPets(NO_FOLDER, path=needed)
    names = sorted(path.stem for path in photos.glob("*.jpg") if not path.name.startswith("."))
    return [names[place] for place in np.random.default_rng(0).permutation(len(names))], _listed(folder, "test")


def _listed(folder: Path, part: str) -> set[str]:
    path = folder / "annotations" / f"{part}.txt"
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    except OSError as error:
        raise FaultyPets(UNREADABLE, path=path, why=same(str(error))) from error
    return {line.split()[0] for line in lines if line.strip() and not line.startswith("#")}


def _pair(folder: Path, name: str, size: int) -> tuple[Array, Array]:
    """A photo (H, W, 3) and its mask (H, W, 1). Raises FaultyPets, which names the file."""
    photo, trimap = folder / "images" / f"{name}.jpg", folder / "annotations" / "trimaps" / f"{name}.png"
    if not trimap.is_file():
        raise FaultyPets(NO_TRIMAP, path=photo, trimap=trimap)
    image, labels = _opened(photo), _opened(trimap)
    if labels.size != image.size:
        raise FaultyPets(OTHER_SIZE, path=trimap, found=_written(labels.size), wanted=_written(image.size))
    values = _values(labels, trimap)
    nearest = Image.fromarray(values).resize((size, size), Image.Resampling.NEAREST)
    return np.asarray(image.convert("RGB").resize((size, size))), np.asarray(nearest)[..., np.newaxis] - 1


def _opened(path: Path) -> Image.Image:
    """A whole image: what is cut off or broken is found here, not when it is looked at."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as image:
            image.load()
            return image.copy()
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise FaultyPets(UNREADABLE, path=path, why=same(str(error).replace(str(path), path.name))) from error


def _values(labels: Image.Image, path: Path) -> Array:
    """The numbers (H, W) of a trimap, in whatever mode it was saved. Raises FaultyPets where they are no labels."""
    values = np.asarray(labels.convert("L") if labels.mode == "LA" else labels)
    if values.ndim == 3:
        if (values[..., :3] != values[..., :1]).any():
            raise FaultyPets(NO_LABELS, path=path, found=COLOURED.format(mode=labels.mode))
        values = values[..., 0]
    found = np.unique(values).tolist()
    if not set(found) <= {1, 2, 3}:
        raise FaultyPets(NO_LABELS, path=path, found=same(", ".join(map(str, found[:5])) + "…" * (len(found) > 5)))
    return values.astype(np.uint8)


def _written(size: tuple[int, int]) -> str:
    return f"{size[0]}×{size[1]}"
