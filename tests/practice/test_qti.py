"""QTI for Canvas, read back by a reader of its own: every key gets 100 in both languages, and every mistake nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeVar

import pytest
import qti_reader
from markupsafe import escape
from qti_reader import Item
from whole_bank import SCRIPT, STUDENT, typed, whole_bank, words

from fcnkit.practice import figures, markup
from fcnkit.practice.answers import Answer, Choice, FillIn, Matching
from fcnkit.practice.document import Entry, PracticeSet, Section
from fcnkit.practice.document_blocks import Figure
from fcnkit.practice.writers import qti
from fcnkit.text import LANGS, Lang

pytestmark = pytest.mark.parametrize("lang", LANGS)

A = TypeVar("A", bound=Answer)


@cache
def package(lang: Lang) -> qti_reader.Package:
    (content,) = qti.write(whole_bank(), lang).values()
    return qti_reader.read(content)


def read(lang: Lang, kind: type[A]) -> list[tuple[A, Entry, Item]]:
    items = [item for item in package(lang).items if item.kind != "text_only_question"]
    pairs = zip(whole_bank().entries, items, strict=True)
    return [(entry.problem.answer, entry, item) for entry, item in pairs if isinstance(entry.problem.answer, kind)]


def test_the_right_option_gets_all_and_the_others_nothing(lang: Lang) -> None:
    for choice, _, item in read(lang, Choice):
        assert item.kind == "multiple_choice_question"
        (options,) = item.choices.values()
        for option, ident in zip(choice.options, options, strict=True):
            assert item.score(response1=ident) == (0 if option.why else 100)


def test_a_wrong_option_says_why(lang: Lang) -> None:
    for choice, _, item in read(lang, Choice):
        (options,) = item.choices.values()
        for option, ident in zip(choice.options, options, strict=True):
            own = {name: text for name, text in item.feedback(response1=ident).items() if name != "general_fb"}
            assert list(own) == ([f"{ident}_fb"] if option.why else [])
            if option.why:
                assert words(own[f"{ident}_fb"]) == markup.plain(option.why[lang])


def test_a_single_gap_takes_what_is_accepted_and_no_mistake(lang: Lang) -> None:
    for answer, _, item in read(lang, FillIn):
        if item.kind == "fill_in_multiple_blanks_question":
            continue
        (blank,) = answer.blanks
        for text in blank.accepted:
            assert item.score(response1=text.upper()) == item.score(response1=_closed_up(text)) == 100
        for mistake in answer.distractors:
            assert item.score(response1=typed(mistake.value, lang)) == 0


def test_several_gaps_take_what_is_accepted_each_for_its_share(lang: Lang) -> None:
    for answer, _, item in read(lang, FillIn):
        if item.kind != "fill_in_multiple_blanks_question":
            continue
        taken = list(item.choices.values())
        for blank, spellings in zip(answer.blanks, taken, strict=True):
            assert set(spellings.values()) >= {w for text in blank.accepted for w in (text, _closed_up(text))}
            assert {_letters(text) for text in spellings.values()} == {_letters(text) for text in blank.accepted}
        for pick in (0, -1):
            chosen = {response: list(spellings)[pick] for response, spellings in item.choices.items()}
            assert item.score(**chosen) == pytest.approx(100, abs=0.2)
        one = dict([next(iter(chosen.items()))])
        assert item.score(**one) == pytest.approx(100 / len(answer.blanks), abs=0.01)


def test_each_pair_gets_its_share_and_no_other_name_anything(lang: Lang) -> None:
    for answer, _, item in read(lang, Matching):
        assert item.kind == "matching_question"
        assert [words(prompt) for prompt in item.prompts.values()] == [
            markup.plain(each[lang]) for each in answer.prompts
        ]
        key = {}
        for response, place in zip(item.prompts, answer.correct, strict=True):
            names = item.choices[response]
            assert [*names.values()] == [markup.plain(name[lang]) for name in answer.options]
            key[response] = [*names][place]
            for name in names:
                share = 100 / len(answer.prompts) if name == key[response] else 0
                assert item.score(**{response: name}) == pytest.approx(share, abs=0.01)
        assert item.score(**key) == pytest.approx(100, abs=0.05)


def test_every_gap_stands_in_the_question_once(lang: Lang) -> None:
    for _, entry, item in read(lang, FillIn):
        if entry.problem.uid != "gaps":  # there, a gap's name stands in the text on purpose
            for response in item.choices:
                assert item.text.count(f"[{response.removeprefix('response_')}]") == 1


def test_every_kind_of_question_is_there(lang: Lang) -> None:
    assert {item.kind for item in package(lang).items} == {
        "text_only_question",
        "multiple_choice_question",
        "numerical_question",
        "short_answer_question",
        "fill_in_multiple_blanks_question",
        "matching_question",
        "essay_question",
    }


def test_sections_are_headings_between_the_questions(lang: Lang) -> None:
    kinds = [item.kind == "text_only_question" for item in package(lang).items]
    wanted = [heading for section in whole_bank().sections for heading in (True, *(False for _ in section.entries))]
    assert kinds == wanted


def test_points_and_settings_are_the_sets(lang: Lang) -> None:
    found = package(lang)
    assert sum(item.points for item in found.items) == whole_bank().points == float(found.settings["points_possible"])
    assert found.title == found.settings["title"] == f"{whole_bank().title[lang]} · {STUDENT}"
    assert found.settings["shuffle_answers"] == "false"


def test_the_solution_is_shown_whatever_the_answer(lang: Lang) -> None:
    for item in package(lang).items:
        if item.kind != "text_only_question":
            assert item.feedback(response1="0").keys() >= {"general_fb"}


def test_pictures_travel_inside(lang: Lang) -> None:
    shown = [
        block
        for entry in whole_bank().entries
        for block in (*entry.problem.question, *entry.problem.solution)
        if isinstance(block, Figure)
    ]
    assert set(package(lang).files.values()) == {figures.png(figure, lang) for figure in shown}


def test_text_stays_text_and_formulas_are_as_canvas_writes_them(lang: Lang) -> None:
    awkward = [item.text for _, entry, item in read(lang, FillIn) if SCRIPT in str(entry.problem.question)]
    assert len(awkward) == 2
    for text in awkward:
        assert SCRIPT not in text
        assert escape(SCRIPT) in text
    assert [r'data-equation-content="x_{i} \times 10{,}000"' in text for text in awkward].count(True) == 1


def test_no_formula_among_gaps_needs_canvas_to_draw_it(lang: Lang) -> None:
    """New Quizzes makes formulas of such pictures, but not in questions with several gaps."""
    for _, _, item in read(lang, FillIn):
        assert item.kind != "fill_in_multiple_blanks_question" or "equation_image" not in item.text


def test_ids_stay_when_texts_change(lang: Lang) -> None:
    whole = whole_bank()
    other = PracticeSet(
        whole.title,
        whole.name,
        whole.student,
        tuple(Section(s.title, None, s.minutes, s.entries) for s in whole.sections),
        whole.glossary,
    )
    (content,) = qti.write(other, lang).values()
    ids = [[item.element.attrib["ident"] for item in each.items] for each in (package(lang), qti_reader.read(content))]
    assert ids[0] == ids[1]


def _closed_up(text: str) -> str:
    return re.sub(r"(?<!\d) | (?!\d)", "", text)


def _letters(text: str) -> str:
    """All that counts of an answer."""
    return re.sub(r"\s|(?<=[a-z])-(?=[a-z])", "", text.casefold())
