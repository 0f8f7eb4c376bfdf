"""What the page says around the questions. The script fills in {names}; particles stand apart from them."""

from __future__ import annotations

from fcnkit.practice.item_texts import MESSAGES
from fcnkit.text import Text, same

_ALSO_ON_PAPER = (
    "minutes", "right", "wrong", "some", "model_answer", "rubric", "misconceptions", "solution", "if_instead",
)  # fmt: skip
WORDS = {
    **{key: MESSAGES[key] for key in _ALSO_ON_PAPER},
    "answer": MESSAGES["answer_in_words"],
    "starting": Text(ko="문제를 준비하고 있습니다.", en="Getting the questions ready."),
    "no_script": Text(
        ko="이 페이지는 자바스크립트가 있어야 움직입니다.", en="This page needs JavaScript to check your answers."
    ),
    "too_old": Text(
        ko="이 브라우저는 문제를 풀어내지 못합니다. Chrome 103, Firefox 113, Safari 16.4 이상에서 여세요.",
        en="This browser cannot unpack the questions. Use Chrome 103, Firefox 113, Safari 16.4, or newer.",
    ),
    "other_lang": Text(ko="English", en="한국어"),
    "skip": Text(ko="문제로 바로 가기", en="Skip to the question"),
    "menu": Text(ko="메뉴", en="Menu"),
    "practise": Text(ko="연습", en="Practise"),
    "rehearse": Text(ko="모의시험", en="Rehearse"),
    "progress": Text(ko="진도", en="Progress"),
    "choose": Text(ko="무엇을 연습할까요?", en="What would you like to practise?"),
    "topics": Text(ko="주제", en="Topics"),
    "difficulty": Text(ko="난이도", en="Difficulty"),
    "level_1": Text(ko="쉬움", en="easy"),
    "level_2": Text(ko="보통", en="medium"),
    "level_3": Text(ko="어려움", en="hard"),
    "book": Text(ko="자료", en="Notes"),
    "any": Text(ko="모두", en="all questions"),
    "closed": Text(ko="클로즈드 북(자료 없이)", en="closed book (no notes)"),
    "open": Text(ko="오픈 북(용어집을 볼 수 있음)", en="open book (terms may be looked up)"),
    "kinds": Text(ko="종류", en="Kinds"),
    "with_explanations": Text(
        ko="설명하는 문항도(모범 답안과 견주어 스스로 채점)",
        en="explanations, too (you mark them yourself, beside a model answer)",
    ),
    "start": Text(ko="시작", en="Start"),
    "none_chosen": Text(
        ko="고른 조건에 맞는 문항이 없습니다. 주제나 난이도를 더 고르세요.",
        en="No question fits this choice: tick more topics or difficulties.",
    ),
    "due": Text(ko="지금 풀 문항: {count}개", en="To be done now: {count}"),
    "question": Text(ko="문제", en="Question"),
    "cell": Text(ko="{row}행 {column}열", en="row {row}, column {column}"),
    "choose_one": Text(ko="고르세요", en="choose"),
    "check": Text(ko="확인", en="Check"),
    "hint": Text(ko="힌트", en="Hint"),
    "hint_of": Text(ko="힌트 {number}/{all}", en="Hint {number} of {all}"),
    "show": Text(ko="풀이 보기", en="Show the solution"),
    "next": Text(ko="다음 문제", en="Next question"),
    "again": Text(ko="같은 문항, 다른 숫자", en="The same with other numbers"),
    "change": Text(ko="다른 것 고르기", en="Choose something else"),
    "empty": Text(ko="빈칸을 모두 채우고 확인하세요.", en="Fill in everything first."),
    "cause": Text(ko="흔히 이런 이유로 나오는 답입니다.", en="What often leads to this answer:"),
    "is_right": Text(ko="맞음", en="right"),
    "is_wrong": Text(ko="틀림", en="wrong"),
    "compare": Text(ko="모범 답안과 견주기", en="Compare with the model answer"),
    "tick_what": Text(ko="내 답에 들어 있는 것에 표시하세요.", en="Tick what your answer says."),
    "judge": Text(ko="채점", en="Judge it"),
    "said_all": Text(ko="모두 설명했습니다!", en="You said it all!"),
    "said_some": Text(ko="빠진 것이 있어 곧 다시 나옵니다.", en="Something is missing: it comes again soon."),
    "right_answer": Text(ko="정답", en="Answer"),
    "terms": Text(ko="용어 찾아보기", en="Look up a term"),
    "search": Text(ko="용어", en="Term"),
    "topic": Text(ko="주제", en="Topic"),
    "seen": Text(ko="풀어 본 문항", en="Items tried"),
    "share": Text(ko="바로 맞힌 비율", en="Right at once"),
    "known": Text(ko="익힌 문항", en="Items known"),
    "of": same("{count}/{all}"),
    "per_topic": Text(ko="주제별 진도", en="Progress by topic"),
    "kept": Text(
        ko="진도는 이 브라우저에만 저장되고 아무 데도 보내지 않습니다. 다른 기기로 옮기려면 파일로 내보내세요.",
        en="Progress is kept in this browser alone and sent nowhere. Export it to take it to another device.",
    ),
    "not_kept": Text(
        ko="이 브라우저는 진도를 저장하지 않습니다. 닫기 전에 파일로 내보내세요.",
        en="This browser keeps nothing: export your progress before you close the page.",
    ),
    "export": Text(ko="진도 내보내기", en="Export progress"),
    "import": Text(ko="진도 가져오기", en="Import progress"),
    "imported": Text(ko="진도를 가져왔습니다. 문항 {count}개입니다.", en="Progress imported, items: {count}."),
    "not_progress": Text(
        ko="{file}: 이 페이지에서 내보낸 진도 파일이 아닙니다. practice-progress.json을 고르세요.",
        en="{file} is no progress of this page; choose a practice-progress.json that it exported.",
    ),
    "forget": Text(ko="진도 지우기", en="Delete progress"),
    "forget_sure": Text(ko="정말 지우기", en="Really delete it"),
    "forgotten": Text(ko="진도를 지웠습니다.", en="Progress deleted."),
    "rehearsal": Text(ko="모의시험", en="Exam rehearsal"),
    "rehearsal_about": Text(
        ko="시험과 같은 구성입니다. {points}점, {minutes}분이고, 힌트가 없으며, 다 풀고 나서 채점합니다. 시간이 끝나도 "
        "계속 풀 수 있습니다.",
        en="Composed like the exam: {points} points, {minutes} minutes, no hints, marked at the end. When the time is "
        "up you may go on.",
    ),
    "with_clock": Text(ko="시계를 켜고 시작", en="Start with the clock"),
    "without_clock": Text(ko="시계 없이 시작", en="Start without a clock"),
    "left": Text(ko="남은 시간 {time}", en="{time} left"),
    "five_minutes": Text(ko="5분 남았습니다.", en="Five minutes left."),
    "time_up": Text(ko="시간이 끝났습니다. 계속 풀거나 제출하세요.", en="Time is up: hand in, or go on."),
    "hand_in": Text(ko="제출", en="Hand in"),
    "open_left": Text(
        ko="답하지 않은 문제가 {count}개 있습니다. 그래도 제출하려면 다시 누르세요.",
        en="{count} not answered yet. Press again to hand in all the same.",
    ),
    "score": Text(ko="{all}점 가운데 {score}점", en="{score} of {all} points"),
    "point": Text(ko="{points}점", en="{points} point"),
    "points": Text(ko="{points}점", en="{points} points"),
    "another": Text(ko="다른 모의시험", en="Another rehearsal"),
    "your_answer": Text(ko="쓴 답", en="You wrote"),
    "nothing": Text(ko="없음", en="nothing"),
}
