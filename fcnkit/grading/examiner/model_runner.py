"""A Keras model that a student's function returned: rebuilt and looked at where none of the student's code runs.

That is a fresh process of the workers' fork server, in the same sandbox and with the same limits as a student's: no
configuration, however hostile, reaches the examiner, and none can take all memory or run for ever. And Keras is
imported once, by that parent, never by the examiner.
"""

from __future__ import annotations

import socket
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from fcnkit.grading.examiner.account import Account, ProcessLost
from fcnkit.grading.examiner.limits import answering
from fcnkit.grading.examiner.message_words import exception, kind_of
from fcnkit.grading.examiner.model_refusals import why_refused
from fcnkit.grading.examiner.student_process import GARBLED, StudentProcess
from fcnkit.grading.examiner.time_shares import TimeShares
from fcnkit.grading.protocol import Decoder, Encoder, Model, ProtocolError, RefusedValue
from fcnkit.text import Text

TRAINING_SEED = 20260512
MAX_LOSSES = 2
"""Processes lost with a student's models, after which no model is tried any more."""

NO_MODEL = Text(
    ko="{name} 함수는 Keras 모델을 돌려주어야 하는데, 돌려준 값의 자료형이 `{kind}`입니다.",
    en="{name} should return a Keras model, but the value has the type `{kind}`.",
)
NOTHING = Text(
    ko="{name} 함수가 아무것도 돌려주지 않았습니다(None). 마지막에 `return keras.Model(…)`처럼 모델을 돌려주었는지 "
    "확인해 보세요.",
    en="{name} gave nothing back (None). Check that it ends by returning the model, as in `return keras.Model(…)`.",
)
NO_TENSOR = Text(
    ko="{name} 함수는 Keras 텐서를 돌려주어야 하는데, 돌려준 값의 자료형이 `{kind}`입니다. 층을 만들기만 하고 `x`에 "
    "적용하지 않은 것은 아닌지 확인해 보세요.",
    en="{name} should return a Keras tensor, but the value has the type `{kind}`. Was a layer made but not applied to "
    "`x`?",
)
NO_TENSOR_AT_ALL = Text(
    ko="{name} 함수가 아무것도 돌려주지 않았습니다(None). 마지막에 `return x`처럼 텐서를 돌려주었는지 확인해 보세요.",
    en="{name} gave nothing back (None). Check that it ends by returning the tensor, as in `return x`.",
)
_LOST = Text(ko="돌려준 모델을 실행하는 동안: {reason}", en="While the returned model was run: {reason}")
_RAISED = Text(
    ko="돌려준 모델을 채점용 입력으로 실행하니 {type} 예외가 발생했습니다. 여러 크기의 이미지를 직접 넣어 "
    "확인해 보세요.",
    en="The returned model raised {type} when it was run. Try it on images of several sizes yourself.",
)
_NO_OUTPUT = Text(
    ko="돌려준 모델에 이미지를 넣으면 이미지마다 실수 배열이 하나씩 나와야 하는데, 출력이 비어 있거나 너무 크거나 "
    "그런 배열이 아닙니다.",
    en="The returned model should give an array of real numbers for each image, but its output is empty, too large, or "
    "no such array.",
)
_TOO_OFTEN = Text(
    ko="돌려준 모델을 실행할 때마다 한도를 넘어서 더 실행하지 않았습니다.",
    en="The returned models went over the limits again and again, so they were not run any more.",
)


class InvalidModel(Exception):
    """What a function returned is no model that can be judged; `reason` may be shown to the student."""

    def __init__(self, reason: Text, *, is_error: bool = False) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.is_error = is_error
        """It is a model, but it hung, crashed or raised when it was run."""


class Untouched(InvalidModel):
    """The function is still as it was handed out, and gives nothing."""


