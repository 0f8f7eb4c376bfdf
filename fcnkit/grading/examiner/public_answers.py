"""A student's answers to public inputs, all collected before the first hidden input is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.identical import identical
from fcnkit.grading.examiner.replies import Lost, Reply

CallEach = Callable[[str, Sequence[Case]], Sequence[Reply]]
"""Calls the student's function of this name with each input."""


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
        call_each: CallEach,
        is_written: Callable[[str], bool],
    ) -> None:
        """Ask each function for its examples and, by name, for `more`, which counts if it is written and gets through.

        `call_each` gives replies up to the first that is lost, or none where several at once do not get through. Those
        are asked one by one, the examples of all functions first. So are models, each of which may be large.
        """
        own: dict[str, dict[int, Case]] = {}
        for function in functions:
            own.setdefault(function.name, {})[id(function.example)] = function.example
        models = {function.name for function in functions if function.look is not None}
        for name in dict.fromkeys((*own, *more)):
            together = [*own.get(name, {}).values(), *more.get(name, ())]
            if len(together) > 1 and name not in models:
                self._note(name, together, call_each(name, together))
        for name, examples in own.items():
            for case in examples.values():
                self._ask_alone(name, case, call_each)
        for name, cases in more.items():
            for case in cases:
                if name not in self._lost:
                    self._ask_alone(name, case, call_each)
            if is_written(name):
                self._cases[name] = [case for case in cases if (name, id(case)) in self._replies]

    def _ask_alone(self, name: str, case: Case, call_each: CallEach) -> None:
        if (name, id(case)) not in self._replies:
            self._note(name, [case], call_each(name, [case]))

    def _note(self, name: str, cases: Sequence[Case], replies: Sequence[Reply]) -> None:
        for case, reply in zip(cases, replies, strict=False):  # there may be fewer replies
            self._replies[name, id(case)] = reply
            if isinstance(reply, Lost):
                self._lost.add(name)

    def note_hidden(self, name: str, case: Case) -> None:
        self._hidden.setdefault(name, []).append(case)

    def reply(self, function: Function) -> Reply:
        """To the function's example."""
        return self._replies[function.name, id(function.example)]

    def examples(self, function: Function) -> Iterator[Function]:
        """The function with each public example that has been asked, its own first."""
        if (function.name, id(function.example)) in self._replies:
            yield function
        hidden = [function.arguments(case) for case in self._hidden.get(function.name, ())]
        for case in self._cases.get(function.name, ()):
            if not any(identical(function.arguments(case), each) for each in hidden):
                yield replace(function, example=case)
