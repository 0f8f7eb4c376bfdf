"""Moodle XML, read back by a reader of its own: every key gets full marks in both languages, and every mistake none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from xml.etree import ElementTree

import moodle_reader
import pytest
from markupsafe import escape
from moodle_reader import Question
from whole_bank import SCRIPT, STUDENT, typed, whole_bank, words

from fcnkit.practice import figures, markup
from fcnkit.practice.answers import Blank, Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import Entry
from fcnkit.practice.document_blocks import Figure
from fcnkit.practice.item_texts import points_of
from fcnkit.practice.writers import moodle
from fcnkit.text import LANGS, Lang, Text

pytestmark = pytest.mark.parametrize("lang", LANGS)


@cache
def read(lang: Lang) -> list[tuple[Entry, Question]]:
    (content,) = moodle.write(whole_bank(), lang).values()
    return list(zip(whole_bank().entries, moodle_reader.read(content), strict=True))


def test_the_key_gets_full_marks(lang: Lang) -> None:
    for entry, question in read(lang):
        if isinstance(entry.problem.answer, Explanation):  # a person marks it
            continue
        assert question.marks(key(entry, question, lang)) == pytest.approx(question.mark), entry.problem.uid


def test_every_spelling_that_is_accepted_gets_full_marks(lang: Lang) -> None:
    for blank, part in blanks(lang):
        for text in blank.accepted:
            closed_up = re.sub(r"(?<!\d) | (?!\d)", "", text)
            for written in (text, text.upper(), closed_up, re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text)):
                found = part.matching(written)
                assert found is not None, written
                assert found.fraction == 1, written


def test_a_wrong_option_gets_nothing_and_says_why(lang: Lang) -> None:
    for entry, question in read(lang):
        if isinstance(entry.problem.answer, Choice):
            (part,) = question.parts
            assert part.kind == "multichoice"
            for option, answer in zip(entry.problem.answer.options, part.answers, strict=True):
                assert answer.fraction == (0 if option.why else 1)
                assert bool(answer.feedback) == bool(option.why)


def test_a_well_known_mistake_in_a_single_gap_gets_nothing_and_says_why(lang: Lang) -> None:
    for entry, question in read(lang):
        answer = entry.problem.answer
        if isinstance(answer, FillIn) and len(answer.blanks) == 1:
            for mistake in answer.distractors:
                found = question.parts[0].matching(typed(mistake.value, lang))
                assert found is not None
                assert found.fraction == 0
                assert words(found.feedback) == markup.plain(mistake.why[lang])


def test_each_pair_gets_its_share_and_no_other_name_anything(lang: Lang) -> None:
    for entry, question in read(lang):
        answer = entry.problem.answer
        if isinstance(answer, Matching):
            assert question.kind == "matching"
            assert [words(part.prompt) for part in question.parts] == plain(answer.prompts, lang)
            for place, part in zip(answer.correct, question.parts, strict=True):
                assert part.mark == question.mark / len(answer.prompts)
                right = plain(answer.options, lang)[place]
                assert {each.text: each.fraction for each in part.answers} == {
                    name: float(name == right) for name in plain(answer.options, lang)
                }


def test_a_gap_takes_nothing_else(lang: Lang) -> None:
    for _, part in blanks(lang):
        assert part.matching("-12345") is None
        for answer in part.answers:
            assert answer.fraction in (0, 1)


def test_all_gaps_of_a_question_are_equally_wide(lang: Lang) -> None:
    several = [question for _, question in read(lang) if question.kind == "cloze"]
    assert several
    for question in several:
        assert len({max(len(answer.text) for answer in part.answers) for part in question.parts}) == 1, question.name


def test_a_gap_says_what_a_well_known_wrong_number_comes_from(lang: Lang) -> None:
    told = 0
    for entry, question in read(lang):
        answer = entry.problem.answer
        if not (isinstance(answer, FillIn) and question.kind == "cloze"):
            continue
        reasons = {markup.plain(mistake.why[lang]) for mistake in answer.distractors}
        for blank, part in zip(answer.blanks, question.parts, strict=True):
            wrong = [each for each in part.answers if each.fraction == 0]
            assert {each.feedback for each in wrong} <= {*reasons, ""}
            assert all(each.text not in blank.accepted for each in wrong)
            told += sum(bool(each.feedback) for each in wrong)
    assert told > 20


def test_every_kind_of_question_is_there(lang: Lang) -> None:
    assert {question.kind for _, question in read(lang)} == {
        "multichoice",
        "numerical",
        "shortanswer",
        "cloze",
        "matching",
        "essay",
    }


def test_who_marks_an_explanation_sees_the_rubric_and_the_misconceptions(lang: Lang) -> None:
    asked = [entry.problem for entry in whole_bank().entries if isinstance(entry.problem.answer, Explanation)]
    file = ElementTree.fromstring(moodle.write(whole_bank(), lang)[".moodle.xml"])  # noqa: S314  # our own
    found = {each.findtext("idnumber"): each for each in file.iter("question") if each.get("type") == "essay"}
    assert found.keys() == {f"{problem.uid}-{lang}" for problem in asked}
    for problem in asked:
        assert isinstance(problem.answer, Explanation)
        told = words(found[f"{problem.uid}-{lang}"].findtext("graderinfo/text") or "")
        for each in problem.answer.criteria:
            assert f"{markup.plain(each.text[lang])} ({points_of(each.points)[lang]})" in told
        assert all(markup.plain(each.why[lang]) in told for each in problem.answer.misconceptions)


def test_each_section_is_a_category_of_the_students_set(lang: Lang) -> None:
    student = STUDENT.replace("/", "//")
    for section in whole_bank().sections:
        title = section.title[lang].replace("/", "//")
        own = [question.category for entry, question in read(lang) if entry in section.entries]
        assert set(own) == {f"top/{whole_bank().title[lang]}/{student} ({lang})/{title}"}


def test_the_solution_is_the_feedback(lang: Lang) -> None:
    for entry, question in read(lang):
        assert question.feedback.count("<p>") >= sum(hasattr(block, "text") for block in entry.problem.solution)


def test_pictures_travel_inside(lang: Lang) -> None:
    for entry, question in read(lang):
        shown = [block for block in (*entry.problem.question, *entry.problem.solution) if isinstance(block, Figure)]
        assert sorted(question.files.values()) == sorted({figures.png(figure, lang) for figure in shown})


def test_text_stays_text_and_formulas_are_latex(lang: Lang) -> None:
    awkward = [question.text for entry, question in read(lang) if SCRIPT in str(entry.problem.question)]
    assert len(awkward) == 3
    for text in awkward:
        assert SCRIPT not in text
        assert escape(SCRIPT) in text
        assert r"\(x_{i} \times 10{,}000\)" in text


def plain(texts: Iterable[Text], lang: Lang) -> list[str]:
    return [markup.plain(text[lang]) for text in texts]


def key(entry: Entry, question: Question, lang: Lang) -> list[str]:
    """The right response to each part."""
    answer = entry.problem.answer
    if isinstance(answer, Choice):
        return [question.parts[0].answers[answer.correct].text]
    if isinstance(answer, Matching):
        return plain(answer.matched, lang)
    assert isinstance(answer, FillIn)
    return [blank.accepted[0] for blank in answer.blanks]


def blanks(lang: Lang) -> Iterator[tuple[Blank, moodle_reader.Part]]:
    for entry, question in read(lang):
        if isinstance(entry.problem.answer, FillIn):
            yield from zip(entry.problem.answer.blanks, question.parts, strict=True)
