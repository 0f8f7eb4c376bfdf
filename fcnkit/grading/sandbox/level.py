"""Which levels of isolation this machine offers, found out by really entering each."""

from __future__ import annotations

import json
import os
import shlex
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from fcnkit.errors import UserError
from fcnkit.grading.last_words import last_words
from fcnkit.grading.sandbox.launch import launch
from fcnkit.grading.sandbox.trouble import told
from fcnkit.text import AT, Text, joined


class Isolation(StrEnum):
    """How a student's process is confined, strongest first."""

    STRICT = "strict"
    LANDLOCK = "landlock"
    UID = "uid"
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


AUTO = (Isolation.STRICT, Isolation.LANDLOCK, Isolation.UID)
"""The levels that `auto` tries, in this order."""
NOTHING: Mapping[str, Path] = {}
FindTrouble = Callable[[Isolation], Text | None]
"""Tries a level: why it does not hold here, or None."""
TRIAL = "fcnkit-trial-"
"""What the folder and the file of a trial begin with."""
PATIENCE = 30
"""Seconds for a trial that takes a tenth of one."""

UNPROTECTED = Text(
    ko="경고: `--isolation none`에서는 제출된 코드가 숨은 검사를 포함해 여러분이 읽을 수 있는 모든 파일을 읽고 고칠 수 "
    "있습니다. 믿을 수 있는 코드에만 쓰세요.",
    en="Warning: with `--isolation none` submitted code can read and change whatever you can, the hidden tests "
    "included. Use it only for code that you trust.",
)
"""To be said wherever `none` is about to be used."""

_TRIED = Text(ko="시험해 보니 되지 않습니다({trouble}).", en="{trouble}")
_NO_LINUX = Text(ko="리눅스가 필요한데 이 컴퓨터는 {platform}", en="needs Linux, and this is {platform}")
TOO_SLOW = Text(ko="들어가는 데 {seconds}초가 넘게 걸림", en="entering it took more than {seconds} seconds").format(
    seconds=PATIENCE
)
NO_LEVEL = Text(
    ko="이 컴퓨터에서는 학생의 코드를 --isolation {wanted:으로} 격리할 수 없습니다({found}). 해결 방법은 `fcnkit "
    "doctor`가 알려 주며, --isolation none은 보호 없이 채점합니다.",
    en="this machine cannot confine students' code as --isolation {wanted} wants ({found}); `fcnkit doctor` shows the "
    "remedies, and --isolation none grades without protection",
)
READABLE = Text(
    ko="다른 사용자로 실행되는 학생의 코드가 {folders:을} 읽을 수 있습니다. 학생에게 보이면 안 되는 것을 먼저 "
    "닫으세요: chmod o-rwx {quoted}",
    en="students' code, run as another user, could read {folders}; close what is not for them first: "
    "chmod o-rwx {quoted}",
)
_GIVES = {
    Isolation.STRICT: Text(
        ko="파일, 프로세스, 네트워크, 사용자가 모두 분리되고(네임스페이스) 시스템 콜이 걸러집니다(seccomp).",
        en="Files, processes, network and users of its own (namespaces); system calls filtered (seccomp).",
    ),
    Isolation.LANDLOCK: Text(
        ko="정해진 파일만 읽고(Landlock), 네트워크와 바깥 프로세스로의 신호가 막힙니다(seccomp).",
        en="Only the files it needs (Landlock); no network, no signals to other processes (seccomp).",
    ),
    Isolation.UID: Text(
        ko="권한 없는 사용자로 실행되고, 네트워크와 바깥 프로세스로의 신호가 막힙니다(seccomp). "
        "누구나 읽을 수 있는 파일은 읽을 수 있습니다.",
        en="Runs as a user of its own; no network, no signals to other processes (seccomp). It can read what every "
        "user can.",
    ),
    Isolation.NONE: Text(
        ko="자원 한도만 있습니다. 이름을 지정해야만 쓰이며, 믿을 수 있는 코드에만 쓰세요.",
        en="Limits only, and only when asked for by name: for code that you trust.",
    ),
}
_REMEDIES = {
    Isolation.STRICT: Text(
        ko="사용자 네임스페이스를 허용해 주세요(예: sysctl kernel.unprivileged_userns_clone=1, "
        "Ubuntu 24.04는 kernel.apparmor_restrict_unprivileged_userns=0). root로 실행하면 파이썬과 패키지 파일도 "
        "모든 사용자가 읽을 수 있어야 합니다(chmod -R go+rX).",
        en="Allow user namespaces (such as sysctl kernel.unprivileged_userns_clone=1; "
        "on Ubuntu 24.04 kernel.apparmor_restrict_unprivileged_userns=0). Where root runs it, every user must be able "
        "to read the files of Python and its packages (chmod -R go+rX).",
    ),
    Isolation.LANDLOCK: Text(
        ko="seccomp과 Landlock이 켜진 리눅스 커널 6.2 이상이 필요합니다(부팅 옵션 lsm=landlock,…).",
        en="A Linux kernel from 6.2 on with seccomp, and with Landlock switched on (boot option lsm=landlock,…).",
    ),
    Isolation.UID: Text(
        ko="root로 실행해 주세요(보통 컨테이너 안에서). 파이썬과 패키지는 모든 사용자가 읽을 수 있는 곳(/root 밖)에 "
        "있어야 합니다.",
        en="Run as root, which is usual in a container, with Python and its packages where every user can read them "
        "(not below /root).",
    ),
}
_ROOTS_REMEDY = Text(
    ko="파이썬과 패키지를 모든 사용자가 읽을 수 있는 곳(/root 밖)에 설치해 주세요.",
    en="Install Python and its packages where every user can read them (not below /root).",
)
"""For level `uid`, where root runs it already."""


