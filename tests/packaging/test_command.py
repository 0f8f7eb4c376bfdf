"""`fcnkit package` on the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import run
from course_copy import copy_of_course
from unzipped import ASSIGNMENT

FCNKIT = Path(sys.executable).with_name("fcnkit")
STUDENTS, GRADERS = f"{ASSIGNMENT.name}.zip", f"{ASSIGNMENT.name}-autograder.zip"


def package(*arguments: str | Path, cwd: Path = ASSIGNMENT.paths.root) -> subprocess.CompletedProcess[str]:
    return run("--ui-lang", "en", "package", *arguments, cwd=cwd)


@pytest.mark.parametrize(
    ("locale", "handed_out", "kept"),
    [("C.UTF-8", "for students", "never hand it out"), ("ko_KR.UTF-8", "학생에게 나누어", "학생에게는 주지 마세요")],
)
def test_both_zips_are_written_and_it_says_what_each_is_for(
    locale: str, handed_out: str, kept: str, tmp_path: Path
) -> None:
    command = [FCNKIT, "package", "01", "--out", tmp_path / "new" / "folder"]
    environment = {**os.environ, "LC_MESSAGES": locale}
    done = subprocess.run(
        command, cwd=ASSIGNMENT.paths.root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    written = [tmp_path / "new" / "folder" / name for name in (STUDENTS, GRADERS)]
    assert sorted((tmp_path / "new" / "folder").iterdir()) == sorted(written)
    lines = done.stdout.splitlines()
    assert lines[0::2] == [str(path) for path in written]
    assert handed_out in lines[1]
    assert kept in lines[3]


def test_the_options_reach_the_graders_zip(tmp_path: Path) -> None:
    options = ("--visibility", "after_due_date", "--isolation", "landlock")
    assert package("01", "--out", tmp_path, *options).returncode == 0
    with ZipFile(tmp_path / GRADERS) as archive:
        config = archive.read("otter_config.json").decode()
    assert '"after_due_date"' in config
    assert '"landlock"' in config


def test_a_handout_that_is_out_of_date_is_refused_in_a_sentence(tmp_path: Path) -> None:
    copy_of_course(tmp_path, "assignments", "autograder", "shared", "solutions")
    master = tmp_path / "solutions" / ASSIGNMENT.name / "master.py"
    master.write_text(master.read_text(encoding="utf-8").replace("2×2", "3×3", 1), encoding="utf-8")
    done = package("01", "--out", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.endswith("is not made from the present master; run `fcnkit build 01`\n")
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_place_of_the_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    done = package("01", "--out", tmp_path / "taken")
    assert done.returncode == 2
    assert done.stderr.startswith(f"fcnkit: --out {tmp_path / 'taken'}: ")


def test_a_quiz_is_handed_out_by_name_and_who_joins_changes_nobodys_variant(tmp_path: Path) -> None:
    copy_of_course(tmp_path, "assignments", "autograder", "shared", "solutions", "terminology.md")
    roster = tmp_path / "roster.csv"
    tables = []
    for people in ("이름,학번\n김민지,20231234\n", "이름,학번\n박서준,20231235\n김민지,20231234\n"):
        roster.write_text(people, encoding="utf-8")
        done = package("05", "--out", "out", "--roster", roster, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        tables.append((tmp_path / "out" / "05-terminology-quiz-variants.csv").read_text(encoding="utf-8-sig"))
    assert "who gets which variant" in done.stdout
    assert tables[1].splitlines()[:2] == tables[0].splitlines()
    files = [line.split(",")[2] for line in tables[1].splitlines()[1:]]
    assert files == ["05-terminology-quiz-01.zip", "05-terminology-quiz-02.zip"]
    assert all((tmp_path / "out" / file).exists() for file in files)


def test_an_assignment_without_variants_is_not_handed_out_by_name(tmp_path: Path) -> None:
    done = package("01", "--out", tmp_path, "--roster", "none.csv")
    assert done.returncode == 2
    assert "has no variants, its questions are not drawn; leave out --roster" in done.stderr
