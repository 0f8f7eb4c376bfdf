"""The student's process: runs cells and answers calls, one reply to each request.

Only this process ever runs what a student wrote. It holds no test, no expected value and no score. Where a function
of the student's has been replaced, its callers ask the examiner for each answer, before they reply themselves.
"""

from __future__ import annotations

import builtins
import dataclasses
import json
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from fcnkit.grading.protocol import TOO_LARGE, Closed, Decoder, Encoder, File, Input, Model
from fcnkit.grading.wire import receive, send
from fcnkit.grading.worker import model_data, model_inspection, references
from fcnkit.grading.worker.array_traits import ArrayTraits
from fcnkit.grading.worker.exception_text import describe
from fcnkit.grading.worker.half_done import forget_half_done
from fcnkit.grading.worker.handed_models import quick_model
from fcnkit.grading.worker.notebook_runner import Notebook
from fcnkit.grading.worker.plain_values import plain
from fcnkit.grading.worker.right_answers import NotAnswered, RightAnswers
from fcnkit.grading.worker.time_limit import cpu_limit

SECONDS_TOGETHER = 0.3
"""After which no further call is begun for the same request, so that all of them take little longer than one may."""
MAX_KNOWN = 1_000
"""Answers that are kept."""
_MISSING = {"missing": True}


