"""Where this checkout lies, and the command that is installed from it."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FCNKIT = str(Path(sys.executable).with_name("fcnkit"))
