"""The public checks of a notebook: they call a student's function, and say in one sentence what came and what should.

    def test_double(LANG, double):
        from fcnlab import Check

        check = Check(LANG, double, "double")
        check(2, gives=4)

Nothing that is graded stands here: the examples are those of the notebook.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from fcnlab import verdicts
from fcnlab.answers import RELATIVE, argument, difference, plain, written
from fcnlab.grids import LARGEST, grids
from fcnlab.verdicts import NotYet
from fcnlab.wording import Lang, say

KNOWN_MISTAKES = Path("tests", "known_mistakes.json")
"""Beside the notebook, as Otter's own checks are: call → [[Korean name, English name, value], …]. `fcnkit build`
writes it."""
_HINTS = {
    "truth value of an array": (
        " 배열의 참과 거짓을 짝지을 때는 `and`, `or` 대신 `&`, `|`를 쓰고, 비교마다 괄호를 치세요.",
        " Between arrays of true and false, write `&` and `|` instead of `and` and `or`, with each comparison in "
        "parentheses.",
    ),
    "unsupported operand type(s) for +: 'int' and 'tuple'": (
        " 정수는 튜플에 이어 붙일 수 없습니다. `(n,)`처럼 쉼표가 있어야 튜플입니다.",
        " An integer cannot be joined to a tuple. It takes a comma to make one: `(n,)`.",
    ),
}
_HINTS["can only concatenate tuple"] = _HINTS["unsupported operand type(s) for +: 'int' and 'tuple'"]
"""What to think of, by what is part of an error's message."""
_OTHER_PARAMETERS = (
    " 함수의 인자는 처음 주어진 그대로 두세요.",
    " Keep the function's arguments as they were handed out.",
)
_STUDENTS_CELL = re.compile(r"ipykernel_|<ipython-input|^In\s*\[|^<cell")


