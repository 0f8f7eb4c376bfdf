"""Notebooks read back with nbformat, and their cells run."""

from __future__ import annotations

import contextlib
import io
from typing import Any

import nbformat
import pytest

from fcnkit.practice import markup
from fcnkit.practice.answers import Answer, Choice, FillIn, Matching
from fcnkit.practice.document import PracticeSet
from fcnkit.practice.item_texts import LETTERS, paired
from fcnkit.practice.values import Value
from fcnkit.practice.writers import ipynb
from fcnkit.practice.writers.ipynb import MIXED_UP, SAYS
from fcnkit.practice.writers.self_check import spelled
from fcnkit.text import LANGS, Lang, Text

both_languages = pytest.mark.parametrize("lang", LANGS)


def _notebook(practice_set: PracticeSet, lang: Lang, ending: str = ".ipynb") -> Any:
    notebook = nbformat.reads(ipynb.write(practice_set, lang)[ending].decode(), as_version=4)
    nbformat.validate(notebook)
    return notebook


def _said(practice_set: PracticeSet, lang: Lang, answers: dict[int, Any]) -> list[str]:
    """What the notebook says when its cells are run with these answers in place of the gaps."""
    namespace: dict[str, Any] = {}
    said = []
    for cell in _notebook(practice_set, lang).cells:
        if cell.cell_type != "code":
            continue
        source = cell.source
        number = int(cell.id.partition("-")[2] or 0)
        if number in answers:
            source = f"answer_{number} = {answers[number]!r}\n" + source.splitlines()[-1]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(source, namespace)  # noqa: S102  # a notebook of our own making
        if number:
            said.append(printed.getvalue().strip())
    return said


def _right(answer: Answer) -> Any:
    """What somebody who is right would write."""
    if isinstance(answer, Choice):
        return LETTERS[answer.correct]
    if isinstance(answer, Matching):
        return [LETTERS[place] for place in answer.correct]
    parts = [_written(blank.value) for blank in answer.blanks]
    if answer.columns:
        return [parts[start : start + answer.columns] for start in range(0, len(parts), answer.columns)]
    return parts if len(parts) > 1 else parts[0]


def _written(value: Value) -> Any:
    return value["en"].strip("$`").upper() if isinstance(value, Text) else value


@both_languages
def test_untouched_cells_say_that_they_are_not_answered(practice_set: PracticeSet, lang: Lang) -> None:
    assert set(_said(practice_set, lang, {})) == {SAYS["unanswered"][lang]}


@both_languages
def test_right_answers_are_right(practice_set: PracticeSet, lang: Lang) -> None:
    answers = {entry.number: _right(entry.problem.answer) for entry in practice_set.entries}
    assert _said(practice_set, lang, answers) == [SAYS["right"][lang]] * 22


@both_languages
def test_a_well_known_mistake_is_named(practice_set: PracticeSet, lang: Lang) -> None:
    choices = {entry.number: entry.problem.answer for entry in practice_set.entries}
    wrong = {
        number: (answer, next(index for index in range(2) if index != answer.correct))
        for number, answer in choices.items()
        if isinstance(answer, Choice)
    }
    said = _said(practice_set, lang, {number: LETTERS[index].lower() for number, (_, index) in wrong.items()})
    for number, (answer, index) in wrong.items():
        assert said[number - 1].startswith(SAYS["wrong"][lang])
        why = answer.options[index].why
        assert why is not None
        assert why[lang].replace("`", "").replace("*", "") in said[number - 1]


@both_languages
def test_terms_that_are_mixed_up_are_told_apart(practice_set: PracticeSet, lang: Lang) -> None:
    (entry,) = (entry for entry in practice_set.entries if isinstance(entry.problem.answer, Matching))
    assert isinstance(entry.problem.answer, Matching)
    for mix_up in entry.problem.answer.mix_ups:
        answers = _right(entry.problem.answer)
        for prompt, option in mix_up.pairs:
            answers[prompt] = LETTERS[option]
        said = _said(practice_set, lang, {entry.number: answers})[entry.number - 1].splitlines()
        right = len(answers) - len(mix_up.pairs)
        assert said[0] == SAYS["some"].format(right=right, all=len(answers))[lang]
        wrong = sorted(prompt + 1 for prompt, _ in mix_up.pairs)
        assert said[1] == SAYS["again"].format(gaps=", ".join(map(str, wrong)))[lang]
        assert said[2:] == [MIXED_UP.format(why=markup.plain(mix_up.why[lang]))[lang]]


