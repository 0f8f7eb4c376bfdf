"""The repository's documents, taken apart for tests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.ko.md")
NOT_OURS = ("out", "dist")

_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class Fence:
    language: str
    body: str


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def documents() -> list[Path]:
    """Every Markdown file of the repository, relative to it; not what tools and environments bring."""
    paths = (path.relative_to(ROOT) for path in sorted(ROOT.rglob("*.md")))
    return [path for path in paths if path.parts[0] not in NOT_OURS and not any(p.startswith(".") for p in path.parts)]


def fences(text: str) -> list[Fence]:
    return [Fence(match["language"], match["body"]) for match in _FENCE.finditer(text)]


def commands(text: str) -> list[str]:
    """The command lines of all `sh` blocks."""
    lines = [line for fence in fences(text) if fence.language == "sh" for line in fence.body.splitlines()]
    return [command for line in lines if (command := line.partition("#")[0].strip())]


def headings(text: str) -> list[Heading]:
    found = re.findall(r"^(#+) (.+)$", _FENCE.sub("", text), re.MULTILINE)
    return [Heading(len(marks), title) for marks, title in found]


def section(text: str, of: str) -> str:
    """What stands under the one heading that contains `of`, down to the next heading of its level or above."""
    (heading,) = [heading for heading in headings(text) if of in heading.text]
    _, _, below = text.partition(f"\n{'#' * heading.level} {heading.text}\n")
    indented = _FENCE.sub(lambda match: match[0].replace("\n#", "\n #"), below)  # a comment in a block is no heading
    return re.split(rf"^#{{1,{heading.level}}} ", indented, maxsplit=1, flags=re.MULTILINE)[0]
