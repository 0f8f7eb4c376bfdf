"""Where an assignment's files lie in its course: the only place that knows these folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class AssignmentPaths:
    """The folders and files of the assignment `name` in the course at `root`."""

    root: Path
    name: str

    @property
    def config_file(self) -> Path:
        return self.root / "solutions" / self.name / "assignment.toml"

    @property
    def master(self) -> Path:
        return self.root / "solutions" / self.name / "master.py"

    @property
    def alternatives(self) -> Path:
        return self.root / "solutions" / self.name / "alternatives"

    @property
    def suite(self) -> Path:
        return self.root / "autograder" / "suites" / self.name

    @property
    def variants(self) -> Path:
        """The draws of a quiz that were handed out; the file is there once there are any."""
        return self.suite / "variants.json"

    @property
    def handout(self) -> Path:
        return self.root / "assignments" / self.name
