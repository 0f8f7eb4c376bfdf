"""How fast practice sets are made, and whether memory stays flat: `make bench`.

A run is a fresh `fcnkit practice`. On a busy machine look at the CPU seconds; nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

FCNKIT = str(Path(sys.executable).with_name("fcnkit"))
SAMPLE_SECONDS = 0.1
MIB = 1 << 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=100)
    parser.add_argument("--lang", choices=["ko", "en"], default="ko")
    parser.add_argument("--format", dest="formats", action="append", help="default: pdf")
    options = parser.parse_args()
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} CPUs, Python {platform.python_version()}")
    for sets in (max(options.sets // 4, 1), options.sets):
        _run(sets, options.lang, options.formats or ["pdf"])


def _run(sets: int, lang: str, formats: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wanted = [argument for name in formats for argument in ("--format", name)]
        command = [FCNKIT, "practice", "--seed", "1", "--sets", str(sets), "--lang", lang, *wanted, "--out", folder]
        before, begun, peak = os.times(), time.perf_counter(), 0
        process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            peak = max(peak, _largest(process))
            time.sleep(SAMPLE_SECONDS)
        seconds, after = time.perf_counter() - begun, os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        files = len(list(Path(folder).iterdir()))
        kinds = ", ".join(formats)
        print(f"{sets} sets ({kinds}; {files} files): {seconds:.1f} s, {cpu:.1f} CPU s, largest process {peak} MiB")


def _largest(process: psutil.Process) -> int:
    """The resident memory of the largest of the command's processes, in MiB."""
    sizes = [0]
    for each in [process, *_below(process)]:
        try:
            sizes.append(each.memory_info().rss // MIB)
        except psutil.NoSuchProcess:  # it ended between being listed and being asked
            continue
    return max(sizes)


def _below(process: psutil.Process) -> list[psutil.Process]:
    try:
        found: list[psutil.Process] = process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    return found


if __name__ == "__main__":
    main()
