"""Pictures of animals with their trimaps, on disk as the Oxford-IIIT Pet archive publishes them.

The archive is at https://www.robots.ox.ac.uk/~vgg/data/pets/: `images/NAME.jpg`, `annotations/trimaps/NAME.png` with 1
for the animal, 2 for the background and 3 for its contour, and lists of names. `write_pets` draws a small set of its
own in that layout, so that everything runs without a network; `pet_files` reads either.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

FOREGROUND, BACKGROUND, CONTOUR = 1, 2, 3
BREEDS = ("Round_cat", "oval_dog")
"""As the archive names breeds: with a capital letter for cats and a small one for dogs."""
TEST_SHARE = 5
"""Every fifth picture is in test.txt, the others in trainval.txt."""


def write_pets(folder: str | Path = "oxford-iiit-pet", count: int = 32, seed: int = 0) -> Path:
    """Draw `count` pictures with trimaps into `folder`, unless it holds pictures already, and return it.

    Equal arguments give equal files. Sides are between 120 and 200 pixels; every seventh photo is grey.
    """
    from PIL import Image  # noqa: PLC0415 - comes with Matplotlib, and only this function needs it

    root = Path(folder)
    photos, trimaps = root / "images", root / "annotations" / "trimaps"
    if any(photos.glob("*.jpg")):
        return root
    photos.mkdir(parents=True, exist_ok=True)
    trimaps.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    lines = []
    for number in range(1, count + 1):
        species = number % 2
        name = f"{BREEDS[species]}_{number}"
        pixels, labels = drawn_pet(rng, round_body=species == 0)
        photo = Image.fromarray(pixels)
        (photo.convert("L") if number % 7 == 0 else photo).save(photos / f"{name}.jpg", quality=92)
        Image.fromarray(labels).save(trimaps / f"{name}.png")
        lines.append(f"{name} {species + 1} {species + 1} 1\n")
    _write_lists(root / "annotations", lines)
    return root


def pet_files(folder: str | Path, part: str = "list") -> list[tuple[str, str]]:
    """(path of a photo, path of its trimap) of each picture named in `annotations/PART.txt`, in its order.

    `part` is "list" (all), "trainval" or "test". Raises FileNotFoundError, saying what is missing, where the folder
    does not hold the archive.
    """
    root = Path(folder)
    listed = root / "annotations" / f"{part}.txt"
    if not listed.is_file():
        raise FileNotFoundError(f"{listed}: not there; unpack images.tar.gz and annotations.tar.gz into {root}")
    names = [line.split()[0] for line in listed.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    pairs = [(root / "images" / f"{name}.jpg", root / "annotations" / "trimaps" / f"{name}.png") for name in names]
    return [(str(photo), str(trimap)) for photo, trimap in pairs if photo.is_file() and trimap.is_file()]


def _write_lists(folder: Path, lines: list[str]) -> None:
    held_out = [line for place, line in enumerate(lines) if place % TEST_SHARE == TEST_SHARE - 1]
    kept = [line for place, line in enumerate(lines) if place % TEST_SHARE != TEST_SHARE - 1]
    heading = "#Image CLASS-ID SPECIES BREED ID\n"  # as in the archive
    for name, part in (("list", [heading, *lines]), ("trainval", kept), ("test", held_out)):
        (folder / f"{name}.txt").write_text("".join(part), encoding="utf-8")


def drawn_pet(rng: np.random.Generator, *, round_body: bool) -> tuple[Array, Array]:
    """A photo (H, W, 3) uint8 and its trimap (H, W) uint8, with sides between 120 and 200 pixels."""
    height, width = (int(side) for side in rng.integers(120, 201, 2))
    inside = animal(rng, height, width, round_body=round_body)
    return painted(rng, inside), trimap_of(inside)


def trimap_of(inside: Array) -> Array:
    """1 where an area (H, W) is, 2 around it, 3 along its edge."""
    side = min(inside.shape)
    contour = _spread(inside, max(side // 40, 2)) & ~_shrunk(inside, max(side // 60, 1))
    return np.where(contour, CONTOUR, np.where(inside, FOREGROUND, BACKGROUND)).astype(np.uint8)


def painted(rng: np.random.Generator, inside: Array) -> Array:
    """A photo (H, W, 3) uint8 with fur where `inside` (H, W) is true, and ground elsewhere."""
    fur, ground = rng.integers(120, 236, 3), rng.integers(30, 150, 3)
    fur[2] = fur[2] // 2  # fur is warm, the ground is cool
    ground[0] = ground[0] // 2
    shades = np.where(inside[..., None], fur, ground) + _texture(rng, inside)[..., None]
    return shades.clip(0, 255).astype(np.uint8)


def animal(rng: np.random.Generator, height: int, width: int, *, round_body: bool) -> Array:
    """Where the animal is: a body, a head and two ears, somewhere near the middle."""
    y, x = np.mgrid[:height, :width].astype(float)
    side = min(height, width)
    cx, cy = width * rng.uniform(0.42, 0.58), height * rng.uniform(0.55, 0.65)
    body = side * rng.uniform(0.2, 0.26)
    stretch = 1.0 if round_body else 1.5
    inside: Array = np.hypot((x - cx) / stretch, y - cy) < body
    head, hx = body * rng.uniform(0.55, 0.7), cx + body * stretch * rng.uniform(-0.8, 0.8)
    hy = cy - body * 1.05
    inside |= np.hypot(x - hx, y - hy) < head
    for ear in (-0.6, 0.6):
        inside |= np.abs(x - hx - ear * head) + 0.5 * np.abs(y - hy + 0.9 * head) < 0.4 * head
    return inside


def _texture(rng: np.random.Generator, inside: Array) -> Array:
    """Stripes on the animal, blotches around it, and noise over both."""
    height, width = inside.shape
    y, x = np.mgrid[:height, :width].astype(float)
    angle, wave = rng.uniform(0, np.pi), rng.uniform(5, 9)
    stripes = 14 * np.sin((x * np.cos(angle) + y * np.sin(angle)) * 2 * np.pi / wave)
    coarse = rng.normal(0, 22, (height // 16 + 2, width // 16 + 2)).repeat(16, axis=0).repeat(16, axis=1)
    blotches = coarse[:height, :width]
    texture: Array = np.where(inside, stripes, blotches) + rng.normal(0, 6, (height, width))
    return texture


def _spread(area: Array, reach: int) -> Array:
    """The area and all that is at most `reach` pixels from it, up, down or across."""
    for _ in range(reach):
        padded = np.pad(area, 1)
        area = padded[1:-1, 1:-1] | padded[:-2, 1:-1] | padded[2:, 1:-1] | padded[1:-1, :-2] | padded[1:-1, 2:]
    return area


def _shrunk(area: Array, reach: int) -> Array:
    return ~_spread(~area, reach)
