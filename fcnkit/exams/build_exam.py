"""Makes an exam of its forms and the people who take it: what is printed, and the record to read it again with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fcnkit.exams.layout import Layout, lay_out
from fcnkit.exams.record import Criterion, Exam, Explained, Form, Mistake, Question, Sheet
from fcnkit.exams.room import room_of
from fcnkit.exams.seats import drawn, form_at, seats
from fcnkit.exams.seed import code
from fcnkit.practice import markup
from fcnkit.practice.answers import Answer, Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import Entry, PracticeSet, Problem
from fcnkit.practice.document_blocks import iter_texts
from fcnkit.practice.item_texts import LETTERS
from fcnkit.practice.registry import Registry
from fcnkit.practice.values import Value, format_value, gap_values
from fcnkit.text import Text, joined

TITLE = Text(ko="{topic} · {name}", en="{topic} · {name}")
SAID = Text(ko="“{said}” {why}", en="“{said}” {why}")


@dataclass(frozen=True)
class Person:
    """Somebody who takes the exam."""

    name: str
    id: str


@dataclass(frozen=True)
class Class:
    """Who takes an exam, in rows of `columns` seats; spare sheets are for people on no list."""

    people: Sequence[Person]
    columns: int
    spares: int


@dataclass(frozen=True)
class Built:
    """An exam with what is printed of it."""

    exam: Exam
    forms: Mapping[str, PracticeSet]
    layouts: Mapping[str, Layout]
    columns: int
    """Seats of a row."""


def build(registry: Registry, forms: Sequence[PracticeSet], group: Class, seed: int) -> Built:
    """The same exam from the same seed, items and people."""
    rooms = {
        entry.problem.item: room_of(registry.items[entry.problem.item])
        for entry in forms[0].entries
        if isinstance(entry.problem.answer, FillIn)
    }
    ids = [person.id for person in group.people if is_number(person.id)]
    digits = max(map(len, ids), default=0)
    columns = {entry.problem.item: entry.number for entry in forms[0].entries}
    titles = {entry.problem.item: _title(entry, registry) for entry in forms[0].entries}
    layouts = {form.name: lay_out(form, rooms, digits) for form in forms}
    exam = Exam(
        version=1,
        id=code(seed, "exam"),
        title=forms[0].title,
        forms=tuple(_form(form, layouts[form.name], columns, titles) for form in forms),
        sheets=tuple(_sheets(group, layouts, seed)),
    )
    return Built(exam, {form.name: form for form in forms}, layouts, group.columns)


def is_number(id: str) -> bool:
    """Whether it can be filled in digit by digit."""
    return id.isascii() and id.isdecimal()


def _sheets(group: Class, layouts: Mapping[str, Layout], seed: int) -> Iterator[Sheet]:
    names, number = [*layouts], 0
    for seat, person in zip(seats(len(group.people), group.columns), drawn(group.people, seed), strict=True):
        number += 1
        form = names[form_at(seat, len(names))]
        codes = _codes(seed, number, layouts[form].pages)
        yield Sheet(number=number, form=form, seat=seat.name, student=person.name, id=person.id, codes=codes)
    for place in range(group.spares):
        number += 1
        form = names[place % len(names)]
        yield Sheet(number=number, form=form, codes=_codes(seed, number, layouts[form].pages))


def _codes(seed: int, sheet: int, pages: int) -> tuple[str, ...]:
    return tuple(code(seed, f"{sheet}/{page}") for page in range(pages))


def _title(entry: Entry, registry: Registry) -> Text:
    name = registry.items[entry.problem.item].name
    return entry.topic if name is None else TITLE.format(topic=entry.topic, name=name)


def _form(form: PracticeSet, layout: Layout, columns: Mapping[str, int], titles: Mapping[str, Text]) -> Form:
    questions = tuple(
        _question(entry, layout, columns[entry.problem.item], titles[entry.problem.item]) for entry in form.entries
    )
    return Form(name=form.name, questions=questions, pages=layout.pages, number=layout.number)


def _question(entry: Entry, layout: Layout, column: int, title: Text) -> Question:
    problem, places = entry.problem, layout.marks[entry.number]
    marks = tuple(mark.model_copy(update={"key": key}) for mark, key in zip(places, _keys(problem), strict=True))
    return Question(
        number=entry.number,
        column=column,
        item=problem.item,
        uid=problem.uid,
        title=title,
        points=entry.points,
        marks=marks,
        mistakes=tuple(_mistakes(problem.item, problem.answer)),
        explained=_explained(problem, problem.answer) if isinstance(problem.answer, Explanation) else None,
    )


def _explained(problem: Problem, answer: Explanation) -> Explained:
    return Explained(
        criteria=tuple(Criterion(text=_plain(each.text), points=each.points) for each in answer.criteria),
        model=_model(problem),
        misconceptions=tuple(
            SAID.format(said=_plain(format_value(each.value)), why=_plain(each.why)) for each in answer.misconceptions
        ),
    )


def _model(problem: Problem) -> Text:
    return _plain(joined([*iter_texts(problem.solution)], " "))


def _plain(text: Text) -> Text:
    return Text(ko=markup.plain(text.ko), en=markup.plain(text.en))


def _keys(problem: Problem) -> Iterator[str]:
    """What is to be read from each mark; of an explanation the model answer."""
    match problem.answer:
        case Explanation():
            yield as_read(_model(problem))
        case Choice():
            yield LETTERS[problem.answer.correct]
        case Matching(correct=correct):
            yield from (LETTERS[place] for place in correct)
        case FillIn(blanks):
            yield from (as_read(blank.value) for blank in blanks)


def as_read(value: Value) -> str:
    """A value as the scanner reads it: 12, -3 or 7,7,75; words as they are."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple) and all(isinstance(side, int) for side in value):
        return ",".join(map(str, value))
    return " / ".join(dict.fromkeys(map(markup.plain, (format_value(value).ko, format_value(value).en))))


def _mistakes(item: str, answer: Answer) -> Iterator[Mistake]:
    """Wrong answers with what leads to them; an empty reading stands for any."""
    match answer:
        case Choice(options):
            for letter, option in zip(LETTERS, options, strict=False):
                if option.why is not None:
                    yield Mistake(id=_id(item, option.why.en), why=option.why, given=(letter,))
        case Matching(prompts, mix_ups=mix_ups):
            for each in mix_ups:
                given = dict(each.pairs)
                letters = tuple(LETTERS[given[place]] if place in given else "" for place in range(len(prompts)))
                yield Mistake(id=_id(item, each.why.en), why=each.why, given=letters)
        case FillIn(blanks, columns, distractors):
            for wrong in distractors:
                parts = gap_values(wrong.value, columns) if len(blanks) > 1 else (wrong.value,)
                yield Mistake(id=wrong.id, why=wrong.why, given=tuple(map(as_read, parts)))


def _id(item: str, why: str) -> str:
    """The same in all forms, whatever letter the option has."""
    return f"{item}-{hashlib.sha256(why.encode()).hexdigest()[:8]}"
