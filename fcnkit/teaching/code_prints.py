"""A student's code as fingerprints that renaming, other comments and another order leave alone.

Nothing is parsed or run: one regular expression, which matches every text in linear time, reads the tokens. K-grams
of them are thinned by winnowing (Schleimer, Wilkerson and Aiken 2003), block by block, so the order of cells does not
count.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

GRAM = 7
"""Tokens that are compared at once: what is shorter than that is found in anybody's code."""
WINDOW = 4
"""At least one of so many k-grams in a row is kept, so every common run of GRAM + WINDOW - 1 tokens is found."""
MAX_TEXT = 100_000
"""Characters of one student's code that are looked at."""

_TOKEN = re.compile(
    r'''(?P<blank>[ \t\f\r]++|\#[^\n]*+|\\\n)'''
    r'''|(?P<line>\n)'''
    r'''|(?P<string>[rRbBfFuUtT]{0,2}(?:"""(?:[^"\\]|\\.|"(?!""))*+(?:"""|\Z)|\'\'\'(?:[^'\\]|\\.|'(?!''))*+(?:\'\'\'|\Z)'''
    r'''|"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?))'''
    r'''|(?P<name>[^\W\d]\w*+)'''
    r'''|(?P<number>\d[\w.]*+)'''
    r'''|(?P<op>[-+*/%@&|^<>=!:]{1,3}|.)''',
    re.DOTALL,
)  # fmt: skip
_WORDS = frozenset({*keyword.kwlist, *dir(builtins)})
_LOOPS = {"for": "loop", "while": "loop"}
_LEFT_OUT = frozenset("(),:;")
_DEFINED = re.compile(r"(?:async +)?(?:def|class) +(\w+)")


@dataclass(frozen=True)
class Block:
    """Code at the margin up to the next: a function, a class, or what stands between them."""

    name: str
    """What it defines; empty where that is nothing."""
    first: int
    """Its first line in the student's text, from 0."""
    tokens: tuple[str, ...]
    lines: tuple[int, ...]
    """The line of each token."""

    def grams(self) -> Iterator[tuple[int, int]]:
        """The hash of each k-gram, with the place of its first token."""
        for place in range(len(self.tokens) - GRAM + 1):
            said = "\0".join(self.tokens[place : place + GRAM]).encode("utf-8", "surrogatepass")
            yield int.from_bytes(blake2b(said, digest_size=8).digest()), place

    def prints(self) -> set[int]:
        """Those of the hashes that winnowing keeps: the least of each window."""
        hashes = [hash for hash, _ in self.grams()]
        return {min(hashes[at : at + WINDOW]) for at in range(max(1, len(hashes) - WINDOW + 1))} if hashes else set()


def blocks(source: str, known: Collection[str] = ()) -> list[Block]:
    """All code of a text. Names in `known`, those that everybody must use, stay; others are all alike."""
    text = source[:MAX_TEXT]
    found: list[Block] = []
    for first, chunk in _chunks(text):
        pairs = list(_tokens(chunk, first, known))
        defined = _DEFINED.match(chunk.lstrip())
        if pairs:
            name = defined.group(1) if defined else ""
            found.append(Block(name, first, tuple(token for token, _ in pairs), tuple(line for _, line in pairs)))
    return found


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """Each definition at the margin by itself, and what stands before the next; with the first line of each."""
    lines = text.split("\n")
    starts = [0]
    for number, line in enumerate(lines):
        is_margin = bool(line) and line[0] not in " \t#)]}\"'"
        was_definition = bool(_DEFINED.match(lines[starts[-1]]))
        if number and is_margin and (was_definition or _DEFINED.match(line)):
            starts.append(number)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start, "\n".join(lines[start:end])


def _tokens(text: str, first: int, known: Collection[str]) -> Iterator[tuple[str, int]]:
    """Tokens as they are compared, each with its line."""
    line, last = first, ""
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup, match.group()
        if kind == "name":
            kept = word in _WORDS or last == "." or word in known
            yield _LOOPS.get(word, word) if kept else "v", line
        elif kind == "number":
            yield word, line
        elif kind == "op" and word not in _LEFT_OUT:
            if len(word) > 1 and word.endswith("=") and word[0] in "+-*/%@&|^":  # x += y is x = x + y
                yield from (("=", line), ("v", line), (word[:-1], line))
            else:
                yield word, line
        # strings say the same in another language, and docstrings are the hand-out's
        line += word.count("\n")
        if kind not in ("blank", "line"):
            last = word


def shared_lines(
    text: list[Block], other: list[Block], base: Collection[int], left_out: Mapping[str, object]
) -> set[int]:
    """The lines of a text that stand in another one too, as they are compared; not what was handed out."""
    theirs = {hash for block in other if block.name not in left_out for hash, _ in block.grams()}
    theirs.difference_update(base)
    return {
        line
        for block in text
        if block.name not in left_out
        for hash, place in block.grams()
        if hash in theirs
        for line in block.lines[place : place + GRAM]
    }
