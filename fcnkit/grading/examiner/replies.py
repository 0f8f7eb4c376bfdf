"""Parses the replies of a student's process, trusting nothing in them."""

from __future__ import annotations

import builtins
import re
from dataclasses import dataclass, replace
from typing import Any

from fcnkit.grading.protocol import SOMETHING, TRAITS, Decoder, Opaque, ProtocolError, Trait
from fcnkit.text import Text

MAX_RAISED = 10
"""Exceptions in one cell that are believed: the student's process tells fewer."""
MAX_MESSAGE = 500
MAX_PLACE = 1_000_000
"""Cells and lines are fewer."""
_UNFIT = re.compile(r"TypeError: [\w.<>]+\(\) (got (an unexpected|multiple|some)|missing \d|takes )")
"""Python's message for a call that does not fit a function's parameters."""
_EXCEPTIONS = {
    name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)
}


@dataclass(frozen=True)
class Value:
    """A call that returned."""

    value: Any
    args: tuple[Any, ...] | None = None
    kwargs: dict[str, Any] | None = None
    """The arguments as the call left them, if the student's process has told them."""
    traits: tuple[Trait, ...] = ()
    """Traits that the worker reports about the returned object."""


@dataclass(frozen=True)
class Raise:
    """A call that raised. `type` is None for an exception that is not one of Python's own."""

    type: str | None
    message: str
    cell: int | None
    line: int | None
    limit: object = None
    """Which limit was reached, if the student's process says so."""

    @property
    def is_unfit(self) -> bool:
        """Whether the call does not fit the function's parameters: nothing of the function ran."""
        return self.type == "TypeError" and self.cell is None and bool(_UNFIT.match(self.message))


@dataclass(frozen=True)
class Missing:
    """The notebook, run to its end, defines no such name."""


@dataclass(frozen=True)
class Lost:
    """A limit was reached, or the process ended; `reason` says which."""

    reason: Text


Reply = Value | Raise | Missing | Lost


def left_by(reply: Value) -> Value:
    """What a call left in its first argument, as its value."""
    first = reply.args[0] if type(reply.args) is tuple and reply.args else Opaque(SOMETHING)  # as its process says
    return replace(reply, value=first)


def all_raised(reply: dict[str, Any]) -> list[Raise]:
    """What a cell has raised. Raises ProtocolError."""
    match reply.get("raised"):
        case list(raised) if len(raised) <= MAX_RAISED:
            return [_raised({"raised": each}) for each in raised]
    raise ProtocolError("not a list of exceptions")


def read(reply: dict[str, Any], decoder: Decoder) -> Reply:
    decoder.begin_reply()
    if "raised" in reply:
        return _raised(reply)
    if "missing" in reply:
        return Missing()
    value, args, kwargs = (decoder.decode(reply.get(part)) for part in ("value", "args", "kwargs"))
    said = _listed(reply.get("traits"))
    return Value(value, args, kwargs, tuple([trait for trait in TRAITS if trait in said]))


def read_all(reply: dict[str, Any], decoder: Decoder, most: int) -> list[Reply]:
    """Replies to some of `most` calls that were asked for at once; of limits only the last one has reached any."""
    if most == 1 and "each" not in reply:
        return [read(reply, decoder)]
    match reply.get("each"):
        case list(each) if 0 < len(each) <= most and all(isinstance(one, dict) for one in each):
            replies = [read(one, decoder) for one in each]
            stops = [isinstance(one, Raise) and one.limit is not None for one in replies]
            if not any(stops[:-1]):
                return replies
    raise ProtocolError("not a list of replies")


def _listed(said: object) -> list[object]:
    if isinstance(said, list) and len(said) <= len(TRAITS):
        return said
    if said is None:
        return []
    raise ProtocolError("not a list of traits")


def _raised(reply: dict[str, Any]) -> Raise:
    match reply["raised"]:
        case {"type": str(kind), "builtin": bool(builtin), "message": str(message), "cell": cell, "line": line} if (
            message[:MAX_MESSAGE].strip()
        ):
            name = kind if builtin and kind in _EXCEPTIONS else None
            limit = reply["raised"].get("limit")
            return Raise(name, _readable(message[:MAX_MESSAGE]), _place(cell), _place(line), limit)
    raise ProtocolError("not an exception")


def _readable(text: str) -> str:
    """Without what commands a terminal, turns the line's direction or is half a character."""
    return "".join(char if char.isprintable() or char in "\n\t" else "\ufffd" for char in text)


def _place(number: object) -> int | None:
    return number if type(number) is int and 0 < number <= MAX_PLACE else None
