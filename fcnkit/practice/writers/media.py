"""Figures as files of their own, for formats that take them beside the text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from fcnkit.practice import figures
from fcnkit.practice.answers import Choice
from fcnkit.practice.document import Problem
from fcnkit.practice.document_blocks import Block, Figure
from fcnkit.text import Lang


def file_name(figure: Figure, lang: Lang) -> str:
    """A name of its own for each picture, so that what is imported later never replaces another."""
    return f"fcnkit-{hashlib.sha256(figures.png(figure, lang)).hexdigest()[:16]}.png"


def files(blocks: Iterable[Block], lang: Lang) -> dict[str, bytes]:
    """The pictures among blocks, by their names."""
    return {file_name(block, lang): figures.png(block, lang) for block in blocks if isinstance(block, Figure)}


def all_blocks(problem: Problem) -> tuple[Block, ...]:
    """Every block of a problem, wherever it is shown."""
    options = problem.answer.options if isinstance(problem.answer, Choice) else ()
    return (*problem.question, *(option.content for option in options), *problem.solution)
