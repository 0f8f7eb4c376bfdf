"""One practice set with a draw of every item, and a few problems that are hard on file formats."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from this_course import ITEMS, REGISTRY

from fcnkit.practice import markup
from fcnkit.practice.answers import Answer, FillIn, Matching, distractor
from fcnkit.practice.document import Book, Entry, PracticeSet, Problem, Section
from fcnkit.practice.document_blocks import Code, say
from fcnkit.practice.item import blank, sample
from fcnkit.practice.values import Value, format_value, untranslated
from fcnkit.text import Lang, Text

STUDENT = "김<b>민지</b>/3 & 친구"
SCRIPT = "<script>alert(1)</script>"


def words(html: str) -> str:
    """What of a piece of HTML is read."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def typed(value: Value, lang: Lang) -> str:
    """As it is typed into a platform's field."""
    return (
        f"{value:.10g}" if isinstance(value, int | float) else markup.plain(format_value(value)[lang]).replace("−", "-")
    )


@cache
def whole_bank() -> PracticeSet:
    """Sections for closed and open book, and one that tries the formats' marks."""
    problems = [sample(item, "1").problem for item in ITEMS.values()]
    books: tuple[Book, ...] = ("closed", "open")
    parts = [[problem for problem in problems if problem.book == book] for book in books] + [_awkward()]
    sections, number = [], 0
    for title, part in zip(
        (Text(ko="1부", en="Part 1"), Text(ko="2부", en="Part 2"), untranslated("A/B <i>")), parts, strict=True
    ):
        entries = []
        for problem in part:
            number += 1
            entries.append(Entry(number, 4, problem, REGISTRY.topics[problem.topic]))
        sections.append(Section(title, Text(ko="자료 없이 & 혼자", en="Alone & without notes"), 30, tuple(entries)))
    title = Text(ko="연습 문제", en="Practice set")
    return PracticeSet(
        title, "set-1", STUDENT, tuple(section for section in sections if section.entries), REGISTRY.glossary
    )


def _awkward() -> list[Problem]:
    """Answers made of what file formats have uses of their own for."""
    star = blank(Text(ko="연산자", en="operator"), "*", "곱하기 기호")
    braces = blank(untranslated("{1:SHORTANSWER:=x}"), "{a} #1 <b> & 'c'")
    word = blank(Text(ko="이름", en="name"), Text(ko="완전 합성곱 신경망", en="fully convolutional network"))
    lucky = distractor("plus", "+", ko="더하기로 봄", en="Taken for plus")
    tags = Matching(
        (untranslated(f"`<b>` {SCRIPT}"), untranslated("{1:SA:=x} #")),
        (untranslated("& 'c'"), untranslated("`~` <i>"), untranslated("}")),
        (1, 2),
    )
    return [
        _problem("star", FillIn((star,), distractors=(lucky,))),
        _problem("gaps", FillIn((braces, word))),
        _problem("pairs", tags),
    ]


def _problem(uid: str, answer: Answer) -> Problem:
    marks = say(ko=f"{SCRIPT} [gap1] $x_{{i}} × 10,000$입니다.", en=f"{SCRIPT} [gap1] is $x_{{i}} × 10,000$.")
    steps = (say(ko="그렇습니다.", en="So it is."), Code("print('<b>')"))
    return Problem(uid, uid, "terminology", 1, 1, "open", (marks,), answer, steps)
