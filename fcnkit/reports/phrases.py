"""All fixed texts of the reports, in both languages.

What graders say about one assignment (titles, messages, misconceptions) comes with the results.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fcnkit.reports.class_phrases import CLASS_PHRASES
from fcnkit.text import Lang, Text

PHRASES: Mapping[str, Text] = MappingProxyType(
    {
        **CLASS_PHRASES,
        # Outcomes of checks and questions
        "passed": Text(ko="통과", en="Passed"),
        "partly": Text(ko="일부 통과", en="Partly passed"),
        "failed": Text(ko="미통과", en="Not yet"),
        "error": Text(ko="실행 오류", en="Error"),
        "unattempted": Text(ko="미작성", en="Not attempted"),
        "unreviewed": Text(ko="직접 채점 대기", en="To be graded by hand"),
        # Statuses of submissions
        "graded": Text(ko="채점 완료", en="Graded"),
        "invalid": Text(ko="확인 필요", en="Invalid"),
        "ungraded": Text(ko="채점 대기", en="To be run again"),
        "missing": Text(ko="미제출", en="Not handed in"),
        # Feedback page: the head
        "feedback": Text(ko="채점 결과", en="Feedback"),
        "feedback_for": Text(ko="{student} 님의 채점 결과", en="Feedback for {student}"),
        "student": Text(ko="학생", en="Student"),
        "submission": Text(ko="제출 파일", en="Submission"),
        "score": Text(ko="점수", en="Score"),
        "score_of": Text(ko="{max_score}점 만점에 {score}점", en="{score} out of {max_score:+point}"),
        "regrade": Text(ko="점수가 맞지 않다고 생각한다면", en="If you think that a mark is wrong"),
        "regrade_text": Text(
            ko="문제를 누르면 나오는 글을 복사하고, 이유를 적어서 선생님께 보내 주세요. 글에 적힌 번호로 선생님이 "
            "답안을 찾습니다.",
            en="Open the question, copy the text below it, write your reason into it, and send it to your instructor, "
            "who finds the answer by the id in it.",
        ),
        "confirmed": Text(
            ko="선생님이 다시 읽었고, 점수는 {points}점 그대로입니다.",
            en="Your instructor has read it again; the mark of {points} stays.",
        ),
        "raw_score": Text(
            ko="문제에서 얻은 점수는 {score}점이고, 인정되는 점수는 {final}점입니다.",
            en="The questions came to {score}; {final} counts.",
        ),
        "intro_full": Text(
            ko="모든 검사를 통과했습니다. 수고 많으셨습니다!",
            en="Every check passed. Well done!",
        ),
        "intro_some": Text(
            ko="문제마다 잘된 점과 다시 살펴볼 점을 정리했습니다. 다시 살펴볼 문제부터 읽어 보세요.",
            en="Each question below says what works and what is worth another look. "
            "Start with the questions that did not get full marks.",
        ),
        "intro_none": Text(
            ko="아직 작성한 답을 찾지 못했습니다. 첫 문제부터 하나씩 채워 보세요. "
            "과제 노트북에 단계별 힌트가 있습니다.",
            en="No answers were found yet. Take the questions one at a time, from the first; "
            "the notebook has hints that go step by step.",
        ),
        "questions": Text(ko="문제별 결과", en="Questions"),
        "notices": Text(ko="알려 드립니다", en="Please note"),
        # Feedback page: when there are no marks
        "invalid_title": Text(ko="제출물을 채점할 수 없었습니다", en="The submission could not be graded"),
        "invalid_text": Text(
            ko="그래서 아직 점수를 매기지 않았습니다. 아래 내용을 확인해 주세요.",
            en="So there are no marks yet. Please see below what happened.",
        ),
        "invalid_help": Text(
            ko="위 안내대로 고친 노트북이 Jupyter에서 잘 열리는지 확인한 다음, 다시 제출해 주세요. "
            "잘 안되면 담당 선생님께 이 화면을 보여 주세요.",
            en="Fix the problem described above, check that the notebook opens in Jupyter, and hand it in again. "
            "If that does not help, show this page to your instructor.",
        ),
        "ungraded_title": Text(ko="채점을 마치지 못했습니다", en="Grading did not finish"),
        "ungraded_text": Text(
            ko="채점 시스템에 문제가 있었습니다. 제출하신 과제 때문이 아니며, 점수에는 아무 영향이 없습니다.",
            en="Something went wrong on our side. It is not your doing, and it costs you nothing.",
        ),
        "ungraded_help": Text(
            ko="같은 제출물을 다시 채점할 예정이니 따로 하실 일은 없습니다.",
            en="The same submission will be graded again. There is nothing you need to do.",
        ),
        "what_happened": Text(ko="무슨 일이 있었나요", en="What happened"),
        "what_to_do": Text(ko="이렇게 해 주세요", en="What to do"),
        # Feedback page: cells
        "cells": Text(ko="실행 중에 멈춘 곳", en="Where the notebook stopped"),
        "cells_text": Text(
            ko="오류가 난 줄이나 끝나지 않은 셀입니다. 그 아래의 코드는 되도록 이어서 실행했으니, 아래에 쓴 답도 "
            "채점에 들어갔습니다. "
            "커널을 다시 시작한 다음 위에서부터 차례로 실행해 보면 같은 오류를 볼 수 있습니다. "
            "셀 번호는 텍스트(Markdown) 셀까지 포함해 맨 위부터 센 것입니다.",
            en="These lines raised an error, or these cells did not end. What stands below was run as far as "
            "possible, so that an answer further down was graded all the same. "
            "Restart the kernel and run all cells from the top to see the same error. "
            "Cells are counted from the top, text cells included.",
        ),
        "rest_ran": Text(
            ko="여기서 멈추었지만, 셀의 나머지는 이어서 실행했습니다.",
            en="This stopped here; the rest of the cell was run.",
        ),
        "rest_definitions": Text(
            ko="이 셀에서는 함수, 클래스, import와 값만 정하는 줄만 실행했습니다.",
            en="Of this cell only functions, classes, imports and plain values were kept.",
        ),
        "rest_left_out": Text(ko="이 셀은 빼고 실행했습니다.", en="This cell was left out."),
        "cell": Text(ko="{cell}번째 셀", en="Cell {cell}"),
        "cell_line": Text(ko="{cell}번째 셀, {line}번째 줄", en="Cell {cell}, line {line}"),
        # Feedback page: a question
        "relation": Text(ko="답을 견주어 보니", en="What your answers show"),
        "misconception": Text(ko="많이들 헷갈리는 부분입니다", en="A common mix-up"),
        "to_look_at": Text(ko="다시 살펴볼 항목", en="Worth another look"),
        "passed_checks": Text(ko="통과한 검사 {count}개", en="Checks passed: {count}"),
        "example": Text(ko="공개 예제로 비교해 보기", en="Compare on a public example"),
        "expected": Text(ko="맞는 값", en="Expected"),
        "got": Text(ko="내 함수의 값", en="Your function's value"),
        "got_nothing": Text(ko="돌려받은 값이 없습니다.", en="There was no value."),
        "size": Text(ko="{rows}행 {columns}열", en="{rows} × {columns}"),
        "shape": Text(ko="모양 {shape}", en="shape {shape}"),
        "cells_differ": Text(
            ko="{total}칸 가운데 {count}칸의 값이 다릅니다. 다른 칸에는 ✗와 ✓를 표시했습니다.",
            en="Cells that differ: {count} of {total}. They carry the signs ✗ and ✓.",
        ),
        "differs": Text(ko="다른 값", en="differs"),
        "should_be": Text(ko="맞는 값", en="should be this"),
        # A mistake of an earlier question that costs nothing here
        "carried_one": Text(
            ko="문제 {numbers}의 답이 맞았다면 이 문제는 {score}점입니다. 그래서 {first}점이 아니라 {score}점으로 "
            "계산했습니다. 같은 실수로 점수를 두 번 잃지는 않습니다.",
            en="With a right answer to question {numbers} this would be {score:+point} instead of {first}, so it "
            "counts as {score}. One mistake is paid for only once.",
        ),
        "carried_several": Text(
            ko="문제 {numbers}의 답이 모두 맞았다면 이 문제는 {score}점입니다. 그래서 {first}점이 아니라 {score}점으로 "
            "계산했습니다. 같은 실수로 점수를 두 번 잃지는 않습니다.",
            en="With right answers to questions {numbers} this would be {score:+point} instead of {first}, so it "
            "counts as {score}. One mistake is paid for only once.",
        ),
        "carried_note": Text(
            ko="{id}: {others}의 실수로 다시 감점하지 않음({first}점 → {score}점)",
            en="{id}: a mistake in {others} is not counted again ({first} → {score:+point})",
        ),
        # Questions that a person grades
        "question_worth": Text(ko="{id}({points}점)", en="{id} ({points:+point})"),
        "waits": Text(
            ko="{questions}: 직접 채점 대기, 총점에 아직 들어 있지 않음",
            en="{questions}: still to be graded by hand and not part of the score",
        ),
        "waits_long": Text(
            ko="선생님이 직접 읽고 채점하는 문제: {questions}. 그 점수는 아직 여기에 들어 있지 않습니다.",
            en="Your instructor reads and grades {questions}. Those marks are not included here yet.",
        ),
        "to_be_graded_by_hand": Text(
            ko="선생님이 직접 읽고 채점하는 문제입니다. 채점이 끝나면 점수와 의견이 여기에 나옵니다.",
            en="Your instructor reads and grades this question. Marks and comments will appear here.",
        ),
        "clip": Text(ko="답안지에서 오려 낸 그림", en="What was cut out of the answer sheet"),
        "graded_by_hand": Text(
            ko="선생님이 직접 읽고 채점한 문제입니다.", en="Your instructor has read and graded this question."
        ),
        "comment": Text(ko="선생님의 의견", en="Your instructor's comment"),
        "corrected": Text(
            ko="자동 채점 결과는 {automatic}점이었고, 선생님이 {points}점으로 고쳤습니다.",
            en="The checks came to {automatic}; your instructor has changed that to {points}.",
        ),
        "corrected_note": Text(
            ko="{id}: 자동 채점 {automatic}점을 {points}점으로 고침({reason})",
            en="{id}: {automatic} corrected to {points} ({reason})",
        ),
        "reason": Text(ko="고친 이유", en="The reason"),
        "checks_said": Text(ko="자동 검사 {count}개의 결과", en="What the checks said ({count})"),
        "your_answer": Text(ko="제출한 답 보기", en="Your answer as it was read"),
        "graded_elsewhere": Text(
            ko="{name}: 선생님이 직접 채점하는 문제({points}점)라서 이 점수에는 들어 있지 않습니다.",
            en="{name}: graded by your instructor ({points:+point}), so it is not part of these marks.",
        ),
        "by_hand": Text(ko="직접 채점을 기다리는 제출물 {count}개", en="Waiting for marks by hand: {count}"),
        "by_hand_text": Text(
            ko="`fcnkit review`로 브라우저에서 채점한 다음 같은 명령을 다시 실행하세요. 이 페이지 옆의 `reviews.csv`에 "
            "점수와 의견을 적고 같은 명령에 `--reviews FILE`을 붙여도 됩니다. 그때까지 이 점수는 총점에도 만점에도 "
            "들어가지 않습니다.",
            en="Mark them in the browser with `fcnkit review`, then run the same command again; or enter marks and "
            "comments in `reviews.csv` beside this page and run it with `--reviews FILE`. Until then these marks count "
            "neither in the score nor in its maximum.",
        ),
        "by_hand_on_paper": Text(
            ko="`fcnkit review`로 채점한 다음 `fcnkit scan`을 다시 실행하세요. 그때까지 이 점수는 총점에도 만점에도 "
            "들어가지 않습니다.",
            en="Mark them with `fcnkit review`, then run `fcnkit scan` again. Until then these marks count neither in "
            "the score nor in its maximum.",
        ),
        # Gradescope
        "check_example": Text(ko="공개 예제: {call}", en="Public example: {call}"),
        "check_expected": Text(ko="맞는 값: {value}", en="Expected: {value}"),
        "check_got": Text(ko="내 함수의 값: {value}", en="Your function's value: {value}"),
    }
)


def phrase(key: str, lang: Lang, **values: object) -> str:
    """The words for `key` in `lang`, their `{name}` fields filled.

    Raises KeyError for a key that is not in the catalogue or a field without a value.
    """
    text = PHRASES[key]
    return (text.format(**values) if values else text)[lang]
