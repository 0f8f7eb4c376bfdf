"""Where nothing may be written, a command names the path and the option, and nobody sees a traceback."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from graded_examples import GradedExamples

from fcnkit import cli
from fcnkit.commands import doctor
from fcnkit.commands.application import COMMANDS
from fcnkit.commands.file_errors import sentence

ROOT = Path(__file__).resolve().parents[2]
NAME = "01-transposed-convolution"
FCNKIT = Path(sys.executable).with_name("fcnkit")
OBEDIENT = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
"""Root may write everywhere, unless it has given that up."""


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder that may only be read."""
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    yield folder
    folder.chmod(0o755)


def refused(*words: str | Path) -> str:
    """The one line that is said."""
    if OBEDIENT and shutil.which(OBEDIENT[0]) is None:
        pytest.skip("setpriv is not installed")
    env = {**os.environ, "LANG": "en_US.UTF-8", "LC_ALL": ""}
    done = subprocess.run([*OBEDIENT, FCNKIT, *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    *progress, said = done.stderr.splitlines()
    assert not [line for line in progress if "Traceback" in line]
    return said


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("package", "04"), ""),
        (("practice", "--format", "html"), ""),
        (("practice", "--format", "html"), "below"),
        (("term", "{class}"), "below/new"),
        (("export", "{class}", "--to", "csv"), "marks.csv"),
    ],
)
def test_out_is_named_where_it_may_not_be_written(
    words: tuple[str, ...], place: str, locked: Path, graded_examples: GradedExamples
) -> None:
    filled_in = [str(graded_examples(NAME).out) if word == "{class}" else word for word in words]
    said = refused(*filled_in, "--out", locked / place)
    assert said.startswith(f"fcnkit: --out {locked}")
    assert said.endswith(": Permission denied; name another place")


@pytest.mark.parametrize("words", [("export", "--to", "csv"), ("similar",)])
def test_out_is_proposed_where_the_results_may_not_be_written(
    words: tuple[str, ...], locked: Path, graded_examples: GradedExamples
) -> None:
    locked.chmod(0o755)
    shutil.copy(graded_examples(NAME).out / "gradebook.sqlite", locked)
    locked.chmod(0o555)
    said = refused(words[0], locked, *words[1:])
    assert said.startswith(f"fcnkit: {locked}/")
    assert said.endswith(": Permission denied; name a place where you may write with --out")


def test_what_cannot_be_read_is_named_with_its_own_option(tmp_path: Path) -> None:
    error = PermissionError(errno.EACCES, "", str(tmp_path / "roster.csv"))
    arguments = ["grade", "01", "class", f"--roster={tmp_path}/roster.csv", "--out", str(tmp_path / "out")]
    assert sentence(error, arguments, COMMANDS).en.startswith(f"--roster {tmp_path}/roster.csv: Permission denied")
    other = sentence(PermissionError(errno.EACCES, "", str(tmp_path / "kim.ipynb")), arguments, COMMANDS)
    assert "--" not in other.en
    assert "check that it may be read" in other.en


def test_what_lies_in_a_closed_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: Path, **_: object) -> os.stat_result:
        raise PermissionError(errno.EACCES, "", str(path))

    monkeypatch.setattr(Path, "stat", closed)  # which nothing keeps from root
    error = PermissionError(errno.EACCES, "", str(tmp_path / "closed" / "kim" / "hw.ipynb"))
    assert sentence(error, ["requests", str(tmp_path)], COMMANDS).en.startswith(f"{tmp_path}/closed/kim/hw.ipynb: ")


def test_a_full_disk_is_no_matter_of_options(tmp_path: Path) -> None:
    error = OSError(errno.ENOSPC, "", str(tmp_path / "out" / "page.html"))
    said = sentence(error, ["grade", "01", "class", "--out", str(tmp_path / "out")], COMMANDS)
    assert said.en.startswith(f"{tmp_path}/out/page.html: No space left on device; ")
    assert said.en.endswith("has room")


@pytest.mark.parametrize("file", [None, "/profile/fcnkit"])
def test_where_too_few_files_may_be_open_the_limit_is_named_and_no_file(file: str | None) -> None:
    error = OSError(errno.EMFILE, "Too many open files", *filter(None, [file]))
    said = sentence(error, ["grade", "--out", "/profile"], COMMANDS)
    assert said.en.startswith("Too many open files; allow more")
    assert "`ulimit -n 1024`" in said.ko


def test_where_nothing_takes_temporary_files_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def is_none() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_get_default_tempdir", is_none)
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit) as ended:
        cli.main(["--ui-lang", "en", "build", "--check", "04"])
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("fcnkit: no folder takes temporary files; ")
    (finding,) = doctor._findings(doctor._temporary_folder)
    assert finding.stops_grading
    assert finding.remedy == doctor.FREE_SPACE
