"""Folders of pets as people have them: faulty files are named, and skipped or refused, before any training."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from fcnlab import write_pets
from PIL import Image
from scripts import script

from fcnkit.errors import UserError
from fcnkit.text import Text

COUNT = 10


@pytest.fixture(scope="module")
def data() -> ModuleType:
    return script("fcn_data")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pets(tmp_path_factory.mktemp("drawn"), COUNT)


@pytest.fixture
def pets(drawn: Path, tmp_path: Path) -> Path:
    """A folder that a test may spoil."""
    return Path(shutil.copytree(drawn, tmp_path / "pets"))


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.copy()


def _photo(pets: Path, number: int) -> Path:
    return sorted((pets / "images").glob("*.jpg"))[number]


def _trimap(pets: Path, number: int) -> Path:
    return pets / "annotations" / "trimaps" / f"{_photo(pets, number).stem}.png"


def _no_trimap(pets: Path) -> Path:
    _trimap(pets, 0).unlink()
    return _photo(pets, 0)


def _truncated(pets: Path) -> Path:
    path = _photo(pets, 1)
    path.write_bytes(path.read_bytes()[:2000])
    return path


def _no_image(pets: Path) -> Path:
    _photo(pets, 2).write_bytes(b"<html>404</html>")
    return _photo(pets, 2)


def _empty(pets: Path) -> Path:
    _trimap(pets, 3).write_bytes(b"")
    return _trimap(pets, 3)


def _other_size(pets: Path) -> Path:
    path = _trimap(pets, 4)
    _opened(path).resize((50, 40), Image.Resampling.NEAREST).save(path)
    return path


def _painted(pets: Path) -> Path:
    path = _trimap(pets, 5)
    Image.new("RGB", _opened(path).size, (1, 2, 3)).save(path)
    return path


def _other_values(pets: Path) -> Path:
    path = _trimap(pets, 6)
    Image.fromarray(np.asarray(_opened(path)) * 80).save(path)
    return path


FAULTS = [_no_trimap, _truncated, _no_image, _empty, _other_size, _painted, _other_values]


@pytest.mark.parametrize("spoil", FAULTS, ids=lambda spoil: spoil.__name__)
def test_a_faulty_file_is_named_and_refused_or_skipped(spoil, data: ModuleType, pets: Path) -> None:  # type: ignore[no-untyped-def]
    path, told = spoil(pets), list[Text]()
    with pytest.raises(UserError) as refused:
        data.from_folder(pets, 16, "stop", told.append)
    for text in (refused.value.text.ko, refused.value.text.en):
        assert str(path) in text
        assert "--on-error skip" in text
    assert not told
    train, test = data.from_folder(pets, 16, "skip", told.append)
    assert str(path) in told[0].en
    assert len(train.images) + len(test.images) == COUNT - 1


def test_all_that_is_wrong_is_told_at_once(data: ModuleType, pets: Path) -> None:
    paths = [spoil(pets) for spoil in FAULTS]
    with pytest.raises(UserError) as refused:
        data.from_folder(pets, 16, "stop", print)
    assert all(str(path) in refused.value.text.en for path in paths)
    assert f"{len(FAULTS)} files cannot be used" in refused.value.text.en


@pytest.mark.parametrize("mode", ["L", "RGBA", "CMYK", "P", "1", "LA", "I;16"])
def test_photos_of_any_mode_are_read_in_colour(mode: str, data: ModuleType, pets: Path) -> None:
    path = _photo(pets, 0)
    image = _opened(path)
    changed = (
        Image.fromarray(np.asarray(image.convert("L")).astype(np.uint16)) if mode == "I;16" else image.convert(mode)
    )
    with path.open("wb") as file:  # the archive, too, has files of another kind under this ending
        changed.save(file, format="JPEG" if mode in ("L", "CMYK") else "PNG")
    train, test = data.from_folder(pets, 16, "stop", print)
    assert len(train.images) + len(test.images) == COUNT
    assert train.images.shape[1:] == (16, 16, 3)


@pytest.mark.parametrize("mode", ["P", "RGB", "RGBA", "LA"])
def test_trimaps_of_any_mode_with_the_same_labels_are_read(mode: str, data: ModuleType, pets: Path) -> None:
    before = data.from_folder(pets, 16, "stop", print)
    for path in (pets / "annotations" / "trimaps").glob("*.png"):
        labels = _opened(path)
        if mode == "P":
            labels.putpalette([value for value in range(256) for _ in range(3)])
        (labels if mode == "P" else labels.convert(mode)).save(path)
    after = data.from_folder(pets, 16, "stop", print)
    assert all((one.masks == other.masks).all() for one, other in zip(before, after, strict=True))


def test_hidden_files_and_lists_that_are_missing_do_no_harm(data: ModuleType, pets: Path) -> None:
    (pets / "images" / "._Abyssinian_1.jpg").write_bytes(b"macOS")
    (pets / "images" / "Abyssinian_1.mat").write_bytes(b"in the archive")
    by_list = data.from_folder(pets, 16, "stop", print)
    for path in (pets / "annotations").glob("*.txt"):
        path.unlink()
    train, test = data.from_folder(pets, 16, "stop", print)
    assert [len(part.images) for part in by_list] == [len(train.images), len(test.images)] == [8, 2]
    assert set(np.unique(train.masks)) == {0, 1, 2}


def test_a_folder_of_something_else_is_refused(data: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="unpack"):
        data.from_folder(tmp_path, 16, "skip", print)
    (tmp_path / "images").mkdir()
    (tmp_path / "annotations" / "trimaps").mkdir(parents=True)
    with pytest.raises(UserError, match="only 0 usable photos"):
        data.from_folder(tmp_path, 16, "skip", print)
