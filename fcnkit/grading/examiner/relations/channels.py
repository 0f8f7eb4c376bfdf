"""How many channels a wrong model gives, beside what was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fcnkit.grading.examiner.check import Property
from fcnkit.grading.examiner.relations.models import Facts, last_step
from fcnkit.text import Text


def channels_of(wanted: str) -> tuple[Property, ...]:
    """For a model whose output is to have as many channels as its argument of this name says."""

    def off_by(more: int) -> Callable[..., Text | None]:
        said = Text(
            ko=f"출력의 채널 수가 언제나 `{wanted}`보다 {abs(more)}만큼 {'큽' if more > 0 else '작습'}니다.",
            en=f"The output always has {abs(more)} channel{'s' * (abs(more) > 1)} {'more' if more > 0 else 'fewer'} "
            f"than `{wanted}` says.",
        )
        return lambda facts, _, number: said if _channels(facts) == number + more else None

    def times(factor: int) -> Callable[..., Text | None]:
        said = Text(
            ko=f"출력의 채널 수가 언제나 `{wanted}`의 {factor}배입니다.",
            en=f"The output always has {factor} times as many channels as `{wanted}` says.",
        )
        return lambda facts, _, number: said if _channels(facts) == number * factor else None

    def one(facts: Facts, *_: Any) -> Text | None:
        return ONE_CHANNEL if _channels(facts) == 1 else None

    def fixed(facts: Facts, _: Any, number: int) -> Text | None:
        found = _channels(facts)
        is_told = found is not None and found != number and found <= MOST_CHANNELS
        return FIXED_CHANNELS.format(count=found, wanted=wanted) if is_told else None

    name = Text(ko="채널 수가 어긋남", en="Another number of channels")
    return (
        *(Property(f"model-channels-{more:+d}", name, off_by(more)) for more in (1, -1, 2)),
        *(Property(f"model-channels-times-{factor}", name, times(factor)) for factor in (2, 3, 4)),
        Property("model-one-channel", name, one),
        Property("model-channels-fixed", name, fixed),
    )


def _channels(facts: Facts) -> int | None:
    last = last_step(facts)
    return last.after[-1] if last is not None and last.after else None


MOST_CHANNELS = 9
"""A larger number of channels is not told."""
FIXED_CHANNELS = Text(
    ko="`{wanted}` 값이 달라도 틀린 모델은 모두 출력의 채널이 {count}개입니다. 그 수를 적어 두지 않았는지 살펴보세요.",
    en="Whatever `{wanted}` says, the channels of the output are as many in every wrong model: {count}. Is that number "
    "written out?",
)
ONE_CHANNEL = Text(ko="출력의 채널이 언제나 하나입니다.", en="The output always has a single channel.")
