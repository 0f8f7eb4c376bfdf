"""A notebook in which students check their own answers, and its key.

The questions' notebook holds hashes of the answers, so that nobody reads one by accident, and says what a wrong
answer comes from where a well-known mistake leads to it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from fcnkit.practice import markup
from fcnkit.practice.answer_key import answer_key
from fcnkit.practice.answers import Answer, Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import Entry, PracticeSet
from fcnkit.practice.document_blocks import Block, Paragraph
from fcnkit.practice.item_texts import LETTERS, MESSAGES, paired, points_of
from fcnkit.practice.values import format_value
from fcnkit.practice.writers import markdown
from fcnkit.practice.writers.self_check import SelfCheck
from fcnkit.text import Lang, Text

SAYS = {
    "unanswered": Text(ko="아직 답하지 않았습니다. ...을 답으로 바꾸세요.", en="Not answered yet: replace each ... ."),
    **{key: MESSAGES[key] for key in ("right", "wrong", "some")},
    "again": Text(ko="다시 볼 칸: {gaps}", en="Look again at: {gaps}"),
}
MISTAKEN = Text(ko="흔히 이런 이유로 나오는 답입니다: {why}", en="What often leads to this answer: {why}")
CHOSEN = Text(ko="고르신 답은 이렇습니다: {why}", en="About that answer: {why}")
MIXED_UP = Text(ko="둘을 헷갈리지 마세요. {why}", en="Two are mixed up. {why}")
SAID = {Choice: CHOSEN, Matching: MIXED_UP, FillIn: MISTAKEN}
"""How a mistake is told."""
START = Text(
    ko="먼저 아래 셀을 실행하세요. 그다음 문제마다 `...`을 답으로 바꾸고 셀을 실행하면 맞았는지 알려 줍니다.",
    en="Run the cell below first. Then replace each `...` with your answer and run its cell: it says whether you are "
    "right.",
)


def write(practice_set: PracticeSet, lang: Lang) -> dict[str, bytes]:
    """`.ipynb` is for students, `.key.ipynb` has answers and solutions."""
    return {
        ".ipynb": _file(_questions(practice_set, lang)),
        ".key.ipynb": _file(_solutions(practice_set, lang)),
    }


def _file(cells: Iterable[dict[str, Any]]) -> bytes:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    notebook = {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return f"{json.dumps(notebook, ensure_ascii=False, indent=1)}\n".encode()


def _questions(practice_set: PracticeSet, lang: Lang) -> Iterator[dict[str, Any]]:
    yield markdown.cell("title", [f"# {_title(practice_set, lang)}", markdown.inline(START, lang)], lang)
    yield _code("check", _checker(practice_set, lang), jupyter={"source_hidden": True}, cellView="form")
    for number, section in enumerate(practice_set.sections, 1):
        note = [markdown.inline(section.note, lang)] if section.note else []
        yield markdown.cell(f"section-{number}", [f"## {markdown.inline(section.title, lang)}", *note], lang)
        for entry in section.entries:
            points = MESSAGES["points"].format(points=entry.points)[lang]
            answer = entry.problem.answer
            options = _options(answer, lang)
            head = f"### {entry.number}. ({points})"
            yield markdown.cell(f"question-{entry.number}", [head, *entry.problem.question, *options], lang)
            if isinstance(answer, Explanation):
                yield markdown.cell(f"answer-{entry.number}", [*_to_write_in(lang)], lang)
                continue
            name = f"answer_{entry.number}"
            source = f"{name} = {_gaps(answer, lang)}\ncheck({entry.number}, {name})"
            yield _code(f"answer-{entry.number}", source)


def _solutions(practice_set: PracticeSet, lang: Lang) -> Iterator[dict[str, Any]]:
    yield markdown.cell("title", [f"# {_title(practice_set, lang)}: {MESSAGES['key'][lang]}"], lang)
    for entry in practice_set.entries:
        head = f"### {entry.number}. {_key(entry.problem.answer, lang)}".rstrip()
        rubric = _rubric(entry.problem.answer, lang)
        yield markdown.cell(f"solution-{entry.number}", [head, *entry.problem.solution, *rubric], lang)


def _to_write_in(lang: Lang) -> Iterator[str]:
    yield f"**{MESSAGES['answer_in_words'][lang]}** {MESSAGES['write_here'][lang]}"
    yield f"*{MESSAGES['by_hand'][lang]}*"


def _rubric(answer: Answer, lang: Lang) -> Iterator[str]:
    """What an explanation is marked by; nothing of other answers."""
    if not isinstance(answer, Explanation):
        return
    yield f"**{MESSAGES['rubric'][lang]}**"
    lines = ((each.text, points_of(each.points)) for each in answer.criteria)
    yield "\n".join(f"- {markdown.inline(text, lang)} ({points[lang]})" for text, points in lines)
    yield f"**{MESSAGES['misconceptions'][lang]}**"
    told = ((format_value(each.value), each.why) for each in answer.misconceptions)
    yield "\n".join(f"- “{markdown.inline(said, lang)}” {markdown.inline(why, lang)}" for said, why in told)


def _title(practice_set: PracticeSet, lang: Lang) -> str:
    return f"{markdown.inline(practice_set.title, lang)} · {markdown.escaped(practice_set.label)}"


def _code(id_: str, source: str, **metadata: object) -> dict[str, Any]:
    cell = {"cell_type": "code", "id": id_, "metadata": metadata, "source": source}
    return {**cell, "execution_count": None, "outputs": []}


def _options(answer: Answer, lang: Lang) -> Iterator[Block | str]:
    if isinstance(answer, Matching):
        for number, prompt in enumerate(answer.prompts, 1):
            yield f"**{number}** {markdown.inline(prompt, lang)}"
        for letter, name in zip(LETTERS, answer.options, strict=False):
            yield f"**{letter}** {markdown.inline(name, lang)}"
    if isinstance(answer, Choice):
        for letter, option in zip(LETTERS, answer.options, strict=False):
            if isinstance(option.content, Paragraph):
                yield f"**{letter}** {markdown.block(option.content, lang)}"
            else:
                yield f"**{letter}**"
                yield option.content


def _key(answer: Answer, lang: Lang) -> str:
    if isinstance(answer, Choice):
        return LETTERS[answer.correct]
    if isinstance(answer, Matching):
        return paired(enumerate(answer.correct))
    if isinstance(answer, Explanation):
        return MESSAGES["model_answer"][lang]
    if answer.columns:
        return ""
    pairs = [(markdown.inline(each.label, lang), markdown.inline(each.formatted, lang)) for each in answer.blanks]
    return ", ".join(f"{label}: {value}" for label, value in pairs)


def _gaps(answer: Choice | Matching | FillIn, lang: Lang) -> str:
    """The `...` to be replaced, in the form that the answer has."""
    if isinstance(answer, Choice):
        return f"...  # {_letters(answer)}"
    if isinstance(answer, Matching):
        lines = (f"    ...,  # {number}\n" for number in range(1, len(answer.prompts) + 1))
        return f"[  # {_letters(answer)}\n{''.join(lines)}]"
    if answer.columns:
        row = f"    [{', '.join(['...'] * answer.columns)}],\n"
        return f"[\n{row * (len(answer.blanks) // answer.columns)}]"
    labels = [markup.plain(each.label[lang]) for each in answer.blanks]
    if len(labels) == 1:
        return f"...  # {labels[0]}"
    return "[\n" + "".join(f"    ...,  # {label}\n" for label in labels) + "]"


def _letters(answer: Choice | Matching) -> str:
    """What may be written."""
    return ", ".join(repr(letter) for letter in LETTERS[: len(answer.options)])


def _checker(practice_set: PracticeSet, lang: Lang) -> str:
    """The source of the checking cell, and behind it the hashes that it compares with."""
    uids = " ".join(entry.problem.uid for entry in practice_set.entries)
    salt = hashlib.sha256(uids.encode()).hexdigest()[:16]
    checker = SelfCheck(salt, {}, {})
    checked = (entry for entry in practice_set.entries if not isinstance(entry.problem.answer, Explanation))
    questions = {str(entry.number): _hashes(checker, entry, lang) for entry in checked}
    words = {name: text[lang] for name, text in SAYS.items()}
    return f"{_self_check_source()}\n\ncheck = SelfCheck(\n    {salt!r},\n    {questions!r},\n    {words!r},\n).check"


def _hashes(checker: SelfCheck, entry: Entry, lang: Lang) -> dict[str, Any]:
    number, key = entry.number, answer_key(entry.problem.answer)
    said = SAID[type(entry.problem.answer)]
    return {
        "names": [markup.plain(name[lang]) for name in key.names],
        "gaps": [
            [*dict.fromkeys(checker.hash(number, place, each) for each in gap)] for place, gap in enumerate(key.gaps)
        ],
        "mistakes": {
            checker.hash(number, "all" if each.place is None else each.place, *each.given): said.format(
                why=markup.plain(each.why[lang])
            )[lang]
            for each in key.mistakes
        },
    }


@cache
def _self_check_source() -> str:
    return (files("fcnkit.practice.writers") / "self_check.py").read_text(encoding="utf-8").rstrip()
