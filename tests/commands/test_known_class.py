"""A class of which nothing is new is told about without a grader; one starts with the first that has to be run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run

from fcnkit.engines.fork_servers import ForkServers

ROOT = Path(__file__).resolve().parents[2]


def _hand_in(path: Path, source: str) -> None:
    cell = {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]}), encoding="utf-8")


def test_graders_start_when_they_are_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[None] = []
    start = ForkServers._start_examiner
    monkeypatch.setattr(ForkServers, "_start_examiner", lambda self: (started.append(None), start(self))[1])

    def grade(*options: str) -> str:
        done = run("grade", "05", tmp_path / "class", "--out", tmp_path / "out", "--lang", "en", *options, cwd=ROOT)
        assert done.returncode == 0, done.stderr
        return done.stdout

    (tmp_path / "class").mkdir()
    _hand_in(tmp_path / "class" / "kim.ipynb", "x = 1")
    assert "not run again: 0" in grade()
    assert len(started) == 1
    assert "not run again: 1" in grade()
    assert len(started) == 1
    _hand_in(tmp_path / "class" / "lee.ipynb", "x = 2")
    assert "not run again: 1" in grade()
    assert len(started) == 2
    assert "not run again: 0" in grade("--regrade")
    assert len(started) == 3
