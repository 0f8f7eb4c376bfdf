"""What one student is to practise, and what their set says of it: why each problem is there, and what is not."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace

from fcnkit.practice.document import Problem
from fcnkit.practice.document_blocks import Paragraph
from fcnkit.text import Text, joined

_MARKS = re.compile(r"[`$]|\*\*")

AFTER_A_MISTAKE = Text(
    ko="**이 문제를 고른 이유** {where}에서 틀린 내용을 다시 연습합니다.",
    en="**Why this is here** It practises what went wrong in {where}.",
)
NEVER_TRIED = Text(
    ko="**이 문제를 고른 이유** {where}에서 답하지 않은 내용입니다.",
    en="**Why this is here** It is about what you left out in {where}.",
)
FOR_ALL = Text(
    ko="**이 문제를 고른 이유** 단원 전체를 고루 연습하려고 넣었습니다.",
    en="**Why this is here** So that you practise all of the unit.",
)
NO_ITEM = Text(
    ko="**연습 문항이 없는 오개념** {names}. 피드백 페이지의 설명을 다시 읽어 보세요.",
    en="**Mix-ups without a practice item** {names}. Read again what your feedback pages say of them.",
)
NO_ROOM = Text(
    ko="**자리가 없어 이 세트에 넣지 못한 오개념** {names}.",
    en="**Mix-ups for which this set has no room** {names}.",
)
LOOK_OUT = Text(ko="**눈여겨볼 오개념** {names}", en="**The mix-up to watch for** {names}")


@dataclass(frozen=True)
class Reason:
    """Why something is to be practised."""

    name: Text
    """The misconception's name; nothing that a question may say before it is answered."""
    where: Text
    """The assignment and question that showed it."""


@dataclass(frozen=True)
class Focus:
    """What one student is to practise."""

    mistakes: Mapping[str, Reason] = field(default_factory=dict)
    """By the ids of misconceptions."""
    left: Mapping[str, Text] = field(default_factory=dict)
    """What they never attempted, by the ids of the items about it."""


def not_practised(focus: Focus, shown: Iterable[frozenset[str]], with_items: Container[str]) -> list[Text]:
    """What a set does not practise of what it should, and why: to name it gives no answer of the set away.

    `shown` are the mistakes that its problems show, `with_items` those that any item can show.
    """
    practised = frozenset().union(*shown)
    left = {id: _without_marks(reason.name) for id, reason in sorted(focus.mistakes.items()) if id not in practised}
    by_cause = {
        NO_ITEM: [name for id, name in left.items() if id not in with_items],
        NO_ROOM: [name for id, name in left.items() if id in with_items],
    }
    return [said.format(names=joined(dict.fromkeys(names), " / ")) for said, names in by_cause.items() if names]


def explained(problem: Problem, shown: frozenset[str], focus: Focus) -> Problem:
    """The problem with why it is there: where it went wrong before the question, and what, with the solution."""
    mistakes = [focus.mistakes[id] for id in sorted(shown) if id in focus.mistakes]
    if not mistakes:
        left = focus.left.get(problem.item)
        why = FOR_ALL if left is None else NEVER_TRIED.format(where=left)
        return replace(problem, question=(Paragraph(why), *problem.question))
    places = list(dict.fromkeys(each.where for each in mistakes))
    names = list(dict.fromkeys(_without_marks(each.name) for each in mistakes))
    why = AFTER_A_MISTAKE.format(where=joined(places, ", "))
    look_out = LOOK_OUT.format(names=joined(names, " / "))
    return replace(
        problem,
        question=(Paragraph(why), *problem.question),
        solution=(*problem.solution, Paragraph(look_out)),
    )


def _without_marks(name: Text) -> Text:
    """A suite's name of a misconception has the marks of pages, of which only code is one here, too."""
    return Text(ko=_MARKS.sub("", name.ko), en=_MARKS.sub("", name.en))
