"""One submission in the form of Gradescope's `results.json`.

Source of the form: Gradescope's autograder documentation, "Output format". Gradescope knows only
passed and failed; the exact outcome stands under `extra_data`.

`results_json` is for our own records: a test for each check, all of it shown. `autograder_json` is what an autograder
that runs on Gradescope answers: a test for each question, shown when the instructor wants it.
"""

from __future__ import annotations

from typing import Any, Literal

from fcnkit.grading.results import CheckResult, Example, Outcome, QuestionResult, Review, Status, SubmissionResult
from fcnkit.reports.carried import carried
from fcnkit.reports.corrected import corrected
from fcnkit.reports.number_format import plain
from fcnkit.reports.phrases import phrase
from fcnkit.text import LANGS, Lang

Visibility = Literal["hidden", "after_due_date", "after_published", "visible"]
"""When Gradescope shows a test to students."""


def results_json(result: SubmissionResult) -> dict[str, Any]:
    """JSON-like data; texts are in the submission's language. A corrected question is one test, as the marks add up.

    Without marks (invalid, ungraded) `score` is None and there are no tests, so that nothing reads
    it as zero marks; nor is there a test for an answer that waits for a person's marks.
    """
    graded = result.status is Status.GRADED
    return {
        "score": result.final if graded else None,
        "output": "\n".join(filter(None, [_output(result, result.lang), *_carried(result), *_late(result)])),
        "output_format": "text",
        "visibility": "visible",
        "tests": [
            _test(question, number, check, result.lang)
            for question in result.questions
            if graded and question.correction is None
            for number, check in enumerate(question.checks, start=1)
        ]
        + [
            _reviewed_test(answer.question, answer.review, result.lang)
            for answer in result.answers
            if answer.review is not None
        ],
        "extra_data": _extra_data(result),
    }


def autograder_json(result: SubmissionResult, visibility: Visibility, *, with_key: bool = False) -> dict[str, Any]:
    """JSON-like data; texts are in the submission's language.

    `visibility` is that of the marks. Until they are shown, students read the messages, misconceptions and public
    examples above them. What a person grades is left to Gradescope's own grading by hand, and is not part of these
    marks. What is invalid has 0 marks, since Gradescope wants some, and says why to everybody, in both
    languages, since what cannot be read does not tell its own. `with_key`: with the right answers of a quiz.
    """
    if result.status is not Status.GRADED:
        langs = sorted(LANGS, key=lambda lang: lang != result.lang)
        title = " / ".join(phrase(f"{result.status}_title", lang) for lang in langs)
        why = "\n".join(note[lang] for lang in langs for note in result.notes)
        tests = [_form(title, "1", 0.0, result.max_score, why, "visible")]
        said = [_output(result, lang) for lang in langs]
    else:
        tests = [_question_test(question, result.lang, visibility) for question in machine_graded(result)]
        said = [_output(result, result.lang), *_left_to_people(result)]
        said += [] if visibility == "visible" else _feedback(result)
        said += _key(result) if with_key else []
    return {
        "score": sum(test["score"] for test in tests),
        "output": "\n\n".join(filter(None, said)),
        "output_format": "text",
        "tests": tests,
        "extra_data": _extra_data(result),
    }


def machine_graded(result: SubmissionResult) -> list[QuestionResult]:
    """The questions that no person grades."""
    return [question for question in result.questions if question.by_hand is None]


def _left_to_people(result: SubmissionResult) -> list[str]:
    return [
        phrase("graded_elsewhere", result.lang, name=_name(question, result.lang), points=plain(question.max_score))
        for question in result.questions
        if question.by_hand is not None
    ]


def _feedback(result: SubmissionResult) -> list[str]:
    """Each question's messages, without marks."""
    said = [(_name(question, result.lang), _messages(question, result.lang)) for question in machine_graded(result)]
    return ["\n\n".join([name, *messages]) for name, messages in said if messages]


def _key(result: SubmissionResult) -> list[str]:
    """Each question of a quiz with the student's answer and the right one."""
    checks = [check for question in machine_graded(result) for check in question.checks]
    told = [(check.title[result.lang], check.afterwards) for check in checks]
    return [f"{title}\n{text[result.lang]}" for title, text in told if text is not None]


def _question_test(question: QuestionResult, lang: Lang, visibility: Visibility) -> dict[str, Any]:
    checks = [
        f"[{phrase(check.outcome.value, lang)}] {check.title[lang]} ({_earned(check):g}/{check.points:g})"
        for check in question.checks
    ]
    output = "\n\n".join(filter(None, [carried(question, lang), "\n".join(checks), *_messages(question, lang)]))
    number = question.id.removeprefix("q")
    return {
        **_form(_name(question, lang), number, question.score or 0, question.max_score, output, visibility),
        "extra_data": _question_data(question),
    }


def _carried(result: SubmissionResult) -> list[str]:
    """Which questions keep their marks despite a mistake in earlier ones; with marks, so only where those are shown."""
    said = [(question.id, carried(question, result.lang)) for question in result.questions]
    return [f"{id}: {sentence}" for id, sentence in said if sentence is not None]


def _late(result: SubmissionResult) -> list[str]:
    return [] if result.late is None or result.status is not Status.GRADED else [result.late.rule[result.lang]]


def _name(question: QuestionResult, lang: Lang) -> str:
    return f"{question.id}: {question.title[lang]}"


