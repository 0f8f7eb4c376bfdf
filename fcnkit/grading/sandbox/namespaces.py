"""Level `strict`: a file system with nothing in it but the view, and processes, network and users of its own."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from fcnkit.grading.sandbox import privileges, scratch, syscalls
from fcnkit.grading.sandbox.syscalls import call, mount, prctl, syscall

SCRATCH = Path("/scratch")
_DEVICES = ("null", "full", "random", "urandom")
PROC_CPUINFO = Path("/proc/cpuinfo")
"""Where XLA and PyTorch look up what the CPU can do; JAX cannot train a model without."""
_ATTRIBUTES = ctypes.c_uint64 * 4
_READ_ONLY, _NO_SUID, _NO_DEV = 0x1, 0x2, 0x4


class Namespaces:
    """The fork server's half (`__init__`) and each submission's half (`unshare`, `mount_scratch`)."""

    def __init__(self, readable: Sequence[Path], devices: Sequence[Path]) -> None:
        """Enter a mount namespace that shows only these, then a user namespace without any right outside.

        Needs a process of one thread. Root builds the view with root's own rights and gives them up; anybody
        else builds it inside the user namespace.
        """
        self._proc = os.open("/proc", os.O_PATH | os.O_DIRECTORY)  # the view has none; kept to write identity maps
        as_root = os.geteuid() == 0
        if as_root:
            call("unshare", syscalls.CLONE_NEWNS)
            _build(readable, devices)
            privileges.become_nobody()
            prctl(syscalls.PR_SET_DUMPABLE, 1)  # changing the user cleared it, and /proc/self with it
        self._unshare(syscalls.CLONE_NEWUSER | syscalls.CLONE_NEWNS)
        if not as_root:
            _build(readable, devices)

    def unshare(self) -> None:
        """Give this process' next child its own users, processes, network, IPC and mounts.

        Users, too: the kernel counts processes per user namespace, so that one submission cannot use up
        another's.
        """
        flags = syscalls.CLONE_NEWPID | syscalls.CLONE_NEWNET | syscalls.CLONE_NEWIPC | syscalls.CLONE_NEWUTS
        self._unshare(flags | syscalls.CLONE_NEWUSER | syscalls.CLONE_NEWNS)
        self._write("sys/user/max_user_namespaces", "0")  # a further one would hand out capabilities again

    def _unshare(self, flags: int) -> None:
        user, group = os.getuid(), os.getgid()
        call("unshare", flags)
        me = os.getpid()
        self._write(f"{me}/setgroups", "deny")
        self._write(f"{me}/uid_map", f"{user} {user} 1")
        self._write(f"{me}/gid_map", f"{group} {group} 1")

    def _write(self, name: str, text: str) -> None:
        descriptor = os.open(name, os.O_WRONLY, dir_fd=self._proc)
        try:
            os.write(descriptor, text.encode())
        finally:
            os.close(descriptor)


def mount_scratch(mib: int) -> Path:
    """Mount this submission's own small folder, the only one it can write to."""
    flags = syscalls.MS_NOSUID | syscalls.MS_NODEV | syscalls.MS_NOEXEC
    mount("tmpfs", os.fspath(SCRATCH), "tmpfs", flags, f"size={mib}m,nr_inodes={scratch.FILES},mode=0700")
    return SCRATCH


def _build(readable: Sequence[Path], devices: Sequence[Path]) -> None:
    """Make a new root that holds these and nothing else, and move into it."""
    mount("none", "/", None, syscalls.MS_REC | syscalls.MS_PRIVATE)
    root = Path("/tmp")  # noqa: S108  # any existing folder will do: it is covered, not written to
    usable = {*(Path("/dev") / name for name in _DEVICES), *filter(Path.is_char_device, devices)}
    shown = (*readable, *devices, PROC_CPUINFO)
    sources = [(path, os.open(path, os.O_PATH)) for path in (*usable, *_placed(shown, usable))]
    links = _links(shown)  # found, like the sources, before the new root covers what was there
    mount("tmpfs", os.fspath(root), "tmpfs", syscalls.MS_NOSUID | syscalls.MS_NODEV, "mode=0755,size=1m")
    for folder in {path.parent for path, _ in sources}:
        (root / folder.relative_to("/")).mkdir(parents=True, exist_ok=True)
    for path, descriptor in sources:
        _bind(descriptor, root / path.relative_to("/"), read_only=path not in usable)
        os.close(descriptor)
    for link, target in links:
        place = root / link.relative_to("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            place.symlink_to(target)
    _imitate_proc(root / "proc/self")
    for folder in (SCRATCH, Path("/tmp")):  # noqa: S108  # an empty one
        (root / folder.relative_to("/")).mkdir(exist_ok=True)
    os.chdir(root)
    _set_attributes(os.fspath(root), _READ_ONLY, recursive=False)
    syscall("pivot_root", syscalls.PIVOT_ROOT, b".", b".")
    call("umount2", b".", syscalls.MNT_DETACH)
    os.chdir("/")


def _imitate_proc(me: Path) -> None:
    """What TensorFlow insists on finding in /proc/self, without which it aborts."""
    me.mkdir(parents=True)
    (me / "exe").symlink_to(os.path.realpath(sys.executable))
    (me / "cmdline").write_bytes(os.fsencode(sys.executable) + b"\0")


def _placed(readable: Iterable[Path], usable: set[Path]) -> list[Path]:
    """Real paths to show, without those that lie in another one of them."""
    placed: list[Path] = []
    last = os.devnull
    for path in sorted(_real(path for path in readable if path not in usable), key=lambda path: path.split("/")):
        if path != last and not path.startswith(f"{last}/"):  # what lies in a folder follows it
            placed.append(Path(path))
            last = path
    return placed


def _real(paths: Iterable[Path]) -> Iterator[str]:
    """Their real paths: hundreds, most of them in one of a few folders."""
    folders: dict[str, str] = {}
    for path in paths:
        folder, name = os.path.split(path)
        if folder not in folders:
            folders[folder] = os.path.realpath(folder)
        place = os.path.join(folders[folder], name)  # noqa: PTH118  # texts: paths take several times as long
        yield os.path.realpath(place) if os.path.islink(place) else place  # noqa: PTH114


def _links(readable: Sequence[Path]) -> list[tuple[Path, str]]:
    """Symbolic links on the way to a readable path, such as `/lib` → `usr/lib`."""
    folders = {path.parent for path in readable}
    steps = {*readable, *folders, *(above for folder in folders for above in folder.parents)}
    return [(step, str(step.readlink())) for step in sorted(steps) if step.is_symlink()]


def _bind(source: int, target: Path, *, read_only: bool) -> None:
    path = f"/proc/self/fd/{source}"
    if os.path.isdir(path):  # noqa: PTH112  # through /proc, where the old tree is still to be reached
        target.mkdir(exist_ok=True)
    else:
        target.touch()
    mount(path, os.fspath(target), None, syscalls.MS_BIND | syscalls.MS_REC)
    if read_only:
        _set_attributes(os.fspath(target), _READ_ONLY | _NO_SUID | _NO_DEV, recursive=True)


def _set_attributes(target: str, attributes: int, *, recursive: bool) -> None:
    flags = syscalls.AT_RECURSIVE if recursive else 0
    settings = _ATTRIBUTES(attributes, 0, 0, 0)
    size = ctypes.c_size_t(ctypes.sizeof(settings))
    syscall("mount_setattr", syscalls.MOUNT_SETATTR, syscalls.AT_FDCWD, os.fsencode(target), flags, settings, size)
