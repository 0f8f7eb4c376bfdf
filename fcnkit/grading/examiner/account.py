"""What a submission uses, in all of its processes together, and how long it has been at it."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from secrets import SystemRandom
from typing import Protocol

from fcnkit.allowances import Limits
from fcnkit.grading.cgroups import Group
from fcnkit.grading.examiner.limits import LEFT_TO_OTHERS, OUT_OF_TIME, reached
from fcnkit.grading.examiner.usage import SOCKET, Usage, family, sockets, usage
from fcnkit.grading.messages import SLOWEST, OnSleep
from fcnkit.text import Text

GLANCE = 0.1
"""Seconds between two looks on average: one that knew when they come could sleep in between alone."""
_UNSEEN = 2 * GLANCE
"""Seconds between two looks that may count as slept; more, and it is the examiner that was waiting for a CPU."""

_NAP = 0.3
"""Seconds without anything to do after which a submission is said to sleep."""
SHORT_NAPS = 0.5
"""Seconds in all that its clock does not count of shorter ones, in which it keeps its grader from others."""


class ProcessLost(Exception):
    """The student's process reached a limit, ended or broke the protocol; `reason` says which."""

    def __init__(self, reason: Text, *, slow: bool = False) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.slow = slow


class Member(Protocol):
    """A process of students' code."""

    number: int
    has_own_network: bool


