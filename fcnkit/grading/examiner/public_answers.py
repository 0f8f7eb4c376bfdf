"""A student's answers to public inputs, all collected before the first hidden input is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.identical import identical
from fcnkit.grading.examiner.replies import Lost, Reply


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
        functions: Iterable[Function],
        more: Mapping[str, Sequence[Case]],
        call: Callable[[str, Case], Reply],
        is_written: Callable[[str], bool],
    ) -> None:
        """Ask each function for its example, then for `more` by name, those that are written and get through."""
        for function in functions:
            self._ask(function.name, function.example, call)
        for name, cases in more.items():
            for case in cases:
                if name not in self._lost and is_written(name):
                    self._ask(name, case, call)
                    self._cases.setdefault(name, []).append(case)

    def _ask(self, name: str, case: Case, call: Callable[[str, Case], Reply]) -> None:
        if (name, id(case)) not in self._replies:
            reply = self._replies[name, id(case)] = call(name, case)
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
