"""CONTRIBUTING describes the Makefile and the configuration as they are."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator

import pytest
from documents import ROOT, commands, read, section
from pydantic import BaseModel

from fcnkit.course import AssignmentConfig, Limits, Question

TARGETS = re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE)


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_is_described(target: str) -> None:
    assert f"| `make {target}` |" in section(read("CONTRIBUTING.md"), "`make`")


def test_make_help_lists_every_target() -> None:
    listed = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert [line.split()[0] for line in listed.splitlines() if line.strip()] == TARGETS


def test_no_make_target_is_named_that_does_not_exist() -> None:
    for name in ("README.md", "README.ko.md", "CONTRIBUTING.md"):
        text = read(name)
        named = re.findall(r"^make ([a-z-]+)", "\n".join([*commands(text), *re.findall(r"`([^`\n]+)`", text)]), re.M)
        assert named, name
        assert set(named) <= set(TARGETS), name


def test_every_folder_of_tests_is_described() -> None:
    described = set(re.findall(r"`tests/([a-z_]+)`", section(read("CONTRIBUTING.md"), "Tests")))
    assert described == {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}


def test_every_key_of_assignment_toml_is_described() -> None:
    described = re.findall(r"^\| `([a-z_.]+)` \|", section(read("CONTRIBUTING.md"), "`assignment.toml`"), re.MULTILINE)
    assert described == list(_keys())


@pytest.mark.parametrize("key", Limits.model_fields)
def test_the_limits_are_described_with_their_defaults(key: str) -> None:
    text = section(read("CONTRIBUTING.md"), "`assignment.toml`")
    assert re.search(rf"^\| `limits\.{key}` \| {getattr(Limits(), key):g} \|", text, re.MULTILINE)


def _keys() -> Iterator[str]:
    """Each key as a reader of the file would name it: `questions.points`."""
    tables: dict[str, type[BaseModel]] = {"questions": Question, "limits": Limits}
    for key in AssignmentConfig.model_fields:
        if key in tables:
            yield from (f"{key}.{inner}" for inner in tables[key].model_fields)
        else:
            yield key
