"""`fcnkit doctor`: what this machine can do, and what to do about each lack."""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import psutil
from fcnlab import fonts
from matplotlib import font_manager
from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from fcnkit.allowances import Limits
from fcnkit.commands.console import out
from fcnkit.commands.doctor_texts import (
    ABLE,
    AUTO_TAKES,
    COUNTED,
    COUNTED_IN_PART,
    DELEGATE,
    DELEGATE_TO_ROOT,
    FOUND,
    FREE_SPACE,
    INSTALL_KERAS,
    INSTALL_SCAN,
    NOT_FOUND,
    NOT_NEEDED_GPU,
    REINSTALL,
    REPORT,
    ROOM_ON_GPU,
    SUBJECT,
    UNABLE,
    WATCHED,
)
from fcnkit.commands.file_errors import missing_folder
from fcnkit.commands.options import CPUS
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Course
from fcnkit.engines import nvidia
from fcnkit.engines.gpu_slots import SLOT_MIB
from fcnkit.engines.installed_program import ask_program
from fcnkit.errors import UserError
from fcnkit.grading import cgroups
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.sandbox.distributions import NotInstalled
from fcnkit.grading.sandbox.level import AUTO, Isolation, probe, trouble_at
from fcnkit.text import NONE, Text, same

PACKAGES = ("ipython", "matplotlib", "numpy", "pytest", "otter-grader", "pillow")
KERAS = tuple(name for name in PROFILES["keras"].computing if name not in PACKAGES)
"""The packages of the extra `keras`, which assignments with `profile = "keras"` need."""
SCAN = ("opencv-python-headless", "pypdfium2")
"""The packages of the extra `scan`, which reading answer sheets of exams needs."""
GIB = 1 << 30
MIN_FREE_DISK = GIB
"""Bytes: ample for what building and grading put into the temporary folder."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; `remedy` is None where nothing is lacking."""

    subject: Text
    found: Text
    remedy: Text | None = None
    stops_grading: bool = False


def doctor() -> bool:
    """Print what each check finds; whether this machine can grade."""
    lang = detect_lang()
    findings = [finding for check in CHECKS for finding in _findings(check)]
    table = Table("", SUBJECT[lang], box=SIMPLE_HEAD)
    table.add_column(FOUND[lang], overflow="fold")
    for finding in findings:
        lines = [finding.found[lang]] + ([f"→ {finding.remedy[lang]}"] if finding.remedy else [])
        table.add_row(_sign(finding), escape(finding.subject[lang]), escape("\n".join(lines)))
    out.print(table)
    able = not any(finding.stops_grading for finding in findings)
    out.print((ABLE if able else UNABLE)[lang])
    return able


def _sign(finding: Finding) -> str:
    if finding.stops_grading:
        return "[red]✗[/]"
    return "[green]✓[/]" if finding.remedy is None else "[yellow]–[/]"


def _findings(check: Callable[[], Iterator[Finding]]) -> list[Finding]:
    """A check's findings; one that breaks down says so, and hides none of the others."""
    try:
        return list(check())
    except Exception as error:  # whatever it is, a person who asks for help gets a sentence
        what = same(f"{type(error).__name__}: {error}")
        subject = same(check.__name__.strip("_").replace("_", " "))
        is_folder = missing_folder(error) is not None
        return [Finding(subject, what, FREE_SPACE if is_folder else REPORT, stops_grading=is_folder)]


def _python() -> Iterator[Finding]:
    yield Finding(same("Python"), same(f"{platform.python_version()}, {platform.system()} {platform.release()}"))


def _packages() -> Iterator[Finding]:
    yield from _installed(Text(ko="패키지", en="packages"), PACKAGES, REINSTALL, stops_grading=True)


def _keras() -> Iterator[Finding]:
    yield from _installed(Text(ko="Keras", en="Keras"), KERAS, INSTALL_KERAS, stops_grading=False)


def _scan() -> Iterator[Finding]:
    yield from _installed(Text(ko="답안지 판독", en="answer sheets"), SCAN, INSTALL_SCAN, stops_grading=False)


def _installed(subject: Text, packages: Sequence[str], remedy: Text, *, stops_grading: bool) -> Iterator[Finding]:
    """A line for those that are there, and one for those that are not."""
    missing = []
    found = []
    for package in packages:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            missing.append(package)
    if found:
        yield Finding(subject, same(", ".join(found)))
    if missing:
        names = ", ".join(missing)
        what = Text(ko=f"설치되지 않음: {names}", en=f"missing: {names}")
        yield Finding(subject, what, remedy, stops_grading=stops_grading)


def _isolation_levels() -> Iterator[Finding]:
    found = [probe(level, _trouble_at) for level in Isolation]
    taken = next((tried.level for tried in found if tried.is_available and tried.level in AUTO), None)
    for tried in found:
        subject = Text(ko="격리 수준 {level}", en="isolation {level}").format(level=tried.level)
        said = AUTO_TAKES.format(finding=tried.finding) if tried.level is taken else tried.finding
        yield Finding(subject, said, tried.remedy, stops_grading=taken is None and not tried.is_available)


