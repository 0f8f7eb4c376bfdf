"""Which of a student's functions did not end or brought their process down: they get less time, and then no call."""

from __future__ import annotations

from collections import Counter

from fcnkit.text import Text

MAX_HANGS = 2
"""Calls with hidden inputs that did not end, after which a function is not called again."""
GIVEN_UP = Text(
    ko="{name} 함수가 여러 번 끝나지 않아 더 호출하지 않았습니다.",
    en="{name} did not finish several times, so it was not called again.",
)


class Hangs:
    """Which functions that one session calls did not end, by name."""

    def __init__(self) -> None:
        self._hidden: Counter[str] = Counter()
        """Calls with hidden inputs that did not end."""
        self._hung: set[str] = set()
        self._harmful: set[str] = set()

    def note_hang(self, name: str, *, is_hidden: bool) -> None:
        """A call did not end; `is_hidden`: it had a hidden input."""
        self._hung.add(name)
        self._harmful.add(name)
        self._hidden[name] += is_hidden

    def note_lost(self, name: str) -> None:
        """A call has cost its process."""
        self._harmful.add(name)

    def has_hung(self, name: str) -> bool:
        """Whether any call did not end."""
        return name in self._hung

    def is_harmful(self, name: str) -> bool:
        """Whether a call has ended its process or did not end."""
        return name in self._harmful

    def is_given_up(self, name: str) -> bool:
        """Whether the function is not to be called any more."""
        return self._hidden[name] >= MAX_HANGS
