"""Which NVIDIA devices this machine has, as `nvidia-smi` tells it; nothing here starts a GPU's runtime.

A process that has started one can no longer be forked, and graders are forked from fork servers.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fcnkit.errors import UserError

FIELDS = ("uuid", "name", "memory.total", "memory.free", "mig.mode.current", "driver_version")
_PATIENCE = 20
"""Seconds: a driver that has to be loaded first takes some."""
_LISTED = re.compile(r"^GPU \d+: (?P<name>.+) \(UUID: (?P<uuid>GPU-[^)]+)\)$")
_SLICE = re.compile(r"^\s+MIG (?P<profile>\S+)\s+Device\s+\d+: \(UUID: (?P<uuid>MIG-[^)]+)\)$")
_GIB_OF_SLICE = re.compile(r"\.(\d+)gb")

_DEVICES = ("nvidia[0-9]*", "nvidiactl", "nvidia-uvm", "nvidia-caps/*")
"""In /dev, as the driver names them; CUDA opens the last ones for slices (MIG)."""

Ask = Callable[..., subprocess.CompletedProcess[str] | None]
"""Runs nvidia-smi with the given arguments; None where there is no such program."""


class NoGpu(UserError):
    """There is no usable GPU; the message says why and what to do."""


@dataclass(frozen=True)
class Gpu:
    """A device, or a slice of one that is partitioned (MIG), by the name under which CUDA can be shown it alone."""

    uuid: str
    name: str
    total_mib: int
    free_mib: int
    driver: str


def find(ask: Ask | None = None) -> tuple[Gpu, ...]:
    """All devices and slices with memory of their own. Raises NoGpu."""
    ask = ask or _nvidia_smi
    answer = ask(f"--query-gpu={','.join(FIELDS)}", "--format=csv,noheader,nounits")
    if answer is None:
        raise NoGpu(
            "no GPU is usable: nvidia-smi is not there; install NVIDIA's driver or, in a container, start it with "
            "`--gpus all` and NVIDIA's container toolkit; or grade with --device cpu"
        )
    if answer.returncode != 0:
        raise NoGpu(_trouble(f"{answer.stdout}\n{answer.stderr}"))
    rows = [[value.strip() for value in line.split(",")] for line in answer.stdout.splitlines() if line.strip()]
    if not rows:
        raise NoGpu(_trouble("No devices were found"))
    slices = _slices(ask) if any(row[4] == "Enabled" for row in rows) else {}
    found: list[Gpu] = []
    for uuid, name, total, free, mig, driver in rows:
        if mig == "Enabled":
            found += [
                Gpu(part, f"{name} MIG {profile}", mib, mib, driver) for part, profile, mib in slices.get(uuid, [])
            ]
        elif total.isdecimal() and free.isdecimal():
            found.append(Gpu(uuid, name, int(total), int(free), driver))
    if not found:
        names = ", ".join(sorted({row[1] for row in rows}))
        if any(row[4] == "Enabled" for row in rows):
            why = "is set to MIG without a slice; make slices with `nvidia-smi mig -cgi`"
        else:
            why = "tells no memory of its own that graders could be given shares of"
        raise NoGpu(f"no GPU is usable: {names} {why}; or grade with --device cpu")
    return tuple(found)


def driver_files(system: Path = Path("/")) -> tuple[Path, ...]:
    """What CUDA opens of the driver, as far as this machine has it: devices, and a folder of facts in /proc."""
    devices = (path for name in _DEVICES for path in sorted((system / "dev").glob(name)))
    return (*devices, *(system / "proc" / "driver").glob("nvidia"))


def _nvidia_smi(*arguments: str) -> subprocess.CompletedProcess[str] | None:
    program = shutil.which("nvidia-smi")
    if program is None:
        return None
    command = [program, *arguments]
    try:
        return subprocess.run(  # noqa: S603  # fixed arguments
            command, capture_output=True, text=True, errors="replace", timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))


def _slices(ask: Ask) -> dict[str, list[tuple[str, str, int]]]:
    """Of each partitioned device, by its UUID, the slices: UUID, profile such as `1g.10gb`, MiB."""
    answer = ask("-L")
    slices: dict[str, list[tuple[str, str, int]]] = {}
    device = ""
    for line in answer.stdout.splitlines() if answer is not None else ():
        if listed := _LISTED.match(line):
            device = listed["uuid"]
        elif (part := _SLICE.match(line)) and (size := _GIB_OF_SLICE.search(part["profile"])):
            slices.setdefault(device, []).append((part["uuid"], part["profile"], int(size[1]) << 10))
    return slices


def _trouble(said: str) -> str:
    """A sentence with the remedy for what nvidia-smi says when it fails."""
    first = next((line.strip() for line in said.splitlines() if line.strip()), "it said nothing")
    if "version mismatch" in said:
        remedy = "the driver was updated under a running kernel module: restart the machine"
    elif "No devices were found" in said:
        remedy = "see that a card is there and that no other driver or machine has taken it"
    elif "communicate with the NVIDIA driver" in said:
        remedy = "the driver is installed but not loaded: `sudo modprobe nvidia`, or install it again for this kernel"
    else:
        remedy = "in a container, start it with `--gpus all` and NVIDIA's container toolkit"
    return f"no GPU is usable: nvidia-smi says {first!r}; {remedy}; or grade with --device cpu"
