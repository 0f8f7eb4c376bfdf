"""Which levels of isolation this machine offers, found out by really entering each."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.grading.sandbox.launch import launch
from fcnkit.text import Text


class Isolation(StrEnum):
    """How a student's process is confined, strongest first."""

    STRICT = "strict"
    LANDLOCK = "landlock"
    NONE = "none"


class IsolationUnavailable(UserError):
    """The wanted level cannot be had on this machine."""


@dataclass(frozen=True)
class Probe:
    """What came of trying one level."""

    level: Isolation
    is_available: bool
    finding: Text
    remedy: Text | None = None


_PATIENCE = 30
"""Seconds for a trial that takes a tenth of one."""

_GIVES = {
    Isolation.STRICT: Text(
        ko="파일, 프로세스, 네트워크, 사용자가 모두 분리됩니다(네임스페이스).",
        en="Files, processes, network and users of its own (namespaces).",
    ),
    Isolation.LANDLOCK: Text(
        ko="정해진 파일만 읽고, TCP와 바깥 프로세스로의 신호가 막힙니다(Landlock).",
        en="Only the files it needs; no TCP and no signals to other processes (Landlock).",
    ),
    Isolation.NONE: Text(
        ko="자원 한도만 있습니다. 믿을 수 있는 코드에만 쓰세요.", en="Limits only: for code that you trust."
    ),
}
_REMEDIES = {
    Isolation.STRICT: Text(
        ko="사용자 네임스페이스을 허용해 주세요(예: sysctl kernel.unprivileged_userns_clone=1, "
        "Ubuntu 24.04는 kernel.apparmor_restrict_unprivileged_userns=0).",
        en="Allow user namespaces (such as sysctl kernel.unprivileged_userns_clone=1; "
        "on Ubuntu 24.04 kernel.apparmor_restrict_unprivileged_userns=0).",
    ),
    Isolation.LANDLOCK: Text(
        ko="Landlock이 켜진 리눅스 커널 6.7 이상이 필요합니다(부팅 옵션 lsm=landlock,…).",
        en="A Linux kernel from 6.7 on with Landlock switched on (boot option lsm=landlock,…).",
    ),
}


def probe(level: Isolation) -> Probe:
    """Enter the level in a process of its own and try there to read a secret and to reach a server."""
    if level is Isolation.NONE:
        return Probe(level, True, _GIVES[level])
    trouble = _trouble(level)
    if trouble is None:
        return Probe(level, True, _GIVES[level])
    return Probe(level, False, Text(ko=trouble, en=trouble), _REMEDIES[level])


def choose(wanted: str) -> Isolation:
    """The wanted level, or for `auto` the strongest that works; never `none` unless it is asked for by name.

    Raises IsolationUnavailable.
    """
    candidates = (Isolation.STRICT, Isolation.LANDLOCK) if wanted == "auto" else (Isolation(wanted),)
    probes = []
    for level in candidates:
        probes.append(probe(level))
        if probes[-1].is_available:
            return level
    found = "; ".join(f"{tried.level}: {tried.finding['en']}" for tried in probes)
    raise IsolationUnavailable(
        f"this machine cannot confine students' code as --isolation {wanted} wants ({found}); "
        "`fcnkit doctor` shows the remedies, and --isolation none grades without protection"
    )


def _trouble(level: Isolation) -> str | None:
    """Why the level does not hold here; None when it does."""
    if sys.platform != "linux":
        return f"needs Linux, and this is {sys.platform}"
    with (
        tempfile.TemporaryDirectory(prefix="fcnkit-") as folder,
        tempfile.NamedTemporaryFile(prefix="fcnkit-secret-") as secret,
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        port = server.getsockname()[1]
        trial = launch("fcnkit.grading.sandbox.trial", level, (), {}, Path(folder), secret=secret.name, port=port)
        try:
            done = subprocess.run(  # noqa: S603  # our own interpreter and module
                trial.command, env=trial.environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
            )
        except subprocess.TimeoutExpired:
            return f"entering it took more than {_PATIENCE} seconds"
    try:
        breaches = json.loads(done.stdout)
    except ValueError:
        return (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
    return ", ".join(what for what, worked in breaches.items() if worked) or None
