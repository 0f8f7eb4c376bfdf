"""Whether whole sets answer themselves, read as a student does who looks for an answer in the other questions.

Nothing here looks at the facts that items declare, by which sets are put together: only at what stands on paper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from fcnkit.practice.answers import Choice, Matching
from fcnkit.practice.blueprint import read_blueprint
from fcnkit.practice.compose import leaks_answer, practice_sets
from fcnkit.practice.document import Problem
from fcnkit.practice.document_blocks import iter_texts
from fcnkit.practice.registry import Registry
from fcnkit.practice.values import format_value
from fcnkit.terminology import Term
from fcnkit.text import LANGS

SETS = 200
MOST_CHOICE = 45
"""Points of 100 that may be got by choosing: the rest is worked by hand or written."""


def faults(registry: Registry, sets: int) -> Iterator[str]:
    """What is wrong with sets of the course's own blueprint."""
    blueprint, source = read_blueprint(None, registry)
    terms = tuple(registry.glossary.terms or ())
    for practice_set in practice_sets(registry, blueprint, source, 1, sets, []):
        entries = [*practice_set.entries]
        for complaint in _told([entry.problem for entry in entries], terms):
            yield f"{practice_set.name}: {complaint}"
        chosen = sum(entry.points for entry in entries if isinstance(entry.problem.answer, Choice))
        if chosen > MOST_CHOICE:
            yield f"{practice_set.name}: {chosen} points are multiple choice"


def _told(problems: Sequence[Problem], terms: Sequence[Term]) -> Iterator[str]:
    for one in problems:
        for other in problems:
            if one is not other and leaks_answer(one, other):
                yield f"{one.item} says what {other.item} asks for"
    asked: defaultdict[str, set[str]] = defaultdict(set)
    for problem in problems:
        for term in _terms_asked(problem, terms):
            asked[term].add(problem.item)
    for term, items in asked.items():
        if len(items) > 1:
            yield f"{term} is asked for by {', '.join(sorted(items))}"


def _terms_asked(problem: Problem, terms: Sequence[Term]) -> Iterator[str]:
    """Terms whose meaning is told in the question, for a name, or is the answer."""
    read = [*iter_texts(problem.question)]
    if isinstance(problem.answer, Choice):
        read.append(format_value(problem.answer.options[problem.answer.correct].value))
    if isinstance(problem.answer, Matching):
        read += problem.answer.prompts
    said = " ".join(text[lang] for text in read for lang in LANGS)
    yield from (term.id for term in terms if any(term.definition[lang] in said for lang in LANGS))
