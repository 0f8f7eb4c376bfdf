"""The fixed texts of the pages about a class, which instructors read, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fcnkit.text import Text

CLASS_PHRASES: Mapping[str, Text] = MappingProxyType(
    {
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
            ko="난이도는 얻은 점수의 평균 비율이고(클수록 쉽습니다), 변별도는 그 문항의 점수와 나머지 점수의 "
            "상관계수입니다. 변별도가 0.2보다 크면 잘하는 학생과 그렇지 않은 학생을 구별합니다. 개선할 점이 있는 "
            "문항에는 조언을 적었습니다.",
            en="Difficulty is the mean share of the points (more is easier); discrimination is the correlation between "
            "an item and the rest of the marks. Above 0.2 an item tells strong students from weak ones. Where "
            "something could be better, there is advice.",
        ),
        "too_few": Text(
            ko="채점된 학생이 {count}명이라 조언하기에는 너무 적습니다({fewest}명부터 조언합니다).",
            en="There are too few graded students ({count}) to say; advice begins at {fewest}.",
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
        "of_everybody": Text(ko="{total}명 가운데 {count}명", en="{count} of {total:+student}"),
        "interval": Text(ko="(95% 구간 {low}~{high})", en="(95% interval {low} to {high})"),
        "interval_text": Text(
            ko="비율은 채점이 끝난 학생만으로 계산했습니다. 구간은 윌슨 점수 구간이며, 학생이 적을수록 넓습니다.",
            en="Shares are over graded students. The intervals are Wilson's: the fewer students, the wider.",
        ),
        "what_to_say": Text(ko="이렇게 설명해 보세요", en="What to say"),
        "shown_by": Text(ko="공개 예제로 보여 주기", en="Show it on a public example"),
        "shown_by_none": Text(
            ko="이 오개념만 드러내는 공개 예제가 없습니다.",
            en="No public example shows this misconception alone.",
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
        "section": Text(ko="분반 {name} 평균", en="Mean of section {name}"),
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
        "theme": Text(ko="여러 오개념에 공통된 주제", en="a theme of several misconceptions"),
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
    }
)
