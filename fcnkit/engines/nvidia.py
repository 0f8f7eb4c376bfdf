"""Which NVIDIA devices this machine has, as `nvidia-smi` tells it; nothing here starts a GPU's runtime.

A process that has started one can no longer be forked, and graders are forked from fork servers.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fcnkit.engines.installed_program import ask_program
from fcnkit.errors import UserError
from fcnkit.text import Text

FIELDS = ("uuid", "name", "memory.total", "memory.free", "mig.mode.current", "driver_version")
_LISTED = re.compile(r"^GPU \d+: (?P<name>.+) \(UUID: (?P<uuid>GPU-[^)]+)\)$")
_SLICE = re.compile(r"^\s+MIG (?P<profile>\S+)\s+Device\s+\d+: \(UUID: (?P<uuid>MIG-[^)]+)\)$")
_GIB_OF_SLICE = re.compile(r"\.(\d+)gb")

_DEVICES = ("nvidia[0-9]*", "nvidiactl", "nvidia-uvm", "nvidia-caps/*")
"""In /dev, as the driver names them; CUDA opens the last ones for slices (MIG)."""

Ask = Callable[..., subprocess.CompletedProcess[str] | None]
"""Runs nvidia-smi with the given arguments; None where there is no such program."""


NO_GPU = Text(
    ko="쓸 수 있는 GPU가 없습니다. {why} 아니면 --device cpu로 채점하세요.",
    en="no GPU is usable: {why}; or grade with --device cpu",
)
NO_PROGRAM = Text(
    ko="nvidia-smi가 없습니다. NVIDIA 드라이버를 설치하고, 컨테이너라면 `--gpus all`과 NVIDIA Container Toolkit으로 "
    "시작하세요.",
    en="nvidia-smi is not there; install NVIDIA's driver or, in a container, start it with `--gpus all` and NVIDIA's "
    "container toolkit",
)
NO_SLICE = Text(
    ko="{names:은} MIG로 설정되어 있지만 나눈 조각이 없습니다. `nvidia-smi mig -cgi`로 조각을 만드세요.",
    en="{names} is set to MIG without a slice; make slices with `nvidia-smi mig -cgi`",
)
NO_MEMORY = Text(
    ko="{names:은} 채점기에 나누어 줄 메모리를 알려 주지 않습니다.",
    en="{names} tells no memory of its own that graders could be given shares of",
)
SAYS = Text(ko="nvidia-smi가 {said!r:이라}고 합니다. {remedy}", en="nvidia-smi says {said!r}; {remedy}")
SILENT = Text(ko="nvidia-smi가 아무 말 없이 실패했습니다. {remedy}", en="nvidia-smi failed without a word; {remedy}")
_REMEDIES = {
    "version mismatch": Text(
        ko="커널 모듈이 도는 동안 드라이버가 바뀌었으니 컴퓨터를 다시 시작하세요.",
        en="the driver was updated under a running kernel module: restart the machine",
    ),
    "No devices were found": Text(
        ko="그래픽 카드가 꽂혀 있는지, 다른 드라이버나 가상 머신이 쓰고 있지 않은지 살펴보세요.",
        en="see that a card is there and that no other driver or machine has taken it",
    ),
    "communicate with the NVIDIA driver": Text(
        ko="드라이버가 설치되어 있지만 올라와 있지 않습니다. `sudo modprobe nvidia`를 실행하거나, 지금 커널에 맞게 "
        "다시 설치하세요.",
        en="the driver is installed but not loaded: `sudo modprobe nvidia`, or install it again for this kernel",
    ),
}
_IN_A_CONTAINER = Text(
    ko="컨테이너라면 `--gpus all`과 NVIDIA Container Toolkit으로 시작하세요.",
    en="in a container, start it with `--gpus all` and NVIDIA's container toolkit",
)


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
        raise NoGpu(NO_GPU, why=NO_PROGRAM)
    if answer.returncode != 0:
        raise NoGpu(NO_GPU, why=_trouble(f"{answer.stdout}\n{answer.stderr}"))
    rows = [[value.strip() for value in line.split(",")] for line in answer.stdout.splitlines() if line.strip()]
    if not rows:
        raise NoGpu(NO_GPU, why=_trouble("No devices were found"))
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
        why = NO_SLICE if any(row[4] == "Enabled" for row in rows) else NO_MEMORY
        raise NoGpu(NO_GPU, why=why.format(names=names))
    return tuple(found)


def driver_files(system: Path = Path("/")) -> tuple[Path, ...]:
    """What CUDA opens of the driver, as far as this machine has it: devices, and a folder of facts in /proc."""
    devices = (path for name in _DEVICES for path in sorted((system / "dev").glob(name)))
    return (*devices, *(system / "proc" / "driver").glob("nvidia"))


def _nvidia_smi(*arguments: str) -> subprocess.CompletedProcess[str] | None:
    return ask_program("nvidia-smi", *arguments)


def _slices(ask: Ask) -> dict[str, list[tuple[str, str, int]]]:
    """The slices of each partitioned device, by its UUID: UUID, profile such as `1g.10gb`, MiB."""
    answer = ask("-L")
    slices: dict[str, list[tuple[str, str, int]]] = {}
    device = ""
    for line in answer.stdout.splitlines() if answer is not None else ():
        if listed := _LISTED.match(line):
            device = listed["uuid"]
        elif (part := _SLICE.match(line)) and (size := _GIB_OF_SLICE.search(part["profile"])):
            slices.setdefault(device, []).append((part["uuid"], part["profile"], int(size[1]) << 10))
    return slices


def _trouble(said: str) -> Text:
    """A sentence with the remedy for what nvidia-smi says when it fails."""
    first = next((line.strip() for line in said.splitlines() if line.strip()), "")
    remedy = next((remedy for words, remedy in _REMEDIES.items() if words in said), _IN_A_CONTAINER)
    return SAYS.format(said=first, remedy=remedy) if first else SILENT.format(remedy=remedy)
