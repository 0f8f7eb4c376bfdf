"""Questions on a student's own code, for two oral minutes: plain data, with keys that runs of that code gave."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class CallOutcome(BaseModel):
    """What a call came to."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["value", "shape", "error"]
    """A value as Python writes it, the shape of a larger array, or the name of an exception."""
    text: str


class Change(BaseModel):
    """One line of the code, altered in one place."""

    model_config = ConfigDict(frozen=True)

    line: int
    was: str
    now: str


class OwnCode(BaseModel):
    """A function as the student wrote it, and where it stands."""

    model_config = ConfigDict(frozen=True)

    function: str
    cell: int
    first_line: int
    """The line of its cell, counted from 1, as are the lines of changes."""
    lines: tuple[str, ...]


class OwnQuestion(BaseModel):
    """`value`: what does the call give? `change`: what does it give after this change? `which` change gives this?"""

    model_config = ConfigDict(frozen=True)

    kind: Literal["value", "change", "which"]
    code: OwnCode
    call: str
    before: CallOutcome
    """What the code gives as it was handed in."""
    after: CallOutcome | None = None
    changes: tuple[Change, ...] = ()
    right: int = 0
    """The place of the change that gives `after`."""
