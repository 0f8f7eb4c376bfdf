"""Whatever keeps a level from holding is told in Korean, too, although what enters it speaks English only."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fcnkit.grading import sandbox
from fcnkit.grading.last_words import SILENT
from fcnkit.grading.sandbox import probe_child
from fcnkit.grading.sandbox.trouble import told

HANGUL = re.compile("[가-힣]")
FROM_THE_SYSTEM = "<name>: <os.strerror(number)>", "<name>: <os.strerror(error)>"
"""What libc says of a call that it refused."""


def complaints() -> Iterator[str]:
    """The sentence of every OSError that the sandbox raises, with `<…>` for what is filled in."""
    for path in Path(sandbox.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("OSError", "PermissionError"):
                yield "".join(
                    map(sentence, node.args[1].values if isinstance(node.args[1], ast.JoinedStr) else node.args[1:])
                )


def sentence(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else f"<{ast.unparse(part.value)}>"


@pytest.mark.parametrize("said", sorted(set(complaints()) - set(FROM_THE_SYSTEM)))
def test_what_the_sandbox_says_itself_is_known_in_korean(said: str) -> None:
    text = told(said)
    assert HANGUL.search(text.ko)
    assert text.en == said
    assert all(filled in text.ko for filled in re.findall("<[^>]+>", said))


def test_so_is_what_still_works_in_a_level() -> None:
    breaches = re.findall(r'"([a-z ]+)": _works', inspect.getsource(probe_child))
    assert len(breaches) == 4
    assert all(HANGUL.search(told(said).ko) for said in (*breaches, SILENT.en))


def test_what_the_kernel_says_stays_as_it_is() -> None:
    said = "unshare: Operation not permitted"
    assert told(said).ko == told(said).en == said
