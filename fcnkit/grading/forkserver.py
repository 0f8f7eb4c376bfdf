"""A fork server: a process that has imported what is slow to import and forks a child for each request.

Requests come over a SOCK_SEQPACKET socket, one datagram each, with the descriptors that the child needs.
The parent starts no thread and keeps nothing of a request, so forking it is safe and its children never
meet.
"""

from __future__ import annotations

import contextlib
import gc
import os
import socket
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn

READY = b"ready"
MAX_REQUEST = 1 << 16
MAX_DESCRIPTORS = 4

Handle = Callable[[bytes, list[int]], None]
"""Runs in the child: the request's text and its descriptors."""


def serve(requests: socket.socket, handle: Handle, prepare: Callable[[bytes], None] | None = None) -> None:
    """Report that this server is ready, then fork a child for each request until the last sender has closed its end.

    `prepare` does in the parent, before the fork, what the request's child and later ones are to find done.
    """
    gc.freeze()  # what has been imported stays: each child would look through all of it, and so copy all its pages
    gc.enable()  # for students' code; the imports were done without it
    requests.send(READY)
    while True:
        request, descriptors, _, _ = socket.recv_fds(requests, MAX_REQUEST, MAX_DESCRIPTORS)
        _reap()
        if not request:
            return
        if prepare is not None:
            prepare(request)
        if os.fork() == 0:
            requests.close()
            _run(handle, request, descriptors)
        for descriptor in descriptors:
            os.close(descriptor)


def is_ready(requests: socket.socket) -> bool:
    """Wait until the server at the other end is ready; False if it ended instead."""
    return requests.recv(len(READY)) == READY


def ask(requests: socket.socket, request: bytes, descriptors: list[int]) -> None:
    """Have the fork server at the other end fork a child for this request."""
    socket.send_fds(requests, [request], descriptors)


def _reap() -> None:
    """Reap exited children: their CPU time is added to this process' own."""
    with contextlib.suppress(ChildProcessError):  # there is none left
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass


def _run(handle: Handle, request: bytes, descriptors: list[int]) -> NoReturn:
    code = 1
    try:
        handle(request, descriptors)
        code = 0
    except BaseException:  # a forked child must never return into its parent's loop
        traceback.print_exc(file=sys.stderr)
    finally:
        os._exit(code)
