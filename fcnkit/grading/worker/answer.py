"""The student's process: runs cells and answers calls, one reply to each request.

Only this process ever runs what a student wrote. It holds no test, no expected value and no score.
"""

from __future__ import annotations

import dataclasses
import socket
from typing import Any

from fcnkit.grading.protocol import TOO_LARGE, Closed, Decoder, Encoder, receive, send
from fcnkit.grading.worker.notebook import Notebook, describe


def answer(wire: socket.socket, notebook: Notebook) -> None:
    """Say that the sandbox is entered, then serve the examiner's requests until it hangs up."""
    send(wire, {"ready": True})
    while True:
        try:
            request, arrays = receive(wire)
        except Closed:
            return
        encoder = Encoder()
        reply = _reply(request, arrays, notebook, encoder)
        try:
            send(wire, {"id": request["id"], **reply}, encoder.arrays)
        except ValueError:
            send(wire, {"id": request["id"], "value": {"opaque": TOO_LARGE}})


def _reply(request: dict[str, Any], arrays: bytes, notebook: Notebook, encoder: Encoder) -> dict[str, Any]:
    try:
        if request["do"] == "cell":
            raised = notebook.run(request["number"], request["source"])
            return {"done": True} if raised is None else {"raised": dataclasses.asdict(raised)}
        if not notebook.defines(request["name"]):
            return {"missing": True}
        found = notebook.get(request["name"])
        if request["do"] == "get":
            return {"value": encoder.encode(found)}
        decoder = Decoder(arrays)
        args, kwargs = decoder.decode(request["args"]), decoder.decode(request["kwargs"])
        value = encoder.encode(found(*args, **kwargs))
        return {"value": value, "args": encoder.encode(args), "kwargs": encoder.encode(kwargs)}
    except BaseException as error:  # the student's SystemExit and KeyboardInterrupt are answers, too
        return {"raised": dataclasses.asdict(describe(error))}
