"""An answer beside the value that should have come: what differs, in a sentence, and how values are written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from fcnlab.wording import Lang, say

RELATIVE, ABSOLUTE = 1e-5, 1e-6
"""How near a number has to be."""
LONGEST = 300
"""Letters of a value that is written out; the rest is left out."""

LONGEST_ARGUMENT = 60
"""Letters of an argument that is shown in a call; a longer array is shown by its shape."""

_KINDS: dict[type, tuple[str, str]] = {
    tuple: ("튜플", "a tuple"),
    list: ("리스트", "a list"),
    dict: ("딕셔너리", "a dict"),
    np.ndarray: ("NumPy 배열", "a NumPy array"),
    int: ("정수", "an integer"),
    float: ("실수", "a float"),
    str: ("문자열", "a string"),
    bool: ("참/거짓", "a bool"),
}


def difference(got: object, wanted: object, lang: Lang, *, loosely: bool = False) -> str | None:
    """What is wrong with `got`, or None where it is right.

    An integer is asked for by an `int`, any real number by a `float`, an array by an array; tuples, lists and dicts
    have to be what `wanted` is, and `loosely` lets a tuple, a list and a one-dimensional array stand for one another.
    An array without axes stands for its number.
    """
    if isinstance(got, np.ndarray) and not got.ndim and not isinstance(wanted, np.ndarray):
        got = got[()]
    if loosely:
        got, wanted = _as_lists(got), _as_lists(wanted)
    wrong_kind = _wrong_kind(got, wanted, lang)
    if wrong_kind:
        return wrong_kind
    if isinstance(wanted, np.ndarray):
        return _array_difference(np.asarray(got), wanted, lang)
    if isinstance(wanted, tuple | list | dict):
        return _entries_difference(got, wanted, lang)
    same = _near(got, wanted) if isinstance(wanted, int | float | np.number) else got == wanted
    return None if same else say(lang, ko="값이 다릅니다.", en="The value differs.")


def plain(value: object) -> Any:
    """A value as lists, dicts, strings and numbers alone: what JSON can hold, and equal where values are equal."""
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, dict):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple | list):
        return [plain(entry) for entry in value]
    return value if isinstance(value, bool | int | float | str) or value is None else repr(value)


def written(value: object) -> str:
    """A value as one would type it, arrays as lists and NumPy's numbers as plain ones; long ones are cut."""
    text = _written(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def argument(value: object) -> str:
    """An argument of a call as it is shown: arrays as lists, unless they are long, and files by their names alone."""
    if hasattr(value, "layers"):
        return "model"
    text = repr(Path(value).name) if isinstance(value, str) else written(value)
    return f"<array {value.shape}>" if isinstance(value, np.ndarray) and len(text) > LONGEST_ARGUMENT else text


def kind(value: object, lang: Lang) -> str:
    """What sort of value it is, in words."""
    if isinstance(value, bool):
        names = _KINDS[bool]
    elif isinstance(value, np.integer | np.floating):
        names = _KINDS[int if isinstance(value, np.integer) else float]
    else:
        names = next((names for of, names in _KINDS.items() if isinstance(value, of)), (type(value).__name__,) * 2)
    return say(lang, ko=names[0], en=names[1])


def _written(value: object) -> str:
    if isinstance(value, np.ndarray):
        return _written(value.tolist())
    if isinstance(value, float | np.floating):
        number = float(value)
        return f"{number:.1f}" if number.is_integer() and abs(number) < 1e15 else f"{number:.6g}"
    if isinstance(value, np.generic):
        return repr(value.item())
    if isinstance(value, tuple):
        return f"({', '.join(map(_written, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {_written(entry)}' for key, entry in value.items())}}}"
    shape = getattr(value, "shape", None)  # a symbolic tensor of Keras
    return repr(value) if shape is None else f"keras.Input({tuple(shape)[1:]})"


def _wrong_kind(got: object, wanted: object, lang: Lang) -> str | None:
    if isinstance(wanted, float | np.floating):
        fits = isinstance(got, int | float | np.integer | np.floating) and not isinstance(got, bool)
    elif isinstance(wanted, int | np.integer):
        if isinstance(got, float | np.floating) and got == wanted:
            return say(
                lang,
                ko=f"`{_written(got)}`: 값은 맞지만 정수가 아니라 실수입니다. `/` 대신 `//`로 나누거나 `int(...)`로 "
                "바꾸세요.",
                en=f"`{_written(got)}` has the right value, but is a float and not an integer. Divide with `//` "
                "instead of `/`, or convert it with `int(...)`.",
            )
        fits = isinstance(got, int | np.integer) and not isinstance(got, bool)
    else:
        fits = isinstance(got, type(wanted))
    if fits:
        return None
    return say(
        lang,
        ko=f"자료형이 다릅니다. 나온 것: {kind(got, lang)}, 나와야 하는 것: {kind(wanted, lang)}.",
        en=f"This is {kind(got, lang)}, but {kind(wanted, lang)} was expected.",
    )


def _array_difference(got: np.ndarray[Any, Any], wanted: np.ndarray[Any, Any], lang: Lang) -> str | None:
    if got.shape != wanted.shape:
        return say(
            lang,
            ko=f"모양이 다릅니다. 나온 모양: {got.shape}, 나와야 하는 모양: {wanted.shape}.",
            en=f"The shape is {got.shape}, but {wanted.shape} was expected.",
        )
    if got.dtype.kind not in "biuf":
        return say(lang, ko=f"숫자 배열이 아닙니다({got.dtype}).", en=f"This array holds no numbers ({got.dtype}).")
    wrong = ~np.isclose(got.astype(float), wanted.astype(float), rtol=RELATIVE, atol=ABSOLUTE)
    if not wrong.any():
        return None
    return say(
        lang,
        ko=f"모양은 맞지만 {got.size}칸 가운데 {wrong.sum()}칸의 값이 다릅니다.",
        en=f"The shape is right, but {wrong.sum()} of its {got.size} cells differ.",
    )


def _entries_difference(got: Any, wanted: Any, lang: Lang) -> str | None:
    if isinstance(wanted, dict):
        if set(got) != set(wanted):
            return say(
                lang,
                ko=f"딕셔너리의 키가 다릅니다. 나와야 하는 키: {', '.join(map(repr, wanted))}.",
                en=f"The dict has other keys than {', '.join(map(repr, wanted))}.",
            )
        pairs = [(got[key], wanted[key]) for key in wanted]
    else:
        if len(got) != len(wanted):
            return say(
                lang,
                ko=f"길이가 다릅니다. 나온 길이: {len(got)}, 나와야 하는 길이: {len(wanted)}.",
                en=f"The length is {len(got)}, but {len(wanted)} was expected.",
            )
        pairs = list(zip(got, wanted, strict=True))
    return next((told for one, other in pairs if (told := difference(one, other, lang))), None)


def _near(got: Any, wanted: Any) -> bool:
    return bool(np.isclose(got, wanted, rtol=RELATIVE, atol=ABSOLUTE)) if isinstance(wanted, float) else got == wanted


def _as_lists(value: object) -> Any:
    """Tuples and arrays as lists, however deep."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, dict):
        return {key: _as_lists(entry) for key, entry in value.items()}
    return [_as_lists(entry) for entry in value] if isinstance(value, tuple | list) else value
