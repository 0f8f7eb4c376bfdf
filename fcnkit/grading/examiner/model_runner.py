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
_REFUSALS = {
    "unbuilt": Text(
        ko="{name} 함수가 돌려준 모델에 입력의 크기가 정해져 있지 않습니다. "
        "`keras.Input(shape=img_size + (3,))`으로 시작하거나, 돌려주기 전에 "
        "`model(keras.Input(img_size + (3,)))`을 불러 주세요.",
        en="The model that {name} returned does not know its input's shape yet. Begin with "
        "`keras.Input(shape=img_size + (3,))`, or call `model(keras.Input(img_size + (3,)))` before you return it.",
    ),
    "not-followed": Text(
        ko="직접 만든 모델이나 층의 코드를 `keras.Input`으로 따라가 볼 수 없었습니다. 그 안에서는 Keras의 층과 "
        "`keras.ops`만 쓰고, 텐서의 값에 따라 갈라지는 `if`나 끝나지 않는 재귀가 없는지 확인해 보세요.",
        en="The code of a model or layer of your own could not be followed with a `keras.Input`. Use only Keras' "
        "layers and `keras.ops` in it, and check that no `if` "
        "depends on a tensor's values and no recursion goes on for ever.",
    ),
    "custom": Text(
        ko="모델에 자체 가중치를 가진 층이나 직접 만든 활성화 함수가 들어 있습니다. Keras의 내장 층과 연산만 받으니 "
        "Keras에 있는 것으로 바꾸어 주세요.",
        en="The model contains a layer with weights of its own, or an activation function of its own. Only Keras' "
        "built-in layers and operations are accepted; use what Keras has.",
    ),
    "too-large": Text(
        ko="모델의 파라미터가 너무 많습니다. 1,600만 개까지 채점할 수 있으니 필터 수를 줄여 주세요.",
        en="The model has too many parameters to be graded: up to 16 million are. Use fewer filters.",
    ),
    "too-many-layers": Text(
        ko="모델의 층이 너무 많습니다. 1,000층까지 채점할 수 있습니다.",
        en="The model has too many layers to be graded: up to 1,000 are.",
    ),
    "whole-model": Text(
        ko="{name} 함수가 모델을 돌려주었습니다. 모델로 묶지 말고, 마지막 층이 낸 텐서를 `return x`처럼 돌려주세요.",
        en="{name} returned a whole model. Return the tensor that comes out of the last layer instead, as in "
        "`return x`.",
    ),
    "one-name": Text(
        ko="{name} 함수를 두 번 이어서 쓰니 이름이 같은 층이 둘이 되어 모델을 만들 수 없습니다. 층에 `name=`을 적지 "
        "말고, 층은 함수 안에서 새로 만드세요.",
        en="Where {name} is used twice in a row, two layers have one name, and no model can be made of them. Give the "
        "layers no `name=`, and make new ones at each call.",
    ),
    "unconnected": Text(
        ko="{name} 함수가 돌려준 텐서를 입력 `x`와 이을 수 없습니다. 모든 층이 `x`에서 시작하는지 확인해 보세요.",
        en="The tensor that {name} returned cannot be connected with its input `x`. Do all layers start from `x`?",
    ),
    "several-inputs": Text(
        ko="모델의 입력이 여러 개입니다. 입력은 이미지 하나여야 합니다.",
        en="The model has several inputs. There should be one, the image.",
    ),
    "several-outputs": Text(
        ko="모델의 출력이 여러 개입니다. 출력은 하나여야 합니다.",
        en="The model has several outputs. There should be one.",
    ),
}
_BROKEN = Text(
    ko="{name} 함수가 돌려준 모델을 읽을 수 없었습니다.", en="The model that {name} returned could not be read."
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
    """With the settings of each step by their names."""
    return found | {"settings": [dict(each) for each in found["settings"]]}


class ReturnedModel:
    """A model that the student's function `name` returned, for a suite to look at.

    Of a function that builds a part of a model (`of_tensors`), what lies between the Keras tensor that it was given
    and the one that it returned. Raises InvalidModel when it is made of something that is no model, and from each
    method where the model fails.
    """

    def __init__(self, runner: ModelRunner, name: str, value: Any, *, of_tensors: bool = False) -> None:
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
        output = self._checked(self._runner.measure("predict", self._unweighted, images, seed))
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
            raise InvalidModel(_REFUSALS.get(value.reason, _BROKEN).format(name=self._name))
        return value
