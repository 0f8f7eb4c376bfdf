"""`fcnkit doctor`: what it finds on machines of many kinds, and what it says about each lack."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from fcnkit.commands import doctor
from fcnkit.commands.doctor import Finding
from fcnkit.course import Course
from fcnkit.engines import installed_program
from fcnkit.engines.fork_servers import trouble_for
from fcnkit.grading import cgroups
from fcnkit.grading.sandbox.level import Isolation, Probe, choose, probe
from fcnkit.text import LANGS, Lang, Text

FCNKIT = Path(sys.executable).with_name("fcnkit")
ROOT = Path(__file__).parents[2]

AddProgram = Callable[[str, str], None]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AddProgram:
    """Writes a shell script that is found under this name; nothing but these scripts is found."""
    shell = "#!/bin/sh\nPATH=/usr/bin:/bin\n"
    monkeypatch.setenv("PATH", str(tmp_path))

    def add(name: str, script: str) -> None:
        path = tmp_path / name
        path.write_text(shell + script)
        path.chmod(0o755)

    return add


@pytest.mark.parametrize(("locale", "sentence"), [("ko_KR.UTF-8", "채점할 수 있습니다"), ("C.UTF-8", "can grade")])
def test_the_command_says_what_this_machine_can_do(locale: str, sentence: str) -> None:
    done = subprocess.run(
        [FCNKIT, "doctor"], env={**os.environ, "LC_MESSAGES": locale}, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert sentence in done.stdout
    for word in ("Python", "tensorflow", "strict", "landlock", "NanumGothic", "Docker"):
        assert word in done.stdout
    assert done.returncode == 0


def test_every_lack_that_is_found_here_comes_with_its_remedy() -> None:
    findings = [finding for check in doctor.CHECKS for finding in doctor._findings(check)]
    assert len(findings) >= len(doctor.CHECKS)
    for finding in findings:
        lacks = finding.found == doctor.NOT_FOUND or finding.stops_grading
        assert finding.remedy is not None or not lacks


def test_auto_takes_exactly_one_level() -> None:
    assert _taken_by_auto() == [f"isolation {choose('auto')}"]


@pytest.mark.skipif(os.geteuid() != 0, reason="who is not root enters the level as the user that made the files")
def test_auto_goes_on_where_root_alone_can_read_what_students_code_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run([FCNKIT, "init", "course"], cwd=tmp_path, capture_output=True, check=True)
    fcnlab = tmp_path / "course" / "shared" / "fcnlab"
    shutil.copytree(ROOT / "shared" / "fcnlab", fcnlab)
    monkeypatch.chdir(tmp_path / "course")
    course = Course(tmp_path / "course")
    for closed in (False, True):
        fcnlab.chmod(0o700 if closed else 0o755)
        taken = choose("auto", trouble_for(course.assignment("01")))
        assert _taken_by_auto() == [f"isolation {taken}"]
        assert taken is not Isolation.STRICT or not closed


def _taken_by_auto() -> list[str]:
    takes = [finding for finding in doctor._isolation_levels() if "`auto`" in finding.found.en]
    return [finding.subject.en for finding in takes]


def test_a_machine_without_isolation_cannot_grade(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(tried: Isolation, _: object) -> Probe:
        is_none = tried is Isolation.NONE
        return Probe(tried, is_none, _both("[tried]"), None if is_none else _both("Allow [it]."))

    monkeypatch.setattr(doctor, "probe", refused)
    assert [finding.stops_grading for finding in doctor._isolation_levels()] == [True, True, True, False]
    assert not doctor.doctor()
    assert "→ Allow [it]." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        (None, "no cgroup v2"),
        (cgroups.Tree(Path("/"), ()), "these controllers: none"),
        (cgroups.Tree(Path("/"), ("cpu", "pids")), "these controllers: cpu, pids"),
        (cgroups.Tree(Path("/"), cgroups.CONTROLLERS), "cpu, memory, pids"),
    ],
)
def test_it_says_who_counts_what_a_submission_uses(
    tree: cgroups.Tree | None, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cgroups, "tree", lambda: nullcontext(tree))
    (finding,) = doctor._control_groups()
    assert found in finding.found.en
    assert (finding.remedy is None) == (tree is not None and tree.controllers == cgroups.CONTROLLERS)
    assert not finding.stops_grading


@pytest.mark.parametrize("user", [0, 1000])
def test_nobody_is_told_to_be_root_who_is(user: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(cgroups, "tree", lambda: nullcontext(None))
    (counting,) = doctor._control_groups()
    refused = probe(Isolation.UID, lambda _: _both("no."))
    for remedy in (counting.remedy, refused.remedy):
        assert remedy is not None
        said = [word for word in ("as root", "Run as root", "root로 실행") if word in remedy.en or word in remedy.ko]
        assert bool(said) == (user != 0)


def test_cpus_are_counted_also_where_nobody_is_kept_to_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity")  # as on a Mac
    cpus, memory = doctor._processors_and_memory()
    assert int(cpus.found.en) > 0
    assert "GiB" in memory.found.en


def test_every_gpu_has_a_line(program: AddProgram) -> None:
    card = "GPU-{0}, {1}, 15360, {2}, [N/A], 550.144.03"
    lines = card.format(1, "NVIDIA H200", 9000), card.format(2, "Tesla T4", 411), card.format(3, "Tesla T4", 3000)
    program("nvidia-smi", "".join(f"echo '{line}'\n" for line in lines))
    assert [finding.found.en for finding in doctor._gpus()] == [
        "NVIDIA H200: 9,000 of 15,360 MiB free, room for 4 graders",
        "Tesla T4: 411 of 15,360 MiB free, room for 0 graders",
        "Tesla T4: 3,000 of 15,360 MiB free, room for 1 grader",
    ]


@pytest.mark.parametrize(
    ("script", "found"),
    [
        (None, "not found"),
        ("exit 9", "nvidia-smi failed without a word"),
        ("echo", "nvidia-smi says 'No devices were found'"),
        ("sleep 60", "timed out after 0.3 seconds"),
    ],
)
def test_no_gpu_is_a_lack_that_stops_nothing(
    program: AddProgram, script: str | None, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if script == "sleep 60":
        monkeypatch.setattr(installed_program, "_PATIENCE", 0.3)
    if script is not None:
        program("nvidia-smi", script)
    (finding,) = doctor._gpus()
    assert found in finding.found.en
    assert finding.remedy is not None
    assert not finding.stops_grading


@pytest.mark.parametrize(
    ("script", "found"),
    [
        (None, "not found"),
        ("echo 28.2.2", "28.2.2"),
        ("echo 'Cannot connect' >&2; exit 1", "installed, daemon not reachable"),
    ],
)
def test_docker_is_found_with_or_without_its_daemon(program: AddProgram, script: str | None, found: str) -> None:
    if script is not None:
        program("docker", script)
    (finding,) = doctor._docker()
    assert finding.found.en == found
    assert (finding.remedy is None) == (found == "28.2.2")


def test_a_missing_package_stops_grading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", ("numpy", "no-such-package"))
    found, missing = doctor._packages()
    assert found.remedy is None
    assert "no-such-package" in missing.found.en
    assert missing.stops_grading


def test_without_keras_numpy_assignments_are_graded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "KERAS", ("no-such-package",))
    (missing,) = doctor._keras()
    assert "fcnkit[keras]" in missing.remedy.en
    assert not missing.stops_grading


def test_the_temporary_folder_is_the_one_that_grading_uses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (finding,) = doctor._temporary_folder()
    assert finding.found.en.startswith(f"{tmp_path}: ")


@pytest.mark.parametrize("lang", LANGS)
def test_a_check_that_breaks_down_is_one_line_and_hides_no_other(
    lang: Lang, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def _broken_part() -> Iterator[Finding]:
        raise OSError("no such [device]")
        yield

    monkeypatch.setattr(doctor, "CHECKS", (_broken_part, doctor._python))
    monkeypatch.setattr(doctor, "detect_lang", lambda: lang)
    assert doctor.doctor()
    shown = capsys.readouterr().out
    assert "OSError: no such [device]" in shown
    assert "Python" in shown


def _both(text: str) -> Text:
    return Text(ko=text, en=text)


def test_without_the_extra_for_answer_sheets_the_remedy_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "SCAN", ("no-such-package",))
    (missing,) = doctor._scan()
    assert not missing.stops_grading
    assert missing.remedy is not None
    assert "fcnkit[scan]" in missing.remedy.ko
