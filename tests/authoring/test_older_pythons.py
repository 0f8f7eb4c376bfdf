"""Checks hold no f-string that newer Pythons write with quotes that older ones cannot read, and say what they said."""

from __future__ import annotations

import ast

import pytest

from fcnkit.authoring.older_pythons import readable

NAMES = {"x": 3.14159, "words": ["가", "b"], "by_name": {"w": 9, "quote": "'\""}}


@pytest.mark.parametrize(
    "text",
    [
        """f"{by_name['w']}, not {x}" """,
        """f"{{as it is}} {by_name['w']} }}" """,
        """f"{by_name['quote']!r:>20}" """,
        """f"{x:{by_name['w']}.{2}f}|" """,
        """f"{', '.join(f'<{word}>' for word in words)}" """,
        """f"{f'{x:.2f}'}" """,
        """f"{'a' + f'{x}' + str(by_name['w'])}" """,
        """f"{b'bytes'!s}" """,
        """f"{by_name['w']=}" """,
        """"one " f"{by_name['w']}" " two" """,
    ],
)
def test_an_f_string_with_strings_inside_is_written_with_format(text: str) -> None:
    cell = f"# before\n\n\n@staticmethod\ndef check():\n    return {text}\n\n\n# behind"
    written = readable(cell)
    assert written.startswith("# before\n\n\n@staticmethod\ndef check():\n")
    assert written.endswith("\n\n\n# behind")
    for node in ast.walk(ast.parse(written)):
        if isinstance(node, ast.JoinedStr):
            assert not [each for each in _inside(node) if isinstance(each, ast.JoinedStr) or _is_text(each)]
    assert _said(written) == _said(cell)


@pytest.mark.parametrize("text", ["f'{x} of {len(words)}'", "f'{x:.2f}' + '{}'", "'plain'"])
def test_other_checks_stay_as_they_are(text: str) -> None:
    cell = f"def check():  # {text}\n    return  {text}"
    assert readable(cell) == cell


def _inside(node: ast.JoinedStr) -> list[ast.AST]:
    values = [part.value for part in ast.walk(node) if isinstance(part, ast.FormattedValue)]
    return [each for value in values for each in ast.walk(value)]


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)


def _said(cell: str) -> object:
    names = dict(NAMES)
    exec(cell, names)  # noqa: S102  # what stands above
    return names["check"]()  # type: ignore[operator]
