"""Administrators give root a umask under which others can read nothing that it makes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from fcnkit.grading.sandbox.launch import launch
from fcnkit.grading.sandbox.level import Isolation, probe
from fcnkit.grading.sandbox.visible_files import visible_files_for

CONFINING = [level for level in Isolation if level is not Isolation.NONE]


@pytest.fixture
def _strict_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.parametrize("level", CONFINING)
def test_a_level_can_be_had_whatever_the_umask_is(level: Isolation) -> None:
    before, usual = os.umask(0o022), probe(level)
    os.umask(0o077)
    strict = probe(level)
    os.umask(before)
    assert (strict.is_available, strict.finding) == (usual.is_available, usual.finding)


@pytest.mark.usefixtures("_strict_umask")
def test_another_user_may_pass_through_the_profile(tmp_path: Path) -> None:
    visible_files_for([], {"fcnkit/grading/worker": tmp_path}, tmp_path / "profile")
    folders = [tmp_path / "profile", tmp_path / "profile" / "fcnkit", tmp_path / "profile" / "fcnkit" / "grading"]
    assert [folder.stat().st_mode & 0o777 for folder in folders] == [0o755] * 3


@pytest.mark.skipif(os.geteuid() != 0, reason="who is not root enters the level as the user that made the files")
def test_strict_is_not_there_where_root_alone_can_read_the_packages(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text("", encoding="utf-8")
    (tmp_path / "module.py").chmod(0o600)
    (tmp_path / "__pycache__").mkdir(0o700)
    own = {"__pycache__": tmp_path / "__pycache__", "module.py": tmp_path / "module.py"}
    nothing = {"secret": "/", "port": 0}
    trial = launch("fcnkit.grading.sandbox.probe_child", "strict", (), own, tmp_path / "folder", **nothing)
    done = subprocess.run(trial.command, env=trial.environment, capture_output=True, text=True, check=True)
    assert f"no user but root can read {tmp_path / 'module.py'}" in done.stdout
