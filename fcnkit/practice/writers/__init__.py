"""Formats: each a thin last step from the document model to files' contents.

A writer is a module with `write(practice_set, lang)`, which returns the contents of one or more files by the ending
that is put behind the set's name and the language: `.pdf` makes `set-01.ko.pdf`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from fcnkit.text import Lang

if TYPE_CHECKING:  # the command line needs the names of the formats alone
    from fcnkit.practice.document import PracticeSet

    Writer = Callable[[PracticeSet, Lang], dict[str, bytes]]


class Format(StrEnum):
    """What a set can be written as; the value is what the command line calls it."""

    PDF = "pdf"
    HTML = "html"
    IPYNB = "ipynb"
    MOODLE = "moodle"
    QTI = "qti"
    ANKI = "anki"
    WEB = "web"
    """One page with all items and both languages, which is no set: `fcnkit.practice.web` makes it."""


def writer(format_: Format) -> Writer:
    """The writer of a format. Its libraries are imported only now."""
    write: Writer = importlib.import_module(f"{__name__}.{format_}").write
    return write
