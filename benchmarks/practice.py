"""How fast practice sets are made, and whether memory stays flat: `make bench`.

A run is a fresh `fcnkit practice`. On a busy machine look at the CPU seconds; nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import tempfile
import time
from pathlib import Path

import psutil
from checkout import FCNKIT

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
        before, begun, peak, together = os.times(), time.perf_counter(), 0, 0
        process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            sizes = _sizes(process)
            peak, together = max(peak, *sizes), max(together, sum(sizes))
            time.sleep(SAMPLE_SECONDS)
        seconds, after = time.perf_counter() - begun, os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        files = len(list(Path(folder).iterdir()))
        kinds = ", ".join(formats)
        print(
            f"{sets} sets ({kinds}; {files} files): {seconds:.1f} s, {cpu:.1f} CPU s, "
            f"largest process {peak} MiB, all together {together} MiB"
        )


def _sizes(process: psutil.Process) -> list[int]:
    """The memory of each of the command's processes, in MiB; what several share is divided among them."""
    sizes = [0]
    for each in [process, *_below(process)]:
        try:
            sizes.append(each.memory_full_info().pss // MIB)
        except psutil.NoSuchProcess:  # it ended between being listed and being asked
            continue
    return sizes


def _below(process: psutil.Process) -> list[psutil.Process]:
    try:
        found: list[psutil.Process] = process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    return found


if __name__ == "__main__":
    main()
