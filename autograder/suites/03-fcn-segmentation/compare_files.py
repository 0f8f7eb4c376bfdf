"""How images, trimaps and masks are compared: by values, whatever their dtype, or by form alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.suite import Text, compare

Array = npt.NDArray[Any]

NEAR = 8
"""Of 255 grey levels: JPEG decoders and ways of resizing differ by a few."""
FLAT = 12
"""Of 255 grey levels that pixels around one may differ for every way of resizing to agree there."""
BRIGHT = 64
"""Of 255 grey levels that a photo's brightest pixel has at least: what stays below was scaled."""
REACH = 2
"""Pixels around one that ways of resizing may mix in."""

_SHAPE = Text(
    ko="배열의 모양이 문제에서 설명한 것과 다릅니다. 높이와 너비의 순서, 마지막 채널 축을 확인해 보세요.",
    en="The shape is not the one described. Check the order of height and width, and the last axis, the channels.",
)
_DTYPE = Text(
    ko="배열의 dtype이 `{got}`입니다. `{wanted}`{wanted:~로} 돌려주세요.", en="The dtype is `{got}`; return `{wanted}`."
)
_RANGE = Text(
    ko="픽셀의 값이 0에서 255 사이의 원래 크기가 아닙니다. 여기서는 나누지 않고 그대로 둡니다.",
    en="The pixels are not on their original scale from 0 to 255. Leave them as they are here, without dividing.",
)
_PIXELS = Text(
    ko="모양은 맞지만 픽셀의 색이 사진과 다릅니다. 채널의 순서(RGB)와 이미지가 뒤집히지 않았는지 확인해 보세요.",
    en="The shape is right, but the colours are not those of the photo. Check the order of the channels (RGB), and "
    "that nothing is transposed.",
)
_LABELS = Text(
    ko="레이블이 0, 1, 2가 아닌 값을 포함합니다. 파일에는 1, 2, 3으로 저장되어 있습니다.",
    en="There are labels other than 0, 1 and 2. In the file they are 1, 2 and 3.",
)
_WRONG_LABELS = Text(
    ko="일부 픽셀의 레이블이 파일과 다릅니다. 크기를 바꿀 때는 가장 가까운 픽셀 하나를 그대로 가져와야 합니다.",
    en="Some pixels have another label than in the file. When resizing, take over the one nearest pixel as it is.",
)
_ANOTHER_LABEL = Text(
    ko="파일에 {stored:으로} 적힌 픽셀은 {wanted:이} 되어야 하는데, 모두 {got:이} 되었습니다. "
    "레이블마다 1을 빼기만 하고, 서로 바꾸거나 합치지 않습니다.",
    en="Pixels that are {stored} in the file should be {wanted}, but all of them are {got}. Subtract 1 from each "
    "label, and neither swap nor merge any.",
)
_ONE_NUMBER = Text(
    ko="높이와 너비는 맞지만 마지막 축의 크기가 1이 아닙니다. 픽셀마다 클래스 번호 하나만 담습니다. RGB도, 원-핫 "
    "인코딩도 아닙니다.",
    en="Height and width are right, but the last axis has other than 1 entry. A pixel has one number, that of its "
    "class: neither RGB nor one-hot.",
)
_WRONG_CLASSES = Text(
    ko="모양은 맞지만 일부 픽셀의 클래스가 다릅니다. 픽셀마다 점수가 가장 큰 클래스의 번호여야 합니다.",
    en="The shape is right, but some pixels have the wrong class. It should be the index of the pixel's largest score.",
)
_NOT_INTEGER = Text(
    ko="클래스 번호는 정수여야 하는데 dtype이 `{got}`입니다.", en="Classes are integers, but the dtype is `{got}`."
)


def image(got: object, expected: Any) -> Text | None:
    """(H, W, 3) with the pixels of the photo, wherever it is certain what they are; any real dtype."""
    problem = _shaped(got, expected.shape)
    if problem is not None or not isinstance(got, np.ndarray):
        return problem
    certain = _certain(expected)
    off = np.abs(got.astype(np.float64) - np.nan_to_num(expected))[certain]
    if (certain.any() and (off <= NEAR * _unit(expected)).all()) or np.array_equal(got, expected):
        return None
    return _RANGE if np.abs(got).max() <= 2 else _PIXELS


