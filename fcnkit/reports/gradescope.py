"""One submission in the form of Gradescope's `results.json`.

Source of the form: Gradescope's autograder documentation, "Output format". Gradescope knows only
passed and failed; the exact outcome stands under `extra_data`.
"""

from __future__ import annotations

from typing import Any

from fcnkit.grading.results import CheckResult, Example, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.reports.words import word
from fcnkit.text import Lang


def results_json(result: SubmissionResult) -> dict[str, Any]:
    """JSON-like data; texts are in the submission's language.

    Without marks (invalid, ungraded) `score` is None and there are no tests, so that nothing reads
    it as zero marks.
    """
    graded = result.status is Status.GRADED
    return {
        "score": result.score if graded else None,
        "output": _output(result),
        "output_format": "text",
        "visibility": "visible",
        "tests": [
            _test(question, number, check, result.lang)
            for question in result.questions
            if graded
            for number, check in enumerate(question.checks, start=1)
        ],
        "extra_data": {
            "assignment": result.assignment,
            "student": result.student,
            "submission": result.submission,
            "status": result.status.value,
            "max_score": result.max_score if graded else None,
            "questions": [
                {
                    "id": question.id,
                    "outcome": question.outcome.value,
                    "score": question.score,
                    "max_score": question.max_score,
                    "misconceptions": [misconception.id for misconception in question.misconceptions],
                }
                for question in result.questions
                if graded
            ],
        },
    }


def _test(question: QuestionResult, number: int, check: CheckResult, lang: Lang) -> dict[str, Any]:
    passed = check.outcome is Outcome.PASSED
    return {
        "name": check.title[lang],
        "number": f"{question.id.removeprefix('q')}.{number}",
        "score": check.points if passed else 0.0,
        "max_score": check.points,
        "status": "passed" if passed else "failed",
        "output": _check_output(question, check, lang),
        "output_format": "text",
        "visibility": "visible",
        "extra_data": {
            "question": question.id,
            "check": check.name,
            "outcome": check.outcome.value,
            "misconception": check.misconception,
        },
    }


def _output(result: SubmissionResult) -> str:
    """What is to be said about the submission as a whole: notes, help, cells that stopped."""
    lang = result.lang
    lines = [note[lang] for note in result.notes]
    if result.status is not Status.GRADED:
        lines = [word(f"{result.status}_text", lang), *lines, word(f"{result.status}_help", lang)]
    for error in result.cell_errors:
        place = word("cell", lang, cell=error.cell)
        if error.line is not None:
            place = word("cell_line", lang, cell=error.cell, line=error.line)
        lines.append(f"{place}: {error.message[lang]}")
    return "\n".join(lines)


def _check_output(question: QuestionResult, check: CheckResult, lang: Lang) -> str:
    """Outcome, message and misconception of a check; below a question's first one that failed, the public examples."""
    lines = [word(check.outcome.value, lang)]
    if check.message is not None:
        lines.append(check.message[lang])
    for misconception in question.misconceptions:
        if misconception.id == check.misconception:
            lines.append(f"{misconception.name[lang]}: {misconception.text[lang]}")
    if check == next((each for each in question.checks if each.outcome is not Outcome.PASSED), None):
        for example in question.examples:
            lines += ["", *_example(example, lang)]
    return "\n".join(lines)


def _example(example: Example, lang: Lang) -> list[str]:
    lines = [
        word("check_example", lang, call=example.call),
        word("check_expected", lang, value=example.expected.text),
    ]
    if example.got is not None:
        lines.append(word("check_got", lang, value=example.got.text))
    if example.problem is not None:
        lines.append(example.problem[lang])
    return lines
