"""How well wrong answers are explained: `python benchmarks/wrong_answers.py 01 02 --each 60 --show wrong`.

Spoils right answers, the alternatives, in one place each, grades each by itself as a submission is graded, and counts
for each question that lost marks what its page says: a misconception by name, a relation, a message that says what is
the matter, or only that the value is wrong. Slips that lose no marks are no wrong answers and do not count.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

from mutations import Mutant, mutants

from fcnkit.authoring.verification import expectations_of
from fcnkit.course import Assignment, Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.judged import EASY_ALONE
from fcnkit.grading.examiner.pytest_plugin import NOT_MET
from fcnkit.grading.messages import Job
from fcnkit.grading.results import QuestionResult
from fcnkit.grading.sandbox.level import choose

HOW = ("named", "related", "said", "wrong")
SAYS_LITTLE = (
    "is wrong in",
    "the form is right",
    "An integer comes back",
    "the shape is not",
    "does not hold",
    "is not the one",
    "but the value is not.",
    "can be judged only once",
)
"""Words of messages that say no more than that something is wrong."""


@dataclass(frozen=True)
class Explained:
    """A question that lost marks: how its page explains that, and in which words."""

    how: str
    id: str
    text: str


def explained(question: QuestionResult) -> Explained:
    for how, known in (("named", question.misconceptions), ("related", question.relations)):
        if known:
            return Explained(how, known[0].id, " ".join(f"{each.text.ko} / {each.text.en}" for each in known))
    messages = [c.message for c in question.checks if c.message not in (None, EASY_ALONE, NOT_MET)]
    telling = [m for m in messages if m is not None and not any(words in m.en for words in SAYS_LITTLE)]
    found = (telling or messages or [NOT_MET])[0]
    assert found is not None
    return Explained("said" if telling else "wrong", "", f"{found.ko} / {found.en}")


def shows_nothing(question: QuestionResult) -> bool:
    """Whether an example has the same on both sides, which would puzzle whoever looks at it."""
    return any(example.got == example.expected for example in question.examples)


def sources(assignment: Assignment, seed: int) -> Iterator[tuple[Sequence[Cell], Mutant]]:
    """Cells, of which the last is to be spoilt, by turns from each alternative."""
    whole = [each.cells for each in expectations_of(assignment) if each.subject.en.startswith("alternative ")]
    spoilt = [mutants(cells[-1].source, seed) for cells in whole]
    while spoilt:
        for cells, slips in list(zip(whole, spoilt, strict=True)):
            mutant = next(slips, None)
            if mutant is None:
                at = spoilt.index(slips)
                del whole[at], spoilt[at]
            else:
                yield (*cells[:-1], Cell(number=cells[-1].number, source=mutant.source)), mutant


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("assignments", nargs="*", default=["01", "02", "03", "04", "06"])
    parser.add_argument("--each", type=int, default=80, help="mutants of each assignment (80)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--show", nargs="*", choices=HOW, default=["wrong"], help="which to print (wrong)")
    options = parser.parse_args()
    counted: Counter[str] = Counter()
    for name in options.assignments:
        counted += _graded(Course.find().assignment(name), options)
    _print("all", counted)


def _graded(assignment: Assignment, options: argparse.Namespace) -> Counter[str]:
    tried = list(islice(sources(assignment, options.seed), options.each))
    counted: Counter[str] = Counter()
    with LocalEngine(assignment, choose("auto")) as engine, ThreadPoolExecutor(options.workers) as pool:
        jobs = [Job(cells=cells, seed=f"{options.seed} {n}") for n, (cells, _) in enumerate(tried)]
        for examination, (_, mutant) in zip(pool.map(engine.examine, jobs), tried, strict=True):
            if examination.fault:
                print(f"not graded: {examination.fault}\n{mutant.change}\n")
            wrong = [q for q in examination.questions if q.score is not None and q.score < q.max_score]
            counted["harmless"] += not wrong
            for question in wrong:
                why = explained(question)
                counted[why.how] += 1
                counted["unclear example"] += shows_nothing(question)
                if why.how in options.show or shows_nothing(question):
                    print(f"{assignment.name[:2]} {question.id}, {why.how} {why.id} ({mutant.where}, {mutant.kind})")
                    print(f"{mutant.change}\n  {why.text}\n", flush=True)
    _print(assignment.name, counted)
    return counted


def _print(title: str, counted: Counter[str]) -> None:
    total = sum(counted[how] for how in HOW)
    shares = ", ".join(f"{counted[how]} {how}" for how in HOW)
    share = (total - counted["wrong"]) / max(total, 1)
    rest = f"{counted['harmless']} slips lost nothing, {counted['unclear example']} unclear examples"
    print(f"{title}: {total} wrong answers: {shares}: {share:.1%} explained; {rest}\n", flush=True)


if __name__ == "__main__":
    main()