def _messages(question: QuestionResult, lang: Lang) -> list[str]:
    """Paragraphs: why checks failed, the misconceptions by name, the public examples. None where all is right."""
    if question.outcome is Outcome.UNATTEMPTED:  # for one reason, whatever the check
        return list(dict.fromkeys(check.message[lang] for check in question.checks if check.message is not None))
    failed = [check for check in question.checks if check.outcome is not Outcome.PASSED]
    said = [f"{check.title[lang]}\n→ {check.message[lang]}" for check in failed if check.message is not None]
    said += [f"{each.name[lang]}: {each.text[lang]}" for each in question.explanations]
    return said + (["\n".join(lines) for lines in _shown(question, lang)] if failed else [])


def _form(
    name: str, number: str, score: float, max_score: float, output: str, visibility: Visibility
) -> dict[str, Any]:
    return {
        "name": name,
        "number": number,
        "score": score,
        "max_score": max_score,
        "status": "passed" if score == max_score else "failed",
        "output": output,
        "output_format": "text",
        "visibility": visibility,
    }


def _earned(check: CheckResult) -> float:
    return check.points if check.outcome is Outcome.PASSED else 0.0


def _extra_data(result: SubmissionResult) -> dict[str, Any]:
    graded = result.status is Status.GRADED
    return {
        "assignment": result.assignment,
        "student": result.student,
        "identity": result.identity,
        "id": result.id,
        "submission": result.submission,
        "status": result.status.value,
        "max_score": result.max_score if graded else None,
        "questions": [_question_data(question) for question in result.questions if graded],
        **({"raw_score": result.score, "taken_off": result.late.taken_off} if graded and result.late else {}),
    }


def _question_data(question: QuestionResult) -> dict[str, Any]:
    return {
        "id": question.id,
        "outcome": question.outcome.value,
        "score": question.score,
        "max_score": question.max_score,
        "misconceptions": [misconception.id for misconception in question.misconceptions],
        "relations": [relation.id for relation in question.relations],
        "carried": None if question.carried is None else question.carried.model_dump(mode="json"),
        **_correction_data(question),
    }


def _correction_data(question: QuestionResult) -> dict[str, Any]:
    """Which marks the checks gave, which ones count instead, and why; nothing where no person changed them."""
    if question.correction is None:
        return {}
    reason = question.correction.comment
    return {"correction": {"automatic": question.automatic, "points": question.correction.points, "reason": reason}}


def _test(question: QuestionResult, number: int, check: CheckResult, lang: Lang) -> dict[str, Any]:
    place, output = f"{question.id.removeprefix('q')}.{number}", _check_output(question, check, lang)
    return {
        **_form(check.title[lang], place, _earned(check), check.points, output, "visible"),
        "extra_data": {
            "question": question.id,
            "check": check.name,
            "outcome": check.outcome.value,
            "misconception": check.misconception,
            "relation": check.relation,
        },
    }


def _reviewed_test(question: QuestionResult, review: Review, lang: Lang) -> dict[str, Any]:
    """A question that a person has graded, with their comment."""
    number = question.id.removeprefix("q")
    told = corrected(question, lang) or phrase("graded_by_hand", lang)
    output = "\n".join(filter(None, [told, review.comment]))
    return {
        **_form(_name(question, lang), number, review.points, question.max_score, output, "visible"),
        "extra_data": {
            "question": question.id,
            "check": None,
            "outcome": question.outcome.value,
            "misconception": None,
            "relation": None,
        },
    }


def _output(result: SubmissionResult, lang: Lang) -> str:
    """What is to be said about the submission as a whole: notes, help, cells that stopped."""
    lines = [note[lang] for note in result.notes]
    if result.status is not Status.GRADED:
        lines = [phrase(f"{result.status}_text", lang), *lines, phrase(f"{result.status}_help", lang)]
    for error in result.cell_errors:
        place = phrase("cell", lang, cell=error.cell)
        if error.line is not None:
            place = phrase("cell_line", lang, cell=error.cell, line=error.line)
        lines.append(f"{place}: {error.message[lang]} {phrase(error.rest, lang)}")
    return "\n".join(lines)


def _check_output(question: QuestionResult, check: CheckResult, lang: Lang) -> str:
    """Outcome, message and explanation of a check; below a question's first one that failed, the public examples."""
    lines = [phrase(check.outcome.value, lang)]
    if check.message is not None:
        lines.append(check.message[lang])
    for told in question.explanations:
        if told.id in (check.misconception, check.relation):
            lines.append(f"{told.name[lang]}: {told.text[lang]}")
    if check == next((each for each in question.checks if each.outcome is not Outcome.PASSED), None):
        for shown in _shown(question, lang):
            lines += ["", *shown]
    return "\n".join(lines)


def _shown(question: QuestionResult, lang: Lang) -> list[list[str]]:
    """The lines of each public example, or of what none of them shows."""
    examples = [_example(example, lang) for example in question.examples]
    return examples + ([[question.unshown[lang]]] if question.unshown is not None else [])


def _example(example: Example, lang: Lang) -> list[str]:
    lines = [
        phrase("check_example", lang, call=example.call),
        phrase("check_expected", lang, value=example.expected.text),
    ]
    if example.got is not None:
        lines.append(phrase("check_got", lang, value=example.got.text))
    if example.problem is not None:
        lines.append(example.problem[lang])
    return lines
