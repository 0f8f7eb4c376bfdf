"""Check a master's blocks before Otter Assign sees it.

Otter strips solutions only where both the cell's block and the lines inside it are marked, accepts a block that
never ends, and names no lines. What it would hand out or lose silently is refused here, with the line.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fcnkit.authoring import nbgrader_marks
from fcnkit.authoring.block_complaints import (
    CHECK_LANG,
    CONFIG_KEYS,
    END_INSIDE,
    FUNCTIONS,
    HIDDEN_TEST,
    INSIDE,
    MORE_THAN_SHOWS,
    NESTED_QUESTION,
    NESTED_SOLUTION,
    NO_BEGIN,
    NO_BEGIN_SOLUTION,
    NO_BLOCK,
    NO_CODE,
    NO_END,
    NO_END_SOLUTION,
    NO_NAME,
    NO_PYTHON,
    NO_QUESTION,
    NOT_DEFINED,
    NOTHING_MARKED,
    OTHER_POINTS,
    OTHER_QUESTIONS,
    OUTSIDE,
    OUTSIDE_SOLUTION,
    RAW_LANG,
    SHOWS_IN_BLOCK,
    STRETCH_NAMES,
    STRETCH_POINTS,
    STRETCH_UNCHECKED,
    TWO_CHECKS,
    UNMARKED_BLOCK,
)
from fcnkit.authoring.master import AuthoringError, Cell, Master
from fcnkit.authoring.stretch_goals import expected_names, is_stretch_goal
from fcnkit.course import AssignmentConfig, Question
from fcnkit.text import LANGS, NONE, Text, same

_BOUNDARY = re.compile(r"#\s+(?P<side>BEGIN|END)\s+(?P<block>QUESTION|PROMPT|SOLUTION|TESTS)\s*", re.IGNORECASE)
_CONFIG = re.compile(r"#\s+ASSIGNMENT CONFIG\s*", re.IGNORECASE)
_UNMARKED = re.compile(r"(BEGIN|END) (QUESTION|PROMPT|SOLUTION|TESTS)|ASSIGNMENT CONFIG", re.IGNORECASE)
_SETTING = re.compile(r"^(?P<key>name|points):\s*(?P<value>.*?)\s*$", re.MULTILINE)
_SOLUTION_LINE = re.compile(r"#\s?SOLUTION( NO PROMPT)?\s*$|^\s*# BEGIN SOLUTION( NO PROMPT)?\s*$")
_BEGIN, _END = re.compile(r"^\s*# BEGIN SOLUTION"), re.compile(r"# END SOLUTION\s*$")


def is_assignment_config(cell: Cell) -> bool:
    return cell.kind == "raw" and bool(_CONFIG.match(cell.first_line))


def without_checks(cells: Iterable[Cell]) -> Iterator[str]:
    """The code of a solved notebook: without the public checks, which stand in files of their own."""
    return (cell.source for cell, block in placed(cells) if cell.kind == "code" and block != "TESTS")


def solutions(cells: Iterable[Cell]) -> Iterator[str]:
    """The code of the answers, one cell for each cell that students fill in."""
    return (cell.source for cell, block in placed(cells) if cell.kind == "code" and block == "SOLUTION")


def placed(cells: Iterable[Cell]) -> Iterator[tuple[Cell, str]]:
    """All but raw cells, each with the innermost block around it, or "". Blocks must nest and end."""
    blocks = [""]
    for cell in cells:
        boundary = _BOUNDARY.match(cell.first_line) if cell.kind == "raw" else None
        if boundary is not None and boundary["side"].upper() == "BEGIN":
            blocks.append(boundary["block"].upper())
        elif boundary is not None:
            blocks.pop()
        elif cell.kind != "raw":
            yield cell, blocks[-1]


@dataclass
class _Found:
    """One question as the master has it."""

    name: str
    points: str | None
    line: int
    solution: list[Cell] = field(default_factory=list)
    checks: list[str] = field(default_factory=list)


def check(master: Master, config: AssignmentConfig) -> dict[str, int]:
    """The line on which each question begins.

    Raises AuthoringError for blocks that do not nest or end, for solutions that would be handed out, for hidden tests
    (they belong to the suite) and for questions that are not those of `assignment.toml`.
    """
    return {found.name: found.line for found in _Checker(master).questions(config)}


class _Checker:
    def __init__(self, master: Master) -> None:
        self.master = master
        self.open: list[tuple[str, Cell]] = []
        self.found: list[_Found] = []

    def questions(self, config: AssignmentConfig) -> list[_Found]:
        for cell in self.master.cells:
            if cell.kind == "raw":
                self._raw(cell)
            else:
                self._content(cell)
        if self.open:
            block, cell = self.open[-1]
            raise self._error(cell, NO_END, block=block)
        self._match([found for found in self.found if not is_stretch_goal(found.name)], config)
        self._match_stretch_goals([found for found in self.found if is_stretch_goal(found.name)])
        return self.found

    def _error(self, cell: Cell, what: Text, offset: int = 0, /, **values: object) -> AuthoringError:
        return AuthoringError.at(self.master.path, cell.line + offset, what, **values)

    def _raw(self, cell: Cell) -> None:
        if cell.lang is not None:
            raise self._error(cell, RAW_LANG, lang=cell.lang)
        if is_assignment_config(cell):
            if "\n" in cell.source.strip():
                raise self._error(cell, CONFIG_KEYS)
            return
        boundary = _BOUNDARY.match(cell.first_line)
        if not boundary:
            unmarked = _UNMARKED.match(cell.first_line)
            raise self._error(cell, UNMARKED_BLOCK if unmarked else NO_BLOCK, line=cell.first_line)
        block = boundary["block"].upper()
        if boundary["side"].upper() == "BEGIN":
            self._begin(cell, block)
        else:
            self._end(cell, block)

    def _begin(self, cell: Cell, block: str) -> None:
        if block == "QUESTION":
            if self.open:
                raise self._error(cell, NESTED_QUESTION, inside=self._inside())
            settings = {match["key"]: match["value"] for match in _SETTING.finditer(cell.source)}
            if "name" not in settings:
                raise self._error(cell, NO_NAME)
            self.found.append(_Found(settings["name"], settings.get("points"), cell.line))
        elif [name for name, _ in self.open] != ["QUESTION"]:
            where = self._inside() if self.open else NO_QUESTION
            raise self._error(cell, OUTSIDE, block=block, inside=where)
        self.open.append((block, cell))

    def _inside(self) -> Text:
        block, cell = self.open[-1]
        return INSIDE.format(block=block, line=cell.line)

    def _end(self, cell: Cell, block: str) -> None:
        if not self.open or self.open[-1][0] != block:
            if self.open:
                raise self._error(cell, END_INSIDE, block=block, inside=self._inside())
            raise self._error(cell, NO_BEGIN, block=block)
        self.open.pop()

    def _content(self, cell: Cell) -> None:
        block = self.open[-1][0] if self.open else ""
        if mark := nbgrader_marks.first_mark(cell.source):
            raise self._error(cell, nbgrader_marks.LEFT, mark[0], mark=mark[1])
        if cell.shows:
            self._shown(cell, block)
        if block == "TESTS":
            self._test(cell)
        elif cell.kind == "code":
            self._code(cell, block)

    def _test(self, cell: Cell) -> None:
        if cell.kind != "code":
            raise self._error(cell, NO_CODE, kind=cell.kind)
        if cell.lang is not None:
            raise self._error(cell, CHECK_LANG, lang=cell.lang)
        if re.search(r"^#.*\bhidden\b|^\s*hidden:\s*true", cell.source, re.IGNORECASE | re.MULTILINE):
            raise self._error(cell, HIDDEN_TEST)
        functions = [part for part in self._parsed(cell).body if isinstance(part, ast.FunctionDef)]
        if len(functions) != 1:
            raise self._error(cell, FUNCTIONS, count=len(functions))
        name = functions[0].name
        if name in self.found[-1].checks:
            raise self._error(cell, TWO_CHECKS, name=name)
        self.found[-1].checks.append(name)

    def _shown(self, cell: Cell, block: str) -> None:
        """A cell that may be left out leaves nothing behind but names of its own."""
        if block in ("SOLUTION", "TESTS"):
            raise self._error(cell, SHOWS_IN_BLOCK, block=block)
        for node in ast.walk(self._parsed(cell)):
            if isinstance(node, ast.Import | ast.ImportFrom | ast.Global | ast.Delete) or (
                isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load)
            ):
                raise self._error(cell, MORE_THAN_SHOWS, node.lineno)

    def _code(self, cell: Cell, block: str) -> None:
        begun = 0
        marked = False
        for number, line in enumerate(cell.source.splitlines(), 1):
            if _SOLUTION_LINE.search(line):
                marked = True
                if block != "SOLUTION":
                    raise self._error(cell, OUTSIDE_SOLUTION, number)
            if _BEGIN.match(line):
                if begun:
                    raise self._error(cell, NESTED_SOLUTION, number)
                begun = number
            elif _END.search(line):
                if not begun:
                    raise self._error(cell, NO_BEGIN_SOLUTION, number)
                begun = 0
        if begun:
            raise self._error(cell, NO_END_SOLUTION, begun)
        if block == "SOLUTION":
            if not marked:
                raise self._error(cell, NOTHING_MARKED)
            self.found[-1].solution.append(cell)

    def _match(self, graded: list[_Found], config: AssignmentConfig) -> None:
        wanted = [question.id for question in config.questions]
        names = [found.name for found in graded]
        if names != wanted:
            found_names = same(", ".join(names)) if names else NONE
            raise AuthoringError(OTHER_QUESTIONS, path=self.master.path, names=found_names, wanted=", ".join(wanted))
        for place, (found, question) in enumerate(zip(graded, config.questions, strict=True)):
            if found.points is not None and not _same_number(found.points, question.points):
                raise AuthoringError.at(
                    self.master.path,
                    found.line,
                    OTHER_POINTS,
                    name=found.name,
                    points=found.points,
                    wanted=question.points,
                )
            self._answers(found, question, graded[: place + 1])

    def _match_stretch_goals(self, goals: list[_Found]) -> None:
        """They are numbered, worth nothing, and have an answer and a public check."""

        def error(goal: _Found, what: Text, **values: object) -> AuthoringError:
            return AuthoringError.at(self.master.path, goal.line, what, name=goal.name, **values)

        for goal, name in zip(goals, expected_names(len(goals)), strict=True):
            if goal.name != name:
                raise error(goal, STRETCH_NAMES, wanted=name)
            if goal.points is not None:  # with 0, Otter would not notice that the solution fails its check
                raise error(goal, STRETCH_POINTS, points=goal.points)
            if not (goal.solution and goal.checks):
                raise error(goal, STRETCH_UNCHECKED)

    def _answers(self, found: _Found, question: Question, so_far: list[_Found]) -> None:
        """What the question asks for is defined in its own solution, or in an earlier one where questions share it."""
        for lang in LANGS:
            cells = [cell for each in so_far for cell in each.solution if cell.lang in (None, lang)]
            statements = [statement for cell in cells for statement in self._parsed(cell).body]
            defined = {name for statement in statements for name in _defined(statement)}
            for name in question.names:
                if name not in defined:
                    raise AuthoringError.at(
                        self.master.path,
                        found.line,
                        NOT_DEFINED,
                        question=found.name,
                        name=name,
                        lang=lang,
                    )

    def _parsed(self, cell: Cell) -> ast.Module:
        try:
            return ast.parse(cell.source)
        except SyntaxError as error:
            raise self._error(cell, NO_PYTHON, error.lineno or 0, error=error.msg) from error


def _defined(statement: ast.stmt) -> list[str]:
    """The function or the variables that a statement defines."""
    if isinstance(statement, ast.FunctionDef):
        return [statement.name]
    return [target.id for target in getattr(statement, "targets", []) if isinstance(target, ast.Name)]


def _same_number(text: str, number: float) -> bool:
    try:
        return float(text) == number
    except ValueError:
        return False
