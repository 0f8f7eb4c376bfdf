"""A question that keeps its marks despite an earlier mistake: said kindly on the page, briefly in tables, as data."""

from __future__ import annotations

import pytest
from report_samples import MIXED, PERFECT, QUESTION_IDS, TITLE, submission

from fcnkit.grading.results import Carried, SubmissionResult
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.gradescope import autograder_json, results_json
from fcnkit.reports.tables import grades_csv
from fcnkit.text import Lang


def result(lang: Lang, *questions: str) -> SubmissionResult:
    """Question 3 counts as its full 5 points instead of 2.5."""
    carried = PERFECT[2].model_copy(update={"carried": Carried(score=2.5, questions=questions)})
    return submission("kim", (*MIXED[:2], carried), lang=lang)


SAID: dict[Lang, tuple[str, str]] = {
    "en": (
        "With a right answer to question 1 this would be 5 points instead of 2.5, so it counts as 5. "
        "One mistake is paid for only once.",
        "With right answers to questions 1 and 2 this would be 5 points instead of 2.5, so it counts as 5. "
        "One mistake is paid for only once.",
    ),
    "ko": (
        "문제 1의 답이 맞았다면 이 문제는 5점입니다. 그래서 2.5점이 아니라 5점으로 계산했습니다. "
        "같은 실수로 점수를 두 번 잃지는 않습니다.",
        "문제 1, 2의 답이 모두 맞았다면 이 문제는 5점입니다. 그래서 2.5점이 아니라 5점으로 계산했습니다. "
        "같은 실수로 점수를 두 번 잃지는 않습니다.",
    ),
}


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_page_says_so_in_one_sentence_with_both_marks(lang: Lang) -> None:
    one, several = SAID[lang]
    assert one in feedback_page(result(lang, "q1"), TITLE)
    assert several in feedback_page(result(lang, "q1", "q2"), TITLE)
    assert "carried" not in feedback_page(submission("kim", PERFECT, lang=lang), TITLE)


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_results_say_so_as_text_and_as_data(lang: Lang) -> None:
    data = results_json(result(lang, "q1", "q2"))
    assert f"q3: {SAID[lang][1]}" in data["output"]
    assert [question["carried"] for question in data["extra_data"]["questions"]] == [
        None,
        None,
        {"score": 2.5, "questions": ["q1", "q2"]},
    ]


def test_on_gradescope_it_stands_with_the_marks_and_is_hidden_with_them() -> None:
    data = autograder_json(result("en", "q1"), "hidden")
    assert data["tests"][2]["output"].startswith(SAID["en"][0])
    assert "counts as" not in data["output"]


def test_the_table_notes_it() -> None:
    text = grades_csv([result("en", "q1", "q2")], QUESTION_IDS, "en")
    assert "q3: a mistake in q1 and q2 is not counted again (2.5 → 5 points)" in text
    text = grades_csv([result("ko", "q1", "q2")], QUESTION_IDS, "ko")
    assert "q3: q1, q2의 실수로 다시 감점하지 않음(2.5점 → 5점)" in text
