"""What attackers are up against: a small course, a class folder, bystanders, servers; and what is to be seen of them
afterwards.

Nothing that an attack says about its failure is believed: the field is searched for what attacks leave. What one says
about its success (`claim`) counts, too, since many a success leaves nothing else.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NAME = "01-target"
HONEST = "import numpy as np\n\ndef double(x):\n    return 2 * np.asarray(x)\n"
PRELUDE = '''# what an attacker may know, found out or was told by a friend
FIELD = {field!r}

def claim(what):
    """Says that the attack has succeeded, as far as it can tell."""
    raise RuntimeError((FIELD["mark"] + " " + str(what))[:400])

def syscall(x86_64, aarch64, *arguments):
    """A system call by its number; raises OSError."""
    import ctypes, os
    libc = ctypes.CDLL(None, use_errno=True)
    number = x86_64 if os.uname().machine == "x86_64" else aarch64
    whole = [ctypes.c_long(part) if isinstance(part, int) else part for part in arguments]
    result = libc.syscall(ctypes.c_long(number), *whole)
    if result == -1:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
'''


@dataclass
class Bystander:
    """A process of somebody else's, and a file that only its owner should write."""

    process: subprocess.Popen[bytes]
    victim: Path
    limits: tuple[int, int]
    priority: int


@dataclass(frozen=True)
class Remains:
    """What attacks have left behind: files, and processes by the attacks' names."""

    files: set[str]
    processes: set[str]


