"""Relative links in all documents lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import ROOT, documents

LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)|src=\"(?P<source>[^\"]+)\"")


@pytest.mark.parametrize("document", documents(), ids=str)
def test_relative_links_resolve(document: Path) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for match in LINK.finditer(text):
        target = (match["target"] or match["source"]).partition("#")[0]
        if target and not re.match(r"[a-z]+:", target):
            assert (ROOT / document.parent / target).exists(), match[0]


def test_there_are_documents_to_look_at() -> None:
    assert {Path("README.md"), Path("README.ko.md"), Path("CONTRIBUTING.md"), Path("CHANGELOG.md")} <= set(documents())
