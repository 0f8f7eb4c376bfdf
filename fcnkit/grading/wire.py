"""Frames on the socket between the examiner and the student's process.

A message is one frame: two unsigned 32-bit big-endian lengths, a JSON document, and the raw bytes of all arrays in it
(see `protocol`). Both lengths are bounded before anything is read.
"""

from __future__ import annotations

import contextlib
import json
import socket
import struct
from collections.abc import Callable
from typing import Any

from fcnkit.grading.protocol import MAX_ARRAYS, MAX_JSON, Closed, ProtocolError

_LENGTHS = struct.Struct(">II")


def send(
    sock: socket.socket,
    message: dict[str, Any],
    arrays: bytes | bytearray = b"",
    wait: Callable[[], None] | None = None,
) -> None:
    """Write one frame.

    `wait` is called before each write and returns when there is room for something; it may raise to give up.
    Raises Closed when the other side has gone, ValueError when the message is too large.
    """
    document = json.dumps(message).encode()
    if len(document) > MAX_JSON or len(arrays) > MAX_ARRAYS:
        raise ValueError("message too large")
    frame = _LENGTHS.pack(len(document), len(arrays)) + document + arrays
    try:
        if wait is None:
            sock.sendall(frame)
        else:
            _write(sock, frame, wait)
    except (BrokenPipeError, ConnectionResetError) as error:
        raise Closed from error


def receive(sock: socket.socket, wait: Callable[[], None] = lambda: None) -> tuple[dict[str, Any], bytes]:
    """Read one frame: the message and the arrays' bytes.

    `wait` is called before each read and returns when there is something to read; it may raise to give up.
    Raises Closed at the end of the stream and ProtocolError for anything that is not a frame.
    """
    sizes = _LENGTHS.unpack(_read(sock, _LENGTHS.size, wait))
    if sizes[0] > MAX_JSON or sizes[1] > MAX_ARRAYS:
        raise ProtocolError("message too large")
    body = _read(sock, sum(sizes), wait)
    try:
        message = json.loads(body[: sizes[0]])
    except (ValueError, RecursionError) as error:
        raise ProtocolError("not a JSON document") from error
    if not isinstance(message, dict):
        raise ProtocolError("not a message")
    return message, body[sizes[0] :]


def _write(sock: socket.socket, frame: bytes, wait: Callable[[], None]) -> None:
    left = memoryview(frame)
    while left:
        wait()
        with contextlib.suppress(BlockingIOError):  # there was less room than seemed
            left = left[sock.send(left, socket.MSG_DONTWAIT) :]


def _read(sock: socket.socket, count: int, wait: Callable[[], None]) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        wait()
        try:
            part = sock.recv(min(count - len(parts), 1 << 20))
        except ConnectionResetError as error:
            raise Closed from error
        if not part:
            raise Closed
        parts += part
    return bytes(parts)