class Check:
    """What a function, or a variable, of the notebook gives; raises `NotYet` with a sentence where it is not right."""

    def __init__(self, lang: Lang | None, function: Callable[..., Any] | None = None, name: str = "") -> None:
        if lang not in ("ko", "en"):
            raise NotYet("노트북의 셀을 맨 위부터 차례로 실행하세요. / Run the notebook's cells from the top.")
        self.lang: Lang = lang
        self.name = name
        self.function = function
        self.shown = f"`{name}`"
        """What is being looked at, as the sentences have it."""
        verdicts.show_in(lang)

    def __call__(self, *args: Any, gives: object, loosely: bool = False, **options: Any) -> Any:
        """Call the function, hold what comes back against `gives` (see `answers.difference`), and give it back."""
        got = self.call(*args, **options)
        self.same(got, gives, loosely=loosely)
        return got

    def call(self, *args: Any, **options: Any) -> Any:
        """What the function gives back; None, an exception and a missing function are told at once."""
        got, printed = self.run(*args, **options)
        if got is None and printed.strip():
            self.tell(
                ko=f"{self.shown}: 값을 출력했지만 돌려주지는 않았습니다. `print`가 아니라 `return`으로 끝내세요.",
                en=f"{self.shown} prints a value but gives nothing back. End with `return` instead of `print`.",
            )
        if got is None:
            self.tell(
                ko=f"{self.shown}: 아무 값도 돌려주지 않았습니다(None). `...`을 채웠나요? 마지막이 `return`인가요?",
                en=f"{self.shown} gives nothing back (None). Is the `...` filled in? Does it end with `return`?",
            )
        return got

    def run(self, *args: Any, **options: Any) -> tuple[Any, str]:
        """What the function gives back, be it None, and what it printed meanwhile."""
        if self.function is not None and not callable(self.function):
            self.tell(
                ko=f"`{self.name}` 자리에 함수가 아닌 값이 있습니다: `{written(self.function)}`. 이 이름에는 아무것도 "
                "대입하지 말고, 함수가 있는 셀을 다시 실행하세요.",
                en=f"`{self.name}` is no function any more but `{written(self.function)}`. Assign nothing to this "
                "name, and run the function's cell again.",
            )
        if self.function is None:
            self.tell(
                ko=f"`{self.name}` 함수가 아직 없습니다. 함수가 있는 셀을 실행했나요?",
                en=f"There is no function `{self.name}` yet. Has its cell been run?",
            )
        given = [*map(argument, args), *(f"{name}={argument(value)}" for name, value in options.items())]
        self.shown = f"`{self.name}({', '.join(given)})`"
        output = io.StringIO()
        try:
            with contextlib.redirect_stdout(output):
                got = self.function(*args, **options)
        except NotYet:
            raise
        except (Exception, SystemExit) as error:
            self._told_error(error)
        finally:
            sys.stdout.write(output.getvalue())
        return got, output.getvalue()

    def same(self, got: object, wanted: object, *, loosely: bool = False) -> None:
        """`got` is what `wanted` is; else the sentence, the name of a mistake that is known, and a picture of grids."""
        told = difference(got, wanted, self.lang, loosely=loosely)
        if told is None:
            return
        mistake = self._known(got)
        verdicts.show(self._picture(got, wanted))
        values = ((written(got), written(wanted)),) if written(got) != written(wanted) else ()
        self.tell(
            ko=" ".join(
                [
                    f"{self.shown}: {told}",
                    *(f"나온 값: `{one}`, 나와야 하는 값: `{other}`." for one, other in values),
                    *([f"흔한 실수에서 나오는 값입니다: {mistake}."] if mistake else []),
                ]
            ),
            en=" ".join(
                [
                    f"{self.shown}: {told}",
                    *(f"It gave `{one}`, and `{other}` was expected." for one, other in values),
                    *([f"A common mistake gives this value: {mistake}."] if mistake else []),
                ]
            ),
        )

    def array(self, got: object, shape: tuple[int, ...], dtype: str | None = None) -> None:
        """`got` is an array of this shape and dtype, whatever it holds."""
        if isinstance(got, np.ndarray):
            self.require(
                got.shape == shape,
                ko=f"모양이 다릅니다. 나온 모양: {got.shape}, 나와야 하는 모양: {shape}.",
                en=f"the shape is {got.shape}, but {shape} was expected.",
            )
            self.require(
                dtype is None or got.dtype == dtype,
                ko=f"자료형이 다릅니다. 나온 자료형: `{got.dtype}`, 나와야 하는 자료형: `{dtype}`.",
                en=f"the dtype is `{got.dtype}`, but `{dtype}` was expected.",
            )
        else:
            told = difference(got, np.zeros(shape), self.lang)
            self.tell(
                ko=f"{self.shown}: {told} 나와야 하는 모양: {shape}.",
                en=f"{self.shown}: {told} Its shape should be {shape}.",
            )

    def reals(self, array: object, *, integers: bool = False) -> None:
        """An array holds floats that are precise enough; `integers` will do where all that went in are integers."""
        dtype = np.asarray(array).dtype
        self.require(
            (dtype.kind == "f" and dtype.itemsize >= 4) or (integers and dtype.kind in "iu"),
            ko=f"배열의 자료형이 `{dtype}`입니다. 소수를 담을 수 있게 float32나 float64로 돌려주세요.",
            en=f"the dtype is `{dtype}`. Return float32 or float64, which can hold fractions.",
        )

    def room(self, array: np.ndarray[Any, Any], another: object) -> None:
        """What two calls gave are two arrays, of which the first can be written to."""
        self.require(
            array.flags.writeable,
            ko="써 넣을 수 없는 배열입니다. 나중에 채울 배열이니 `np.zeros`처럼 써 넣을 수 있는 배열을 만드세요.",
            en="this array cannot be written to. It is to be filled later on: make one as `np.zeros` does.",
        )
        self.require(
            not isinstance(another, np.ndarray) or not np.shares_memory(array, another),
            ko="두 번 부르니 같은 배열이 나왔습니다. 부를 때마다 새 배열을 만드세요.",
            en="a second call gave the same array again. Make a new one in every call.",
        )

    def require(self, holds: bool, *, ko: str, en: str) -> None:
        """A sentence of the check's own, where its condition does not hold."""
        if not holds:
            self.tell(ko=f"{self.shown}: {ko}", en=f"{self.shown}: {en}")

    def filled(self, value: object) -> None:
        """The `...` of a variable has been replaced."""
        self.require(
            value is not None and value is not ...,
            ko="아직 답하지 않았습니다. `...` 자리를 채우고 셀을 실행하세요.",
            en="not answered yet. Replace the `...` and run the cell.",
        )

    def strings(self, answers: object, keys: Sequence[str]) -> None:
        """Each of a dict's keys is answered with a string that is not empty."""
        if not isinstance(answers, dict) or not set(keys) <= answers.keys():
            self.tell(
                ko="답안지의 키를 그대로 두고 `...` 자리만 채우세요. 답안지 셀을 실행했나요?",
                en="Keep the keys of the answer sheet, and replace each `...`. Has its cell been run?",
            )
        still_open = [key for key in keys if answers[key] in (None, ...) or not str(answers[key]).strip()]
        self.require(
            not still_open,
            ko=f"아직 답하지 않은 문제가 있습니다: {', '.join(still_open)}.",
            en=f"not answered yet: {', '.join(still_open)}.",
        )
        others = [key for key in keys if not isinstance(answers[key], str)]
        self.require(
            not others,
            ko=f"따옴표로 감싼 문자열로 답하세요: {', '.join(others)}.",
            en=f"answer with a string, in quotes: {', '.join(others)}.",
        )

    def letters(self, answers: object, keys: Sequence[str], letters: str) -> None:
        """Each of a dict's keys is answered with one of the letters."""
        self.strings(answers, keys)
        entries: dict[str, str] = answers if isinstance(answers, dict) else {}
        others = [key for key in keys if entries[key].strip().lower() not in list(letters)]
        self.require(
            not others,
            ko=f"{letters[0]}부터 {letters[-1]}까지의 기호 하나로 답하세요: {', '.join(others)}.",
            en=f"answer with one letter, {letters[0]} to {letters[-1]}: {', '.join(others)}.",
        )

    def tell(self, *, ko: str, en: str) -> NoReturn:
        """End the check with a sentence."""
        raise NotYet(say(self.lang, ko=ko, en=en))

    def _told_error(self, error: BaseException) -> NoReturn:
        kind, said = type(error).__name__, str(error)
        why = f": {said.splitlines()[0]}" if said else ""
        hint = next((text for sign, text in _HINTS.items() if sign in said), ("", ""))
        if said.startswith(
            f"{getattr(self.function, '__qualname__', '')}() "
        ):  # Python, of a call that the parameters do not fit
            hint = _OTHER_PARAMETERS
        where = _line_of_student(error)
        at_ko, at_en = (f" 오류가 난 줄: `{where}`.", f" It came from the line `{where}`.") if where else ("", "")
        raise NotYet(
            say(
                self.lang,
                ko=f"{self.shown}: 실행하다가 오류가 났습니다. `{kind}{why}`.{at_ko}{hint[0]}",
                en=f"{self.shown} raised an error, `{kind}{why}`.{at_en}{hint[1]}",
            )
        ) from None

    def _known(self, got: object) -> str | None:
        """The name of the known mistake that gives this very value for this very call."""
        try:
            known = json.loads(KNOWN_MISTAKES.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        value = plain(got)
        for korean, english, mistaken in known.get(self.shown.strip("`"), []):
            if alike(value, mistaken):
                return say(self.lang, ko=korean, en=english)
        return None

    def _picture(self, got: object, wanted: object) -> object:
        """Grids of what came, what should have come, and where they differ; None where there is nothing to see."""
        if not isinstance(wanted, np.ndarray) or not isinstance(got, np.ndarray) or got.dtype.kind not in "biuf":
            return None
        if wanted.ndim == 3 and got.shape == wanted.shape:  # one channel of several: the first that differs
            channel = int(np.argmax(np.abs(got - wanted).sum(axis=(0, 1)) > 0))
            got, wanted = got[..., channel], wanted[..., channel]
        if not {got.ndim, wanted.ndim} <= {1, 2} or max(*got.shape, *wanted.shape) > LARGEST:
            return None
        names = (
            say(self.lang, ko="나온 값", en="yours"),
            say(self.lang, ko="나와야 하는 값", en="expected"),
            say(self.lang, ko="차이", en="difference"),
        )
        if got.shape != wanted.shape:
            return grids({names[0]: got, names[1]: wanted}, lang=self.lang)
        apart = np.where(np.isclose(got, wanted), 0, got.astype(float) - wanted)
        return grids({names[0]: got, names[1]: wanted, names[2]: apart}, between="−=", lang=self.lang)


def alike(one: Any, other: Any) -> bool:
    """Whether two plain values are equal, numbers to the tolerance."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, int | float) and isinstance(other, int | float):
        return bool(np.isclose(one, other, rtol=RELATIVE, atol=1e-9))
    return bool(one == other)


def _line_of_student(error: BaseException) -> str | None:
    """The last line of a cell that an error came from."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _STUDENTS_CELL.search(frame.filename)]
    return (frames[-1].line or "").strip() if frames else None
