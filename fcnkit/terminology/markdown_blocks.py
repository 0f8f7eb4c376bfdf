"""A Markdown file as a flat list of headings, paragraphs and quotations, found the way GitHub finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

Kind = Literal["title", "section", "term", "paragraph", "quotation", "comment", "other"]
_KINDS: dict[str, Kind] = {"h1": "title", "h2": "section", "h3": "term", "p": "paragraph", "blockquote": "quotation"}


@dataclass(frozen=True)
class Block:
    """One block; its paragraphs' Markdown, each in one line."""

    kind: Kind
    texts: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        return self.texts[0] if self.texts else ""


def read_blocks(source: str) -> list[Block]:
    """The blocks of a file, in order."""
    tokens = MarkdownIt("commonmark").parse(source)
    return [_block(tokens, start) for start, token in enumerate(tokens) if token.level == 0 and token.nesting >= 0]


def _block(tokens: list[Token], start: int) -> Block:
    opening = tokens[start]
    if opening.type == "html_block" and opening.content.startswith("<!--"):
        return Block("comment", (" ".join(opening.content.split()),), (opening.map or [0])[0] + 1)
    end = start + 1
    while opening.nesting == 1 and tokens[end].level > 0:
        end += 1
    inside = tokens[start:end]
    texts = tuple(" ".join(token.content.split()) for token in inside if token.type == "inline")
    plain = all(token.type in ("inline", "paragraph_open", "paragraph_close") for token in inside[1:])
    kind = _KINDS.get(opening.tag, "other") if plain else "other"
    return Block(kind, texts, (opening.map or [0])[0] + 1)
