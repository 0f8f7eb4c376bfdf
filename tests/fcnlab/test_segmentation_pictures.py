"""What students see of segmentation, and the set of pictures that is written for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import fcnlab
import numpy as np
import pytest
from fcnlab.picture import Note, Picture
from fcnlab.wording import Lang
from PIL import Image

PHOTO = np.full((6, 9, 3), 200.0)
LABELS = np.array([[0, 1, 2]] * 2)
SHAPES = [("InputLayer", (200, 200, 3)), ("Conv2D", (100, 100, 64)), ("Conv2DTranspose", (200, 200, 3))]


def node(kind: str, shape: tuple[int | None, ...] = (8, 8, 4)) -> Any:
    """A layer as the picture sees it: what goes in and what comes out."""
    return type(kind, (), {"output": SimpleNamespace(shape=(None, *shape)), "input": None})()


def model(shapes: Any = SHAPES) -> Any:
    return SimpleNamespace(layers=[node(kind, shape) for kind, shape in shapes])


PICTURES: dict[str, Callable[[Lang], Picture | Note]] = {
    "masks": lambda lang: fcnlab.masks([PHOTO] * 4, {"true": [LABELS] * 4, "predicted": [LABELS] * 4}, lang=lang),
    "masks with a channel": lambda lang: fcnlab.masks([PHOTO], {"trimap": [LABELS[..., None] + 1]}, lang=lang),
    "hourglass": lambda lang: fcnlab.hourglass(model(), lang=lang),
    "hourglass of any size": lambda lang: fcnlab.hourglass(model([("Conv2D", (None, None, 3))]), lang=lang),
    "loss": lambda lang: fcnlab.loss_curve([1.1, 0.7, float("nan"), 0.4], epochs=9, lang=lang),
    "no loss yet": lambda lang: fcnlab.loss_curve([], epochs=9, lang=lang),
}


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_drawn_with_all_its_glyphs_on_its_sheet(name: str, lang: Lang) -> None:
    picture = PICTURES[name](lang)
    assert isinstance(picture, Picture)
    png, page = picture._repr_png_()
    assert png.startswith(b"\x89PNG")
    assert page["width"] <= 930, "wider than a notebook's column"
    figure = picture.figure
    figure.draw_without_rendering()
    for text in figure.axes[0].texts:
        box = text.get_window_extent()
        assert box.width == 0 or (figure.bbox.x0 <= box.x0 and box.x1 <= figure.bbox.x1), text


@pytest.mark.parametrize(
    "missing",
    [
        lambda: fcnlab.masks([None], {}, lang="en"),
        lambda: fcnlab.masks([PHOTO], {"true": [None]}, lang="en"),
        lambda: fcnlab.masks([PHOTO], {"true": [PHOTO]}, lang="en"),
        lambda: fcnlab.hourglass(None, lang="en"),
        lambda: fcnlab.hourglass("a model", lang="en"),
    ],
)
def test_what_is_not_there_yet_gives_a_note(missing: Callable[[], Any]) -> None:
    assert isinstance(missing(), Note)


def test_the_hourglass_says_every_shape() -> None:
    picture = fcnlab.hourglass(model(), lang="en")
    assert isinstance(picture, Picture)
    shown = {text.get_text() for text in picture.figure.axes[0].texts}
    assert {"Conv2DTranspose", "100 × 100", "(100, 100, 64)", "(200, 200, 3)"} <= shown


@pytest.mark.parametrize("projected", [False, True])
def test_the_hourglass_draws_a_shortcut_where_the_graph_has_one(projected: bool) -> None:
    entry, first, last = node("InputLayer"), node("Conv2D"), node("Conv2D")
    first.input, last.input = entry.output, first.output
    shortcut = node("Conv2D") if projected else entry
    if projected:
        shortcut.input = entry.output
    add = node("Add")
    add.input = [last.output, shortcut.output]
    layers = [entry, first, *([shortcut] if projected else []), last, add]  # Keras' own order: by depth
    picture = fcnlab.hourglass(SimpleNamespace(layers=layers), lang="en")
    assert isinstance(picture, Picture)
    axes = picture.figure.axes[0]
    curves = [[round(float(line.get_ydata()[end]) - 1.7) for end in (0, -1)] for line in axes.lines]
    names = [text.get_text() for text in axes.texts]
    if projected:
        assert names.index("↳ Conv2D") > names.index("Conv2D")
        assert curves == [[0, 3], [2, 4]], "into the projection, and past it into the sum"
    else:
        assert "↳ Conv2D" not in names
        assert curves == [[0, 3]], "from the input into the sum"


def test_an_hourglass_without_shortcuts_has_no_curve() -> None:
    entry, only = node("InputLayer"), node("Conv2D")
    only.input = entry.output
    picture = fcnlab.hourglass(SimpleNamespace(layers=[entry, only]), lang="ko")
    assert isinstance(picture, Picture)
    assert not picture.figure.axes[0].lines


def test_the_plot_collects_the_loss_of_each_epoch() -> None:
    plot = fcnlab.LossPlot(2, lang="ko")
    plot(0, {"loss": 1.0})
    plot(1, {"loss": 0.5, "accuracy": 0.9})
    assert plot.losses == [1.0, 0.5]


def test_pets_are_written_in_the_archives_layout(tmp_path: Path) -> None:
    files = fcnlab.pet_files(fcnlab.write_pets(tmp_path, count=14))
    assert len(files) == 14
    modes = []
    for photo, trimap in files:
        assert Path(photo).parent == tmp_path / "images"
        assert Path(trimap).parent == tmp_path / "annotations" / "trimaps"
        with Image.open(photo) as image, Image.open(trimap) as labels:
            assert image.size == labels.size
            assert set(np.unique(labels)) == {1, 2, 3}
            modes.append(image.mode)
    assert modes.count("L") == 2
    parts = [set(fcnlab.pet_files(tmp_path, part)) for part in ("trainval", "test")]
    assert parts[0] | parts[1] == set(files)
    assert not parts[0] & parts[1]


def test_equal_seeds_give_equal_files_and_other_seeds_do_not(tmp_path: Path) -> None:
    folders = [fcnlab.write_pets(tmp_path / name, 3, seed) for name, seed in (("a", 1), ("b", 1), ("c", 2))]
    one, same, other = ([Path(path).read_bytes() for pair in fcnlab.pet_files(f) for path in pair] for f in folders)
    assert one == same
    assert one != other


def test_pictures_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "Abyssinian_1.jpg").write_bytes(b"")
    assert fcnlab.write_pets(tmp_path) == tmp_path
    assert not (tmp_path / "annotations").exists()


def test_the_real_archives_lists_are_read(tmp_path: Path) -> None:
    """With its comments, and with names of which a file is missing."""
    for name in (
        "images/Abyssinian_100.jpg",
        "annotations/trimaps/Abyssinian_100.png",
        "annotations/trimaps/._pug_1.png",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    listed = "#Image CLASS-ID SPECIES BREED ID\n#ID: 1:37 Class ids\nAbyssinian_100 1 1 1\npug_1 25 2 18\n"
    (tmp_path / "annotations" / "list.txt").write_text(listed)
    ((photo, trimap),) = fcnlab.pet_files(tmp_path)
    assert (Path(photo).name, Path(trimap).name) == ("Abyssinian_100.jpg", "Abyssinian_100.png")


def test_a_folder_without_the_archive_is_told_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"list\.txt: not there; unpack"):
        fcnlab.pet_files(tmp_path)
