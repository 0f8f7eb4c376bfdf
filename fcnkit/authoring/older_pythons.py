"""Public checks that students' Pythons can read, also where they are older than the one that builds the assignment.

Otter writes checks with `ast.unparse`. Since Python 3.12 it has the same quotes inside and outside an f-string, which
no older Python can read: `f'{getattr(y, 'shape')}'`.
"""

from __future__ import annotations

import ast


def readable(cell: str) -> str:
    """The cell with `'…'.format(…)` for each f-string that holds other strings, whatever Python this is."""
    lines = cell.split("\n")
    for statement in reversed(ast.parse(cell).body):
        if any(isinstance(node, ast.JoinedStr) and _holds_strings(node) for node in ast.walk(statement)):
            first = min([statement.lineno, *(each.lineno for each in getattr(statement, "decorator_list", ()))])
            lines[first - 1 : statement.end_lineno] = [ast.unparse(_Formatted().visit(statement))]
    return "\n".join(lines)


class _Formatted(ast.NodeTransformer):
    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        if not _holds_strings(node):
            return node
        template, values = _template(node)
        call = ast.Attribute(ast.Constant(template), "format", ast.Load())
        return ast.Call(call, [self.visit(value) for value in values], [])


def _holds_strings(node: ast.JoinedStr) -> bool:
    inside = (each for value in _template(node)[1] for each in ast.walk(value))
    return any(
        isinstance(each, ast.JoinedStr) or (isinstance(each, ast.Constant) and isinstance(each.value, str | bytes))
        for each in inside
    )


def _template(node: ast.JoinedStr) -> tuple[str, list[ast.expr]]:
    """What `str.format` makes the same of, with the expressions in the order of their places."""
    template, values = "", list[ast.expr]()
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            values.append(part.value)
            conversion = f"!{chr(part.conversion)}" if part.conversion >= 0 else ""
            template += "{" + conversion
            if isinstance(part.format_spec, ast.JoinedStr):
                spec, inside = _template(part.format_spec)
                template += ":" + spec
                values += inside
            template += "}"
        elif isinstance(part, ast.Constant):
            template += str(part.value).replace("{", "{{").replace("}", "}}")
    return template, values