def probe(level: Isolation, find_trouble: FindTrouble | None = None) -> Probe:
    """Enter the level in a process of its own and try there what `probe_child` tries."""
    return _outcome(level, (find_trouble or trouble_at)(level))


def choose(wanted: str, find_trouble: FindTrouble | None = None) -> Isolation:
    """The wanted level, or for `auto` the strongest that works; never `none` unless it is asked for by name.

    `find_trouble` is by default `trouble_at`. Raises IsolationUnavailable.
    """
    if wanted == Isolation.NONE:
        return Isolation.NONE
    probes = []
    for level in AUTO if wanted == "auto" else (Isolation(wanted),):
        tried = probe(level, find_trouble)
        if tried.is_available:
            return level
        probes.append(tried)
    found = joined(AT.format(place=tried.level, what=tried.finding) for tried in probes)
    raise IsolationUnavailable(NO_LEVEL, wanted=wanted, found=found)


def require_private(folders: Iterable[Path]) -> None:
    """For level `uid`, whose code can read what every user can. Raises IsolationUnavailable where that is too much."""
    open_ones = [folder for folder in folders if folder.exists() and is_world_readable(folder)]
    if open_ones:
        names = map(str, open_ones)
        quoted = " ".join(shlex.quote(str(folder)) for folder in open_ones)
        raise IsolationUnavailable(READABLE, folders=", ".join(names), quoted=quoted)


def is_world_readable(folder: Path) -> bool:
    """Whether every user can go into the folder, or list it."""
    return bool(folder.stat().st_mode & 0o005) and all(above.stat().st_mode & 0o001 for above in folder.parents)


def _outcome(level: Isolation, trouble: Text | None) -> Probe:
    if trouble is None:
        return Probe(level, True, _GIVES[level])
    is_roots = level is Isolation.UID and os.geteuid() == 0
    return Probe(level, False, _TRIED.format(trouble=trouble), _ROOTS_REMEDY if is_roots else _REMEDIES[level])


def trouble_at(level: Isolation, distributions: Sequence[str] = (), own: Mapping[str, Path] = NOTHING) -> Text | None:
    """Why the level does not hold here, if so; tried in a process of its own that has these, as `launch` takes them.

    Without the packages that students' code is to have, it is not seen that root alone can read them.
    """
    if level is Isolation.NONE:
        return None
    if sys.platform != "linux":
        return _NO_LINUX.format(platform=sys.platform)
    with tempfile.TemporaryDirectory(prefix=TRIAL) as folder, forbidden() as nothing:
        trial = launch("fcnkit.grading.sandbox.probe_child", level, distributions, {**own}, Path(folder), **nothing)
        with subprocess.Popen(  # noqa: S603  # our own interpreter and module
            trial.command, env=trial.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            try:
                breaches, errors = process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                return TOO_SLOW
    return found_in(breaches, lambda: last_words(errors))


@contextmanager
def forbidden() -> Iterator[dict[str, Any]]:
    """What a trial tries to reach: a file that it must not read, and a port that it must not connect to."""
    with (
        tempfile.NamedTemporaryFile(prefix=f"{TRIAL}secret-") as secret,
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        yield {"secret": secret.name, "port": server.getsockname()[1]}


def found_in(breaches: str | bytes, last_words: Callable[[], Text]) -> Text | None:
    """The trouble that a trial reports; one that reports none has ended with its last words."""
    try:
        found = [told(what) for what, worked in json.loads(breaches).items() if worked]
    except ValueError:
        return told(last_words().en)
    return joined(found, ", ") if found else None
