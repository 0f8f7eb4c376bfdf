"""A student's answers to public inputs, all collected before the first hidden input is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.identical import identical
from fcnkit.grading.examiner.replies import Lost, Reply

Ask = Callable[[Sequence[tuple[str, Case]]], Sequence[Reply]]
"""The student's functions' replies to some of these calls, the first ones: one at least."""


class PublicAnswers:
    """Answers by function and public input. Hidden inputs are noted, so that none of them is shown as a public one."""

    def __init__(self) -> None:
        self._replies: dict[tuple[str, int], Reply] = {}
        self._cases: dict[str, list[Case]] = {}
        self._hidden: dict[str, list[Case]] = {}
        self._lost: set[str] = set()
        """Functions that reached a limit or ended their process: asking more could cost as much each time."""

    def gather(
        self,
        functions: Sequence[Function],
        more: Mapping[str, Sequence[Case]],
        ask: Ask,
        is_written: Callable[[str], bool],
    ) -> None:
        """Ask all functions for their examples and then, by name, for `more`, if that is written and gets through.

        A model is asked for alone, since each may be large.
        """
        models = {function.name for function in functions if function.look is not None}
        examples = {(function.name, id(function.example)): function.example for function in functions}
        waiting = [(name, case) for (name, _), case in examples.items()]
        waiting += [(name, case) for name, cases in more.items() for case in cases]
        while waiting:
            plain = takewhile(lambda call: call[0] not in models, waiting)
            together = list(plain) or waiting[:1]
            for (name, case), reply in zip(together, ask(together), strict=False):  # there may be fewer replies
                self._replies[name, id(case)] = reply
                if isinstance(reply, Lost):
                    self._lost.add(name)
            waiting = [
                (name, case)
                for name, case in waiting
                if (name, id(case)) not in self._replies and (name not in self._lost or (name, id(case)) in examples)
            ]
        for name, cases in more.items():
            if is_written(name):
                self._cases[name] = [case for case in cases if (name, id(case)) in self._replies]

    def note_hidden(self, name: str, case: Case) -> None:
        self._hidden.setdefault(name, []).append(case)

    def reply(self, function: Function) -> Reply:
        """The student's reply to the function's public example."""
        return self._replies[function.name, id(function.example)]

    def examples(self, function: Function) -> Iterator[Function]:
        """The function with each public example that has been asked, its own first."""
        if (function.name, id(function.example)) in self._replies:
            yield function
        hidden = [function.arguments(case) for case in self._hidden.get(function.name, ())]
        for case in self._cases.get(function.name, ()):
            if not any(identical(function.arguments(case), each) for each in hidden):
                yield replace(function, example=case)
