"""What the checks of one question have come to, and which of them count."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from fcnkit.grading.examiner.check import Easy, Function
from fcnkit.grading.examiner.relations.evidence import Call
from fcnkit.grading.results import CheckResult, NamedRelation, Outcome
from fcnkit.misconception import Misconception
from fcnkit.points import added
from fcnkit.text import Text

EASY_ALONE = Text(
    ko="이 항목은 같은 함수의 핵심을 확인하는 다른 항목을 하나라도 통과해야 점수로 인정됩니다.",
    en="This counts only beside a check of the same function that asks for more than the form, and none has passed.",
)


@dataclass
class Judged:
    """What came of one question's checks."""

    checks: list[CheckResult] = field(default_factory=list)
    explained_by: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Check name → ids of the misconceptions that explain its failure."""
    relations: list[NamedRelation] = field(default_factory=list)
    failed_functions: list[Function] = field(default_factory=list)
    """Those that a failed check was about."""
    calls: list[Call] = field(default_factory=list)
    """What was asked of its functions, and what came."""
    easy: dict[str, Easy] = field(default_factory=dict)
    """Names of checks that count only beside others."""
    asks: dict[str, frozenset[str]] = field(default_factory=dict)
    """Check name → the functions that it asks."""

    @property
    def score(self) -> float:
        return added(check.points for check in self.checks if check.outcome is Outcome.PASSED)

    def settle(self, misconceptions: Sequence[Misconception]) -> None:
        """Let easy checks count only where some of their function was understood, or misunderstood in a known way."""
        keeping_form = {each.id for each in misconceptions if each.keeps_form}
        for place, check in enumerate(self.checks):
            if check.outcome is Outcome.PASSED and check.name in self.easy and not self._counts(check, keeping_form):
                self.checks[place] = check.model_copy(update={"outcome": Outcome.FAILED, "message": EASY_ALONE})

    def _counts(self, easy: CheckResult, keeping_form: Set[str]) -> bool:
        hard = [each for each in self.checks if each.name not in self.easy]
        of_function = [each for each in hard if self.asks[each.name] & self.asks[easy.name]] or hard
        if any(each.outcome is Outcome.PASSED for each in of_function):
            return True
        explaining = [self.explained_by.get(each.name, ()) for each in of_function]
        return self.easy[easy.name] == "form" and any(ids and keeping_form >= {*ids} for ids in explaining)
