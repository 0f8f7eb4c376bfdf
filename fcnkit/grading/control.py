"""What passes between an examiner and the server that forks students' processes, apart from the frames of `wire`.

Each is one JSON document in one datagram. The student's own process sends and gets none of them. Modules import these
for their annotations alone, so that nothing is run for them at the start of a grading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from fcnkit.grading.sandbox.sandbox import Exceeded


class AskedNames(TypedDict):
    """What questions ask a notebook for."""

    functions: list[str]
    variables: list[str]


class WorkerRequest(TypedDict):
    """Asks the fork server for one student's process."""

    limits: dict[str, Any]
    """The fields of `fcnkit.allowances.Limits`."""
    modules: list[str]
    """Those that the process will use, of the modules that the fork server has put off."""
    asked: AskedNames | None
    """None where no cells are to be run."""


class WorkerStarted(TypedDict):
    """The process' supervisor tells this once there is a process."""

    pid: int
    own_network: bool
    """Whether its sockets are alone in its network namespace."""


class WorkerEnded(TypedDict):
    """The process' supervisor tells this once the process has ended."""

    ended: int
    """Its exit status, or the signal that ended it, as a negative number."""
    exceeded: Exceeded | None
    """The limit for which the supervisor has ended it."""
