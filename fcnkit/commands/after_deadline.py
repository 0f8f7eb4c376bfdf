"""`--after-deadline`: when pages may tell a quiz's right answers."""

from __future__ import annotations

from datetime import UTC, datetime

from fcnkit.course import Assignment
from fcnkit.errors import ConfigError
from fcnkit.quiz.feature import feature_of
from fcnkit.text import Text

NO_KEY = Text(
    ko="--after-deadline: {name} 과제는 퀴즈가 아니어서 알려 줄 정답이 없습니다. 이 옵션을 빼세요. 모범 답안은 "
    "`fcnkit solution`으로 만듭니다.",
    en="--after-deadline: {name} is no quiz and has no key to tell; leave it out (fcnkit solution makes solutions)",
)
TOO_EARLY = Text(
    ko="--after-deadline: {name} 과제의 마감({due})이 아직 지나지 않았습니다. 그 뒤에 실행하거나 이 옵션을 빼세요.",
    en="--after-deadline: the deadline of {name} ({due}) is still ahead; run this after it, or leave the option out",
)


def check_key_may_be_told(assignment: Assignment) -> None:
    """Raises ConfigError for what is no quiz, and while the deadline is still ahead."""
    if not feature_of(assignment).has_variants:
        raise ConfigError(NO_KEY, name=assignment.name)
    due = assignment.config.due
    if due is not None and due > datetime.now(UTC):
        raise ConfigError(TOO_EARLY, name=assignment.name, due=f"{due:%Y-%m-%d %H:%M}")