class Examiner:
    """The examiner as seen by the code that replaces a student's function."""

    def __init__(self, wire: socket.socket) -> None:
        self._wire = wire
        self._turn = threading.Lock()
        self._known: dict[tuple[str, bytes], tuple[dict[str, Any], bytes]] = {}
        self.request: str | None = None
        """The request that is being worked on: only then may anything be asked."""

    def stand_in(
        self, name: str, parameters: Sequence[str], own: Callable[..., Any] | None = None
    ) -> Callable[..., Any]:
        """A function that asks for the right answers of the student's function `name`; see `RightAnswers`."""

        def ask(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
            encoder = Encoder()
            question = {"asks": name, "args": encoder.encode(args), "kwargs": encoder.encode(kwargs)}
            said, arrays = self._answer(question, bytes(encoder.arrays))
            if "raised" in said:
                kind = getattr(builtins, said["raised"])
                raise NotAnswered(kind(f"there is no right answer of {name} to these arguments"))
            return Decoder(arrays).decode(said["value"])

        return RightAnswers(ask, parameters, own)

    def _answer(self, question: dict[str, Any], arrays: bytes) -> tuple[dict[str, Any], bytes]:
        """The answer to a question, asked once: loops call a function with the same arguments again and again."""
        key = json.dumps(question), arrays
        with self._turn:
            if key not in self._known:
                if self.request is None:
                    raise RuntimeError("right answers are there only while something is being answered")
                if len(self._known) == MAX_KNOWN:
                    self._known.clear()
                send(self._wire, {"id": self.request, **question}, arrays)
                self._known[key] = receive(self._wire)
            return self._known[key]


def answer_requests(wire: socket.socket, notebook: Notebook) -> None:
    """Say that the sandbox is entered, then serve the examiner's requests until it hangs up."""
    send(wire, {"ready": True})
    examiner = Examiner(wire)
    answerer = Answerer(notebook, examiner)
    while True:
        try:
            request, arrays = receive(wire)
        except Closed:
            return
        encoder = Encoder()
        examiner.request = request["id"]
        reply = answerer.reply(request, arrays, encoder)
        examiner.request = None
        try:
            send(wire, {"id": request["id"], **reply}, encoder.arrays)
        except ValueError:
            send(wire, {"id": request["id"], "value": {"opaque": TOO_LARGE}})


class Answerer:
    """Does what requests ask for; the examiner's side of each is in `session`."""

    def __init__(self, notebook: Notebook, examiner: Examiner) -> None:
        self._notebook = notebook
        self._examiner = examiner
        self._traits = ArrayTraits()

    def reply(self, request: dict[str, Any], arrays: bytes, encoder: Encoder) -> dict[str, Any]:
        """What the request comes to, an exception in the student's code included; arrays go into `encoder`."""
        try:
            return self._reply(request, arrays, encoder)
        except BaseException as error:  # the student's SystemExit and KeyboardInterrupt are answers, too
            return _raised(error)

    def _reply(self, request: dict[str, Any], arrays: bytes, encoder: Encoder) -> dict[str, Any]:
        notebook = self._notebook
        match request["do"]:
            case "call each":
                return {"each": self._each(request, Decoder(arrays), encoder)}
            case "call":
                with cpu_limit(request["seconds"]):
                    return self._call(Decoder(arrays), encoder, *request["call"])
            case "get":
                name = request["name"]
                return {"value": encoder.encode(plain(notebook.get(name)))} if notebook.defines(name) else _MISSING
            case "cell":
                care, seconds, sleeps = request["care"], request["seconds"], request["sleeps"]
                raised = notebook.run(request["number"], request["source"], care, seconds, sleeps=sleeps)
                told = [dataclasses.asdict(each) for each in raised]
                return {"done": True, "raised": told, "left_out": notebook.has_left_out}
            case "settle":
                return {"defined": notebook.settle(request["chosen"], rescues=request["rescues"])}
            case "refers":
                return {"value": references.leads_to(notebook.namespace, request["functions"], request["names"])}
            case "replace":
                for name, how in request["functions"].items():
                    self._replace(name, how)
                return {"done": True}
            case "measure":
                args = Decoder(arrays).decode(request["args"])
                return {"value": encoder.encode(_measured(request["what"], args))}
        raise ValueError(request["do"])

    def _each(self, request: dict[str, Any], decoder: Decoder, encoder: Encoder) -> list[dict[str, Any]]:
        """The replies to several calls, up to the first that reaches a limit or ends late: the rest is asked anew.

        With `in_turn`, also up to the first without a value.
        """
        replies: list[dict[str, Any]] = []
        in_turn, late = request["in_turn"], time.monotonic() + SECONDS_TOGETHER
        with cpu_limit(request["seconds"]) as limit:
            for call in request["calls"]:
                limit.renew()
                decoder.begin_reply()
                try:
                    reply = self._call(decoder, Encoder(encoder.arrays), *call)
                except BaseException as error:
                    reply = _raised(error)
                replies.append(reply)
                has_value = "value" in reply
                if not has_value and (in_turn or reply.get("raised", {}).get("limit") is not None):
                    break
                if time.monotonic() > late:
                    break
        return replies

    def _call(
        self, decoder: Decoder, encoder: Encoder, name: str, args: list[Any], kwargs: dict[str, Any], left: bool
    ) -> dict[str, Any]:
        """The reply to a call of the student's function `name`; `left`: tell what it leaves in its arguments, too."""
        if not self._notebook.defines(name):
            return _MISSING
        function = self._notebook.get(name)
        given = [decoder.decode(arg) for arg in args]
        named = {key: decoder.decode(arg) for key, arg in kwargs.items()}
        live = [_materialise(value) for value in given]
        options = {key: _materialise(value) for key, value in named.items()}
        result = function(*live, **options)
        if given and type(given[0]) is Input:
            for _ in range(given[0].times - 1):
                result = function(result, *live[1:], **options)
            found = model_data.part_as_data(live[0], result)
        else:
            found = plain(model_data.as_data(result))
        reply = {"value": encoder.encode(found), "traits": self._traits.traits(result, live[0] if live else None)}
        return reply | {"args": encoder.encode(tuple(given)), "kwargs": encoder.encode(named)} if left else reply

    def _replace(self, name: str, how: dict[str, Any]) -> None:
        """`how`: the assignment's `parameters` of the function, and whether the student's own one is `safe` to call."""

        def stand_in(own: Callable[..., Any] | None) -> Callable[..., Any]:
            return self._examiner.stand_in(name, how["parameters"], own if how["safe"] else None)

        references.replace(self._notebook.namespace, name, stand_in)


def _materialise(value: Any) -> Any:
    """An argument as the student's function gets it: a model that can be called, a Keras tensor, a file by its path."""
    make = _MADE.get(type(value))
    return value if make is None else make(value)


def _written(file: File) -> str:
    path = Path(tempfile.mkdtemp()) / file.name
    path.write_bytes(file.content)
    return str(path)


_MADE: dict[type, Callable[[Any], Any]] = {Input: model_data.input_of, Model: quick_model, File: _written}


def _raised(error: BaseException) -> dict[str, Any]:
    forget_half_done()
    return {"raised": dataclasses.asdict(describe(error))}


def _measured(what: str, args: tuple[Any, ...]) -> Any:
    try:
        return model_inspection.INSPECTIONS[what](*args)
    except model_data.NotAccepted as error:
        return error.refused
