"""Variants: other questions for each student, nothing that tells what is right, graded as they were handed out."""

from __future__ import annotations

import ast
import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from course_copy import copy_of_course
from fcnlab.hand_in import cell_id
from filled_in import ASSIGNMENT, fill_in, notebooks
from nbclient import NotebookClient

from fcnkit.authoring.handout import fingerprint
from fcnkit.bundles.variant_zips import variant_zips
from fcnkit.course import Assignment, Course
from fcnkit.errors import UserError
from fcnkit.grading.intake.notebook_parser import parse
from fcnkit.quiz.answer_styles import STYLES, written
from fcnkit.quiz.questions import Quiz
from fcnkit.quiz.quiz_key import right_answers
from fcnkit.quiz.variants import more_variants, read_variants
from fcnkit.terminology import read
from fcnkit.text import LANGS, Lang

pytestmark = pytest.mark.xdist_group("quiz")

FCNKIT = Path(sys.executable).with_name("fcnkit")
TERMINOLOGY = read(ASSIGNMENT.course.terminology)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    """The quiz in a course of its own, which may write down variants."""
    root = tmp_path_factory.mktemp("course")
    paths = ASSIGNMENT.paths
    copy_of_course(root, paths.config_file.parent, paths.suite, paths.handout, "shared", ASSIGNMENT.course.terminology)
    return Course(root).assignment("05")


@pytest.fixture(scope="module")
def variants(course: Assignment) -> dict[str, Quiz]:
    return more_variants(course.paths.variants, TERMINOLOGY, 3)


@pytest.fixture(scope="module")
def zips(course: Assignment, variants: dict[str, Quiz], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return variant_zips(course, tmp_path_factory.mktemp("zips"), len(variants))


def test_each_variant_is_a_zip_and_the_same_again_each_time(
    course: Assignment, zips: list[Path], variants: dict[str, Quiz], tmp_path: Path
) -> None:
    assert [path.name for path in zips] == [f"{course.name}-{number:02}.zip" for number in (1, 2, 3)]
    assert len(variants) == len({quiz.model_dump_json() for quiz in variants.values()}) == 3
    for again in (variant_zips(course, tmp_path / "a", 3), variant_zips(course, tmp_path / "b", None)):
        assert [path.read_bytes() for path in again] == [path.read_bytes() for path in zips]


def test_more_variants_leave_those_that_were_handed_out_alone(tmp_path: Path) -> None:
    path = tmp_path / "variants.json"
    before = more_variants(path, TERMINOLOGY, 3)
    more = more_variants(path, TERMINOLOGY, 5)
    assert list(more.items())[:3] == list(before.items())
    assert read_variants(path, TERMINOLOGY) == more
    assert more_variants(path, TERMINOLOGY, 2) == dict(list(before.items())[:2])
    assert read_variants(path, TERMINOLOGY) == more


def test_both_languages_ask_the_same(zips: list[Path]) -> None:
    for path in zips:
        made = notebooks(path)
        assert set(made) == set(LANGS)
        assert len({notebook["metadata"]["fcnkit"]["variant"] for notebook in made.values()}) == 1


def test_a_notebook_tells_nothing_but_what_it_shows(zips: list[Path], variants: dict[str, Quiz]) -> None:
    """Whatever the answers are, all of a notebook is alike but for the questions shown and the variant's random id."""
    for lang in LANGS:
        made = [notebooks(path)[lang] for path in zips]
        assert len({json.dumps(_without_questions(notebook)) for notebook in made}) == 1
        for notebook, id in zip(made, variants, strict=True):
            assert notebook["metadata"]["fcnkit"].keys() == {"assignment", "generated", "lang", "master", "variant"}
            known = {id, fingerprint(ASSIGNMENT)}
            known |= {cell_id(at, cell["cell_type"], _source(cell)) for at, cell in enumerate(notebook["cells"])}
            assert set(re.findall(r"\b[0-9a-f]{8,}\b", json.dumps(notebook))) == known  # no digest of anything else
            code = [_source(cell) for cell in notebook["cells"] if cell["cell_type"] == "code"]
            assert not [term for term in TERMINOLOGY for source in code if term.id in source.split()]


def test_the_zip_holds_neither_the_sheet_of_terms_nor_the_draw(zips: list[Path]) -> None:
    for path in zips:
        content = path.read_bytes()  # stored, not compressed
        assert b'"shows"' not in content
        assert b"variants.json" not in content
        assert b"terminology.md" not in content


@pytest.mark.parametrize("lang", LANGS)
def test_an_untouched_variant_runs_from_top_to_bottom(lang: Lang, zips: list[Path], tmp_path: Path) -> None:
    shutil.unpack_archive(zips[0], tmp_path)
    (path,) = tmp_path.glob(f"*/*.{lang}.ipynb")
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    said = json.dumps([cell.get("outputs") for cell in notebook.cells], ensure_ascii=False)
    assert {"ko": "아직 답하지 않은 문제가 있습니다: 1.1, 1.2", "en": "not answered yet: 1.1, 1.2"}[lang] in said


@pytest.fixture(scope="module")
def grades(
    course: Assignment, zips: list[Path], variants: dict[str, Quiz], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, str]]:
    """A class in which all know the answers but hand them in under various circumstances."""
    folder = tmp_path_factory.mktemp("class")
    first, second, third = variants.values()
    right = [right_answers(quiz, TERMINOLOGY) for quiz in (first, second, third)]
    ids = list(variants)
    handed_in: dict[str, dict[str, Any]] = {
        f"right {number}": fill_in(notebooks(path)[lang], right[number])
        for number, (path, lang) in enumerate(zip(zips, ("ko", "en", "ko"), strict=True))
    }
    for style in STYLES.keys() - {"blank", "right"}:
        answers = ast.literal_eval(written(second, TERMINOLOGY, style))
        handed_in[f"style {style}"] = fill_in(notebooks(zips[1])["en"], answers)
    handed_in["lost metadata"] = {**fill_in(notebooks(zips[2])["ko"], right[2]), "metadata": {}}
    handed_in["answers of another"] = fill_in(notebooks(zips[0])["en"], right[1])
    for name, variant in (("calls itself another", ids[1]), ("made up", "0123456789")):
        notebook = fill_in(notebooks(zips[0])["en"], right[0])
        handed_in[name] = _renamed(notebook, variant)
    handed_out = json.loads((course.paths.handout / f"{course.name}.en.ipynb").read_text(encoding="utf-8"))
    handed_in["public draw"] = fill_in(handed_out, right[0])
    for name, notebook in handed_in.items():
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    out = folder / "out"
    subprocess.run(
        [FCNKIT, "grade", "05", folder, "--out", out, "--lang", "en"],
        cwd=course.paths.root,
        capture_output=True,
        check=False,
    )
    rows = csv.DictReader((out / "grades.csv").read_text(encoding="utf-8-sig").splitlines())
    return {row["student"]: row for row in rows}


