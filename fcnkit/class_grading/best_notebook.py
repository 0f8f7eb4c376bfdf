"""Chooses the result that counts where several notebooks of one student are graded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fcnkit.course import Assignment
from fcnkit.grading.intake import Notebook
from fcnkit.grading.messages import Examination
from fcnkit.grading.results import QuestionResult, totals
from fcnkit.text import Text

BEST = Text(
    ko="노트북 {count}개를 각각 채점해 점수가 가장 높은 것을 반영했습니다: {best}. 함께 채점한 노트북: {others}",
    en="Of {count} notebooks the one with the most marks counts: {best}. Graded, too: {others}",
)
BEST_UNTOLD = Text(
    ko="노트북 {count}개를 각각 채점해 점수가 가장 높은 것을 반영했습니다: {best}. 함께 채점한 노트북: {others}. "
    "답이 정해져 있는 문제가 있어서 나머지 노트북의 점수는 알려 드리지 않습니다.",
    en="Of {count} notebooks the one with the most marks counts: {best}. Graded, too: {others}; what they came to is "
    "not told, since there are questions with a fixed answer.",
)
OTHER_TEXT = Text(
    ko="반영한 노트북에는 {title} 문제의 답이 없지만 '{name}' 노트북에는 있습니다.",
    en="The notebook that counts has no answer to {title}, but '{name}' has one.",
)
NOT_RUN = Text(
    ko="{cell}번 셀은 코드 셀이 아니어서 실행하지 않았습니다. 그 안에 다음 정의가 있습니다: {names}. "
    "코드 셀로 바꾸어 다시 제출해 주세요.",
    en="Cell {cell} is no code cell, so it was not run; it holds {names}. Make it a code cell and hand in again.",
)
NOT_RUN_AS_PYTHON = Text(
    ko="{cell}번 셀의 {magic} 줄 때문에 그 아래 코드는 노트북에서 Python으로 실행되지 않습니다. 그 안에 다음 정의가 "
    "있습니다: {names}. 그것이 답이라면 그 줄을 지우고 다시 제출해 주세요.",
    en="Because of its line {magic}, what stands below it in cell {cell} is not run as the notebook's Python; it holds "
    "{names}. If that is the answer, remove the line and hand in again.",
)
WRITTEN_ELSEWHERE = Text(
    ko="{title} 문제의 답은 비어 있지만, 직접 쓴 글이 다른 곳에 있습니다({cells}번 텍스트 셀). 그 글이 답이라면 정해진 "
    "변수에 넣어 다시 제출해 주세요. 채점하시는 분은 노트북에서 그 셀을 읽고 점수를 줄 수 있습니다.",
    en="There is no answer to {title}, but text of the student's own stands elsewhere (text cell {cells}). If that is "
    "the answer, put it into the variable and hand in again. Whoever grades can read that cell and give it marks.",
)
MAX_NAMED = 6
"""Cells that one note names."""

Graded = tuple[Notebook, Examination]


def counting(graded: Sequence[Graded]) -> Graded:
    """The one with the most marks so far; of equals one that answers what a person grades, then the first."""
    return max(graded, key=lambda one: (totals(one[1].questions)[0], len(_written(one[1]))))


def notes(counts: Graded, graded: Sequence[Graded], assignment: Assignment) -> Iterator[Text]:
    """What is to be said of the notebooks that were graded, and of the cells of the one that counts."""
    others = [one for one in graded if one is not counts]
    if others:
        note, told = (BEST_UNTOLD, _name) if _has_key(assignment) else (BEST, _marks)
        yield note.format(count=len(graded), best=told(counts), others=", ".join(map(told, others)))
    answered = _written(counts[1])
    for notebook, examination in others:
        for question in examination.questions:
            if question.id in _written(examination) - answered:
                yield OTHER_TEXT.format(title=question.title, name=notebook.source)
    lost = {question.id for question in counts[1].questions if _has_lost(question)}
    asked = {
        name for each in assignment.config.questions if each.id in lost for name in each.functions + each.variables
    }
    for text in counts[0].texts:
        names = sorted(text.names & asked)
        if names:
            note = NOT_RUN_AS_PYTHON if text.magic else NOT_RUN
            yield note.format(cell=text.number, magic=text.magic, names=", ".join(names))
    own = ", ".join(str(text.number) for text in counts[0].texts[:MAX_NAMED] if text.is_own)
    for question in counts[1].questions:
        if own and question.by_hand is not None and question.id not in answered:
            yield WRITTEN_ELSEWHERE.format(title=question.title, cells=own)


def _written(examination: Examination) -> set[str]:
    """The questions for a person to grade that are answered."""
    return {each.id for each in examination.questions if each.by_hand is not None and each.by_hand.answer}


def _has_lost(question: QuestionResult) -> bool:
    if question.by_hand is not None:
        return not question.by_hand.answer
    return question.score != question.max_score


def _has_key(assignment: Assignment) -> bool:
    """Whether there are questions with one right answer for everybody: several totals tell what it is not."""
    return any(question.variables and question.rubric is None for question in assignment.config.questions)


def _name(one: Graded) -> str:
    return f"'{one[0].source}'"


def _marks(one: Graded) -> str:
    score, max_score = totals(one[1].questions)
    return f"{_name(one)} ({score:g}/{max_score:g})"
