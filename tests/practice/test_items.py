"""Every item, drawn a few times; `make practice-proof` draws each of them 200 times."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from this_course import ITEMS, REGISTRY

from fcnkit.errors import UserError
from fcnkit.practice import spread
from fcnkit.practice.answers import Choice, FillIn, distractor
from fcnkit.practice.cues import PROPERTIES, best_cue
from fcnkit.practice.document_blocks import Table, say
from fcnkit.practice.item import (
    Item,
    ItemFault,
    MatchPairs,
    MultipleChoice,
    Question,
    Sample,
    fill,
    sample,
    usable_distractors,
)
from fcnkit.practice.mistakes import mistakes_shown
from fcnkit.practice.terms import Terms
from fcnkit.practice.validate import faults, validate
from fcnkit.practice.values import untranslated
from fcnkit.terminology import Term

DRAWS = 8
TERMS: Terms = sys.modules[ITEMS["match-terms"].draw.__module__].TERMS


@pytest.mark.xdist_group("keras")
@pytest.mark.parametrize("name", ITEMS)
def test_every_draw_has_one_right_answer(name: str) -> None:
    assert list(validate(ITEMS[name], DRAWS)) == []


def test_the_same_seed_gives_the_same_problem() -> None:
    first, again = (sample(ITEMS["batch-memory"], "42").problem for _ in range(2))
    assert first == again


@pytest.mark.parametrize("name", [name for name in ITEMS if name != "yolo-name"])
def test_draws_differ(name: str) -> None:
    assert len({sample(ITEMS[name], str(seed)).problem.uid for seed in range(DRAWS)}) > 1


def test_an_unknown_item_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UserError, match=r"no item 'yolo'; names like it: .*yolo-depth"):
        REGISTRY.find("yolo")


def test_a_mistake_that_gives_the_right_answer_is_no_option() -> None:
    assert usable_distractors(
        7, [distractor("lucky", 7, ko="운", en="luck"), distractor("wrong", 8, ko="오답", en="wrong")]
    ) == [distractor("wrong", 8, ko="오답", en="wrong")]


def test_mistakes_that_give_the_same_are_no_options() -> None:
    assert (
        usable_distractors(7, [distractor("one", 8, ko="하나", en="one"), distractor("two", 8, ko="둘", en="two")])
        == []
    )


def test_of_mistakes_that_give_the_same_the_likely_one_is_told() -> None:
    one, two = (distractor(name, 8, ko="오답", en=name) for name in ("one", "two"))
    likely = distractor("likely", 8, ko="흔한 오답", en="likely", likely=True)
    assert usable_distractors(7, [one, likely, two]) == [likely]
    assert usable_distractors(7, [one, likely, replace(likely, id="another")]) == []


@pytest.mark.parametrize(
    ("name", "mistakes"),
    [
        ("input-shape", {"with-the-batch", "without-channels", "one-image-kept"}),
        ("tuple-concatenation", {"added", "channels-lost"}),
        ("lists-or-arrays", {"joined", "added", "error"}),
        ("tuple-or-number", {"joined", "added", "error"}),
        ("yolo-grid-shape", {"boxes-forgotten"}),
        ("yolo-survivors", {"all-kept", "raw-objectness", "kept-below-threshold"}),
        ("transposed-same", {"same-odd-cell-at-start"}),
    ],
)
def test_the_likeliest_mistakes_are_told(name: str, mistakes: set[str]) -> None:
    told = [mistakes_shown(sample(ITEMS[name], str(seed))) for seed in range(DRAWS)]
    assert mistakes <= frozenset.union(*told)


def test_every_draw_of_boxes_tells_a_mistake() -> None:
    answers = [sample(ITEMS["box-iou"], str(seed)).problem.answer for seed in range(100)]
    assert all(isinstance(answer, FillIn) and answer.distractors for answer in answers)


def test_mistakes_that_silence_each_other_in_most_draws_are_found() -> None:
    wrong = [distractor(name, 8, ko="오답", en=name) for name in ("one", "two")]
    for mistakes, silent in ((wrong, True), ([wrong[0], replace(wrong[1], likely=True)], False)):
        question = Question(
            text=(say(ko="3 + 4는 얼마입니까?", en="What is 3 + 4?"),),
            answer=fill([(untranslated("sum"), 7)], mistakes),
            steps=(say(ko="답은 7입니다.", en="It is 7."),),
        )
        item = Item("array-shapes", 1, 1, "open", lambda _: 0, lambda _, question=question: question, lambda _: 7)
        found = [sample(item, str(seed)) for seed in range(spread.ENOUGH)]
        assert any("['one', 'two']" in fault for fault in spread.faults(item, found)) == silent


def test_an_item_without_enough_mistakes_is_a_fault() -> None:
    with pytest.raises(ItemFault, match="no sound draw"):
        sample(_item(key=1, wrong=[2, 3], judged=1), "0")


def test_a_wrong_key_is_found() -> None:
    assert any("oracle says 5" in fault for fault in _faults(_item(key=1, wrong=[2, 3, 4], judged=5)))


def test_an_option_that_is_right_by_accident_is_found() -> None:
    assert any("the right answer" in fault for fault in _faults(_item(key=1, wrong=[2, 3, 4], judged=4)))


def test_a_number_too_large_to_reckon_with_is_no_answer() -> None:
    with pytest.raises(ItemFault):
        sample(_item(key=1000, wrong=[2, 3, 4], judged=1000), "0")


def test_languages_that_name_different_numbers_are_found() -> None:
    assert any("different numbers" in fault for fault in _faults(_item(1, [2, 3, 4], 1, english="What is 3 + 1?")))


@pytest.mark.parametrize("english", ["so 1 cells go", "in 1 columns", "1 boxes", "takes 1 bytes"])
def test_one_in_the_plural_is_found_wherever_it_stands(english: str) -> None:
    assert any("in the plural" in fault for fault in _faults(_item(1, [2, 3, 4], 1, english=english)))


@pytest.mark.parametrize("english", ["row 1 belongs to", "with stride 1 less", "4 + 1 classes", "1 class has"])
def test_a_one_that_counts_no_plural_is_none(english: str) -> None:
    assert not any("in the plural" in fault for fault in _faults(_item(1, [2, 3, 4], 1, english=english)))


def test_a_solution_that_does_not_arrive_is_found() -> None:
    assert any("never says 12" in fault for fault in _faults(_item(12, [2, 3, 4], 12)))


def test_options_that_are_made_from_the_key_give_it_away() -> None:
    asked = [(["12", "4", "8", "6"], 0), (["10", "30", "20", "5"], 1), (["1", "2", "3", "9"], 3)] * 70
    share, name, place = best_cue(asked)
    assert (share, place) == (1, 3)
    assert name in PROPERTIES


def test_a_mistake_with_a_number_that_is_not_shown_is_found() -> None:
    question = Question(
        text=(say(ko="1 + 1은 얼마입니까?", en="What is 1 + 1?"),),
        answer=fill([(untranslated("sum"), 2)], [distractor("hidden", 31, ko="오답", en="wrong")]),
        steps=(say(ko="답은 2입니다.", en="It is 2."),),
    )
    item = Item("array-shapes", 1, 1, "open", lambda _: (30,), lambda _: question, lambda _: 2)
    assert any("does not show: [30]" in fault for fault in faults(item, sample(item, "0")))


def test_few_or_unequal_draws_are_found() -> None:
    item = _item(key=1, wrong=[2, 3, 4], judged=1)
    found = [sample(item, str(seed)) for seed in range(spread.ENOUGH)]
    assert any("only 1 different draws" in fault for fault in spread.faults(item, found))
    hard = replace(item, work=lambda _: next(effort))
    effort = iter([6, 12] * spread.ENOUGH)
    assert any("takes 6 products, another one 12" in fault for fault in spread.faults(hard, found))


def test_the_right_option_can_stand_anywhere() -> None:
    answers = [sample(ITEMS["network-kind"], str(seed)).problem.answer for seed in range(60)]
    assert {answer.correct for answer in answers if isinstance(answer, Choice)} == {0, 1, 2, 3}


def test_a_grid_to_fill_in_knows_what_its_mistakes_give() -> None:
    answer = sample(ITEMS["transposed-by-hand"], "1").problem.answer
    assert isinstance(answer, FillIn)
    assert answer.columns == 3
    assert "kernel-flipped" in {each.id for each in answer.distractors}


def test_a_matching_with_names_that_read_alike_is_no_sound_draw() -> None:
    with pytest.raises(ItemFault, match="no sound draw"):
        sample(_match([("작은 배열", "커널"), ("간격", "커널")], left_over="패딩"), "0")


@pytest.mark.parametrize(
    ("pairs", "mix_up", "fault"),
    [
        ([("작은 배열", "커널"), ("간격", "보폭")], ("간격", "커널"), None),
        ([("작은 배열", "커널"), ("간격", "보폭")], ("간격", "보폭"), "a right pair is called wrong"),
        ([("작은 커널", "커널"), ("간격", "보폭")], ("간격", "커널"), "names its own option '커널'"),
        ([("작은 필터", "커널(필터)"), ("간격", "보폭")], ("간격", "보폭"), "names its own option '필터'"),
    ],
)
def test_what_is_wrong_with_a_matching_is_found(
    pairs: list[tuple[str, str]], mix_up: tuple[str, str], fault: str | None
) -> None:
    item = _match(pairs, "패딩", mix_up)
    found = list(faults(item, sample(item, "0")))
    assert found == [] if fault is None else any(fault in each for each in found)


def test_no_definition_that_is_shown_is_true_of_two_terms_to_choose_from() -> None:
    sheet = TERMS.sheet
    for wide, narrow in TERMS.narrower.items():
        assert {wide, *narrow} <= {term.id for term in sheet}
    for seed in range(60):
        numbers = sample(ITEMS["match-terms"], str(seed)).numbers
        shown = [sheet[term] for term in (*numbers.terms, numbers.left_over)]
        assert len({term.id for term in shown}) == 6
        assert not [(one.id, two.id) for one in shown for two in shown if TERMS.also_fits(one, two)]
        for name in ("definition-of-term", "term-of-definition"):
            (asked, options) = _asked_and_offered(name, seed)
            wide = [(asked, other) if name == "term-of-definition" else (other, asked) for other in options]
            assert not [pair for pair in wide if TERMS.also_fits(*pair)]


def _asked_and_offered(name: str, seed: int) -> tuple[Term, list[Term]]:
    """The term that is asked for, and the other ones among the options."""
    found = sample(ITEMS[name], str(seed))
    answer, sheet = found.problem.answer, TERMS.sheet
    assert isinstance(answer, Choice)
    values = [option.value for option in answer.options if option.why]
    return sheet[found.numbers.asked], [term for term in sheet if {term.title, term.definition} & {*values}]


def _match(pairs: list[tuple[str, str]], left_over: str, mix_up: tuple[str, str] | None = None) -> Item[int]:
    texts = [(untranslated(prompt), untranslated(name)) for prompt, name in pairs]
    mix_ups = {(untranslated(mix_up[0]), untranslated(mix_up[1])): untranslated("다릅니다")} if mix_up else {}
    question = Question(
        text=(say(ko="짝지으세요.", en="Match."),),
        answer=MatchPairs(texts, [untranslated(left_over)], mix_ups),
        steps=(Table(tuple(texts)),),
    )
    key = tuple(name for _, name in texts)
    return Item("terminology", 3, 4, "closed", lambda _: 0, lambda _: question, lambda _: key)


def _item(key: int, wrong: list[int], judged: int, english: str = "What is 1 + 1?") -> Item[int]:
    distractors = [distractor(f"m{value}", value, ko="오답", en="wrong") for value in wrong]
    question = Question(
        text=(say(ko="1 + 1은 얼마입니까?", en=english),),
        answer=MultipleChoice(key, distractors),
        steps=(say(ko="답은 1입니다.", en="It is 1."),),
    )
    return Item("array-shapes", 1, 1, "open", lambda _: 0, lambda _: question, lambda _: judged)


def _faults(item: Item[int]) -> Iterator[str]:
    found: Sample[int] = sample(item, "0")
    return faults(item, found)
