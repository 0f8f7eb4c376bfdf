"""What could be wrong with an item that asks for an explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fcnkit.practice import markup
from fcnkit.practice.answers import Explanation
from fcnkit.practice.document import Problem
from fcnkit.practice.document_blocks import iter_texts
from fcnkit.practice.item import AnyItem, AnySample
from fcnkit.practice.values import format_value
from fcnkit.text import LANGS

SENTENCES = range(2, 5)
"""That a model answer has, as students are asked for."""
CRITERIA = range(2, 5)
_END = re.compile(r"[.!?](?=\s|$)")
_POINTS = re.compile(r"\(\s*[\d.]+\s*(?:점|points?)?\s*\)")


def faults(problem: Problem, answer: Explanation) -> Iterator[str]:
    """A model answer that is longer than students are asked for, and a rubric that nobody can mark by."""
    for lang in LANGS:
        said = " ".join(markup.plain(text[lang]) for text in iter_texts(problem.solution))
        if len(_END.findall(said)) not in SENTENCES:
            yield f"the model answer ({lang}) has {len(_END.findall(said))} sentences"
        told = [text[lang] for each in answer.misconceptions for text in (format_value(each.value), each.why)]
        for text in (said, *told, *(each.text[lang] for each in answer.criteria)):
            if _POINTS.search(markup.plain(text)):
                yield f"a number in brackets would be taken for points: {text!r}"
    if len(answer.criteria) not in CRITERIA or any(each.points <= 0 for each in answer.criteria):
        yield f"{len(answer.criteria)} criteria, worth {[each.points for each in answer.criteria]}"
    ids = [each.id for each in answer.misconceptions]
    if not ids or len(set(ids)) < len(ids):
        yield f"misconceptions: {ids}"


def unlike(item: AnyItem, found: Sequence[AnySample]) -> Iterator[str]:
    """Criteria that are others in another draw: a class is marked by one rubric."""
    answers = [each.problem.answer for each in found]
    criteria = {answer.criteria for answer in answers if isinstance(answer, Explanation)}
    if len(criteria) > 1:
        yield f"{item.id}: the criteria differ between draws"
