"""Has `one_process.py` grade attackers, one after another, to show that each is a real attack.

python tests/hostile/grade_in_one_process.py [NAME...]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from attack_files import Attack, attacks
from field import HERE, HONEST, NAME, Field

PATIENCE = 20


def main(chosen: list[Attack]) -> dict[str, list[str]]:
    """Attack → what shows that it succeeded."""
    with tempfile.TemporaryDirectory(prefix="fcnkit-hostile-") as place:
        Path(place).chmod(0o755)
        field = Field(Path(place))
        with field.open():
            field.write({}, ["a-neighbour"])
            return {attack.name: _graded(field, attack) for attack in chosen}


def _graded(field: Field, attack: Attack) -> list[str]:
    folder = field.folder / "graded" / attack.name
    folder.mkdir(parents=True)
    cells = [field.prelude(attack.name), HONEST, *attack.cells]
    suite = field.folder / "autograder" / "suites" / NAME
    log = folder / "log.txt"
    with log.open("wb") as output, (folder / "cells.json").open("w+") as notebook:
        json.dump(cells, notebook)
        notebook.seek(0)
        command = [sys.executable, HERE / "one_process.py", suite]
        subprocess.run(command, cwd=folder, stdin=notebook, stdout=output, stderr=output, timeout=PATIENCE, check=False)
    try:
        marks = json.loads((folder / "results.json").read_text())["q2"]
    except (OSError, ValueError):
        marks = 0  # the attack has broken it
    return field.evidence(attack.name, marks, log.read_text(errors="replace"), field.remains())


if __name__ == "__main__":
    names = sys.argv[1:]
    json.dump(main([attack for attack in attacks() if attack.name in names]), sys.stdout, indent=1)