def _certain(pixels: Array) -> npt.NDArray[np.bool_]:
    """Which pixels every way of resizing agrees on: the oracle says so by NaN; of a belief, those amid their like."""
    doubtful = np.isnan(pixels)
    if doubtful.any() or pixels.ndim != 3:
        return ~doubtful
    padded = np.pad(pixels, ((REACH, REACH), (REACH, REACH), (0, 0)), mode="edge")
    around = np.lib.stride_tricks.sliding_window_view(padded, (2 * REACH + 1, 2 * REACH + 1), (0, 1))
    spread: Array = around.max(axis=(-2, -1)).astype(np.float64) - around.min(axis=(-2, -1))
    return spread <= FLAT * _unit(pixels)


def _unit(pixels: Array) -> float:
    """One grey level on the scale of these pixels: 0 … 255, or whatever 255 was made."""
    brightest = float(np.nanmax(np.abs(pixels), initial=0))
    return 1.0 if brightest >= BRIGHT else brightest / 255


def image_form(got: object, expected: Any) -> Text | None:
    """(H, W, 3) and the dtype, whatever is in it."""
    return _shaped(got, expected.shape) or _typed(got, expected.dtype.name)


def trimap(got: object, expected: Any) -> Text | None:
    """(H, W, 1): each label is the expected one, or one of the four of `spec.load_trimap`; any real dtype."""
    problem = _one_number(got, expected.shape[-3:]) or _shaped(got, expected.shape[-3:])
    if problem is not None or not isinstance(got, np.ndarray):
        return problem
    wanted = expected.reshape(-1, *got.shape)
    if (got == wanted).any(axis=0).all():
        return None
    return (_another_label(got, wanted) or _WRONG_LABELS) if np.isin(got, (0, 1, 2)).all() else _LABELS


def _one_number(got: object, shape: tuple[int, ...]) -> Text | None:
    is_wide = isinstance(got, np.ndarray) and got.shape[:-1] == shape[:-1] and got.shape != shape
    return _ONE_NUMBER if is_wide else None


def _another_label(got: Array, wanted: Array) -> Text | None:
    """Of the labels, the first that is another one wherever there is no doubt about it."""
    is_certain = (wanted == wanted[0]).all(axis=0)
    for label in range(3):
        made = set(got[is_certain & (wanted[0] == label)].tolist())  # `np.unique` would import all of `numpy.ma`
        if len(made) == 1 and made != {label}:
            return _ANOTHER_LABEL.format(stored=label + 1, wanted=label, got=int(made.pop()))
    return None


def trimap_form(got: object, expected: Any) -> Text | None:
    """(H, W, 1) and the dtype, whatever is in it."""
    return _shaped(got, expected.shape[-3:]) or _typed(got, expected.dtype.name)


def mask(got: object, expected: Any) -> Text | None:
    """(H, W) with the right classes; 2.0 passes for 2."""
    problem = _shaped(got, expected.shape)
    if problem is not None or not isinstance(got, np.ndarray):
        return problem
    if expected.dtype.kind == "f":  # scores that somebody takes for classes: frameworks round differently
        is_right = np.allclose(got, expected, rtol=1e-3, atol=1e-3)
    else:
        is_right = np.array_equal(got, expected)
    return None if is_right else _WRONG_CLASSES


def mask_form(got: object, expected: Any) -> Text | None:
    """(H, W) and whether they are integers, whatever is in it."""
    problem = _shaped(got, expected.shape)
    if problem is None and isinstance(got, np.ndarray) and got.dtype.kind not in expected.dtype.kind + "iu":
        return _NOT_INTEGER.format(got=got.dtype.name)
    return problem


def _shaped(got: object, shape: tuple[int, ...]) -> Text | None:
    if type(got) is not np.ndarray or got.dtype.kind not in "biuf":
        return compare.numeric_array(got, np.zeros(shape))  # says that this is no array of real numbers
    return None if got.shape == shape else _SHAPE


def _typed(got: object, wanted: str) -> Text | None:
    name = got.dtype.name if isinstance(got, np.ndarray) else ""
    return None if name == wanted else _DTYPE.format(got=name, wanted=wanted)
