"""Every draw asks each term once, gives away nothing that is to be written, and puts the right option anywhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from fcnkit.quiz import render
from fcnkit.quiz.draw_quiz import CHOICES, OPTIONS, PAIRS, WRITINGS, draw
from fcnkit.quiz.giveaways import tells
from fcnkit.quiz.questions import Quiz
from fcnkit.quiz.quiz_key import Comparison, right_answers
from fcnkit.quiz.quiz_misconceptions import misconceptions
from fcnkit.terminology import Terminology, read
from fcnkit.text import LANGS, Lang

TERMINOLOGY = read(Path(__file__).resolve().parents[2] / "terminology.md")
TRAPS = {
    "fcn-or-mlp",  # FCN taken for a fully connected network
    "mlp-or-densenet",
    "parameter-or-hyperparameter",
    "transposed-convolution-or-deconvolution",
    "semantic-segmentation-or-instance-segmentation",
    "foreground-or-background",  # the trimap's numbers
    "yolo-misnamed",
    "objectness-or-class-score",
}
"""What the lecture warns of."""


@cache
def draws() -> list[Quiz]:
    """Drawn when they are first asked for: to collect this file need not take seconds."""
    return [draw(TERMINOLOGY, str(seed)) for seed in range(60)]


def test_equal_seeds_give_equal_draws_and_others_differ() -> None:
    assert draw(TERMINOLOGY, "7") == draws()[7]
    assert len({quiz.model_dump_json() for quiz in draws()}) == len(draws())


def test_no_term_is_asked_twice() -> None:
    for quiz in draws():
        asked = [term for _, term in quiz.right_terms()]
        assert len(set(asked)) == len(asked) == CHOICES + WRITINGS + PAIRS


def test_what_the_lecture_announced_for_the_exam_is_asked_in_every_draw_though_not_in_one_place() -> None:
    places: dict[str, set[str]] = {term: set() for term in TERMINOLOGY.exam}
    for quiz in draws():
        asked = {term: key for key, term in quiz.right_terms()}
        for term in TERMINOLOGY.exam:
            places[term].add(asked[term].partition(".")[0])
    assert set.union(*places.values()) == {"1", "2", "3"}
    assert all(len(parts) > 1 for parts in places.values()), places


def test_no_definition_that_a_quiz_shows_tells_the_answer_to_another_question() -> None:
    told = tells(TERMINOLOGY)
    assert told.any_of(TERMINOLOGY["trimap"], [TERMINOLOGY["foreground"]]), "1 is foreground"
    assert told.any_of(TERMINOLOGY["mlp"], [TERMINOLOGY["dense-layer"]])
    assert not told.any_of(TERMINOLOGY["hyperparameter"], [TERMINOLOGY["stride"]]), "a mere mention"
    for quiz in draws():
        asked = {term for key, term in quiz.right_terms()} - _asked_in_full(quiz)
        for shown in _definitions_shown(quiz):
            assert not told.any_of(TERMINOLOGY[shown], [TERMINOLOGY[term] for term in asked])
        if asked & {"foreground", "background", "contour"}:
            assert "trimap" not in _definitions_shown(quiz)


def test_keys_are_the_same_in_every_draw() -> None:
    assert {tuple(right_answers(quiz, TERMINOLOGY)) for quiz in draws()} == {
        (*(f"1.{n}" for n in range(1, 9)), *(f"2.{n}" for n in range(1, 7)), *(f"3.{n}" for n in range(1, 7)))
    }


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_to_be_written_stands_nowhere_in_the_quiz(lang: Lang) -> None:
    for quiz in draws():
        text = "\n".join(part(quiz, TERMINOLOGY, lang) for part in (render.choices, render.writings, render.matching))
        for term in (TERMINOLOGY[writing.term] for writing in quiz.writings):
            names = [name for name in term.spellings if " " in name] if term.is_abbreviation else term.spellings
            assert not [name for name in names if re.search(rf"(?<![a-z]){re.escape(name)}", text, re.IGNORECASE)]


def test_options_differ_and_begin_with_what_the_right_one_is_confused_with() -> None:
    for quiz in draws():
        for choice in quiz.choices:
            assert len(set(choice.options)) == OPTIONS
            assert choice.term in choice.options
    near = sum(
        bool(TERMINOLOGY.confused_with(TERMINOLOGY[choice.term]).keys() & set(choice.options))
        for quiz in draws()
        for choice in quiz.choices
    )
    assert near > 0.9 * len(draws()) * CHOICES


def test_the_right_option_is_as_often_in_one_place_as_in_another() -> None:
    places = Counter(choice.options.index(choice.term) for quiz in draws() for choice in quiz.choices)
    expected = len(draws()) * CHOICES / OPTIONS
    assert sum((places[place] - expected) ** 2 / expected for place in range(OPTIONS)) < 11.3  # chi-squared, p = 0.01
    lengths = Counter(
        sorted(choice.options, key=lambda id: len(TERMINOLOGY[id].definition.en)).index(choice.term)
        for quiz in draws()
        for choice in quiz.choices
        if choice.shows == "term"
    )
    assert max(lengths.values()) < 0.4 * sum(lengths.values())  # choosing the longest or shortest gains little


def test_every_term_is_asked_in_some_draw_and_every_trap_of_the_lecture_can_be_walked_into() -> None:
    asked = {term for quiz in draws() for _, term in quiz.right_terms()}
    assert asked == {term.id for term in TERMINOLOGY}
    possible = {each.id for quiz in draws() for each in misconceptions(quiz, TERMINOLOGY) if each.answers}
    assert possible >= TRAPS
    handed_out = {each.id for each in misconceptions(draw(TERMINOLOGY), TERMINOLOGY) if each.answers}
    assert len(handed_out & TRAPS) >= 6


def test_every_misconception_is_wrong_in_every_draw_and_told_from_the_others() -> None:
    compare = Comparison(TERMINOLOGY)
    for quiz in draws()[:20]:
        right = right_answers(quiz, TERMINOLOGY)
        told: set[tuple[str, str]] = set()
        for each in misconceptions(quiz, TERMINOLOGY):
            for key, wrong in each.answers.get("answers", {}).items():
                assert compare(wrong, right[key]) is not None
                assert compare(wrong, wrong) is None
                assert (key, wrong) not in told
                told.add((key, wrong))


def test_both_languages_show_the_same_questions_in_the_same_order() -> None:
    for quiz in draws()[:10]:
        shown = {lang: _terms_shown(render.choices(quiz, TERMINOLOGY, lang)) for lang in LANGS}
        assert shown["ko"] == shown["en"]
        assert len(shown["ko"]) == CHOICES * (OPTIONS + 1)


def test_too_few_terms_are_refused() -> None:
    section = TERMINOLOGY.sections[0]
    alone = replace(section, terms=tuple(replace(term, confusions=()) for term in section.terms))
    with pytest.raises(ValueError, match="too few"):
        draw(Terminology((alone,)))


def _asked_in_full(quiz: Quiz) -> set[str]:
    return {writing.term for writing in quiz.writings if writing.shows == "abbreviation"}


def _definitions_shown(quiz: Quiz) -> set[str]:
    """The terms whose definitions stand in a quiz, on whatever ground."""
    options = {term for choice in quiz.choices if choice.shows == "term" for term in choice.options}
    return (options | {term for _, term in quiz.right_terms()}) - _asked_in_full(quiz)


def _terms_shown(text: str) -> list[str]:
    """The ids of the terms whose name or definition each line shows."""
    by_text = {
        text: term.id
        for term in TERMINOLOGY
        for shown in (term.title, term.definition)
        for text in (shown.ko, shown.en)
    }
    lines = (line.removeprefix("> ").partition("** ")[2] or line.removeprefix("> ") for line in text.splitlines())
    return [by_text[line] for line in lines if line in by_text]