def _trouble_at(level: Isolation) -> Text | None:
    """With what students' code is to have there, as far as it is installed: root alone may be able to read it."""
    distributions, own = PROFILES["numpy"].distributions, dict[str, Path]()
    with suppress(UserError):  # no course here
        own["fcnlab"] = Course.find().fcnlab.resolve()
    try:
        return trouble_at(level, distributions, own)
    except NotInstalled:  # another line tells it
        return trouble_at(level)


def _control_groups() -> Iterator[Finding]:
    subject = Text(ko="제출물별 자원 계산", en="what a submission uses")
    with cgroups.tree() as tree:
        counted = None if tree is None else tree.controllers
    delegate = DELEGATE_TO_ROOT if os.geteuid() == 0 else DELEGATE
    if counted is None:
        yield Finding(subject, WATCHED, delegate)
        return
    names = ", ".join(counted)
    if len(counted) == len(cgroups.CONTROLLERS):
        yield Finding(subject, COUNTED.format(names=names))
    else:
        yield Finding(subject, COUNTED_IN_PART.format(names=names or NONE), delegate)


def _processors_and_memory() -> Iterator[Finding]:
    memory = psutil.virtual_memory()
    yield Finding(Text(ko="CPU", en="CPUs"), same(str(CPUS)))
    free, total = memory.available / GIB, memory.total / GIB
    limit = Limits().memory_mib
    enough = memory.available > limit << 20
    remedy = Text(
        ko=f"제출물 하나가 {limit:,} MiB까지 쓸 수 있습니다. 다른 프로그램을 끝내거나 `--workers 1`로 채점해 주세요.",
        en=f"One submission may use {limit:,} MiB: end other programs, or grade with `--workers 1`.",
    )
    yield Finding(
        Text(ko="메모리", en="memory"),
        Text(ko=f"{total:.1f} GiB 중 {free:.1f} GiB 사용 가능", en=f"{free:.1f} of {total:.1f} GiB free"),
        None if enough else remedy,
    )


def _gpus() -> Iterator[Finding]:
    subject = Text(ko="GPU", en="GPUs")
    try:
        gpus = nvidia.find()
    except nvidia.NoGpu as why:
        found = NOT_FOUND if shutil.which("nvidia-smi") is None else why.text
        yield Finding(subject, found, NOT_NEEDED_GPU)
        return
    for gpu in gpus:
        room = gpu.free_mib // SLOT_MIB
        yield Finding(subject, ROOM_ON_GPU.format(name=gpu.name, total=gpu.total_mib, free=gpu.free_mib, room=room))


def _docker() -> Iterator[Finding]:
    subject = same("Docker")
    answer = ask_program("docker", "version", "--format", "{{.Server.Version}}")
    if answer is None:
        remedy = Text(
            ko="이 컴퓨터에서 바로 채점할 때는 필요 없습니다. 설치: https://docs.docker.com/engine/install/",
            en="Not needed to grade on this machine; to install it: https://docs.docker.com/engine/install/",
        )
        yield Finding(subject, NOT_FOUND, remedy)
    elif answer.returncode != 0:
        remedy = Text(
            ko="채점하는 데는 필요 없습니다. 쓰려면 데몬을 켜고(`sudo systemctl start docker`) "
            "사용자를 docker 그룹에 넣어 주세요.",
            en="Not needed to grade; to use it, start the daemon (`sudo systemctl start docker`) "
            "and join the group docker.",
        )
        yield Finding(subject, Text(ko="설치됨, 데몬에 연결되지 않음", en="installed, daemon not reachable"), remedy)
    else:
        yield Finding(subject, same(answer.stdout.strip()))


def _korean_font() -> Iterator[Finding]:
    subject = Text(ko="그림용 한글 글꼴", en="Korean font for pictures")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the finding says it
        family = fonts.families("ko")[0]
    if family == fonts.LATIN:
        remedy = Text(
            ko="`pip install koreanize-matplotlib`을 실행해 주세요. 그림 속 한글이 네모로 보입니다.",
            en="Run `pip install koreanize-matplotlib`; Korean labels show as empty boxes without it.",
        )
        yield Finding(subject, NOT_FOUND, remedy)
    else:
        yield Finding(subject, same(f"{family}: {font_manager.findfont(family)}"))


def _temporary_folder() -> Iterator[Finding]:
    folder = Path(tempfile.gettempdir())
    free = shutil.disk_usage(folder).free
    yield Finding(
        Text(ko="임시 폴더", en="temporary folder"),
        Text(ko=f"{folder}: {free / GIB:.1f} GiB 사용 가능", en=f"{folder}: {free / GIB:.1f} GiB free"),
        None if free >= MIN_FREE_DISK else FREE_SPACE,
    )


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    _python,
    _packages,
    _keras,
    _scan,
    _isolation_levels,
    _control_groups,
    _processors_and_memory,
    _gpus,
    _docker,
    _korean_font,
    _temporary_folder,
)
