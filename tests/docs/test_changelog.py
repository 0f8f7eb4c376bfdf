"""CHANGELOG has the form of Keep a Changelog."""

from __future__ import annotations

import re

from documents import headings, read

KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
VERSION = re.compile(r"\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}")


def test_unreleased_comes_first_then_dated_versions() -> None:
    first, *versions = [each.text for each in headings(read("CHANGELOG.md")) if each.level == 2]
    assert first == "[Unreleased]"
    assert all(map(VERSION.fullmatch, versions))


def test_each_version_has_known_sections_in_their_order() -> None:
    for version in re.split(r"^## ", read("CHANGELOG.md"), flags=re.MULTILINE)[1:]:
        kinds = re.findall(r"^### (.+)$", version, re.MULTILINE)
        assert kinds == [kind for kind in KINDS if kind in kinds]