@both_languages
def test_the_cells_of_a_grid_that_are_wrong_are_named(practice_set: PracticeSet, lang: Lang) -> None:
    (entry, *_) = (
        each
        for each in practice_set.entries
        if isinstance(each.problem.answer, FillIn) and 0 < each.problem.answer.columns < len(each.problem.answer.blanks)
    )
    answers = _right(entry.problem.answer)
    answers[1][0] = 777
    said = _said(practice_set, lang, {entry.number: answers})[entry.number - 1].splitlines()
    assert said[1] == SAYS["again"].format(gaps="(1, 0)")[lang]


def test_answers_do_not_stand_in_the_notebook_for_all_to_read(practice_set: PracticeSet) -> None:
    source = ipynb.write(practice_set, "en")[".ipynb"].decode()
    for entry in practice_set.entries:
        if isinstance(entry.problem.answer, FillIn):
            for blank in entry.problem.answer.blanks:
                assert f": {blank.accepted}" not in source
    assert "correct" not in source


@both_languages
def test_the_key_holds_each_answer(practice_set: PracticeSet, lang: Lang) -> None:
    cells = {cell.id: cell.source for cell in _notebook(practice_set, lang, ".key.ipynb").cells}
    for entry in practice_set.entries:
        source = cells[f"solution-{entry.number}"]
        answer = entry.problem.answer
        if isinstance(answer, Choice):
            assert source.startswith(f"### {entry.number}. {LETTERS[answer.correct]}")
        elif isinstance(answer, Matching):
            assert source.startswith(f"### {entry.number}. {paired(enumerate(answer.correct))}\n")
        elif not answer.columns:
            assert all(blank.formatted[lang].strip("$`") in source for blank in answer.blanks)


def test_figures_come_along(practice_set: PracticeSet) -> None:
    with_figures = [cell for cell in _notebook(practice_set, "en").cells if "attachments" in cell]
    assert with_figures
    for cell in with_figures:
        assert all(f"(attachment:{name})" in cell.source for name in cell.attachments)


@pytest.mark.parametrize("written", ["multi layer perceptron", "MULTI-LAYER PERCEPTRON", "Multilayerperceptron "])
def test_case_spaces_and_hyphens_do_not_count(written: str) -> None:
    assert spelled(written) == spelled("Multi-layer perceptron")


def test_a_minus_counts() -> None:
    assert spelled("(-1, 2)") != spelled("(1, 2)")
    assert spelled("−3") == spelled(-3) != spelled(3)


@pytest.mark.parametrize(
    "written",
    [(60, 60, 16), [60, 60, 16], "(60,60, 16)", "60x60x16", "60 × 60 × 16", "60, 60, 16", "[60, 60, 16]", "60 60 16"],
)
def test_a_shape_is_right_in_any_bracket_and_spacing(written: object) -> None:
    assert spelled(written) == spelled("(60, 60, 16)") != spelled("(60, 601, 6)")


def test_lists_tuples_and_arrays_are_the_same_answer(practice_set: PracticeSet) -> None:
    entries = [each for each in practice_set.entries if isinstance(each.problem.answer, FillIn)]
    plain = {each.number: _right(each.problem.answer) for each in entries}
    arrays = {number: f"__import__('numpy').array({right!r})" for number, right in plain.items() if _numeric(right)}
    tuples = {number: repr(_tupled(right)) for number, right in plain.items()}
    assert arrays
    for answers in (arrays, tuples):
        said = _said_of_sources(practice_set, answers)
        assert {said[number] for number in answers} == {SAYS["right"]["en"]}


def _numeric(value: Any) -> bool:
    return all(map(_numeric, value)) if isinstance(value, list | tuple) else isinstance(value, int | float)


def _tupled(value: Any) -> Any:
    return tuple(map(_tupled, value)) if isinstance(value, list) else value


def _said_of_sources(practice_set: PracticeSet, answers: dict[int, str]) -> dict[int, str]:
    """What the notebook says to answers that are written as this source."""
    namespace: dict[str, Any] = {}
    said = {}
    for cell in _notebook(practice_set, "en").cells:
        number = int(cell.id.partition("-")[2] or 0) if cell.cell_type == "code" else -1
        if number == 0 or number in answers:
            printed = io.StringIO()
            source = f"answer_{number} = {answers[number]}\n{cell.source.splitlines()[-1]}" if number else cell.source
            with contextlib.redirect_stdout(printed):
                exec(source, namespace)  # noqa: S102  # a notebook of our own making
            said[number] = printed.getvalue().strip()
    return said


def test_an_option_may_be_written_in_place_of_its_letter(practice_set: PracticeSet) -> None:
    entry = next(each for each in practice_set.entries if each.problem.item == "network-kind")
    assert isinstance(entry.problem.answer, Choice)
    for option in entry.problem.answer.options:
        said = _said(practice_set, "en", {entry.number: _written(option.value).lower()})[entry.number - 1]
        assert said.startswith(SAYS["wrong" if option.why else "right"]["en"])
