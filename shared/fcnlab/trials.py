"""Models trained side by side on drawn animals: which keeps the contour, and what few images are enough for.

Nothing is trained before somebody looks at the picture, as in grading, where nobody does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnlab.encoder import pretrained_encoder
from fcnlab.loss import pixel_loss
from fcnlab.pet_arrays import drawn_pets
from fcnlab.picture import Note, Picture
from fcnlab.progress import place_to_draw
from fcnlab.trial_pictures import Trial, curves, table
from fcnlab.variants import on_encoder, with_dilation, with_max_pooling, with_skip
from fcnlab.wording import Lang, say

Array = npt.NDArray[Any]
Build = Callable[[tuple[int, int], int], Any]
Make = Callable[[], Any]

SIZE, NUM_CLASSES, BATCH = (64, 64), 3, 8
RATE = 0.003
"""Learning rate at the beginning; it falls to 0 along half a cosine."""
UNSEEN, UNSEEN_SEED = 60, 1
"""Pictures on which models are judged, and which none is trained on."""


def compared(build: Build, *, epochs: int = 12, images: int = 160, seed: int = 0, lang: Lang) -> Picture | Note:
    """`build((64, 64), 3)` as it is, with max pooling, with dilation and with one skip connection: IoU of each class.

    All are trained on the same `images` drawn animals and judged on others. A `Note` where there is no model yet, or
    none that can be changed in these ways.
    """
    ways: dict[str, Callable[[Any], Any]] = {
        say(lang, ko="스트라이드 2 (그대로)", en="stride 2 (as it is)"): lambda model: model,
        say(lang, ko="최대 풀링", en="max pooling"): with_max_pooling,
        say(lang, ko="팽창(dilation)", en="dilation"): with_dilation,
        say(lang, ko="스트라이드 2 + 스킵 연결", en="stride 2 + one skip"): with_skip,
    }
    makes: dict[str, Make] = {name: _changed(build, way) for name, way in ways.items()}
    problem = _problem(build, makes, lang)
    if problem:
        return problem
    title = say(lang, ko="클래스마다의 IoU", en="IoU of each class")
    return Picture(title, lambda: table(_trained(makes, images, epochs, seed, lang), lang))


def side_by_side(
    builds: Mapping[str, Build], *, epochs: int = 12, images: int = 160, seed: int = 0, lang: Lang
) -> Picture | Note:
    """Models of your own under the names that you give them, trained and judged as in `compared`."""
    makes: dict[str, Make] = {name: _changed(build, lambda model: model) for name, build in builds.items()}
    for build in builds.values():
        problem = _problem(build, makes, lang)
        if problem:
            return problem
    title = say(lang, ko="클래스마다의 IoU", en="IoU of each class")
    return Picture(title, lambda: table(_trained(makes, images, epochs, seed, lang), lang))


def transferred(build: Build, *, epochs: int = 60, images: int = 16, seed: int = 0, lang: Lang) -> Picture | Note:
    """A few images alone: `build((64, 64), 3)` from scratch, and its way up on a frozen encoder that learned elsewhere.

    Shows the mean IoU on unseen animals after each epoch. A `Note` as in `compared`.
    """
    makes: dict[str, Make] = {
        say(lang, ko="처음부터", en="from scratch"): lambda: build(SIZE, NUM_CLASSES),
        say(lang, ko="얼린 인코더", en="frozen encoder"): lambda: on_encoder(
            build(SIZE, NUM_CLASSES), pretrained_encoder(SIZE)
        ),
    }
    problem = _problem(build, makes, lang)
    if problem:
        return problem
    title = say(lang, ko="적은 이미지로 학습하기", en="learning from few images")
    return Picture(title, lambda: curves(_trained(makes, images, epochs, seed, lang), epochs, lang))


def _changed(build: Build, way: Callable[[Any], Any]) -> Make:
    return lambda: way(build(SIZE, NUM_CLASSES))


def _problem(build: Build, makes: dict[str, Make], lang: Lang) -> Note | None:
    """Why these models cannot be trained."""
    if build(SIZE, NUM_CLASSES) is None:
        return Note(
            say(
                lang,
                ko="아직 학습할 모델이 없습니다. 위의 함수를 완성하고 이 셀을 다시 실행해 보세요.",
                en="There is no model to train yet. Complete the function above and run this cell again.",
            )
        )
    for name, make in makes.items():
        try:
            make()
        except (ValueError, TypeError, AttributeError) as error:  # a model of another form than this can be changed
            return Note(
                say(
                    lang,
                    ko=f"이 모델은 다음과 같이 바꿀 수 없어 견주지 못합니다: {name} ({error}). "
                    "스트라이드가 있는 합성곱으로 줄이고 전치 합성곱으로 키우는 모델로 해 보세요.",
                    en=f"This model cannot be changed to: {name} ({error}). Try one that shrinks by strided "
                    "convolutions and enlarges by transposed ones.",
                )
            )
    return None


def _trained(makes: dict[str, Make], images: int, epochs: int, seed: int, lang: Lang) -> list[Trial]:
    train, unseen = drawn_pets(images, SIZE, 1000 + seed), drawn_pets(UNSEEN, SIZE, UNSEEN_SEED)
    place = place_to_draw()
    trials = []
    for name, make in makes.items():
        curve: list[list[float]] = []
        for ious in _epochs(make, train, unseen, epochs, seed):
            curve.append(ious)
            if place is not None:
                done = say(lang, ko=f"에포크 {len(curve)}/{epochs}", en=f"epoch {len(curve)} of {epochs}")
                place.update(Note(f"{name}: {done}, IoU {np.mean(ious):.3f}"))
        trials.append(Trial(name, curve[-1], [float(np.mean(each)) for each in curve]))
    return trials


def _epochs(
    make: Make, train: tuple[Array, Array], unseen: tuple[Array, Array], epochs: int, seed: int
) -> Iterator[list[float]]:
    """The IoUs on unseen pictures after each epoch, as they come."""
    import keras  # noqa: PLC0415 - slow, and only who trains a model needs it

    keras.utils.set_random_seed(seed)
    model, steps = make(), epochs * -(-len(train[0]) // BATCH)
    rate = keras.optimizers.schedules.CosineDecay(RATE, steps)
    model.compile(optimizer=keras.optimizers.Adam(rate), loss=pixel_loss)
    for _ in range(epochs):
        model.fit(*train, batch_size=BATCH, verbose=0)
        yield _ious(unseen[1][..., 0], np.argmax(model.predict(unseen[0], verbose=0), axis=-1))


def _ious(y_true: Array, y_pred: Array) -> list[float]:
    classes = range(NUM_CLASSES)
    pairs = [[np.count_nonzero((y_true == row) & (y_pred == column)) for column in classes] for row in classes]
    counts = np.array(pairs)
    either = counts.sum(0) + counts.sum(1) - counts.diagonal()
    return [float(value) for value in counts.diagonal() / np.maximum(either, 1)]