def test_right_answers_to_each_variant_get_full_marks(grades: dict[str, dict[str, str]]) -> None:
    for number in range(3):
        row = grades[f"right {number}"]
        assert (row["status"], row["score"], row["note"]) == ("graded", "100", f"Variant {number + 1:02}")


def test_variants_are_answered_in_any_style(grades: dict[str, dict[str, str]]) -> None:
    styles = [row for name, row in grades.items() if name.startswith("style ")]
    assert len(styles) >= 5
    assert {row["score"] for row in styles} == {"100"}


def test_a_notebook_that_lost_its_metadata_is_known_by_its_answer_sheet(grades: dict[str, dict[str, str]]) -> None:
    assert grades["lost metadata"]["score"] == "100"
    assert "Variant 03" in grades["lost metadata"]["note"]


@pytest.mark.parametrize("how", ["answers of another", "calls itself another"])
def test_answers_to_one_variant_are_worth_little_in_another(how: str, grades: dict[str, dict[str, str]]) -> None:
    assert grades[how]["status"] == "graded"
    assert float(grades[how]["score"]) < 50


@pytest.mark.parametrize("how", ["made up", "public draw"])
def test_what_was_not_handed_out_is_not_graded(how: str, grades: dict[str, dict[str, str]]) -> None:
    row = grades[how]
    assert (row["status"], row["score"]) == ("invalid", "")
    assert "none of the variants that were handed out" in row["note"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [("[]", "the file: .*bring back the file"), ('{"variants": {"a": 1}}', "variants.a: .*bring back the file")],
)
def test_a_spoilt_list_of_variants_is_refused(content: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "variants.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=complaint):
        read_variants(path, TERMINOLOGY)


def test_a_variant_whose_terms_are_gone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "variants.json"
    (quiz,) = more_variants(path, TERMINOLOGY, 1).values()
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{quiz.choices[0].term}"', '"pace"'), encoding="utf-8")
    with pytest.raises(UserError, match=r"asks for pace, which terminology\.md does not have; bring it back"):
        read_variants(path, TERMINOLOGY)


def test_an_assignment_that_is_not_drawn_has_no_variants(tmp_path: Path) -> None:
    other = Course(ASSIGNMENT.paths.root).assignment("01")
    assert variant_zips(other, tmp_path, None) == []
    with pytest.raises(UserError, match="has no variants"):
        variant_zips(other, tmp_path, 2)


def test_intake_reads_the_variant_from_metadata_and_else_from_the_answer_sheet(zips: list[Path], variants: Any) -> None:
    for path, id in zip(zips, variants, strict=True):
        for notebook in notebooks(path).values():
            assert parse(json.dumps(notebook).encode(), "x").variant == id
            assert parse(json.dumps({**notebook, "metadata": {}}).encode(), "x").variant == id


def _renamed(notebook: dict[str, Any], variant: str | None) -> dict[str, Any]:
    about = {**notebook["metadata"]["fcnkit"], "variant": variant}
    return {**notebook, "metadata": {**notebook["metadata"], "fcnkit": about}}


def _without_questions(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook without what is shown of its questions, without the variant and the digests of cells."""
    cells = []
    for cell in notebook["cells"]:
        shown = {"quiz-choices", "quiz-writings", "quiz-matching"} & set(cell["metadata"].get("tags", []))
        source = "" if shown else re.sub(r"^# (문제지|variant): \w+$", "", _source(cell), flags=re.MULTILINE)
        cells.append({**cell, "source": source, "id": ""})
    return {**_renamed(notebook, None), "cells": cells}


def _source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])
