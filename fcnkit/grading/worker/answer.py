"""The student's process: runs cells and answers calls, one reply to each request.

Only this process ever runs what a student wrote. It holds no test, no expected value and no score.
"""

from __future__ import annotations

import dataclasses
import socket
import tempfile
from pathlib import Path
from typing import Any

from fcnkit.grading.protocol import TOO_LARGE, Closed, Decoder, Encoder, File, Input, Model, receive, send
from fcnkit.grading.worker import measure, models
from fcnkit.grading.worker.notebook import Notebook
from fcnkit.grading.worker.raised import describe


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
        if request["do"] == "ask for":
            notebook.ask_for(request["functions"], request["variables"])
            return {"done": True}
        if request["do"] == "cell":
            raised = notebook.run(request["number"], request["source"], careful=request["careful"])
            return {"done": True, "raised": [dataclasses.asdict(each) for each in raised]}
        if request["do"] == "settle":
            return {"defined": notebook.settle(request["chosen"])}
        decoder = Decoder(arrays)
        if request["do"] == "measure":
            return {"value": encoder.encode(_measured(request["what"], decoder.decode(request["args"])))}
        if not notebook.defines(request["name"]):
            return {"missing": True}
        found = notebook.get(request["name"])
        if request["do"] == "get":
            return {"value": encoder.encode(found)}
        args, kwargs = decoder.decode(request["args"]), decoder.decode(request["kwargs"])
        live = [_live(value) for value in args]
        result = found(*live, **{name: _live(value) for name, value in kwargs.items()})
        builds_a_part = len(args) > 0 and isinstance(args[0], Input)
        value = encoder.encode(models.part_as_data(live[0], result) if builds_a_part else models.as_data(result))
        return {"value": value, "args": encoder.encode(args), "kwargs": encoder.encode(kwargs)}
    except BaseException as error:  # the student's SystemExit and KeyboardInterrupt are answers, too
        return {"raised": dataclasses.asdict(describe(error))}


def _live(value: Any) -> Any:
    """An argument as the student's function gets it: a model that can be called, a Keras tensor, a file by its path."""
    if isinstance(value, Input):
        return models.input_of(value)
    if isinstance(value, Model):
        return models.rebuild(value)
    if isinstance(value, File):
        path = Path(tempfile.mkdtemp()) / value.name
        path.write_bytes(value.content)
        return str(path)
    return value


def _measured(what: str, args: tuple[Any, ...]) -> Any:
    try:
        return measure.MEASUREMENTS[what](*args)
    except models.NotAccepted as error:
        return error.refused
