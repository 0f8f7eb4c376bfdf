"""Right answers, each spoilt in one place as slips do: an operator, a number, an order, a line."""

from __future__ import annotations

import ast
import copy
import random
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import ndiff

Variant = tuple[str, ast.AST | None]
"""What kind of slip it is, and what stands there instead; nothing where a statement is left out."""

_OPERATORS: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.FloorDiv),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
}
_COMPARISONS: dict[type, tuple[type, ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}
_WORDS = {
    "same": "valid", "valid": "same", "softmax": "sigmoid", "relu": "linear", "float32": "float64", "uint8": "int32",
    "RGB": "L", "max": "min", "min": "max", "argmax": "argmin", "floor": "ceil", "ceil": "floor", "zeros": "ones",
    "ones": "zeros", "sum": "mean", "mean": "sum", "NEAREST": "BILINEAR", "BILINEAR": "NEAREST", "exp": "log",
    "maximum": "minimum", "add": "multiply", "logical_and": "logical_or", "logical_or": "logical_and",
    "MaxPooling2D": "AveragePooling2D", "Conv2DTranspose": "Conv2D", "DepthwiseConv2D": "Conv2D",
    "SeparableConv2D": "Conv2D", "UpSampling2D": "MaxPooling2D", "Add": "Multiply", "sorted": "list", "reversed": "list"
}  # fmt: skip
"""What people take for one another: texts, functions and layers."""


@dataclass(frozen=True)
class Mutant:
    """A source with one slip in it."""

    where: str
    """The top-level function or variable that it is in."""
    kind: str
    source: str
    change: str
    """The lines that differ, before and after."""


@dataclass(frozen=True)
class _Slip:
    where: str
    kind: str
    place: int
    """Which node of the tree, as `ast.walk` comes to them."""
    variant: ast.AST | None


def mutants(source: str, seed: int) -> Iterator[Mutant]:
    """All that still compile, in an order that a seed draws, in which every place and every kind comes early."""
    tree = _annotated(ast.parse(source))
    before = ast.unparse(tree)
    for slip in _spread(_slips(tree), seed):
        after = ast.unparse(_replaced(tree, slip.place, slip.variant))
        if after != before and _compiles(after):
            yield Mutant(slip.where, slip.kind, after, _change(before, after))


def _slips(tree: ast.Module) -> Iterator[_Slip]:
    where = {id(node): _name(statement) for statement in tree.body for node in ast.walk(statement)}
    for place, node in enumerate(ast.walk(tree)):
        for kind, variant in _variants(node):
            yield _Slip(where.get(id(node), ""), kind, place, variant)


def _spread(slips: Iterable[_Slip], seed: int) -> Iterator[_Slip]:
    groups: defaultdict[tuple[str, str], list[_Slip]] = defaultdict(list)
    for slip in slips:
        groups[slip.where, slip.kind].append(slip)
    draw = random.Random(seed)
    ordered = list(groups.values())
    draw.shuffle(ordered)
    for group in ordered:
        draw.shuffle(group)
    for turn in range(max(map(len, ordered), default=0)):
        yield from (group[turn] for group in ordered if len(group) > turn)


def _variants(node: ast.AST) -> Iterator[Variant]:
    for kind, variants in _KINDS:
        yield from ((kind, variant) for variant in variants(node))


def _operators(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp):
        yield from (ast.BinOp(node.left, other(), node.right) for other in _OPERATORS.get(type(node.op), ()))
    if isinstance(node, ast.AugAssign):
        yield from (ast.AugAssign(node.target, other(), node.value) for other in _OPERATORS.get(type(node.op), ()))
    if isinstance(node, ast.Compare):
        first, *rest = node.ops
        yield from (
            ast.Compare(node.left, [other(), *rest], node.comparators) for other in _COMPARISONS.get(type(first), ())
        )


def _numbers(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield ast.Constant(node.value + 1)
        if node.value > 0:
            yield ast.Constant(node.value - 1)


def _truth(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Constant) and type(node.value) is bool:
        yield ast.Constant(not node.value)
    if isinstance(node, ast.IfExp):
        yield ast.IfExp(node.test, node.orelse, node.body)


def _words(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in _WORDS:
        yield ast.Constant(_WORDS[node.value])
    if isinstance(node, ast.Attribute) and node.attr in _WORDS:
        yield ast.Attribute(node.value, _WORDS[node.attr], node.ctx)
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in _WORDS:
        yield ast.Name(_WORDS[node.id], node.ctx)


def _orders(node: ast.AST) -> Iterator[ast.AST]:
    """Two neighbours swapped: of a tuple, of arguments, of a subtraction or a division, of an index."""
    if isinstance(node, ast.Tuple | ast.List) and isinstance(node.ctx, ast.Load):
        for entries in _swapped(node.elts):
            yield type(node)(entries, node.ctx)
    if isinstance(node, ast.Call):
        for arguments in _swapped(node.args):
            yield ast.Call(node.func, arguments, node.keywords)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.MatMult):
        yield ast.BinOp(node.right, node.op, node.left)


def _swapped(entries: list[ast.expr]) -> Iterator[list[ast.expr]]:
    for place in range(len(entries) - 1):
        if not isinstance(entries[place], ast.Starred | ast.GeneratorExp):
            yield [*entries[:place], entries[place + 1], entries[place], *entries[place + 2 :]]


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    """A named argument, a sign, an entry, an index, one side of a sum or a product, a call around a value."""
    if isinstance(node, ast.Call):
        for place in range(len(node.keywords)):
            yield ast.Call(node.func, node.args, [*node.keywords[:place], *node.keywords[place + 1 :]])
        if len(node.args) == 1 and not node.keywords and not isinstance(node.args[0], ast.Starred):
            yield node.args[0]
        if isinstance(node.func, ast.Attribute) and not node.args and not node.keywords:
            yield node.func.value
    if isinstance(node, ast.UnaryOp):
        yield node.operand
    if isinstance(node, ast.BinOp):
        yield node.left
        yield node.right
    if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        yield ast.Tuple(node.elts[:-1], node.ctx)
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        yield node.value


def _lines(node: ast.AST) -> Iterator[ast.AST | None]:
    if isinstance(
        node, ast.Assign | ast.AugAssign | ast.Expr | ast.If | ast.For | ast.While | ast.Continue | ast.Break
    ):
        yield None
    if isinstance(node, ast.AugAssign):
        yield ast.Assign([node.target], node.value)


def _early(node: ast.AST) -> Iterator[ast.AST]:
    """A `return` that is indented once too often."""
    for at, each in enumerate(getattr(node, "body", [])[:-1]) if isinstance(node, ast.FunctionDef) else ():
        if isinstance(each, ast.For | ast.If) and isinstance(node.body[at + 1], ast.Return):
            loop = copy.copy(each)
            loop.body = [*each.body, node.body[at + 1]]
            made = copy.copy(node)
            made.body = [*node.body[:at], loop, *node.body[at + 2 :]]
            yield made


def _names(node: ast.AST) -> Iterator[ast.AST]:
    """One argument taken for another of its function: marked by `_annotated`."""
    for other in getattr(node, "others", ()):
        yield ast.Name(other, ast.Load())


_KINDS: Sequence[tuple[str, Callable[[ast.AST], Iterator[ast.AST | None]]]] = (
    ("operator", _operators),
    ("number", _numbers),
    ("truth", _truth),
    ("word", _words),
    ("order", _orders),
    ("left out", _left_out),
    ("missing line", _lines),
    ("early return", _early),
    ("name", _names),
)


def _annotated(tree: ast.Module) -> ast.Module:
    """Each use of an argument knows what else its function takes."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            names = [argument.arg for argument in function.args.args]
            for node in ast.walk(function):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
                    node.others = [name for name in names if name != node.id]  # type: ignore[attr-defined]
    return tree


def _replaced(tree: ast.Module, place: int, variant: ast.AST | None) -> ast.Module:
    made = copy.deepcopy(tree)
    target = next(node for at, node in enumerate(ast.walk(made)) if at == place)
    for parent in ast.walk(made):
        for field, value in ast.iter_fields(parent):
            if value is target:
                setattr(parent, field, variant)
            elif isinstance(value, list) and any(each is target for each in value):
                rest = [each if each is not target else variant for each in value]
                setattr(parent, field, [each for each in rest if each is not None] or [ast.Pass()])
    return ast.fix_missing_locations(made)


def _compiles(source: str) -> bool:
    """Without a warning, such as that a number is called."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            compile(source, "mutant", "exec")
        except (SyntaxError, ValueError):
            return False
    return True


def _name(statement: ast.stmt) -> str:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return statement.name
    return ast.unparse(statement).partition("\n")[0][:40]


def _change(before: str, after: str) -> str:
    lines = [line for line in ndiff(before.splitlines(), after.splitlines()) if line[:2] in ("- ", "+ ")]
    return "\n".join(f"{line[0]} {_short(line[2:].strip())}" for line in lines[:6])


def _short(line: str) -> str:
    return line if len(line) <= 200 else f"{line[:100]} … {line[-90:]}"