class Account:
    """One submission's. Close it: it ends what is left of the submission's processes, where the kernel counts them."""

    def __init__(self, limits: Limits, groups: Path | None = None, on_sleep: OnSleep = lambda _: None) -> None:
        """`groups` is where a group can be made; None where processes have to be watched one by one."""
        self.limits = limits
        self.looked_at = time.monotonic()
        """Or so many seconds before the present wait began as it was waited for since then."""
        self._unseen = 0.0
        """Seconds of waits since it was looked at in one of them: many short ones are looked at as one."""
        self._look_after = GLANCE
        self.seen_at = self.looked_at
        self.in_cells = 0.0
        """Seconds by its own clock in which its cells were run."""
        self.replaced = 0
        """Processes of its that were lost and begun anew."""
        self.slept = 0.0
        """Seconds in which none of its processes had anything to do while an answer of it was waited for."""
        self.excused = 0.0
        """Seconds of these that its clock does not count."""
        self._on_sleep = on_sleep
        self._nap = 0.0
        """Seconds that it has slept since it had something to do."""
        self._said = 0.0
        """Seconds of naps in which it was said to sleep."""
        self._began = time.monotonic()
        self._seconds: dict[int, float] = {}
        """CPU seconds by process, a lower bound that includes ended children which were never waited for."""
        self._ended = 0.0
        self._charged = 0.0
        self._counted = 0.0
        """CPU seconds, counted by the kernel, of all that the submission has ever started."""
        self._members: dict[int, Member] = {}
        self._shared: dict[int, int] = {}
        """Bytes that a process shared with the fork server at its start, where they count for an earlier one."""
        self._counts_all = True
        """Whether all of the processes are in its group."""
        self._group: Group | None = None
        if groups is not None:
            with suppress(OSError):
                self._group = Group(groups, limits)

    def enter(self, member: Member) -> None:
        """Count a process that has not begun with students' code."""
        self._counts_all = self._group is not None and self._group.add(member.number) and self._counts_all
        self._shared[member.number] = usage([member.number]).memory if self._members else 0
        self._members[member.number] = member

    def leave(self, member: Member) -> None:
        """What it has used stays counted."""
        if self._members.pop(member.number, None) is not None:
            self._ended += self._seconds.pop(member.number, 0.0)

    @property
    def seconds(self) -> float:
        """CPU seconds that it had used when it was last looked at.

        Where the kernel counts all, it alone does: one that was lost is still among the group's processes as it ends.
        """
        return self._counted if self._counts_all else max(self._ended + sum(self._seconds.values()), self._counted)

    def now(self) -> float:
        """The submission's clock, which stops while it waits for a CPU, so that a busy grader costs no marks."""
        counted = self.seconds + self.slept - self.excused + self._charged
        return max(counted, (time.monotonic() - self._began) / SLOWEST)

    @property
    def is_asleep(self) -> bool:
        """Whether none of its processes had anything to do when it was last looked at."""
        return self._nap > 0

    def charge(self, seconds: float) -> None:
        """Have its clock go on by what it has cost elsewhere: the grader's CPU time, or a wait for its sake."""
        self._charged += seconds

    def excuse(self, seconds: float) -> None:
        """Have its clock not count so much sleep of its cells, up to what they may sleep in all."""
        most = min(self.limits.sleep_seconds, self._said + SHORT_NAPS)
        self.excused = max(self.excused, min(self.excused + seconds, most))

    def begin_wait(self) -> None:
        """Begin to wait for an answer of this submission."""
        self.looked_at = time.monotonic() - self._unseen

    def end_wait(self) -> None:
        """Stop waiting, since the answer has come."""
        self._unseen = min(time.monotonic() - self.looked_at, self._look_after)

    def until_look(self) -> float:
        """Seconds of the present wait until it is to be looked at."""
        return max(self.looked_at + self._look_after - time.monotonic(), 0.0)

    def draw_next_look(self) -> None:
        """Choose by chance how long after a look, taken in a wait, the next one comes."""
        self._look_after = GLANCE * SystemRandom().uniform(0.5, 1.5)

    def look(self, during: Text, *, is_waited_for: bool = False) -> None:
        """Look at all of its processes. Raises ProcessLost where they have more memory than they may."""
        found = [self._look_at(member) for member in list(self._members.values())]
        self._counted = max(self._group.seconds() if self._group else 0.0, self._counted)
        now = time.monotonic()
        if is_waited_for and all(each.is_asleep for each in found):
            self._sleep(min(now - self.looked_at, _UNSEEN))
        else:
            self.wake()
        self.looked_at = self.seen_at = now
        if sum(each.memory for each in found) > self.limits.memory_mib << 20 or self.is_out_of_memory():
            raise ProcessLost(reached("memory", self.limits, during))

    def wake(self) -> None:
        """End its sleep: it has something to do again, or its answer is no longer waited for."""
        if self._nap > _NAP:
            self._on_sleep(False)
        self._nap = 0.0

    def look_soon(self, during: Text) -> None:
        """After a reply: what was filled at once, or by many short requests, counts for this one."""
        if time.monotonic() - self.seen_at > GLANCE:
            self.look(during)

    def look_until(self, deadline: float, during: Text, *, is_waited_for: bool = False) -> None:
        """Likewise. Raises ProcessLost also where there is no time left until `deadline`."""
        self.look(during, is_waited_for=is_waited_for)
        if (over := self.over(deadline)) is not None:
            raise ProcessLost(over)

    def over(self, deadline: float) -> Text | None:
        """Why nothing more is run: its clock has passed `deadline`; None while it has not."""
        if (now := self.now()) <= deadline:
            return None
        in_all = self.limits.total_seconds
        return (OUT_OF_TIME if now > in_all else LEFT_TO_OTHERS).format(seconds=in_all)

    def is_out_of_memory(self) -> bool:
        """Whether the kernel has ended one of its processes for want of memory."""
        return self._group is not None and self._group.was_out_of_memory()

    def close(self) -> None:
        """End what is left."""
        if self._group is not None:
            self._group.close()
            self._group = None

    def _sleep(self, seconds: float) -> None:
        self.slept += seconds
        if self._nap <= _NAP < self._nap + seconds:
            self._on_sleep(True)
        self._nap += seconds
        if self._nap > _NAP:
            self._said += self._nap if self._nap - seconds <= _NAP else seconds

    def _look_at(self, member: Member) -> Usage:
        is_alone = self._counts_all and len(self._members) == 1
        found = usage(self._group.processes() if self._group and is_alone else family(member.number))
        seconds = max(found.seconds, self._seconds.get(member.number, 0.0))
        self._seconds[member.number] = seconds
        memory = found.memory - self._shared[member.number]
        if member.has_own_network:
            memory += sockets(member.number) * SOCKET
        return Usage(max(memory, 0), seconds, found.is_asleep)
