"""What the kernel is told to bound, where a submission shares its user with others."""

from __future__ import annotations

import os
import resource
from pathlib import Path

import pytest

from fcnkit.allowances import Limits
from fcnkit.grading.sandbox import privileges


@pytest.mark.parametrize("others", [0, 6])
def test_others_processes_of_the_same_user_count_for_nothing_and_its_own_does(
    others: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kernel counts all of a user's, the one that is told the limit among them."""
    status = f"Name:\tpython\nUid:\t{os.getuid()}\t0\t0\t0\nThreads:\t1\n"
    for number in range(others + 1):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}" / "status").write_text(status, encoding="ascii")
    told: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(privileges, "_PROC", tmp_path)
    monkeypatch.setattr(resource, "setrlimit", told.__setitem__)
    monkeypatch.setattr(resource, "getrlimit", lambda _: (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    privileges.limit(Limits(processes=20).model_dump(), shares_user=True)
    assert told[resource.RLIMIT_NPROC] == (20 + others, 20 + others)
