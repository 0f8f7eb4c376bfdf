"""Anki decks, read back from their database, and by Anki itself where it is installed."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import anki_reader
import pytest
from anki_reader import Note
from this_course import COURSE
from whole_bank import SCRIPT, whole_bank

from fcnkit.course import Course
from fcnkit.practice.answers import Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import Entry, PracticeSet, Section
from fcnkit.practice.document_blocks import Figure, Paragraph, iter_texts, say
from fcnkit.practice.item_texts import LETTERS
from fcnkit.practice.registry import load_registry
from fcnkit.practice.writers import anki, html_fragments, latex
from fcnkit.practice.writers.html_fragments import HtmlDialect
from fcnkit.text import LANGS, Lang

TERMS = whole_bank().glossary.terms or ()
ANKI = HtmlDialect(maths=latex.delimited)


@cache
def package(lang: Lang) -> anki_reader.Package:
    return anki_reader.read(written(whole_bank(), lang))


def written(practice_set: PracticeSet, lang: Lang) -> bytes:
    (content,) = anki.write(practice_set, lang).values()
    return content


def note(kind: str, name: str, lang: Lang) -> Note:
    return package(lang).notes[anki.guid(kind, name, lang)]


@pytest.mark.parametrize("lang", LANGS)
def test_every_term_is_asked_for_and_explained(lang: Lang) -> None:
    for term in TERMS:
        found = note("term", term.id, lang)
        assert found.fields["Term"] == term.title[lang]
        assert found.fields["Definition"] == html_fragments.inline(term.definition, lang, ANKI)
        assert found.cards == 2


@pytest.mark.parametrize("lang", LANGS)
def test_short_problems_have_their_key_on_the_back(lang: Lang) -> None:
    short = [entry.problem for entry in whole_bank().entries if anki.short_answer(entry.problem)]
    assert {isinstance(problem.answer, Choice) for problem in short} == {True, False}
    for problem in short:
        answer, found = problem.answer, note("problem", problem.uid, lang)
        assert found.cards == 1
        if isinstance(answer, Choice):
            right = answer.options[answer.correct].content
            assert found.fields["Answer"].startswith(f"<p>{LETTERS[answer.correct]}</p>")
            if isinstance(right, Paragraph):
                assert html_fragments.inline(right.text, lang, ANKI) in found.fields["Answer"]
        elif isinstance(answer, Explanation):
            assert not found.fields["Answer"]  # the model answer is the solution
            told = [*iter_texts(problem.solution), *(each.text for each in answer.criteria)]
            assert all(html_fragments.inline(text, lang, ANKI) in found.fields["Solution"] for text in told)
        else:
            assert isinstance(answer, FillIn)
            for blank in answer.blanks:
                assert html_fragments.inline(blank.formatted, lang, ANKI) in found.fields["Answer"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_card_says_what_leads_to_wrong_answers(lang: Lang) -> None:
    for problem in (entry.problem for entry in whole_bank().entries if anki.short_answer(entry.problem)):
        answer, back = problem.answer, note("problem", problem.uid, lang).fields["Solution"]
        assert not isinstance(answer, Matching)
        wrong = {Choice: "options", FillIn: "distractors", Explanation: "misconceptions"}[type(answer)]
        for why in (each.why for each in getattr(answer, wrong) if each.why):
            assert html_fragments.inline(why, lang, ANKI) in back


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_long_is_a_card(lang: Lang) -> None:
    short = sum(anki.short_answer(entry.problem) is not None for entry in whole_bank().entries)
    assert (
        sum("problem" in found.model for found in package(lang).notes.values())
        == short
        < len(list(whole_bank().entries))
    )


def test_a_matching_is_no_card_for_the_terms_cards_ask_its_pairs() -> None:
    matchings = [entry.problem for entry in whole_bank().entries if isinstance(entry.problem.answer, Matching)]
    assert matchings
    for problem in matchings:
        assert anki.short_answer(replace(problem, minutes=1)) is None
        assert anki.guid("problem", problem.uid, "ko") not in package("ko").notes


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_that_is_shown_is_inside(lang: Lang) -> None:
    short = [entry.problem for entry in whole_bank().entries if anki.short_answer(entry.problem)]
    shown = [
        block for problem in short for block in (*problem.question, *problem.solution) if isinstance(block, Figure)
    ]
    fields = "".join(text for found in package(lang).notes.values() for text in found.fields.values())
    assert fields.count("<img") == len(shown)
    assert all(f'src="{name}"' in fields for name in package(lang).media)


@pytest.mark.parametrize("lang", LANGS)
def test_text_stays_text(lang: Lang) -> None:
    asked = note("problem", "star", lang).fields["Question"]
    assert SCRIPT not in asked
    assert r"\(x_{i} \times 10{,}000\)" in asked


def test_the_languages_share_no_note_and_no_deck() -> None:
    korean, english = (package(lang) for lang in LANGS)
    assert not korean.notes.keys() & english.notes.keys()
    assert korean.decks.keys() & english.decks.keys() == {1}  # Anki's own
    assert korean.models == english.models


def test_ids_stay_when_texts_change() -> None:
    whole, changed = whole_bank(), _reworded(whole_bank())
    before, after = (anki_reader.read(written(each, "ko")) for each in (whole, changed))
    assert before.notes.keys() == after.notes.keys()
    assert (before.decks, before.models) == (after.decks, after.models)
    assert before.notes != after.notes


def test_notes_are_as_new_as_the_texts_so_that_anki_updates_them(tmp_path: Path) -> None:
    (tmp_path / "autograder" / "practice").mkdir(parents=True)
    sheet = tmp_path / "terminology.md"
    shutil.copy(COURSE.terminology, sheet)
    os.utime(sheet, (4_000_000_000, 4_000_000_000))
    newer = replace(whole_bank(), glossary=load_registry(Course(tmp_path)).glossary)
    notes = anki_reader.read(written(newer, "en")).notes.values()
    assert {found.modified for found in notes} == {4_000_000_000}


def test_anki_itself_updates_what_it_has_instead_of_doubling_it(tmp_path: Path) -> None:
    library = pytest.importorskip("anki.collection", reason="Anki is not installed: make anki-import installs it")
    collection = library.Collection(str(tmp_path / "collection.anki2"))
    try:
        first = _imported(library, collection, tmp_path, written(whole_bank(), "ko"))
        assert (len(first.new), len(first.updated)) == (len(package("ko").notes), 0)
        again = _imported(library, collection, tmp_path, written(whole_bank(), "ko"))
        assert (len(again.new), len(again.updated)) == (0, 0)
        later = first_edit() + 10**8
        reworded = _reworded(whole_bank())
        reworded = replace(reworded, glossary=replace(reworded.glossary, edited=later))
        changed = _imported(library, collection, tmp_path, written(reworded, "ko"))
        assert (len(changed.new), len(changed.updated)) == (0, len(package("ko").notes))
        assert collection.note_count() == len(package("ko").notes)
        assert collection.find_notes('Question:"*바뀐 문장*"')
    finally:
        collection.close()


def first_edit() -> int:
    return max(found.modified for found in package("ko").notes.values())


def _imported(library: Any, collection: Any, folder: Path, content: bytes) -> Any:
    path = folder / "deck.apkg"
    path.write_bytes(content)
    return collection.import_anki_package(library.ImportAnkiPackageRequest(package_path=str(path))).log


def _reworded(practice_set: PracticeSet) -> PracticeSet:
    sections = tuple(
        Section(section.title, section.note, section.minutes, tuple(map(_with_new_text, section.entries)))
        for section in practice_set.sections
    )
    return replace(practice_set, sections=sections)


def _with_new_text(entry: Entry) -> Entry:
    return replace(
        entry, problem=replace(entry.problem, question=(say(ko="바뀐 문장입니다.", en="Another sentence."),))
    )
