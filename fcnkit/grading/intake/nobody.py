"""Recognises files in a class folder or download that belong to no submission, such as a platform's own lists."""

from __future__ import annotations

import re

from fcnkit.grading.intake.file_names import suffix
from fcnkit.grading.intake.submission import composed

_NAMES = re.compile(
    r"(?:readme|license|licence|changelog|notes?|instructions?|roster|students?|participants?|class ?list|grades?|marks"
    r"|gradebook|receipts?|timestamp|index|requirements|makefile|dockerfile|manifest|thumbs"
    r"|명단|명부|출석부|수강생|학생 ?명단|제출 ?(?:현황|목록|명단|내역)|성적|공지|안내|읽어 ?주세요)[^/]*",
    re.I,
)
_NOT_A_NOTEBOOK = {".txt", ".md", ".rst", ".html", ".htm", ".pdf", ".docx", ".eml", ""}
_ENDINGS = {
    ".csv", ".tsv", ".xls", ".xlsx", ".ods", ".log", ".sqlite", ".db", ".yml", ".yaml", ".toml", ".ini", ".cfg",
    ".lock", ".tmp", ".bak", ".url", ".lnk", ".webloc", ".ics",
}  # fmt: skip
NBGRADER = {"autograded", "feedback", "release", "source", "exchange"}
"""nbgrader's folders other than `submitted`."""


def is_nobodys(name: str) -> bool:
    """Whether a file that follows no platform's naming is no hand-in, not even one of the wrong kind."""
    name = composed(name)
    ending = suffix(name)
    return ending in _ENDINGS or (ending in _NOT_A_NOTEBOOK and _NAMES.fullmatch(name) is not None)
