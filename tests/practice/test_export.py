"""`fcnkit practice`: its files, its keys, and what it says."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import command_line
import pytest
from this_course import practice_sets, read_blueprint

from fcnkit.practice.export_sets import ExportRequest, export
from fcnkit.practice.writers import Format

FCNKIT = Path(sys.executable).with_name("fcnkit")
SMALL = """
title = { ko = "연습", en = "Practice" }
points = 6
[[sections]]
title = { ko = "1부", en = "Part 1" }
book = "closed"
minutes = 10
[[sections.items]]
topic = "terminology"
difficulty = 1
count = 3
points = 2
"""
"""A set without pictures, which take half a second to be drawn, where it is not questions that matter."""


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return command_line.run("practice", *arguments, cwd=Path.cwd())


@pytest.fixture
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[str | Path, ...]:
    """The option that asks for small sets."""
    path = tmp_path_factory.mktemp("blueprint") / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    return "--blueprint", path


def _rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "keys.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_run_writes_each_format_in_both_languages_and_all_keys(tmp_path: Path) -> None:
    formats = [argument for name in ("html", "ipynb", "anki") for argument in ("--format", name)]
    command = [FCNKIT, "practice", "--seed", "7", *formats, "--out", tmp_path / "sets"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "the pairs of matching are asked by the terms' cards" in done.stdout
    assert sorted(path.name for path in (tmp_path / "sets").iterdir()) == [
        "keys.csv",
        "seed.txt",
        *(f"set-01.{lang}{ending}" for lang in ("en", "ko") for ending in (".apkg", ".html", ".ipynb", ".key.ipynb")),
    ]
    rows = _rows(tmp_path / "sets")
    assert [row["number"] for row in rows] == [str(number) for number in range(1, 23)]
    assert sum(int(row["points"]) for row in rows) == 100
    assert all(row["answer"] for row in rows)
    assert {row["student"] for row in rows} == {""}
    (matching,) = (row for row in rows if row["item"] == "match-terms")
    assert len(matching["option"].split(", ")) == len(matching["answer"].split(" / ")[1].split(", ")) == 5
    assert [path.name for path in tmp_path.iterdir()] == ["sets"]


def test_sets_made_side_by_side_are_those_made_one_by_one(tmp_path: Path) -> None:
    blueprint, source = read_blueprint(None)
    order = ExportRequest(3, (Format.HTML,), ("ko",))
    chosen = list(practice_sets(blueprint, source, 3, 3, []))
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder, workers in zip(folders, (1, 2), strict=True):
        assert sorted(export(order, chosen, 3, folder, workers)) == [each.name for each in chosen]
    for path in folders[0].iterdir():
        assert path.read_bytes() == (folders[1] / path.name).read_bytes()


def test_each_student_of_a_roster_gets_a_set(tmp_path: Path, small: tuple[str | Path, ...]) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("김민지\nA/B\n=1+1\n", encoding="utf-8")
    done = _run(
        "--seed", "7", "--lang", "ko", "--format", "html", *small, "--roster", roster, "--out", tmp_path / "sets"
    )
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "sets").iterdir()} == {
        "keys.csv",
        "seed.txt",
        "김민지.ko.html",
        "A_B.ko.html",
        "=1+1.ko.html",
    }
    assert {row["student"] for row in _rows(tmp_path / "sets")} == {"김민지", "A/B", "'=1+1"}


def test_letters_that_may_print_as_boxes_are_told(tmp_path: Path, small: tuple[str | Path, ...]) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("김민지\n홍㛃\n", encoding="utf-8")
    done = _run("--seed", "7", "--lang", "ko", *small, "--roster", roster, "--out", tmp_path / "sets")
    assert done.returncode == 0, done.stderr
    assert "홍㛃: 시험지에 넣는 글꼴에 없는 글자(㛃)" in done.stderr
    assert {path.name for path in (tmp_path / "sets").iterdir()} >= {"김민지.ko.pdf", "홍㛃.ko.pdf", "홍㛃.ko.key.pdf"}


def test_a_secret_seed_is_drawn_and_makes_the_same_sets_again(tmp_path: Path) -> None:
    arguments = ("--lang", "en", "--format", "html", "--out")
    done = _run(*arguments, tmp_path / "sets")
    assert done.returncode == 0, done.stderr
    assert "seed.txt: it makes the same sets again" in " ".join(done.stdout.split())
    option, seed = (tmp_path / "sets" / "seed.txt").read_text(encoding="utf-8").split()
    assert option == "--seed"
    assert len(seed) > 30
    again = _run("--seed", seed, *arguments, tmp_path / "again")
    assert again.returncode == 0, again.stderr
    assert "by trying" not in again.stdout
    for path in (tmp_path / "sets").iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


def test_a_second_run_into_a_folder_goes_on_with_its_seed(tmp_path: Path, small: tuple[str | Path, ...]) -> None:
    arguments = ("--lang", "en", "--format", "html", *small, "--out", tmp_path / "sets")
    assert _run(*arguments).returncode == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "sets").iterdir()}
    again = _run(*arguments, "--sets", "2")
    assert again.returncode == 0, again.stderr
    assert "seed.txt was taken again" in " ".join(again.stdout.split())
    assert [path.name for path in (tmp_path / "sets").iterdir() if path.name not in first] == ["set-02.en.html"]
    for name in ("seed.txt", "set-01.en.html"):
        assert (tmp_path / "sets" / name).read_bytes() == first[name]


@pytest.mark.parametrize(
    ("kept", "arguments", "sentence"),
    [
        (f"--seed {2**127}\n", ("--seed", "7"), "the sets in this folder are of another seed"),
        # As Notepad saves it.
        (f"\ufeff--seed {2**127}\n", ("--seed", "7"), "the sets in this folder are of another seed"),
        ("a letter to Minji\n", (), "holds no seed"),
    ],
)
def test_a_folder_with_the_keys_of_another_seed_is_left_as_it_is(
    kept: str, arguments: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "seed.txt").write_text(kept, encoding="utf-8")
    done = _run(*arguments, "--lang", "en", "--format", "html", "--out", tmp_path)
    assert done.returncode == 2
    assert f"seed.txt: {sentence}" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["seed.txt"]
    assert (tmp_path / "seed.txt").read_text(encoding="utf-8") == kept


def test_sets_of_a_seed_that_can_be_given_again_are_written_over(tmp_path: Path, small: tuple[str | Path, ...]) -> None:
    for seed in ("8", "7"):
        assert _run("--seed", seed, "--lang", "en", "--format", "html", *small, "--out", tmp_path).returncode == 0
        assert (tmp_path / "seed.txt").read_text(encoding="utf-8") == f"--seed {seed}\n"


def test_a_seed_that_can_be_found_by_trying_is_told(tmp_path: Path, small: tuple[str | Path, ...]) -> None:
    done = _run("--seed", "7", "--lang", "en", "--format", "html", *small, "--out", tmp_path / "sets")
    assert "find the seed 7 by trying" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--seed", "1"], "--out is missing"),
        (["--seed", "1", "--out", "OUT", "--blueprint", "none.toml"], "none.toml: No such file"),
        (["--seed", "1", "--out", "OUT", "--roster", "none.csv"], "none.csv: No such file"),
        (["--seed", "1", "--out", "OUT", "--roster", "none.csv", "--sets", "2"], "leave one of them out"),
        (["--seed", "1", "--out", "OUT", "--focus", "none", "--sets", "2"], "leave one of them out"),
        (["--seed", "1", "--out", "OUT", "none"], "write --focus before graded folders"),
        (["--seed", "1", "--out", "OUT", "--pool", "2", "--sets", "2"], "--pool makes question banks"),
        (["--seed", "1", "--out", "OUT", "--pool", "2", "--format", "pdf"], "--pool makes question banks"),
        (["--seed", "1", "--out", "OUT", "--format", "web", "--sets", "2"], "--format web makes one page"),
        (["--seed", "1", "--out", "FILE"], "FILE: is a file"),
        (["--preview", "yolo"], "no item 'yolo'; names like it: yolo-box-size, "),
    ],
)
def test_wrong_usage_is_one_sentence_and_leaves_nothing(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    (tmp_path / "FILE").write_text("mine", encoding="utf-8")
    places = {"OUT": str(tmp_path / "sets"), "FILE": str(tmp_path / "FILE")}
    done = _run(*(places.get(each, each) for each in arguments))
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["FILE"]
    assert (tmp_path / "FILE").read_text(encoding="utf-8") == "mine"


def test_what_breaks_off_leaves_nothing_half_written(tmp_path: Path) -> None:
    blueprint, source = read_blueprint(None)
    chosen = practice_sets(blueprint, source, 3, 3, [])
    running = export(ExportRequest(3, (Format.HTML,), ("en",)), chosen, 3, tmp_path / "sets", 1)
    next(running)
    running.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_preview_shows_question_answer_and_solution(lang: str) -> None:
    done = _run("--preview", "transposed-row", "--lang", lang)
    assert done.returncode == 0, done.stderr
    assert ("풀이" if lang == "ko" else "Solution") in done.stdout
    assert "kernel = [[" in done.stdout
    done = _run("--preview", "network-kind", "--lang", lang)
    assert ("정답" if lang == "ko" else "Answer") in done.stdout


def test_a_preview_leaves_out_no_word_where_a_line_just_fits() -> None:
    previews = [_run("--preview", "definition-of-term", "--seed", str(seed), "--lang", "ko") for seed in (41, 42, 43)]
    assert all("정답" in done.stdout and "…" not in done.stdout for done in previews)
