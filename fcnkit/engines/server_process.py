"""A fork server as a process of its own: those for examiners are all alike until they are told what to examine.

So the first of them can begin before anybody knows that, while all else is imported.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fcnkit.text import Text

_GRACE = 10
"""Seconds for what still runs to be ended and cleaned up."""
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""A parent with threads cannot be forked."""


class ServerProcess:
    """One fork server and what it writes to its standard error."""

    def __init__(self, command: list[str], sockets: list[socket.socket], environment: dict[str, str]) -> None:
        with ExitStack() as opened:
            self._log = opened.enter_context(tempfile.TemporaryFile())
            with ExitStack() as theirs:
                for sock in sockets:
                    theirs.enter_context(sock)  # ends here, so that its end is seen at the other end
                self.process = subprocess.Popen(  # noqa: S603  # our own interpreter and modules
                    command,
                    pass_fds=[sock.fileno() for sock in sockets],
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=self._log,
                    start_new_session=True,  # Ctrl-C is for the command that started it
                )
            self._opened = opened.pop_all()

    def end(self) -> None:
        with self._opened:
            self.process.terminate()
            self.process.wait()

    def wait(self) -> None:
        """Until it has ended by itself, but not for ever."""
        with self._opened:
            try:
                self.process.wait(_GRACE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def last_words(self) -> Text:
        """The last line that it wrote before it ended; the examiner's is in both languages."""
        from fcnkit.grading.last_words import last_words  # noqa: PLC0415  # the examiner begins before anything else

        self.process.wait()
        self._log.seek(0)
        return last_words(self._log.read().decode(errors="replace"))


Examiner = tuple[ServerProcess, socket.socket]
"""An examiners' fork server, and where it takes requests: the first is its settings."""
_begun: list[Examiner] = []
"""One that has begun before somebody has asked for it."""


def examiner() -> Examiner:
    """One that waits for its settings, or will once it has imported all."""
    if _begun:
        return _begun.pop()
    requests, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    # -P: nothing is imported from the working folder, where submissions may lie
    command = [sys.executable, "-P", "-m", "fcnkit.grading.examiner", str(theirs.fileno())]
    with ExitStack() as opened:
        opened.enter_context(requests)
        process = ServerProcess(command, [theirs], os.environ | _ONE_THREAD)
        opened.pop_all()
    return process, requests


@contextmanager
def beginning() -> Iterator[None]:
    """Begin one that `examiner` will be asked for meanwhile. What keeps it from beginning, that tells."""
    with suppress(OSError):
        _begun.append(examiner())
    try:
        yield
    finally:
        while _begun:
            process, requests = _begun.pop()
            with requests:
                process.end()
