"""The notebook's detector: it is trained, and the student's own `detect` reads what it gives.

Each function takes what may not be there yet, a `detect` without an answer or a detector that was not trained, and then
gives a `Note` that says what is missing.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fcnlab.boxes import as_detection
from fcnlab.detector import NUM_CLASSES, Plan, train
from fcnlab.judging import Detection, Score, judged
from fcnlab.picture import Note, Picture
from fcnlab.progress import LossPlot
from fcnlab.quiet import quietly
from fcnlab.scenes import Scene, draw_scenes, images_of
from fcnlab.wording import Lang, say
from fcnlab.yolo_numbers import targets

TRAINING_SCENES, HELD_OUT_SCENES = 700, 100
TRAINING_SEED, HELD_OUT_SEED = 1, 1001
LOW = 0.05
"""A threshold that keeps what may be of use: what is kept can be cut again at a higher one."""


@dataclass(frozen=True)
class TrainedYolo:
    """A trained detector with what it predicts for scenes that it has never seen."""

    plan: Plan
    seconds: float
    scenes: list[Scene]
    predictions: npt.NDArray[np.float32]
    lang: Lang

    def __repr__(self) -> str:
        shape = self.predictions.shape
        return say(
            self.lang,
            ko=f"{self.seconds:.0f}초 동안 학습했습니다. 처음 보는 장면 {shape[0]}장의 출력은 {shape} 배열입니다.",
            en=f"Trained in {self.seconds:.0f} s. The output for {shape[0]} scenes that it has never seen is an array "
            f"{shape}.",
        )


class Missing(Exception):
    """What has to be there first, in a sentence."""


def train_yolo(detect: object, *, lang: Lang) -> TrainedYolo | Note:
    """Train a small YOLO on drawn scenes, where `detect` can read it and Keras is there."""
    plan = Plan()
    try:
        if not _found(detect, faultless(draw_scenes(1, HELD_OUT_SEED)[0], plan), plan, lang):
            raise _nothing_found(lang)
        _need_keras(lang)
    except Missing as missing:
        return Note(str(missing))
    started = time.monotonic()
    with quietly():
        model = train(
            draw_scenes(TRAINING_SCENES, TRAINING_SEED), plan, seed=0, on_epoch_end=LossPlot(plan.epochs, lang=lang)
        )
        held_out = draw_scenes(HELD_OUT_SCENES, HELD_OUT_SEED)
        predictions = np.asarray(model.predict(images_of(held_out), verbose=0))
    return TrainedYolo(plan, time.monotonic() - started, held_out, predictions, lang)


def _need_keras(lang: Lang) -> None:
    try:
        with quietly():
            importlib.import_module("keras")
    except ImportError as error:  # also without one of its backends
        raise Missing(
            say(
                lang,
                ko="이 셀은 Keras가 있어야 실행됩니다. `pip install keras tensorflow`로 설치한 다음 커널을 다시 "
                "시작하세요. 점수와는 상관없으니 그냥 넘어가도 됩니다.",
                en="This cell needs Keras: `pip install keras tensorflow`, then restart the kernel. It earns no marks, "
                "so you may go on without it.",
            )
        ) from error


def all_found(detect: object, yolo: TrainedYolo, threshold: float, lang: Lang) -> list[list[Detection]]:
    return [_found(detect, prediction, yolo.plan, lang, threshold) for prediction in yolo.predictions]


def score_at(found: Sequence[Sequence[Detection]], scenes: Sequence[Scene], threshold: float) -> Score:
    """The score over all scenes of the detections above this threshold, of those kept at a lower one."""
    total = Score(0, 0, 0)
    for detections, scene in zip(found, scenes, strict=True):
        total += judged([each for each in detections if each[1] > threshold], scene.things)
    return total


def tidied(found: Sequence[Detection], nms: object, lang: Lang) -> list[Detection]:
    """What is left of detections where the student's `nms` has chosen among those of each label, best first.

    Raises Missing where it cannot.
    """
    kept: list[Detection] = []
    for label in sorted({each[0] for each in found}):
        same = [each for each in found if each[0] == label]
        try:
            numbers = nms([each[2] for each in same], [each[1] for each in same])  # type: ignore[operator]
            kept += [same[number] for number in numbers]
        except Exception as error:  # the student's function may raise anything, and return anything
            raise Missing(
                say(
                    lang,
                    ko="`nms`가 아직 상자의 번호를 돌려주지 않습니다. 먼저 완성하고 공개 검사로 확인하세요.",
                    en="`nms` does not return the numbers of boxes yet. Complete it, and see what its check says.",
                )
            ) from error
    return sorted(kept, key=lambda each: -each[1])


def noted(detector: object, make: Callable[[TrainedYolo], Picture], lang: Lang) -> Picture | Note:
    """What is made of a trained detector; without one, or without a `detect`, a note."""
    if isinstance(detector, Note):
        return detector
    if not isinstance(detector, TrainedYolo):
        return Note(
            say(lang, ko="먼저 위의 학습 셀을 실행하세요.", en="Run the cell above that trains the network first.")
        )
    try:
        return make(detector)
    except Missing as missing:
        return Note(str(missing))


def _nothing_found(lang: Lang) -> Missing:
    return Missing(
        say(
            lang,
            ko="`detect`가 아직 물체를 찾지 못합니다. 문제 6을 먼저 끝내세요.",
            en="`detect` finds no objects yet. Finish question 6 first.",
        )
    )


def faultless(scene: Scene, plan: Plan) -> npt.NDArray[np.float32]:
    """What a network without fault would give for a scene."""
    wanted = targets(scene.things, plan.cells, plan.stride, plan.anchors, NUM_CLASSES)
    wanted[..., 4:] = 16 * wanted[..., 4:] - 8
    return wanted.reshape(plan.cells, plan.cells, plan.depth)


def _found(
    detect: object, prediction: npt.NDArray[np.float32], plan: Plan, lang: Lang, threshold: float = 0.5
) -> list[Detection]:
    """What the student's function reads from one output. Raises Missing where it cannot."""
    try:
        found = detect(prediction, NUM_CLASSES, list(plan.anchors), plan.stride, threshold)  # type: ignore[operator]
    except Exception as error:
        raise Missing(
            say(
                lang,
                ko=f"`detect`를 부르니 오류가 났습니다(`{type(error).__name__}`). 문제 6을 먼저 끝내세요.",
                en=f"Calling `detect` raised an error (`{type(error).__name__}`). Finish question 6 first.",
            )
        ) from error
    if not isinstance(found, list):
        raise _nothing_found(lang)
    entries = [as_detection(entry) for entry in found]
    if None in entries:
        raise Missing(
            say(
                lang,
                ko="`detect`가 (레이블, 점수, 상자)가 아닌 것을 돌려주었습니다. 문제 6의 공개 검사를 확인하세요.",
                en="Some of what `detect` returns is no (label, score, box). See what the public check of "
                "question 6 says.",
            )
        )
    return [entry for entry in entries if entry is not None]
