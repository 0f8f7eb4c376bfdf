"""Reading what the kernel says in its own files, below /proc and in control groups."""

from __future__ import annotations


def content(path: str) -> str:
    """`Path.read_text` in half the time: some files are read dozens of times for each submission. Raises OSError."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # a path takes as long as all the rest
        return file.read().decode(errors="replace")


def lines(path: str) -> list[str]:
    """Its lines, which only a newline ends: the kernel lets processes put any other break into their names."""
    return content(path).split("\n")
