"""Proves items and sets: draws each many times and looks for what could be wrong. `make practice-proof` runs it."""

from __future__ import annotations

import multiprocessing
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial

from fcnkit.course import Course
from fcnkit.korean import wrong_particles
from fcnkit.practice import explanations, markup, reckoned, spread, validate_sets
from fcnkit.practice.answers import Choice, Distractor, Explanation, FillIn, Matching
from fcnkit.practice.document import Problem
from fcnkit.practice.document_blocks import Block, Code, Paragraph, Table, grid_table, iter_texts
from fcnkit.practice.item import AnyItem, AnySample, MultipleChoice, answer_value, sample
from fcnkit.practice.registry import load_registry
from fcnkit.practice.values import Value, format_value, is_grid, numbers
from fcnkit.quiet_pool import QuietPool
from fcnkit.text import LANGS, Lang, Text

DRAWS = 200
HANGUL = re.compile("[가-힣]")
NUMERAL = re.compile(r"\d+")
ONE_OF_MANY = re.compile(
    r"(?<![.,×*/+−-])(?<![.,×*/+−-] )(?<!\w)(?<!\bbox )(?<!\bclass )(?<!\bline )(?<!\brow )"
    r"1 (?:class(?:es)|box(?:es)|\w+[^su]s)\b(?! =)"
)
"""A 1 that counts a plural: "in 1 columns". Not in a formula, where the word's s is its own, or in "row 1 gives"."""
DECIMAL = re.compile(r"\d+(?:\.\d+)?")


def validate(item: AnyItem, draws: int = DRAWS) -> Iterator[str]:
    """What is wrong with the item; nothing, if all is well."""
    everything = []
    for seed in range(draws):
        found = sample(item, str(seed))
        everything.append(found)
        for complaint in faults(item, found):
            yield f"{item.id}, seed {seed}, {found.numbers}: {complaint}"
        if sample(item, str(seed)).problem.uid != found.problem.uid:
            yield f"{item.id}, seed {seed}: two draws from one seed differ"
    yield from spread.faults(item, everything)
    yield from reckoned.faults(item, everything)
    yield from explanations.unlike(item, everything)


def faults(item: AnyItem, found: AnySample) -> Iterator[str]:
    """What is wrong with one draw."""
    key, judged = answer_value(found.problem.answer), item.oracle(found.numbers)
    if key != judged:
        yield f"the key is {key!r}, but the oracle says {judged!r}"
    answer, asked = found.problem.answer, found.question.answer
    if isinstance(answer, Explanation) != (item.kind == "explanation"):
        yield f"an item of the kind {item.kind} has a {type(answer).__name__} for an answer"
    if isinstance(answer, Matching):
        yield from _mismatches(answer)
    elif isinstance(answer, Explanation):
        yield from explanations.faults(found.problem, answer)
    else:
        offered = asked.distractors if isinstance(asked, MultipleChoice | FillIn) else ()
        yield from _ambiguities(answer, offered, judged)
    yield from _large_numbers(item, found)
    if isinstance(answer, FillIn):
        yield from _out_of_reach(found, answer)
    for lang in LANGS:
        yield from _unreadable(found.problem, key, lang)
    yield from _mistranslations(found.problem)


def _ambiguities(answer: Choice | FillIn, offered: Sequence[Distractor], judged: Value) -> Iterator[str]:
    """Options that are right without being meant to be, alike, or explained by more than one misconception."""
    if isinstance(answer, Choice):
        values = [option.value for option in answer.options]
        if values.count(judged) != 1:
            yield f"{values.count(judged)} options are right: {values}"
        yield from _alike([format_value(value) for value in values])
        wrong = [option.value for option in answer.options if option.why]
    else:
        wrong = [each.value for each in answer.distractors]
    for value in wrong:
        holders = [each for each in offered if each.value == value]
        told = [each.id for each in holders if each.likely] or [each.id for each in holders]
        if len(told) != 1:
            yield f"{value!r} is what several misconceptions give: {told}"
        if value == judged:
            yield f"the mistake {told} gives the right answer"


def _mismatches(answer: Matching) -> Iterator[str]:
    """Pairs that are not one to one, prompts that name their option, and right pairs that are called wrong."""
    yield from _alike(answer.prompts)
    yield from _alike(answer.options)
    if len(set(answer.correct)) < len(answer.correct):
        yield f"an option is right twice: {answer.correct}"
    for prompt, place in zip(answer.prompts, answer.correct, strict=True):
        for lang in LANGS:
            for name in re.split("[()]", answer.options[place][lang]):
                if name and re.search(rf"\b{re.escape(name)}", prompt[lang], re.IGNORECASE):
                    yield f"a prompt names its own option {name!r}: {prompt[lang]!r}"
    for mix_up in answer.mix_ups:
        if not set(mix_up.pairs).isdisjoint(enumerate(answer.correct)):
            yield f"a right pair is called wrong: {mix_up}"


def _alike(shown: Sequence[Text]) -> Iterator[str]:
    for lang in LANGS:
        read = [markup.plain(text[lang]) for text in shown]
        if len(set(read)) != len(read):
            yield f"options read alike: {read}"


def _large_numbers(item: AnyItem, found: AnySample) -> Iterator[str]:
    answer = found.problem.answer
    values = [option.value for option in answer.options] if isinstance(answer, Choice) else [answer_value(answer)]
    for value in values:
        if any(abs(part) > item.max_number for part in numbers(value)):
            yield f"{value!r} is more than {item.max_number}: too large to work out by hand"


