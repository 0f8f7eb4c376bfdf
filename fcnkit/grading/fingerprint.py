"""Digests and versions of everything but the submission that a mark depends on. A change regrades the class."""

from __future__ import annotations

import hashlib
import os
import platform
from importlib.metadata import version
from pathlib import Path

import fcnkit
from fcnkit.course import Assignment
from fcnkit.grading.profiles import PROFILES
from fcnkit.quiz.feature import feature_of

PACKAGE = Path(fcnkit.__file__).parent
JUDGING = ("grading", "quiz", "terminology")
"""Packages of fcnkit that decide marks, beside the modules that all of it shares."""
_NO_MATTER = {"attempts", "due", "feedback", "late"}
"""Settings that change no result: which one counts, what it loses for being late, and what pages tell of it."""


def suite_digest(assignment: Assignment) -> str:
    """Digest of the suite's files, a quiz's terms, and the configuration with its limits: a change grades again."""
    config = assignment.config.model_dump_json(exclude=_NO_MATTER)
    digest = hashlib.sha256(config.encode())
    _add_files(digest, assignment.paths.suite)
    for file in feature_of(assignment).files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _add_files(digest: hashlib._Hash, folder: Path) -> None:
    for inside, folders, files in os.walk(folder):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        for path in (Path(inside, file) for file in sorted(files)):
            if path.is_file():
                content = path.read_bytes()
                digest.update(f"{path.relative_to(folder)}\0{len(content)}\0".encode() + content)


def grader_version(assignment: Assignment) -> str:
    """What else could change a mark, as text: the grader's own sources, and the versions of what it runs on."""
    sources = hashlib.sha256()
    for folder in (*(PACKAGE / name for name in JUDGING), assignment.course.fcnlab):
        _add_files(sources, folder)
    for module in sorted(PACKAGE.glob("*.py")):
        sources.update(module.read_bytes())
    profile = PROFILES[assignment.config.profile]
    versions = [f"{name} {version(name)}" for name in profile.computing]
    ours = f"fcnkit {version('fcnkit')} ({sources.hexdigest()[:12]})"
    return ", ".join([ours, *versions, f"Python {platform.python_version()}"])
