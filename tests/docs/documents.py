"""The repository's documents, taken apart for tests."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fcnkit.text import Lang

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
READMES = ("README.md", "README.ko.md")
NOT_OURS = ("out", "dist")

_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_INCLUDED = re.compile(r'^--8<-- "(?P<page>[^:"]+):(?P<name>[\w-]+)"$', re.MULTILINE)

sys.path.append(str(DOCS / "_reference"))  # what `make docs` generates pages with


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class Fence:
    language: str
    body: str


@cache
def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def documents() -> list[Path]:
    """Every Markdown file of the repository, relative to it; not what tools and environments bring."""
    found = []
    for folder, folders, names in os.walk(ROOT):  # which, unlike `rglob`, need not go through all that they bring
        place = Path(folder).relative_to(ROOT)
        folders[:] = [name for name in folders if not name.startswith(".") and name != "node_modules"]
        if not place.parts:
            folders[:] = [name for name in folders if name not in NOT_OURS]
        found += [place / name for name in names if name.endswith(".md") and not name.startswith(".")]
    return sorted(found)


@cache
def pages() -> list[str]:
    """The site's English pages, by their names relative to the repository."""
    found = sorted(path.relative_to(ROOT).as_posix() for path in DOCS.rglob("*.md"))
    return [name for name in found if not name.endswith(".ko.md")]


def in_language(page: str, lang: Lang) -> str:
    """The name of an English document's counterpart."""
    return page if lang == "en" else page.removesuffix(".md") + ".ko.md"


@cache
def page(name: str) -> str:
    """A page of the site, with the blocks that it includes and what is generated."""
    from site_hooks import filled  # noqa: PLC0415  # from docs/_reference, which is on the path by now

    text = _INCLUDED.sub(lambda match: included(match["page"], match["name"]), read(name))
    return filled(text, "ko" if name.endswith(".ko.md") else "en")


def included(page: str, name: str) -> str:
    """What a page marks as the section `name`, for its counterpart to include."""
    marked = re.search(
        rf"^<!-- --8<-- \[start:{name}\] -->\n(.*?)\n<!-- --8<-- \[end:{name}\] -->$", read(f"docs/{page}"), re.M | re.S
    )
    assert marked, f"{page} has no section {name}"
    return marked[1]


def fences(text: str) -> list[Fence]:
    return [Fence(match["language"], match["body"]) for match in _FENCE.finditer(text)]


@cache
def commands(text: str) -> list[str]:
    """The command lines of all `sh` blocks."""
    blocks = [fence.body.replace("\\\n", " ") for fence in fences(text) if fence.language == "sh"]
    lines = [line for block in blocks for line in block.splitlines()]
    return [command for line in lines if (command := line.partition("#")[0].strip())]


def inline_code(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", _FENCE.sub("", text))


def headings(text: str) -> list[Heading]:
    found = re.findall(r"^(#+) (.+)$", _FENCE.sub("", text), re.MULTILINE)
    return [Heading(len(marks), title) for marks, title in found]


def section(text: str, of: str) -> str:
    """What stands under the one heading that contains `of`, down to the next heading of its level or above."""
    (heading,) = [heading for heading in headings(text) if of in heading.text]
    _, _, below = text.partition(f"\n{'#' * heading.level} {heading.text}\n")
    indented = _FENCE.sub(lambda match: match[0].replace("\n#", "\n #"), below)  # a comment in a block is no heading
    return re.split(rf"^#{{1,{heading.level}}} ", indented, maxsplit=1, flags=re.MULTILINE)[0]
