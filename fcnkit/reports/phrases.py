"""All fixed texts of the reports, in both languages.

What graders say about one assignment (titles, messages, misconceptions) comes with the results.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fcnkit.text import Lang, Text

PHRASES: Mapping[str, Text] = MappingProxyType(
    {
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
        # Questions on a student's own code
        "interview": Text(ko="내 코드에 대한 질문", en="Questions on your own code"),
        "own_code": Text(ko="{name} ({cell}번째 셀)", en="{name} (cell {cell})"),
        "own_line": Text(ko="{line}번째 줄:", en="Line {line}:"),
        "own_value": Text(ko="값", en="value"),
        "own_shape": Text(ko="배열의 모양", en="array of shape"),
        "own_error": Text(ko="오류", en="error"),
        "own_before": Text(ko="제출한 코드에서는", en="as handed in:"),
        "ask_value": Text(ko="이 호출은 무엇을 돌려주나요?", en="What does this call give?"),
        "ask_shape": Text(ko="이 호출이 돌려주는 배열의 모양은?", en="What shape has the array that this call gives?"),
        "ask_change": Text(
            ko="한 줄을 다음처럼 바꾸면 아래 호출의 결과는? 값이나 배열의 모양, 또는 오류의 이름을 말하세요.",
            en="If one line is changed like this, what does the call below come to: which value, array shape or error?",
        ),
        "ask_which": Text(
            ko="한 줄을 바꾸었더니 아래 호출의 결과가 다음과 같았습니다. 바꾼 것은 어느 것일까요?",
            en="With one line changed, the call below came to this. Which change was it?",
        ),
        "own_keys": Text(ko="답: {student}", en="Keys: {student}"),
        "own_keys_text": Text(
            ko="학생의 코드와 한 줄씩 바꾼 사본을 공개된 입력으로 실행해 얻은 결과입니다. 코드가 틀렸다면 그 틀린 "
            "결과가 답입니다.",
            en="This is what the student's code, and copies with one line changed, gave for public inputs. Where the "
            "code is wrong, its wrong result is the key.",
        ),
        # Item analysis
        "item_analysis": Text(ko="문항 분석", en="Item analysis"),
        "item_analysis_text": Text(
            ko="난이도는 얻은 점수의 평균 비율(클수록 쉬움)이고, 변별도는 그 문항의 점수와 나머지 점수의 "
            "상관계수입니다. 변별도가 0.2보다 크면 잘하는 학생과 그렇지 않은 학생을 구별합니다. 개선할 점이 있는 "
            "문항에는 조언을 적었습니다.",
            en="Difficulty is the mean share of the points (more is easier); discrimination is the correlation between "
            "an item and the rest of the marks. Above 0.2 an item tells strong students from weak ones. Where "
            "something could be better, there is advice.",
        ),
        "too_few": Text(
            ko="채점된 학생이 {count}명이라 조언하기에는 너무 적습니다({fewest}명부터 조언합니다).",
            en="{count} graded students are too few to say; advice begins at {fewest}.",
        ),
        "reliability": Text(
            ko="문제 전체의 신뢰도(크론바흐 알파): {alpha} (95% 구간 {low}~{high})",
            en="Reliability of all questions (Cronbach's alpha): {alpha} (95% interval {low} to {high})",
        ),
        "difficulty": Text(ko="난이도(득점 비율)", en="Difficulty (share of points)"),
        "discrimination": Text(ko="변별도", en="Discrimination"),
        "behind_it": Text(ko="원인이 된 오개념", en="Misconceptions behind it"),
        "also_failed": Text(
            ko="이 문항을 틀린 학생은 {questions}도 훨씬 자주 틀렸습니다.",
            en="Those who failed it also failed {questions}, much more often than the class.",
        ),
        "hidden_checks": Text(ko="숨은 검사", en="Hidden checks"),
        # Feedback page: the head
        "feedback": Text(ko="채점 결과", en="Feedback"),
        "feedback_for": Text(ko="{student} 님의 채점 결과", en="Feedback for {student}"),
        "student": Text(ko="학생", en="Student"),
        "submission": Text(ko="제출 파일", en="Submission"),
        "score": Text(ko="점수", en="Score"),
        "score_of": Text(ko="{max_score}점 만점에 {score}점", en="{score} out of {max_score} points"),
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
            en="With a right answer to question {numbers} this would be {score} points instead of {first}, so it "
            "counts as {score}. One mistake is paid for only once.",
        ),
        "carried_several": Text(
            ko="문제 {numbers}의 답이 모두 맞았다면 이 문제는 {score}점입니다. 그래서 {first}점이 아니라 {score}점으로 "
            "계산했습니다. 같은 실수로 점수를 두 번 잃지는 않습니다.",
            en="With right answers to questions {numbers} this would be {score} points instead of {first}, so it "
            "counts as {score}. One mistake is paid for only once.",
        ),
        "carried_note": Text(
            ko="{id}: {others}의 실수로 다시 감점하지 않음({first}점 → {score}점)",
            en="{id}: a mistake in {others} is not counted again ({first} → {score} points)",
        ),
        # Questions that a person grades
        "waits": Text(
            ko="{id}({points}점): 직접 채점 대기, 총점에 아직 들어 있지 않음",
            en="{id} ({points} points) is still to be graded by hand and not part of the score",
        ),
        "waits_long": Text(
            ko="{id}({points}점)은 선생님이 직접 읽고 채점합니다. 그 점수는 아직 여기에 들어 있지 않습니다.",
            en="{id} ({points} points) is read and graded by your instructor. Its marks are not part of these yet.",
        ),
        "to_be_graded_by_hand": Text(
            ko="선생님이 직접 읽고 채점하는 문제입니다. 채점이 끝나면 점수와 의견이 여기에 나옵니다.",
            en="Your instructor reads and grades this question. Marks and comments will appear here.",
        ),
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
            en="{name}: graded by your instructor ({points} points), so it is not part of these marks.",
        ),
        "by_hand": Text(ko="직접 채점을 기다리는 제출물 {count}개", en="Waiting for marks by hand: {count}"),
        "by_hand_text": Text(
            ko="이 페이지 옆의 `reviews.csv`에 점수와 의견을 적은 다음, 같은 명령에 `--reviews FILE`을 붙여 다시 "
            "실행하세요. 그때까지 이 점수는 총점에도 만점에도 들어가지 않습니다.",
            en="Enter marks and comments in `reviews.csv` beside this page, then run the same command with "
            "`--reviews FILE`. Until then these marks count neither in the score nor in its maximum.",
        ),
        # Class page
        "class_results": Text(ko="학급 채점 결과", en="Class results"),
        "submissions": Text(ko="제출", en="Submissions"),
        "mean": Text(ko="평균", en="Mean"),
        "median": Text(ko="중앙값", en="Median"),
        "of_max": Text(ko="{max_score}점 만점", en="of {max_score}"),
        "marks_of_graded": Text(
            ko="평균, 중앙값, 비율은 채점이 끝난 제출물 {count}개만으로 계산했습니다.",
            en="Mean, median and shares are over graded submissions only ({count}).",
        ),
        "missing_count": Text(ko="미제출 {count}명", en="Not handed in: {count}"),
        "missing_text": Text(
            ko="명단에 있지만 제출하지 않은 학생입니다. 점수는 0점이 아니라 빈칸이며, 평균과 분포에 넣지 않았습니다.",
            en="They are on the roster and have handed in nothing. Their marks are empty, not 0, and count in no mean.",
        ),
        "waiting": Text(ko="먼저 확인할 제출물", en="Submissions that need you"),
        "waiting_text": Text(
            ko="아직 점수가 없는 제출물입니다. 나머지는 모두 채점했습니다.",
            en="These have no marks yet. All others were graded.",
        ),
        "distribution": Text(ko="점수 분포", en="Distribution of marks"),
        "distribution_axis": Text(ko="가로: 점수, 막대 위 숫자: 학생 수", en="Across: marks. Above each bar: students"),
        "bin": Text(ko="{low}점부터 {high}점까지: {count}명", en="{low} to {high} points: {count}"),
        "pass_rates": Text(ko="문제별 통과율", en="Pass rate of each question"),
        "mean_of": Text(ko="평균 {mean} / {max_score}점", en="mean {mean} of {max_score}"),
        "people": Text(ko="{count}명", en="{count}"),
        "misconceptions": Text(ko="자주 나온 오개념", en="Most frequent misconceptions"),
        "misconceptions_none": Text(
            ko="이름을 붙일 수 있는 오개념은 나오지 않았습니다.",
            en="No answer matched a known misconception.",
        ),
        "relations": Text(ko="오개념은 아니지만 자주 나온 차이", en="Other differences that were found"),
        "misconception_share": Text(ko="{count}명 · {share}", en="{count} · {share}"),
        "seen_in": Text(ko="나온 문제", en="Seen in"),
        "passed_unknown": Text(
            ko="답이 모두 직접 채점을 기다리고 있어 아직 알 수 없습니다.",
            en="All answers wait for marks by hand, so nothing can be said yet.",
        ),
        "provisional": Text(
            ko="직접 채점이 남은 {count}명은 지금까지 받은 점수로 계산했습니다.",
            en="Of {count} still to be graded by hand, the marks so far.",
        ),
        "reteach": Text(ko="다시 가르칠 것", en="What to teach again"),
        "of_everybody": Text(ko="{total}명 가운데 {count}명", en="{count} of {total} students"),
        "interval": Text(ko="(95% 구간 {low}~{high})", en="(95% interval {low} to {high})"),
        "interval_text": Text(
            ko="비율은 채점이 끝난 학생만으로 계산했습니다. 구간은 윌슨 점수 구간이며, 학생이 적을수록 넓습니다.",
            en="Shares are over graded students. The intervals are Wilson's: the fewer students, the wider.",
        ),
        "what_to_say": Text(ko="이렇게 설명해 보세요", en="What to say"),
        "shown_by": Text(ko="공개 예제로 보여 주기", en="Show it on a public example"),
        "shown_by_none": Text(
            ko="이 오개념만으로 틀린 값이 나온 공개 예제가 없습니다.",
            en="No public example came out wrong by this misconception alone.",
        ),
        "got_if_so": Text(ko="이렇게 생각하면 나오는 값", en="What comes out of it"),
        "to_practise": Text(ko="함께 풀어 보기", en="Practise it together"),
        "to_practise_none": Text(
            ko="이 오개념을 드러내는 연습 문항이 없습니다.", en="No practice item shows this misconception."
        ),
        "files": Text(ko="다른 결과", en="More results"),
        "table_of_marks": Text(ko="점수표(grades.csv)", en="Table of marks (grades.csv)"),
        "review_sheet": Text(ko="직접 채점표(reviews.csv)", en="Review sheet (reviews.csv)"),
        "nameless": Text(ko="이름 없이 보기 (화면에 띄우거나 인쇄할 때)", en="Show no names (to project or to print)"),
        "search": Text(ko="찾기", en="Search"),
        "everybody": Text(ko="모두", en="everybody"),
        "who_has": Text(ko="다음에 해당하는 학생", en="Only those with"),
        "anything": Text(ko="가리지 않음", en="anything"),
        "lost_in": Text(ko="{id}에서 점수를 잃음", en="marks lost in {id}"),
        "more_notes": Text(ko="알림 {count}건", en="Remarks: {count}"),
        "students": Text(ko="학생별 결과", en="Students"),
        "students_table": Text(
            ko="학생별 상태와 점수. 이름을 누르면 채점 결과 화면이 열리고, 머리글을 누르면 그 열의 순서로 정렬합니다.",
            en="Status and marks of each student. A name opens the feedback page; a heading sorts by its column.",
        ),
        "shown": Text(ko="{total}명 가운데 {count}명", en="{count} of {total}"),
        "id": Text(ko="번호", en="ID"),
        "status": Text(ko="상태", en="Status"),
        "total": Text(ko="총점", en="Total"),
        "note": Text(ko="비고", en="Remarks"),
        "nothing_graded": Text(ko="아직 채점이 끝난 제출물이 없습니다.", en="No submission has been graded yet."),
        # The term
        "term": Text(ko="한 학기", en="The term"),
        "assignments": Text(ko="과제", en="Assignments"),
        "assignment": Text(ko="과제", en="Assignment"),
        "weight": Text(ko="비중", en="Weight"),
        "handed_in": Text(ko="제출", en="Handed in"),
        "section": Text(ko="{name} 평균", en="Mean of {name}"),
        "sections": Text(ko="분반", en="Section"),
        "weight_text": Text(
            ko="비중은 `course.toml`의 `[weights]`에 있는 값이며, 없으면 모든 과제가 같습니다. 비중이 0인 과제는 "
            "총점에 들어가지 않습니다.",
            en="Weights are those of `[weights]` in `course.toml`, else all are equal; with weight 0 an assignment "
            "does not count.",
        ),
        "section_text": Text(
            ko="±는 평균의 표준오차의 두 배(%p)입니다. 두 분반의 차이가 이보다 작으면 우연일 수 있고, 학생이 "
            "{few}명보다 적으면 알 수 없습니다.",
            en="± is twice the standard error of the mean, in percentage points: a smaller difference between sections "
            "may be chance; of fewer than {few} students nothing can be said.",
        ),
        "term_misconceptions": Text(ko="한 학기 동안 나온 오개념", en="Misconceptions of the term"),
        "persists_in": Text(ko="{count}명은 여러 과제에서", en="in {count} in several assignments"),
        "term_table": Text(
            ko="학생별 득점 비율. 점수를 누르면 그 과제의 채점 결과가 열리고, 머리글을 누르면 그 열로 정렬합니다.",
            en="Each student's share of the points. A mark opens the feedback page; a heading sorts by its column.",
        ),
        "some_missing": Text(ko="내지 않은 과제가 있음", en="missing work"),
        "some_persist": Text(ko="여러 과제에 이어지는 오개념", en="a misconception that persists"),
        "term_total": Text(ko="낸 과제의 평균", en="Of work handed in"),
        "term_zeros": Text(ko="안 낸 과제를 0점으로", en="Missing work as 0"),
        "course_of_marks": Text(ko="흐름", en="Course"),
        "missing_work": Text(ko="미제출", en="Missing"),
        "persisting": Text(ko="이어지는 오개념", en="Persists"),
        # Work that is alike
        "similar": Text(ko="비슷한 제출물", en="Work that is alike"),
        "similar_how": Text(ko="이 페이지를 읽는 법", en="How to read this page"),
        "similar_text": Text(
            ko="살펴볼 곳을 모은 것이며 판정이 아닙니다. 함께 공부했거나 같은 자료를 보았어도 비슷해질 수 있으니, 두 "
            "글을 직접 읽고 학생과 이야기해 보세요. 나누어 준 코드는 빼고, 이름, 주석, 문자열과 셀의 순서를 무시하고 "
            "비교했으며, 반에서 드문 부분일수록 크게 셉니다. 표시된 줄이 서로 겹치는 부분입니다.",
            en="These are places to look, not a verdict. Studying together or one common source makes work alike too: "
            "read both texts and talk with the students. What was handed out is taken away; names, comments, strings "
            "and the order of cells do not count, and what is rare in the class counts more. Marked lines are in both "
            "texts.",
        ),
        "similar_counts": Text(
            ko="이 반의 학생 {people}명, 지난 학기의 학생 {others}명, 코드를 읽은 제출물 {read}개.",
            en="Students of this class: {people}, of earlier terms: {others}; hand-ins whose code was read: {read}.",
        ),
        "similar_no_code": Text(
            ko="제출물을 주지 않아 코드는 비교하지 않고 같은 오답만 비교했습니다(--submissions).",
            en="No hand-ins were given (--submissions), so wrong answers alone were compared.",
        ),
        "similar_short": Text(
            ko="다음 문제는 답이 짧아 따로 풀어도 같은 코드가 나오므로 코드로는 알 수 없습니다. 코드는 비교하지 "
            "않았습니다.",
            en="Answers to these questions are too short to tell: people who work alone write the same. Their code was "
            "not compared.",
        ),
        "similar_none": Text(ko="따로 살펴볼 곳을 찾지 못했습니다.", en="No places to look were found."),
        "similar_more": Text(
            ko="덜 비슷한 {count}쌍은 싣지 않았습니다.", en="Pairs that are less alike and not shown: {count}."
        ),
        "likeness": Text(
            ko="코드에서 겹치는 비율(드문 부분일수록 크게 셈): {share}",
            en="Share of the code in common, rare parts counting more: {share}",
        ),
        "likeness_unknown": Text(
            ko="비교할 코드가 없거나 너무 짧아 코드로는 알 수 없습니다.",
            en="There is no code to compare, or too little to tell.",
        ),
        "same_mistakes": Text(
            ko="같은 검사에서 같은 이유로 틀린 문제. 이 반에서 얼마나 드문지는 {bits}비트입니다(10비트면 서로 무관할 "
            "때 약 천 쌍에 하나).",
            en="Wrong in the same checks for the same reasons, which is rare in this class by {bits} bits (10 bits: "
            "about one pair in a thousand, were questions independent):",
        ),
        "wrong_like_that": Text(ko="이렇게 틀린 학생 {count}명", en="wrong like that: {count}"),
        "side_by_side": Text(ko="나란히 보기", en="Side by side"),
        "code_of": Text(ko="{student} 님의 코드", en="Code of {student}"),
        "no_code": Text(ko="읽은 코드가 없습니다.", en="No code was read."),
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
    text = PHRASES[key][lang]
    return text.format(**values) if values else text
