"""The example classes as `fcnkit grade` leaves them: graded once for all tests and test processes that read them."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FCNKIT = Path(sys.executable).with_name("fcnkit")


@dataclass(frozen=True)
class Graded:
    """What one run of the command line came to."""

    status: int
    said: str
    out: Path
    """What it wrote; tests leave it as it is."""


GradedExamples = Callable[[str], Graded]
"""An assignment's name → its example class."""


def graded(name: str, shared: Path) -> Graded:
    """Graded below `shared`, a folder of all test processes, by the first that asks; others wait for it."""
    shared.mkdir(exist_ok=True)
    out, status, said = (shared / f"{name}{kind}" for kind in ("", ".status", ".said"))
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not status.exists():
            command: list[str | Path] = [FCNKIT, "grade", name, ROOT / "examples" / name, "--out", out]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            said.write_text(done.stdout + done.stderr, encoding="utf-8")
            status.write_text(str(done.returncode))
    return Graded(int(status.read_text()), said.read_text(encoding="utf-8"), out)
