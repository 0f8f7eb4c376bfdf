"""A submission's hidden cases, and the student's replies to them.

What the checks of one question ask goes together: to send a request costs more than most calls.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress

from fcnkit.grading.examiner.case_draws import Theme, drawn
from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.public_answers import PublicAnswers
from fcnkit.grading.examiner.public_inputs import Asked
from fcnkit.grading.examiner.replies import Reply
from fcnkit.grading.examiner.session import Session


class HiddenCalls:
    """The hidden cases of one session, and the replies to them."""

    def __init__(self, session: Session, public: PublicAnswers, seed: str) -> None:
        """`seed` draws the cases, of which none is shown as one of the `public` ones."""
        self._session = session
        self._public = public
        self._seed = seed
        self._drawn: dict[tuple[Function, Theme], Sequence[Case]] = {}
        self._expected: list[Asked] = []
        self._early: deque[tuple[Case, bool, Reply]] = deque()
        """Replies that have not been asked for yet: the case, and whether they tell what it leaves."""

    def of(self, session: Session) -> HiddenCalls:
        """Hidden calls in another session of the same submission, with the same cases but no replies yet."""
        other = HiddenCalls(session, self._public, self._seed)
        other._drawn = self._drawn
        return other

    def expect(self, asked: Sequence[Asked]) -> None:
        """Take note of what a question's checks will ask, and in which order; they may also ask something else."""
        self._expected = list(asked)

    def cases(self, function: Function, theme: Theme) -> Sequence[Case]:
        """The cases that are drawn of the theme, always the same."""
        if (function, theme) not in self._drawn:
            cases = self._drawn[function, theme] = drawn(theme, self._seed, function)
            for case in cases:
                self._public.note_hidden(function.name, case)
        return self._drawn[function, theme]

    def replies(self, asked: Asked) -> Iterator[Reply]:
        """What the function answers to the cases in turn, up to the first reply that is no value."""
        own = self._calls(asked)
        following = self._following(asked)
        for place, (_, case, left) in enumerate(own):
            while self._early and (self._early[0][0] is not case or self._early[0][1] is not left):
                self._early.popleft()  # a check did not want to know it any more
            if not self._early:
                wanted = [*own[place:], *following]
                replies = self._session.call_some([(name, case.args, case.kwargs, left) for name, case, left in wanted])
                self._early.extend((*of[1:], reply) for of, reply in zip(wanted, replies, strict=False))
            yield self._early.popleft()[2]

    def _following(self, asked: Asked) -> list[tuple[str, Case, bool]]:
        """What is expected to be asked next, up to what may return a model."""
        if asked not in self._expected:
            return []
        del self._expected[: self._expected.index(asked) + 1]
        following: list[tuple[str, Case, bool]] = []
        with suppress(Exception):  # what is wrong with a theme is said when its check runs
            for each in self._expected:
                if each.function.look is not None:
                    break
                following += self._calls(each)
        return following

    def _calls(self, asked: Asked) -> list[tuple[str, Case, bool]]:
        """The calls in their order: the function, a case, and whether it is asked what the call leaves."""
        cases = self.cases(asked.function, asked.theme)
        return [(asked.function.name, case, asked.left) for case in (reversed(cases) if asked.backwards else cases)]
