"""What a statement of a notebook does to names, and whether calling what it defines may change anything else.

When in doubt it may: these facts decide which cells need not be run.
"""

from __future__ import annotations

import ast
import re
import symtable
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from fcnkit.grading.examiner.syntax_text import syntax_text

_COMPOUND = (ast.With, ast.If, ast.Try)
_SETS = (ast.Store, ast.Del)
_DEFINES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_IMPORTS = (ast.Import, ast.ImportFrom)
_LASTS = (ast.Global, ast.Nonlocal, ast.AsyncFunctionDef, ast.Await)
_ELSEWHERE = re.compile(
    r"(?:globals|locals|vars|dir|eval|exec|compile|get_ipython)$|"
    r"\.?(?:__(?:import|main|builtins|dict|globals|code)__|builtins|modules|_getframe|currentframe|importlib|inspect|gc|"
    r"ctypes|runpy)$"
)
"""With these a name can be read or bound without being written."""
_CHANCE = re.compile(r"rand|seed|shuffle|choice|permutation|default_rng|secrets|uuid", re.IGNORECASE)
"""What is drawn depends on what was drawn before."""
_LASTING = re.compile(
    r"\.?(?:set_|seterr|setattr|delattr|setrecursionlimit|get_layer|clear_session|save|write|dump|tofile|mkdir|unlink|rename|"
    r"chdir|filterwarnings|simplefilter|rcParams|(?:os|sys|warnings|threading|signal|atexit|file)$)"
)
"""How names begin that change a setting, a file or the interpreter, or depend on the models made before."""


@dataclass(frozen=True)
class Statement:
    """A statement at the top level of a cell."""

    binds: frozenset[str]
    """Global names that it binds, deletes or sets a part of."""
    reads: frozenset[str]
    """Global names that it or a function in it reads."""
    is_fixed: bool
    """Whether what it binds are modules, functions, classes and values that never change."""
    node: ast.stmt = field(compare=False, repr=False)
    is_pure: bool = True
    """Whether calling what it defines changes nothing but what the caller hands over, as far as its own text goes."""
    is_dark: bool = False
    """Whether it may read, bind or depend on more than the names in it tell."""

    @cached_property
    def said(self) -> str:
        """What it says, apart from comments and blanks."""
        return syntax_text(self.node)


def statements(source: str, *, is_students: bool) -> list[Statement]:
    """Those of a cell; for what else a hand-out's code does than bind and read names, its author answers.

    Raises SyntaxError, ValueError, RecursionError or MemoryError where it cannot be read.
    """
    lines, body = source.split("\n"), parsed(source).body
    count = Counter(line for each in body for line in {each.lineno, each.end_lineno})
    crowded = {line for line, statements_there in count.items() if statements_there > 1}
    return [_statement(each, _text(each, lines, crowded), is_students=is_students) for each in body]


@lru_cache(maxsize=100)  # each cell is read for its imports, too
def parsed(source: str) -> ast.Module:
    """To be looked at, not to be changed. Raises as `statements`."""
    return ast.parse(source)


def _text(statement: ast.stmt, lines: Sequence[str], crowded: Container[int | None]) -> str:
    """The text of this statement alone: a line of thousands, divided by `;`, would be read anew for each of them."""
    if statement.lineno in crowded or statement.end_lineno in crowded:
        return ast.unparse(statement)
    first = min([statement.lineno, *(each.lineno for each in getattr(statement, "decorator_list", ()))])
    return "\n".join(lines[first - 1 : statement.end_lineno])


def _statement(statement: ast.stmt, text: str, *, is_students: bool) -> Statement:
    nodes = _nodes(statement)
    binds, reads = _names(text, nodes)
    is_fixed = _is_fixed(statement)
    if not is_students:
        return Statement(binds, reads, is_fixed, statement)
    words = set(_words(nodes))
    is_pure = not any(map(_LASTING.match, words)) and not any(map(_is_lasting, nodes))
    is_dark = any(_ELSEWHERE.match(word) or _CHANCE.search(word) for word in words)
    return Statement(binds, reads, is_fixed, statement, is_pure, is_dark)


