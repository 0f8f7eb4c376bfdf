"""What the review page says."""

from __future__ import annotations

from collections.abc import Mapping

from fcnkit.text import Text

TEXTS: Mapping[str, Text] = {
    "title": Text(ko="직접 채점", en="Marking by hand"),
    "loading": Text(ko="답안을 불러오는 중입니다.", en="Loading the answers."),
    "nothing": Text(ko="직접 채점할 답안이 없습니다.", en="There are no answers to mark by hand."),
    "question": Text(ko="문제", en="Question"),
    "picture": Text(ko="답안지에서 오려 낸 그림", en="What was cut out of the answer sheet"),
    "answer_of": Text(ko="답안 {at} / {count}", en="Answer {at} of {count}"),
    "progress": Text(ko="{count}개 가운데 {done}개 채점함", en="{done} of {count} marked"),
    "names": Text(ko="이름 보이기", en="Show names"),
    "keys": Text(ko="단축키", en="Keys"),
    "empty": Text(ko="(답을 쓰지 않았습니다)", en="(no answer)"),
    "point": Text(ko="{points}점", en="{points} point"),
    "points": Text(ko="{points}점", en="{points} points"),
    "unmarked": Text(ko="점수 없음", en="not marked"),
    "corrected": Text(ko="{without}점 → {points}", en="{without} → {points}"),
    "progress_checks": Text(
        ko="자동으로 채점한 답안 {count}개 가운데 {done}개 고침", en="{done} of {count} corrected; graded by checks"
    ),
    "reason": Text(ko="학생에게 보일 이유", en="Reason, which the student reads"),
    "reason_first": Text(
        ko="이유를 쓰면 저장됩니다. 학생이 읽습니다.", en="Write the reason, which the student reads: then it is saved."
    ),
    "clear_correction": Text(ko="자동 점수로 되돌리기", en="Back to the checks' marks"),
    "alike": Text(ko="비슷한 답안", en="Answers alike"),
    "alone": Text(ko="같거나 비슷한 다른 답안이 없습니다.", en="No other answer is the same or nearly so."),
    "same_count": Text(ko="이 답과 같은 다른 답안: {count}개", en="Other answers that are the same: {count}"),
    "near_count": Text(ko="비슷한 답안 {count}개 보기", en="Nearly the same: {count}. Show them"),
    "give_same": Text(ko="같은 답안에 모두 같은 점수 주기", en="Give all that are the same these marks"),
    "give_near": Text(
        ko="점수가 없는 비슷한 답안에도 같은 점수 주기",
        en="Give these marks to nearly the same ones without marks, too",
    ),
    "marks": Text(ko="점수", en="Marks"),
    "rubric": Text(ko="채점 기준", en="Rubric"),
    "points_of": Text(ko="점수 (만점 {max}점)", en="Points (of {max})"),
    "full": Text(ko="만점", en="Full marks"),
    "zero": Text(ko="0점", en="0 points"),
    "clear": Text(ko="점수 지우기", en="Take marks back"),
    "comment": Text(ko="학생에게 보일 의견", en="Comment, which the student reads"),
    "reuse": Text(ko="지금까지 쓴 의견", en="Comments so far"),
    "no_reuse": Text(ko="아직 쓴 의견이 없습니다.", en="None yet."),
    "previous": Text(ko="이전", en="Previous"),
    "next": Text(ko="다음", en="Next"),
    "next_unmarked": Text(ko="점수 없는 다음 답안", en="Next without marks"),
    "all_marked": Text(ko="모두 채점했습니다.", en="All are marked."),
    "saving": Text(ko="저장하는 중", en="Saving"),
    "saved": Text(ko="저장했습니다.", en="Saved."),
    "saved_many": Text(ko="답안 {count}개에 저장했습니다.", en="Saved for {count} answers."),
    "points_first": Text(
        ko="의견은 점수와 함께 저장됩니다. 점수를 먼저 주세요.",
        en="A comment is saved along with points: give points first.",
    ),
    "bad_points": Text(ko="0에서 {max} 사이의 점수를 쓰세요.", en="Write points from 0 to {max}."),
    "failed": Text(
        ko="저장하지 못했습니다. fcnkit review가 실행 중인지 확인하세요. 다음 클릭 때 다시 저장합니다.",
        en="Not saved. See that fcnkit review is still running; the next click tries again.",
    ),
    "key_move": Text(ko="← → 또는 K J", en="← → or K J"),
    "key_move_does": Text(ko="이전, 다음 답안", en="previous, next answer"),
    "key_unmarked_does": Text(ko="점수 없는 다음 답안", en="next answer without marks"),
    "key_item_does": Text(ko="채점 기준의 항목", en="an item of the rubric"),
    "key_full_does": Text(ko="만점", en="full marks"),
    "key_zero_does": Text(ko="0점", en="no points"),
    "key_same_does": Text(ko="같은 답안에 모두 같은 점수", en="the same marks for all that are the same"),
    "key_comment_does": Text(ko="의견 쓰기 (Esc로 나오기)", en="write a comment (Esc leaves it)"),
    "key_names_does": Text(ko="이름 보이기, 숨기기", en="show or hide names"),
}
"""In `{braces}` what the page's script fills in."""
