"""The course as it arrives on a node of a cluster."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.xdist_group("cluster")
def test_what_students_may_not_read_lies_in_closed_folders_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = pytest.importorskip("fcnkit.engines.ray_actor", reason="the extra fcnkit[cluster] is not installed")
    modes = []
    write = Path.write_bytes

    def watched(path: Path, content: bytes) -> int:
        modes.append((tmp_path / path.relative_to(tmp_path).parts[0]).stat().st_mode & 0o077)
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", watched)
    actor._unpack(
        {"autograder/suites/01/test_q1.py": b"hidden", "solutions/01/assignment.toml": b"", "shared/a.py": b""},
        tmp_path,
    )
    assert modes[:2] == [0, 0]
    assert modes[2] & 0o055
    assert (tmp_path / "autograder/suites/01/test_q1.py").read_bytes() == b"hidden"
