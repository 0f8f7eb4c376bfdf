"""Check a master's blocks before Otter Assign sees it.

Otter strips solutions only where both the cell's block and the lines inside it are marked, accepts a block that
never ends, and names no lines. What it would hand out or lose silently is refused here, with the line.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field

from fcnkit.authoring.master import AuthoringError, Cell, Master
from fcnkit.course import AssignmentConfig, Question
from fcnkit.text import LANGS

_BOUNDARY = re.compile(r"#\s+(?P<side>BEGIN|END)\s+(?P<block>QUESTION|PROMPT|SOLUTION|TESTS)\s*", re.IGNORECASE)
_CONFIG = re.compile(r"#\s+ASSIGNMENT CONFIG\s*", re.IGNORECASE)
_UNMARKED = re.compile(r"(BEGIN|END) (QUESTION|PROMPT|SOLUTION|TESTS)|ASSIGNMENT CONFIG", re.IGNORECASE)
_SETTING = re.compile(r"^(?P<key>name|points):\s*(?P<value>.*?)\s*$", re.MULTILINE)
_SOLUTION_LINE = re.compile(r"#\s?SOLUTION( NO PROMPT)?\s*$|^\s*# BEGIN SOLUTION( NO PROMPT)?\s*$")
_BEGIN, _END = re.compile(r"^\s*# BEGIN SOLUTION"), re.compile(r"# END SOLUTION\s*$")


def is_assignment_config(cell: Cell) -> bool:
    return cell.kind == "raw" and bool(_CONFIG.match(cell.first_line))


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
            raise self._error(cell, f"BEGIN {block} without its end; add a raw cell `# END {block}`")
        self._match(config)
        return self.found

    def _error(self, cell: Cell, what: str, offset: int = 0) -> AuthoringError:
        return AuthoringError.at(self.master.path, cell.line + offset, what)

    def _raw(self, cell: Cell) -> None:
        if cell.lang is not None:
            raise self._error(cell, f"raw cell with lang={cell.lang!r}; blocks are the same in both languages")
        if is_assignment_config(cell):
            if "\n" in cell.source.strip():
                raise self._error(
                    cell, "Otter settings in ASSIGNMENT CONFIG; `fcnkit build` sets them, remove the keys"
                )
            return
        boundary = _BOUNDARY.match(cell.first_line)
        if not boundary:
            fix = "; in a raw cell write the `#` twice: `# # BEGIN …`" if _UNMARKED.match(cell.first_line) else ""
            raise self._error(cell, f"raw cell that marks no block: {cell.first_line!r}{fix}")
        block = boundary["block"].upper()
        if boundary["side"].upper() == "BEGIN":
            self._begin(cell, block)
        else:
            self._end(cell, block)

    def _begin(self, cell: Cell, block: str) -> None:
        if block == "QUESTION":
            if self.open:
                raise self._error(cell, f"BEGIN QUESTION inside {self._inside()}; end that first")
            settings = {match["key"]: match["value"] for match in _SETTING.finditer(cell.source)}
            if "name" not in settings:
                raise self._error(cell, "question without a name; write a line `name: q1` under BEGIN QUESTION")
            self.found.append(_Found(settings["name"], settings.get("points"), cell.line))
        elif [name for name, _ in self.open] != ["QUESTION"]:
            where = self._inside() if self.open else "no question"
            raise self._error(cell, f"BEGIN {block} inside {where}; it belongs directly inside a question")
        self.open.append((block, cell))

    def _inside(self) -> str:
        block, cell = self.open[-1]
        return f"{block} (line {cell.line})"

    def _end(self, cell: Cell, block: str) -> None:
        if not self.open or self.open[-1][0] != block:
            found = f"while {self._inside()} is open" if self.open else f"without BEGIN {block}"
            raise self._error(cell, f"END {block} {found}; begin and end blocks in pairs")
        self.open.pop()

    def _content(self, cell: Cell) -> None:
        block = self.open[-1][0] if self.open else ""
        if block == "TESTS":
            self._test(cell)
        elif cell.kind == "code":
            self._code(cell, block)

    def _test(self, cell: Cell) -> None:
        if cell.kind != "code":
            raise self._error(cell, f"{cell.kind} cell inside TESTS; only code stands there")
        if cell.lang is not None:
            raise self._error(cell, f"public check with lang={cell.lang!r}; checks are the same in both languages")
        if re.search(r"^#.*\bhidden\b|^\s*hidden:\s*true", cell.source, re.IGNORECASE | re.MULTILINE):
            raise self._error(cell, "hidden test in the master; hidden tests stand in autograder/suites")
        functions = [part for part in self._parsed(cell).body if isinstance(part, ast.FunctionDef)]
        if len(functions) != 1:
            raise self._error(
                cell,
                f"public check with {len(functions)} functions; write one, which names in its parentheses what it "
                "uses of the notebook: `def test_double(np, double):`",
            )
        name = functions[0].name
        if name in self.found[-1].checks:
            raise self._error(cell, f"second public check {name} in one question; give it a name of its own")
        self.found[-1].checks.append(name)

    def _code(self, cell: Cell, block: str) -> None:
        begun = 0
        marked = False
        for number, line in enumerate(cell.source.splitlines(), 1):
            if _SOLUTION_LINE.search(line):
                marked = True
                if block != "SOLUTION":
                    raise self._error(cell, "solution outside a SOLUTION block; Otter would hand it out", number)
            if _BEGIN.match(line):
                if begun:
                    raise self._error(cell, "BEGIN SOLUTION inside a solution; end the first one before", number)
                begun = number
            elif _END.search(line):
                if not begun:
                    raise self._error(cell, "END SOLUTION without BEGIN SOLUTION; add it above", number)
                begun = 0
        if begun:
            raise self._error(cell, "BEGIN SOLUTION without END SOLUTION; add `# END SOLUTION` below", begun)
        if block == "SOLUTION":
            if not marked:
                raise self._error(
                    cell,
                    "nothing marked as solution, it would be handed out; mark it `# BEGIN SOLUTION` … `# END SOLUTION`",
                )
            self.found[-1].solution.append(cell)

    def _match(self, config: AssignmentConfig) -> None:
        wanted = [question.id for question in config.questions]
        names = [found.name for found in self.found]
        if names != wanted:
            raise AuthoringError(
                f"{self.master.path}: questions {', '.join(names) or 'none'}, but assignment.toml has "
                f"{', '.join(wanted)}; make both the same, in the same order"
            )
        for place, (found, question) in enumerate(zip(self.found, config.questions, strict=True)):
            if found.points is not None and not _same_number(found.points, question.points):
                raise AuthoringError.at(
                    self.master.path,
                    found.line,
                    f"{found.name} has points: {found.points}, but assignment.toml says {question.points:g}; "
                    "make both the same, or leave points out here",
                )
            self._answers(found, question, self.found[: place + 1])

    def _answers(self, found: _Found, question: Question, so_far: list[_Found]) -> None:
        """What the question asks for is defined in its own solution, or in an earlier one where questions share it."""
        for lang in LANGS:
            cells = [cell for each in so_far for cell in each.solution if cell.lang in (None, lang)]
            statements = [statement for cell in cells for statement in self._parsed(cell).body]
            defined = {name for statement in statements for name in _defined(statement)}
            for name in (*question.functions, *question.variables):
                if name not in defined:
                    raise AuthoringError.at(
                        self.master.path,
                        found.line,
                        f"{found.name} does not define {name} in its {lang} solution, but assignment.toml lists it; "
                        "define it inside the SOLUTION block",
                    )

    def _parsed(self, cell: Cell) -> ast.Module:
        try:
            return ast.parse(cell.source)
        except SyntaxError as error:
            raise self._error(cell, f"not valid Python: {error.msg}; correct it", error.lineno or 0) from error


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