@dataclass
class Field:
    """One class to grade. All that is secret in it holds a canary: a word that stands nowhere else."""

    folder: Path
    target: str = "target"
    """The assignment that is attacked: a folder beside this file."""
    mark: str = field(default_factory=lambda: f"claimed-{secrets.token_hex(6)}")
    canaries: dict[str, str] = field(default_factory=dict)
    bystanders: dict[str, Bystander] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)

    def canary(self, what: str) -> str:
        return self.canaries.setdefault(what, f"canary-{what}-{secrets.token_hex(8)}")

    @property
    def students(self) -> Path:
        return self.folder / "class"

    @property
    def everybody(self) -> Path:
        """Where every user of the machine may write, as in /tmp."""
        return self.folder / "everybody"

    def write(self, attacks: dict[str, str], neighbours: list[str]) -> None:
        """The course, the bystanders, and what the class hands in: attacks by name, and neighbours' honest answers."""
        self._write_course()
        self.students.mkdir(mode=0o750)  # as level `uid` wants it
        self.everybody.mkdir()
        self.everybody.chmod(0o777)
        private = self.folder / "private"
        private.mkdir(mode=0o700)
        (private / "diary.txt").write_text(self.canary("diary"))
        for name in neighbours:
            self._hand_in(name, [HONEST, f"# {self.canary('neighbour')}"])
        for name, cells in attacks.items():
            self._hand_in(name, [self.prelude(name), HONEST, *cells])

    def prelude(self, name: str) -> str:
        return PRELUDE.format(field=self._known_to(name))

    def _write_course(self) -> None:
        suite = self.folder / "autograder" / "suites" / NAME
        solution = self.folder / "solutions" / NAME
        suite.mkdir(parents=True)
        solution.mkdir(parents=True)
        (self.folder / "shared").symlink_to(ROOT / "shared")
        shutil.copy(HERE / self.target / "assignment.toml", solution)
        (solution / "solution.py").write_text(f"# {self.canary('solution')}\n")
        number = secrets.randbits(62) | 1 << 61
        self.canaries["expected"] = str(number)
        for path in (HERE / self.target).glob("*.py"):
            source = (
                path.read_text().replace("CANARY", self.canary("suite")).replace("NUMBER = 0", f"NUMBER = {number}")
            )
            source = source.replace('INPUT = ""', f"INPUT = {self.canary('input')!r}")
            (suite / path.name.replace("hidden_checks", "test_target")).write_text(source)
        for folder in ("autograder", "solutions"):
            (self.folder / folder).chmod(0o750)  # as level `uid` wants it

    def _hand_in(self, name: str, cells: list[str]) -> None:
        code = [{"cell_type": "code", "source": cell, "metadata": {}, "outputs": []} for cell in cells]
        metadata = {"fcnkit": {"assignment": NAME, "lang": "en"}}
        document = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": code}
        (self.students / f"{name}.ipynb").write_text(json.dumps(document))

    def _known_to(self, name: str) -> dict[str, Any]:
        bystander = self._bystander(name)
        suite = self.folder / "autograder" / "suites" / NAME
        return {
            "name": name,
            "mark": self.mark,
            "root": str(self.folder),
            "suite": str(suite / "secret.py"),
            "solution": str(self.folder / "solutions" / NAME / "solution.py"),
            "students": str(self.students),
            "private": str(self.folder / "private" / "diary.txt"),
            "everybody": str(self.everybody),
            "victim": str(bystander.victim),
            "bystander": bystander.process.pid,
            "grader": os.getpid(),
            "tcp": self.tcp,
            "udp": self.udp,
            "unix": str(self.folder / "everybody.sock"),
            "abstract": self.abstract,
            "packages": str(Path(psutil.__file__).parents[1]),
            "fcnkit": str(ROOT / "fcnkit"),
            "out": str(self.folder / "out"),
        }

    def _bystander(self, name: str) -> Bystander:
        victim = self.everybody / f"{name}.txt"
        victim.write_text("untouched")
        victim.chmod(0o600)
        environment = {"SECRET": self.canary("bystander"), "PATH": os.environ["PATH"]}
        process = subprocess.Popen(["sleep", "1000"], env=environment)
        status = psutil.Process(process.pid)
        self.bystanders[name] = Bystander(process, victim, status.rlimit(psutil.RLIMIT_CPU), status.nice())
        return self.bystanders[name]

    @contextlib.contextmanager
    def open(self) -> Iterator[Field]:
        """Servers that listen, until all is over; then bystanders and whatever attacks have left are ended."""
        os.environ["FCNKIT_SECRET"] = self.canary("environment")  # the engine's, so also the examiner's
        kinds = (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_STREAM, socket.SOCK_DGRAM)
        families = (socket.AF_INET, socket.AF_INET, socket.AF_UNIX, socket.AF_UNIX)
        self.abstract = f"fcnkit-{secrets.token_hex(6)}"
        places = (("127.0.0.1", 0), ("127.0.0.1", 0), str(self.folder / "everybody.sock"), f"\0{self.abstract}")
        servers = [socket.socket(*pair) for pair in zip(families, kinds, strict=True)]
        for server, place in zip(servers, places, strict=True):
            server.bind(place)
        (self.folder / "everybody.sock").chmod(0o777)
        self.tcp, self.udp = (server.getsockname()[1] for server in servers[:2])
        for server in servers:
            threading.Thread(target=self._listen, args=(server,), daemon=True).start()
        try:
            yield self
        finally:
            for process in self.survivors().values():
                process.kill()
            for path in (*self._left(), *Path("/tmp").glob("note-of-*"), *Path("/dev/shm").glob("note-of-*")):  # noqa: S108
                path.unlink()
            for bystander in self.bystanders.values():
                bystander.process.kill()
                bystander.process.wait()

    def _listen(self, server: socket.socket) -> None:
        if server.type == socket.SOCK_DGRAM:
            while True:
                self.heard.append(server.recv(200).decode(errors="replace"))
        server.listen(100)
        while True:
            connection, _ = server.accept()
            with connection:
                connection.settimeout(1)
                with contextlib.suppress(OSError):
                    self.heard.append(connection.recv(200).decode(errors="replace"))

    def evidence(self, name: str, marks: float, pages: str, remains: Remains) -> list[str]:
        """What shows that the attack `name` has succeeded: nothing, for a grader that holds.

        `marks` are those of question 2; `pages` is all that a student gets to see.
        """
        seen = [f"learned the {what}" for what, word in self.canaries.items() if word in pages]
        if self.mark in pages:
            seen.append("claims success")
        if marks:
            seen.append("got marks for nothing")
        if f"left-by-{name}" in remains.files:
            seen.append("left a file")
        if name in remains.processes:
            seen.append("outlived its grading")
        if name in self.heard:
            seen.append("reached a server")
        return seen + (self._harm(self.bystanders[name]) if name in self.bystanders else [])

    def _harm(self, bystander: Bystander) -> list[str]:
        seen = []
        if bystander.victim.read_text() != "untouched" or bystander.victim.stat().st_mode & 0o777 != 0o600:
            seen.append("changed a file")
        if bystander.process.poll() is not None:
            seen.append("ended a process")
        elif (process := psutil.Process(bystander.process.pid)).rlimit(psutil.RLIMIT_CPU) != bystander.limits:
            seen.append("limited a process")
        elif process.nice() != bystander.priority:
            seen.append("slowed a process down")
        return seen

    def remains(self) -> Remains:
        """What is there now. To look takes as long as there are processes: once for all whose grading is over."""
        return Remains({path.name.partition(".")[0] for path in self._left()}, set(self.survivors()))

    def _left(self) -> Iterator[Path]:
        for folder in (self.everybody, self.students, Path("/tmp"), Path("/dev/shm"), ROOT / "fcnkit", ROOT / "shared"):  # noqa: S108
            yield from folder.rglob("left-by-*") if folder.is_relative_to(self.folder) else folder.glob("left-by-*")

    def survivors(self) -> dict[str, psutil.Process]:
        """Processes that attacks have named after themselves."""
        names = {name[:15]: name for name in self.bystanders}
        return {
            names[process.info["name"]]: process
            for process in psutil.process_iter(["name", "status"])
            if process.info["name"] in names and process.info["status"] != psutil.STATUS_ZOMBIE
        }
