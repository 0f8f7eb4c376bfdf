"""What a submission's user has left where everybody may write is removed, whatever others do there meanwhile."""

import os
from pathlib import Path

from fcnkit.grading.sandbox import sandbox


def test_a_file_of_somebody_elses_that_has_just_gone_does_no_harm(tmp_path, monkeypatch):
    (tmp_path / "left").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "inner").touch()
    (tmp_path / "outside").symlink_to(Path(__file__))
    names = [tmp_path / "gone", *tmp_path.iterdir()]
    monkeypatch.setattr(Path, "iterdir", lambda _folder: iter(names))
    monkeypatch.setattr(sandbox, "_FOR_EVERYBODY", (str(tmp_path),))
    sandbox._remove_files_of(os.getuid() + 1)
    assert len(list(tmp_path.glob("*"))) == 3
    sandbox._remove_files_of(os.getuid())
    assert list(tmp_path.glob("*")) == []
    assert Path(__file__).exists()
