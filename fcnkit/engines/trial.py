"""A level of isolation, tried by the very process in which students' code is to run at it, before it does all else."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from typing import Any

from fcnkit.engines.server_process import ServerProcess
from fcnkit.grading.sandbox.level import PATIENCE, TOO_SLOW, forbidden, found_in
from fcnkit.text import Text


class Trial:
    """What it tries to reach is there until `close`."""

    def __init__(self) -> None:
        with ExitStack() as opened:
            to_be_reached = opened.enter_context(forbidden())
            self._outcome, self.report = map(opened.enter_context, socket.socketpair())
            self._outcome.settimeout(PATIENCE)
            self.settings: dict[str, Any] = {**to_be_reached, "report": self.report.fileno()}
            self.close = opened.pop_all().close

    def trouble(self, worker: ServerProcess) -> Text | None:
        """Wait for what the process reports: why the level does not hold here, or None."""
        try:
            said = self._outcome.recv(4096)
        except TimeoutError:
            return TOO_SLOW
        if not said:
            worker.process.terminate()  # else its last words are still to come
        return found_in(said, worker.last_words)
