"""Short explanations in an exam: a box with ruled lines, clipped for a person, and a rubric of buttons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pytest
from exam_of_course import PEOPLE, SEED
from scanner import Grey, Pencil, Scanner, printed, scan, write

from fcnkit.exams.build_exam import Built, Class, build
from fcnkit.exams.exam_results import answered
from fcnkit.exams.forms import FormSpec, forms
from fcnkit.exams.gradebook_entry import entry
from fcnkit.exams.marking import marked
from fcnkit.exams.print_file import print_file
from fcnkit.exams.record import Exam, Question
from fcnkit.exams.scan.mark_reading import Doubt
from fcnkit.exams.scan.page_reader import PageReading, read_page
from fcnkit.exams.scan.sheets import ReadSheet
from fcnkit.exams.scan.upright import upright
from fcnkit.grading.results import Outcome
from fcnkit.practice.blueprint import read_blueprint
from fcnkit.practice.registry import Registry
from fcnkit.reviews.rubric_items import beside_items, rubric_items

BLUEPRINT = """
title = { ko = "연습", en = "Practice" }
exam_title = { ko = "시험", en = "Exam" }
points = 10
[[sections]]
title = { ko = "1부", en = "Part 1" }
book = "closed"
minutes = 30
[[sections.items]]
topic = "fcn"
difficulty = 2
kind = "explanation"
count = 2
points = 5
"""
SKEWED = Scanner(150, 2.4, 4, False, 0.9, 4, 60, 235, 30, 10, 1)


@dataclass(frozen=True)
class OnPaper:
    built: Built
    page: Grey
    """The first sheet's only one."""

    @property
    def exam(self) -> Exam:
        return self.built.exam

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.exam.form[self.exam.sheets[0].form].questions

    def read(self, page: Grey) -> PageReading:
        jpeg = np.frombuffer(scan(page, SKEWED, Random(4)), np.uint8)
        found = read_page(cv2.imdecode(jpeg, cv2.IMREAD_GRAYSCALE), self.exam)  # type: ignore[arg-type]  # uint8
        assert isinstance(found, PageReading)
        return found


@pytest.fixture(scope="module")
def paper(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> OnPaper:
    path: Path = tmp_path_factory.mktemp("exam") / "blueprint.toml"
    path.write_text(BLUEPRINT, encoding="utf-8")
    blueprint, source = read_blueprint(path, registry)
    made = forms(registry, blueprint, source, SEED, FormSpec(("A", "B"), True))
    built = build(registry, made, Class(PEOPLE[:1], columns=1, spares=0), SEED)
    (page,) = (each for each in printed(print_file(built, "ko", has_papers=False)) if upright(each) is not None)
    return OnPaper(built, page)


def test_the_exam_has_its_own_title_on_all_forms(paper: OnPaper) -> None:
    assert paper.exam.title.ko == "시험"
    assert {form.title.en for form in paper.built.forms.values()} == {"Exam"}


def test_ruled_lines_are_no_writing_however_the_page_lies(paper: OnPaper) -> None:
    read = paper.read(paper.page)
    assert [reading.doubt for reading in read.readings.values()] == [None, None]


@pytest.mark.parametrize("grey", [60, 165])
def test_what_is_written_between_the_lines_waits_for_a_person_with_its_picture(paper: OnPaper, grey: int) -> None:
    page = paper.page.copy()
    first, second = paper.questions
    write(page, second.marks[0], Pencil(grey, 1.5, 0, 0), Random(5))
    read = paper.read(page)
    assert {place: reading.doubt for place, reading in read.readings.items()} == {
        (first.number, 0): None,
        (second.number, 0): Doubt.WRITTEN,
    }
    sheet = ReadSheet(read.sheet, dict(read.readings), read.number, {0: "scan.pdf [1]"}, dict(read.clips))
    empty, waiting = (marked(each, answered(sheet, each, {}, "ko")) for each in (first, second))
    assert (empty.outcome, empty.score) == (Outcome.UNATTEMPTED, 0)
    assert empty.place is not None
    assert "A의 1번" in empty.place.ko
    assert (waiting.outcome, waiting.score, waiting.max_score) == (Outcome.UNREVIEWED, None, 5)
    assert waiting.by_hand is not None
    assert waiting.by_hand.picture


def test_a_graders_buttons_are_the_criteria_with_model_answers_and_misconceptions_below(paper: OnPaper) -> None:
    for asked in entry(paper.exam).questions:
        assert asked.rubric is not None
        alike = [each for form in paper.exam.forms for each in form.questions if each.id == asked.id]
        for question in alike:
            assert question.explained is not None
            items = rubric_items(asked.rubric, asked.points)
            assert [item.points for item in items] == [each.points for each in question.explained.criteria]
            assert sum(item.points for item in items) == question.points == 5
            assert question.explained.model.ko in beside_items(asked.rubric, "ko")
            assert all(each.en in beside_items(asked.rubric, "en") for each in question.explained.misconceptions)