def _nodes(statement: ast.stmt) -> list[ast.AST]:
    """As `ast.walk`, in less time and without what holds nothing, such as operators: half of all nodes."""
    nodes: list[ast.AST] = [statement]
    for node in nodes:  # to which those below are added meanwhile
        for value in vars(node).values():
            if isinstance(value, ast.AST):
                if value._fields:
                    nodes.append(value)
            elif isinstance(value, list):
                nodes += [each for each in value if isinstance(each, ast.AST)]
    return nodes


def _names(text: str, nodes: Sequence[ast.AST]) -> tuple[frozenset[str], frozenset[str]]:
    """What the text of a statement, which has these nodes, binds and reads."""
    table = symtable.symtable(text, "cell", "exec")
    names = [
        symbol for scope in _scopes(table) for symbol in scope.get_symbols() if scope is table or symbol.is_global()
    ]
    changed = frozenset(_changed(nodes)) & {name.get_name() for name in names}
    bound = frozenset(name.get_name() for name in names if name.is_assigned() or name.is_imported())
    return bound | changed, changed | {name.get_name() for name in names if name.is_referenced()}


def _changed(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """Names of what is there before: deleted, added to, or with a part that is set, such as an attribute."""
    for node in nodes:
        if isinstance(node, ast.AugAssign) or _is_set(node):
            target = node.target if isinstance(node, ast.AugAssign) else node
            is_part = isinstance(node, ast.AugAssign) or isinstance(getattr(node, "ctx", None), ast.Del)
            while isinstance(target, ast.Attribute | ast.Subscript):
                target, is_part = target.value, True
            if is_part and isinstance(target, ast.Name):
                yield target.id


def _is_set(node: ast.AST) -> bool:
    return isinstance(getattr(node, "ctx", None), _SETS)


def _scopes(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for child in table.get_children():
        yield from _scopes(child)


def _words(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """All names in them: of variables, `.attributes`, modules and what is imported from them, and parameters."""
    for node in nodes:
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield f".{node.attr}"
        elif isinstance(node, _IMPORTS):
            dotted = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
            yield from (word for name in dotted for word in name.split("."))
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg


def _is_fixed(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.FunctionDef | ast.Import | ast.Pass):
        return True
    if isinstance(statement, ast.ImportFrom):
        return all(alias.name != "*" for alias in statement.names)
    if isinstance(statement, ast.Assign):
        return all(isinstance(target, ast.Name) for target in statement.targets) and _is_constant(statement.value)
    if isinstance(statement, ast.With) and any(item.optional_vars for item in statement.items):
        return False
    if isinstance(statement, (*_COMPOUND, ast.ClassDef)):
        return all(map(_is_fixed, _inside(statement)))
    return isinstance(statement, ast.Expr) and not any(isinstance(node, ast.NamedExpr) for node in ast.walk(statement))


def _inside(statement: ast.stmt) -> Iterator[ast.stmt]:
    for part in ("body", "orelse", "finalbody"):
        yield from getattr(statement, part, ())
    for handler in getattr(statement, "handlers", ()):
        yield from handler.body


def _is_constant(value: ast.expr) -> bool:
    """Whether it is a value without parts that change, another name, or a function."""
    if isinstance(value, ast.Tuple):
        return all(map(_is_constant, value.elts))
    if isinstance(value, ast.UnaryOp):
        return _is_constant(value.operand)
    if isinstance(value, ast.BinOp):
        return _is_constant(value.left) and _is_constant(value.right)
    if isinstance(value, ast.Attribute):
        return _is_constant(value.value)
    return isinstance(value, ast.Constant | ast.Name | ast.Lambda)


def _is_lasting(node: ast.AST) -> bool:
    """Whether what this says outlives a call: a global name, an attribute, a default that keeps what was put in."""
    if isinstance(node, _DEFINES) and node.decorator_list:
        return True
    if isinstance(node, ast.arguments):
        return not _are_constant([*node.defaults, *filter(None, node.kw_defaults)])
    if isinstance(node, ast.Attribute):
        return _is_set(node)
    return isinstance(node, _LASTS)


def _are_constant(values: Sequence[ast.expr]) -> bool:
    return all(map(_is_constant, values))