class ModelRunner:
    """Where models are rebuilt and run: a process, begun when first needed and anew when a model took it down."""

    def __init__(self, requests: socket.socket, account: Account, shares: TimeShares) -> None:
        self._requests = requests
        self._account = account
        self._shares = shares
        self.question = ""
        self._process: StudentProcess | None = None
        self._lost = 0

    def measure(self, what: str, *args: Any) -> Any:
        """Plain data from a function of `fcnkit.grading.worker.model_inspection`.

        Raises InvalidModel where the model cannot be rebuilt or run.
        """
        if self._lost >= MAX_LOSSES:
            raise InvalidModel(_TOO_OFTEN, is_error=True)
        end = self._shares.end(self.question)
        if (over := self._account.over(end)) is not None:
            raise InvalidModel(over, is_error=True)
        encoder = Encoder()
        request = {"do": "measure", "what": what, "args": encoder.encode(args)}
        try:
            self._process = self._process or StudentProcess(self._requests, self._account)
            during, seconds = answering(self.question), self._account.limits.cell_seconds
            reply, data = self._process.ask(request, encoder.arrays, end, seconds, during)
            value = Decoder(data).decode(reply.get("value"))
        except (ProcessLost, ProtocolError) as lost:
            self.close()
            self._lost += 1
            reason = lost.reason if isinstance(lost, ProcessLost) else GARBLED
            raise InvalidModel(_LOST.format(reason=reason), is_error=True) from None
        if "raised" in reply:
            raise InvalidModel(_RAISED.format(type=exception(reply["raised"].get("type"))), is_error=True)
        return value

    def forgive(self) -> None:
        """Forget how many models took the process down: what is judged next is another answer."""
        self._lost = 0

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.end()
            self._process = None


def read_trace(found: dict[str, Any]) -> dict[str, Any]:
    """The trace that was found, with the settings of each step by their names."""
    return found | {"settings": [dict(each) for each in found["settings"]]}


class ReturnedModel:
    """A model that the student's function `name` returned, for a suite to look at.

    Of a function that builds a part of a model (`of_tensors`), what lies between the Keras tensor that it was given
    and the one that it returned. Raises InvalidModel when it is made of something that is no model, and from each
    method where the model fails.
    """

    def __init__(self, runner: ModelRunner, name: str, value: Any, *, of_tensors: bool) -> None:
        self._runner = runner
        self._name = name
        self._traces: dict[tuple[int, int], dict[str, Any]] = {}
        model = self._checked(value)
        if not isinstance(model, Model):
            nothing, other = (NO_TENSOR_AT_ALL, NO_TENSOR) if of_tensors else (NOTHING, NO_MODEL)
            raise InvalidModel(
                nothing.format(name=name) if value is None else other.format(name=name, kind=kind_of(value))
            )
        self._unweighted = Model(model.config, ())

    def trace(self, size: tuple[int, int]) -> dict[str, Any]:
        """Its graph with all shapes, for images of `size` (H, W): see `model_inspection.trace`; settings are dicts."""
        if size not in self._traces:
            self._traces[size] = read_trace(self._checked(self._runner.measure("trace", self._unweighted, list(size))))
        return self._traces[size]

    def entrance(self, images: npt.NDArray[Any]) -> list[tuple[float, float]]:
        """What reaches its first layers with kernels: see `fcnkit.grading.worker.model_inspection.entrance`."""
        seen: list[tuple[float, float]] = self._checked(self._runner.measure("entrance", self._unweighted, images))
        return seen

    def predict(self, images: npt.NDArray[Any], seed: int) -> npt.NDArray[Any]:
        """Its output for a batch of images (n, H, W, C), with large random weights: real numbers, some for each image.

        See `fcnkit.grading.worker.model_inspection.predict`.
        """
        return self._output("predict", images, seed)

    def narrowed(self, images: npt.NDArray[Any], seed: int) -> npt.NDArray[Any]:
        """Likewise, where kernels do not look around: see `fcnkit.grading.worker.model_inspection.narrowed`."""
        return self._output("narrowed", images, seed)

    def _output(self, what: str, images: npt.NDArray[Any], seed: int) -> npt.NDArray[Any]:
        output = self._checked(self._runner.measure(what, self._unweighted, images, seed))
        is_array = isinstance(output, np.ndarray) and output.dtype.kind in "biuf"
        if not is_array or output.ndim < 2 or len(output) != len(images) or not output.size:
            raise InvalidModel(_NO_OUTPUT)
        return cast("npt.NDArray[Any]", output)

    def idle(self, images: npt.NDArray[Any], seed: int) -> list[int]:
        """Layers whose weights make no difference: see `fcnkit.grading.worker.model_inspection.idle`."""
        found: list[int] = self._checked(self._runner.measure("idle", self._unweighted, images, seed))
        return found

    def train(self, images: npt.NDArray[Any], labels: npt.NDArray[Any], *, steps: int, goal: float) -> list[float]:
        """Losses of a short training from fresh weights: see `fcnkit.grading.worker.train`."""
        losses: list[float] = self._checked(
            self._runner.measure("train", self._unweighted, images, labels, steps, goal, TRAINING_SEED)
        )
        return losses

    def _checked(self, value: Any) -> Any:
        if isinstance(value, RefusedValue):
            raise InvalidModel(why_refused(value, self._name))
        return value
