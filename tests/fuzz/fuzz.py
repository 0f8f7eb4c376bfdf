"""Fuzzes one target with atheris, guided by what its code does with the bytes: `make fuzz`.

    python tests/fuzz/fuzz.py TARGET [libFuzzer's options]

`corpus/TARGET` holds inputs to begin with, and gains those that lead somewhere new with `-keep=1`. An input that raises
is written to the working folder as `crash-…`; put it into the corpus once it is mended, so that tests try it for ever.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["fcnkit"]):
    from targets import TARGETS

CORPUS = Path(__file__).with_name("corpus")


def main() -> None:
    name, *options = sys.argv[1:]
    keep = "-keep=1" in options
    options = [option for option in options if option != "-keep=1"]
    arguments = [sys.argv[0], "-max_len=4096", "-timeout=10", "-print_final_stats=1", *options]
    with tempfile.TemporaryDirectory(prefix="fcnkit-fuzz-") as folder:
        found = CORPUS / name if keep else Path(folder)
        atheris.Setup([*arguments, os.fspath(found), os.fspath(CORPUS / name)], TARGETS[name])
        atheris.Fuzz()


main()
