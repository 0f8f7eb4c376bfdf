"""What an item's figures mean, in a sentence for the instructor."""

from __future__ import annotations

from math import sqrt

from fcnkit.grading.results import Outcome
from fcnkit.reports.item_analysis import Item
from fcnkit.reports.number_format import percent
from fcnkit.text import Text

_TELLS_NOTHING = 0.97
_FAILED_BY_BEST = 1 / 3
_LEFT_OUT = 0.3
_WEAK = 0.1
"""Discrimination below which an item of middling difficulty does not tell strong students from weak ones."""
_TELLS_APART = 0.3
"""Discrimination from which an item is fair, however many of the best fail it."""
_HARD = 0.25

EASY = Text(
    ko="거의 모두 맞혔습니다. 학생을 구별해 주지 못하니, 연습으로 두거나 더 어려운 경우를 더해 보세요.",
    en="Nearly nobody fails this, so it tells nothing about anybody; keep it as practice, or add a harder case.",
)
WORDING = Text(
    ko="성적이 좋은 학생의 {share:가} 틀렸습니다. 문제의 문장에 빠진 말이나 다르게 읽힐 말이 있는지 보세요.",
    en="{share} of your best students failed this: look at its wording, and whether the text says what is checked.",
)
BACKWARDS = Text(
    ko="다른 문제를 잘한 학생이 오히려 더 많이 틀렸습니다. 검사나 문제의 문장이 잘못되었을 수 있습니다.",
    en="Those who do well elsewhere fail this more often: the check or its text may be wrong.",
)
WEAK = Text(
    ko="다른 문제를 잘했는지와 거의 관계가 없습니다. 단원과 다른 것을 묻고 있지 않은지 보세요.",
    en="It has little to do with the rest: see whether it asks for something other than the unit teaches.",
)
LEFT_OUT = Text(
    ko="{share:가} 손대지 않았습니다. 시간이 모자라지 않았는지, 무엇을 하라는 것인지 분명한지 보세요.",
    en="{share} left it out: was there time for it, and is it clear what to do?",
)
HARD = Text(
    ko="대부분 틀렸습니다. 수업에서 다시 다룰 만합니다.",
    en="Most have failed it: worth another look in class.",
)


def advice(item: Item) -> tuple[Text, ...]:
    """What to do about an item; empty where its figures are as they should be. For classes of at least `FEWEST`.

    While answers wait for marks, the figures are those of whoever is marked first: of empty answers, to begin with.
    """
    left_out = [LEFT_OUT.format(share=percent(item.left_out))] if item.left_out >= _LEFT_OUT else []
    if item.outcomes.get(Outcome.UNREVIEWED):
        return tuple(left_out)
    if item.difficulty >= _TELLS_NOTHING:
        return (EASY,)
    said = []
    is_weak = item.discrimination is not None and item.discrimination < _WEAK
    # two standard errors of a correlation of 0: a smaller one below it is chance
    if item.discrimination is not None and item.discrimination < -2 / sqrt(item.count):
        said.append(BACKWARDS)
    elif is_weak:
        said.append(WEAK)
    tells_apart = item.discrimination is not None and item.discrimination >= _TELLS_APART
    if item.failed_by_best >= _FAILED_BY_BEST and item.difficulty >= _HARD and not tells_apart:
        said.append(WORDING.format(share=percent(item.failed_by_best)))
    said += left_out
    if item.difficulty < _HARD and not said:
        said.append(HARD)
    return tuple(said)
