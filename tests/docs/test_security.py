"""SECURITY says the same in both languages."""

from __future__ import annotations

import re

import pytest
from documents import headings, read

SECURITY, SECURITY_KO = "SECURITY.md", "SECURITY.ko.md"


def _attacks(name: str) -> list[str]:
    """The rows of the table of attacks, `none` in English."""
    rows = re.findall(r"^\| `\w+` \| \d+ \|.*$", read(name), re.MULTILINE)
    return [row.replace("없음", "none") for row in rows]


def _form(name: str) -> list[tuple[int, int, list[str]]]:
    """Of each part: its rows, its points, and the commands, levels, files and options that it names."""
    parts = re.split(r"^#+ .+$", read(name), flags=re.MULTILINE)[2:]
    return [
        (len(re.findall(r"^\|", part, re.M)), len(re.findall(r"^- ", part, re.M)), sorted(re.findall(r"`[^`]+`", part)))
        for part in parts
    ]


def test_the_tables_of_attacks_are_alike() -> None:
    assert len(_attacks(SECURITY)) >= 11
    assert _attacks(SECURITY_KO) == _attacks(SECURITY)


def test_parts_tables_and_points_are_alike() -> None:
    assert [each.level for each in headings(read(SECURITY_KO))] == [each.level for each in headings(read(SECURITY))]
    for korean, english in zip(_form(SECURITY_KO), _form(SECURITY), strict=True):
        assert korean[:2] == english[:2]
        assert set(korean[2]) == set(english[2])


@pytest.mark.parametrize(("readme", "named"), [("README.md", SECURITY), ("README.ko.md", SECURITY_KO)])
def test_a_readme_leads_to_the_page_in_its_language(readme: str, named: str) -> None:
    assert f"[{named}]({named})" in read(readme)
