"""A level is tried by the very process in which students' code is to run at it."""

from __future__ import annotations

import os
import select
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fcnkit.commands.engine_options import EngineOptions, begin
from fcnkit.course import Assignment, Course
from fcnkit.engines import fork_servers
from fcnkit.engines.fork_servers import ForkServers
from fcnkit.engines.server_process import ServerProcess
from fcnkit.engines.trial import Trial
from fcnkit.grading.intake import Cell
from fcnkit.grading.last_words import SILENT
from fcnkit.grading.messages import Job
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.sandbox import level as levels
from fcnkit.grading.sandbox.level import AUTO, Isolation, IsolationUnavailable, found_in, probe
from fcnkit.grading.sandbox.trouble import told
from fcnkit.text import Text

QUIZ = Job(cells=[Cell(number=1, source="answers = {}")])


@pytest.fixture
def assignment() -> Assignment:
    return Course.find().assignment("05")


@pytest.fixture
def servers(assignment: Assignment) -> Iterator[ForkServers]:
    with closing(ForkServers(assignment.paths, assignment.config.profile)) as servers:
        yield servers


@pytest.mark.parametrize("level", AUTO)
def test_what_holds_is_ready_to_grade_and_what_does_not_is_told(
    level: Isolation, assignment: Assignment, servers: ForkServers
) -> None:
    there = probe(level)
    trouble = servers.trouble_at(level)
    assert (trouble is None) == servers.have_workers == there.is_available
    if trouble is None:
        servers.wait()
        assert servers.examine(QUIZ, assignment, lambda _: None).fault is None
    else:
        assert trouble.en in there.finding.en


def test_another_level_can_be_had_after_one_that_does_not_hold(
    assignment: Assignment, servers: ForkServers, monkeypatch: pytest.MonkeyPatch
) -> None:
    took: list[ServerProcess] = []
    trouble = Trial.trouble

    def first_broken(trial: Trial, worker: ServerProcess) -> Text | None:
        took.append(worker)
        return trouble(trial, worker) or (Text(ko="고장", en="broken") if len(took) == 1 else None)

    monkeypatch.setattr(Trial, "trouble", first_broken)
    level = next(level for level in (Isolation.LANDLOCK, Isolation.STRICT) if probe(level).is_available)
    assert servers.trouble_at(level) == Text(ko="고장", en="broken")
    assert took[0].process.poll() is not None
    assert servers.trouble_at(level) is None
    servers.wait()
    assert servers.examine(QUIZ, assignment, lambda _: None).fault is None


def test_what_can_start_programs_is_trouble(servers: ForkServers) -> None:
    """Without isolation the trial's process has become another program before it could report."""
    assert servers.trouble_at(Isolation.NONE) == told(SILENT.en)
    assert not servers.have_workers


def test_what_a_trial_reports_is_told_in_both_languages() -> None:
    works = b'{"reads files": true, "uses the network": false, "starts programs": true}'
    assert found_in(works, lambda: SILENT) == Text(
        ko="파일이 읽힘, 프로그램이 실행됨", en="reads files, starts programs"
    )
    assert found_in(b'{"reads files": false}', lambda: SILENT) is None


def test_a_process_that_has_ended_without_a_report_has_last_words(servers: ForkServers) -> None:
    trial, worker = servers.try_workers(Isolation.STRICT)
    worker.process.kill()
    worker.process.wait()
    trial._outcome.recv(4096)  # what it may have reported before
    os.write(worker._log.fileno(), b"OSError: unknown\n")
    trouble = servers.trouble_at(Isolation.STRICT)
    assert trouble is not None
    assert trouble.en == "OSError: unknown"


def test_those_that_have_begun_are_the_ones_that_grade(assignment: Assignment) -> None:
    with fork_servers.beginning("05"):
        (begun,) = fork_servers._begun
        with begin(EngineOptions("local", "auto", 1), assignment, when_asked=True) as engine:
            assert engine._servers is begun
            with engine.open() as (local, _):
                assert local.examine(QUIZ).fault is None
        for other in assignment, Course.find().assignment("04"):  # begun at another level, or for another assignment
            with begin(EngineOptions("local", "none", 1), other, when_asked=True) as engine:
                assert engine._servers is None
        assert begun._worker is not None
    assert begun._worker.process.poll() is not None
    assert fork_servers._begun == []


def test_where_students_side_imports_for_longer_the_examiner_has_started_first(
    assignment: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = assignment.config.profile
    monkeypatch.setitem(PROFILES, profile, replace(PROFILES[profile], imports_long=True))
    with fork_servers.beginning("05"):
        (begun,) = fork_servers._begun
        assert select.select([begun._requests], [], [], 0)[0]


@pytest.mark.parametrize("number", ["--out", "17"])
def test_what_is_no_assignment_begins_none(number: str) -> None:
    with fork_servers.beginning(number):
        assert fork_servers._begun == []


NESTED = f"profile = {'[' * 5000}"


@pytest.mark.parametrize("config", ["profile = ", 'profile = "none"', "profile = []", "", "\xff", NESTED], ids=range(6))
def test_what_names_no_profile_begins_none(config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with it the command tells, which reads all of it."""
    (tmp_path / "course.toml").touch()
    file = tmp_path / "solutions" / "01-one" / "assignment.toml"
    file.parent.mkdir(parents=True)
    file.write_text(config, encoding="latin-1")
    monkeypatch.chdir(tmp_path)
    with fork_servers.beginning("01"):
        assert fork_servers._begun == []


def test_where_no_level_holds_nothing_is_left(assignment: Assignment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Trial, "trouble", lambda *_: Text(ko="고장", en="broken"))
    with (
        pytest.raises(IsolationUnavailable, match="strict: broken; landlock: broken; uid: broken"),
        begin(EngineOptions("local", "auto", 1), assignment),
    ):
        pass


def test_one_that_is_not_linux_has_no_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(levels.sys, "platform", "darwin")
    assert "needs Linux" in probe(Isolation.STRICT).finding.en