def _out_of_reach(found: AnySample, answer: FillIn) -> Iterator[str]:
    """Mistakes that nobody can make, as they need a number that the question does not show, or more decimals."""
    told = [value for each in answer.distractors for value in numbers(each.value)]
    if not told:
        return
    shown = {abs(float(each)) for text in _seen(found.problem) for each in DECIMAL.findall(text.replace(",", ""))}
    hidden = [value for value in _drawn_numbers(found.numbers) if abs(value) not in shown]
    if hidden:
        yield f"mistakes are computed with what the question does not show: {hidden}"
    for value in told:
        if round(value, 2) != value:
            yield f"nobody who reckons with the numbers that are shown gets {value!r}"


def _seen(problem: Problem) -> Iterator[str]:
    yield from (text["en"] for text in problem.asked)
    yield from (block.source for block in problem.question if isinstance(block, Code))


def _drawn_numbers(found: object) -> Iterator[float]:
    if isinstance(found, tuple):
        for part in found:
            yield from _drawn_numbers(part)
    elif isinstance(found, int | float) and not isinstance(found, bool):
        yield found


def _unreadable(problem: Problem, key: Value, lang: Lang) -> Iterator[str]:
    """Marks without a partner, and a solution that does not arrive at the key."""
    for text in texts(problem):
        try:
            markup.runs(text[lang])
        except ValueError as error:
            yield str(error)
    worked = " ".join(_plain(problem.solution, lang))
    parts = key if isinstance(key, tuple) and not isinstance(problem.answer, Choice) else (key,)
    if is_grid(key) and (not isinstance(problem.answer, FillIn) or problem.answer.columns):
        if grid_table(key) not in problem.solution:
            yield f"the solution never shows {key}"
        return
    for part in parts:
        if markup.plain(format_value(part)[lang]) not in worked:
            yield f"the solution ({lang}) never says {format_value(part)[lang]}"


def _mistranslations(problem: Problem) -> Iterator[str]:
    """Texts of one language in the other's place, and numbers that differ between the two."""
    for text in texts(problem):
        ours, theirs = (sorted(NUMERAL.findall(text[lang])) for lang in LANGS)
        if ours != theirs:
            yield f"the languages name different numbers: {text!r}"
    for block in problem.question:
        if isinstance(block, Paragraph) and block.text.ko != block.text.en and not HANGUL.search(block.text.ko):
            yield f"not Korean: {block.text.ko!r}"
    for text in texts(problem):
        if text.ko != text.en and HANGUL.search(text.en):
            yield f"Korean in English: {text.en!r}"
        yield from (f"a particle that does not fit: {wrong!r}" for wrong in wrong_particles(markup.plain(text.ko)))
        yield from (f"one, but in the plural: {wrong!r}" for wrong in ONE_OF_MANY.findall(markup.plain(text.en)))


def texts(problem: Problem) -> Iterator[Text]:
    """All running text of a problem."""
    yield from problem.asked
    yield from iter_texts(problem.solution)
    match problem.answer:
        case Choice(options):
            yield from (option.why for option in options if option.why)
        case FillIn(distractors=distractors):
            yield from (mistake.why for mistake in distractors)
        case Matching(mix_ups=mix_ups):
            yield from (mix_up.why for mix_up in mix_ups)
        case Explanation(criteria, misconceptions):
            yield from (each.text for each in criteria)
            yield from (text for each in misconceptions for text in (format_value(each.value), each.why))


def _plain(blocks: tuple[Block, ...], lang: Lang) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield markup.plain(text[lang])
            case Code(source):
                yield source
            case Table(rows):
                yield from (markup.plain(cell[lang]) for row in rows for cell in row)


def main() -> int:
    """Prove every item, one line each, and then sets; the exit status."""
    course = Course.find()
    names = load_registry(course).items
    # Not fork: TensorFlow has threads.
    with QuietPool(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
        sets = pool.submit(_proved_sets, course)
        items = [*pool.map(partial(_proved, course), names)]
        told, seconds = sets.result()
    for name, (complaints, spent) in zip(names, items, strict=True):
        _report(f"{name:32} {DRAWS} draws, {spent:.1f} s", complaints)
    held = sum(not complaints for complaints, _ in items)
    print(f"{held} of {len(items)} items hold, {DRAWS} draws each")
    _report(f"{validate_sets.SETS} sets of the course's blueprint, {len(told)} faults, {seconds:.1f} s", told)
    return 1 if told or held < len(items) else 0


def _proved(course: Course, name: str) -> tuple[list[str], float]:
    """What is wrong with an item, and the seconds that it took to say so."""
    begun = time.process_time()
    return list(validate(load_registry(course).find(name))), time.process_time() - begun


def _proved_sets(course: Course) -> tuple[list[str], float]:
    begun = time.process_time()
    return list(validate_sets.faults(load_registry(course), validate_sets.SETS)), time.process_time() - begun


def _report(line: str, complaints: Sequence[str]) -> None:
    print(f"{'FAIL' if complaints else 'ok':4} {line}")
    for complaint in complaints[:10]:
        print(f"       {complaint}")


if __name__ == "__main__":
    sys.exit(main())
