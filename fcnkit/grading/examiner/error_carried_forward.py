"""Error carried forward: a mistake in one question does not cost the marks of a later one that calls its function.

The later question is judged again in a process of its own, in which the suite's oracles replace the earlier functions
(see `oracles`). The better result counts. Functions that the question itself asks for are never replaced.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence

from fcnkit.allowances import Limits
from fcnkit.course import AssignmentConfig, Question
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.oracles import Oracle, Oracles, plain_oracles
from fcnkit.grading.examiner.pytest_plugin import Suite
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.grading.examiner.variation import Variation
from fcnkit.grading.results import Carried, Outcome


def carry_forward(
    config: AssignmentConfig, suite: Suite, student: Student, judged: dict[str, Judged]
) -> dict[str, Carried]:
    """Judge again what lost marks and leads to earlier questions that did; a better result goes into `judged`.

    Question → the marks that it had at first, and thanks to which right answers it has more. A question that is right
    with those of others is right for the ones after it, so that the mistake is named where it was made.
    """
    carried: dict[str, Carried] = {}
    wrong: list[Question] = []
    for question in config.questions:
        first = judged.get(question.id)
        if first is None or first.score == question.points:
            continue
        student.set_question(question.id)
        oracles = _standing_in(question, wrong, suite, student) if _is_attempted(first) else {}
        second, asked = _judged_again(question, oracles, config.limits, suite, student) if oracles else (first, set())
        if asked and second.score > first.score:
            thanks_to = tuple(each.id for each in wrong if asked.intersection(each.functions))
            judged[question.id] = second
            carried[question.id] = Carried(score=first.score, questions=thanks_to)
        if judged[question.id].score < question.points:
            wrong.append(question)
    return carried


def _is_attempted(judged: Judged) -> bool:
    return any(check.outcome is not Outcome.UNATTEMPTED for check in judged.checks)


def _standing_in(question: Question, wrong: Sequence[Question], suite: Suite, student: Student) -> Mapping[str, Oracle]:
    """Oracles for the wrong questions' functions that this question's functions call."""
    oracles = plain_oracles(suite.functions())
    names = {name for each in wrong for name in each.functions if name in oracles} - set(question.functions)
    if not names or not student.refers(question.functions, names):
        return {}
    return {name: oracles[name] for name in sorted(names)}


def _judged_again(
    question: Question, standing_in: Mapping[str, Oracle], limits: Limits, suite: Suite, student: Student
) -> tuple[Judged, set[str]]:
    """What comes of the question's checks with these oracles, and which of them its functions asked."""
    oracles = Oracles(standing_in, limits, student.watch, student.charge)
    functions = {
        name: {"parameters": list(inspect.signature(oracle).parameters), "safe": not student.brings_down(name)}
        for name, oracle in standing_in.items()
    }
    variation = Variation(request={"do": "replace", "functions": functions}, answer=oracles.answer)
    try:
        with student.varied(variation) as varied:
            return suite.run(varied, question.id)[question.id], oracles.asked
    finally:
        oracles.close()
