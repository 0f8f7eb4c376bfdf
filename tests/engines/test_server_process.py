"""The examiners' fork server may begin before anybody knows what it is to examine."""

from __future__ import annotations

import os
import select
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fcnkit import __main__ as command_start
from fcnkit.course import Course
from fcnkit.engines import fork_servers, server_process
from fcnkit.engines.fork_servers import EngineError, ForkServers
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.last_words import SILENT
from fcnkit.grading.messages import Job
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.sandbox.level import choose
from fcnkit.text import Text


def test_one_that_has_begun_is_the_one_that_examines() -> None:
    assignment = Course.find().assignment("05")
    with server_process.beginning():
        ((begun, _),) = server_process._begun
        with LocalEngine(
            assignment, choose("auto"), begun=ForkServers(assignment.paths, assignment.config.profile)
        ) as engine:
            assert engine._parents is not None
            assert engine._parents._examiner is begun
            assert engine.examine(Job(cells=[Cell(number=1, source="answers = {}")])).fault is None
            with LocalEngine(assignment, choose("auto")) as other:
                assert other._parents is not None
                assert other._parents._examiner is not begun
        assert begun.process.poll() is not None


def test_one_that_nobody_asks_for_ends_with_the_command() -> None:
    with server_process.beginning():
        ((begun, _),) = server_process._begun
        assert begun.process.poll() is None
    assert begun.process.poll() is not None
    assert server_process._begun == []


def test_one_ends_by_itself_when_its_engine_has_ended_without_settings() -> None:
    process, requests = server_process.examiner()
    requests.close()
    assert process.process.wait(60) == 0
    assert process.last_words() == SILENT
    process.end()


def test_what_keeps_one_from_beginning_is_told_by_who_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no such program")
    with server_process.beginning(), pytest.raises(OSError, match="no such program"):
        ForkServers(Course.find().paths("05"), "numpy")


def test_one_that_has_broken_down_before_it_had_settings_says_why() -> None:
    with server_process.beginning():
        ((begun, _),) = server_process._begun
        begun.process.kill()
        begun.process.wait()
        os.write(begun._log.fileno(), b'{"ko": "\xeb\x81\x9d", "en": "no NumPy"}\n')
        servers = ForkServers(Course.find().paths("05"), "numpy")
        try:
            servers.start_workers(choose("auto"))
            with pytest.raises(EngineError) as trouble:
                servers.wait()
        finally:
            servers.close()
    assert trouble.value.text == Text(ko="채점기를 시작하지 못했습니다: 끝", en="the grader could not start: no NumPy")


@pytest.mark.parametrize("imports_long", [True, False])
def test_it_is_waited_for_only_where_the_other_imports_for_longer(
    imports_long: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assignment, waited = Course.find().assignment("05"), []
    profile = assignment.config.profile
    monkeypatch.setitem(PROFILES, profile, replace(PROFILES[profile], imports_long=imports_long))
    ready = select.select
    monkeypatch.setattr(fork_servers.select, "select", lambda *sockets: waited.append(ready(*sockets)[0]))
    with closing(ForkServers(assignment.paths, assignment.config.profile)) as servers:
        servers.wait_for_examiner()
        assert waited == ([[servers._requests]] if imports_long else [])
        servers.start_workers(choose("auto"))
        servers.wait()


@pytest.mark.parametrize("named", ["--out {}", "--out={}"])
def test_none_begins_where_results_are_there_already(named: str, tmp_path: Path) -> None:
    words = ["grade", "01", "class", *named.format(tmp_path).split()]
    assert command_start._needs_graders(words)
    (tmp_path / "gradebook.sqlite").touch()
    assert not command_start._needs_graders(words)
    assert command_start._needs_graders([*words[:3], "--out", "x" * 5000])
