"""A class for what is predicted, and generators that hand it on."""

import math
from dataclasses import dataclass


@dataclass
class Prediction:
    t: tuple
    objectness: float
    classes: list

    @property
    def score(self):
        return logistic(self.objectness)

    @property
    def label(self):
        return max(range(len(self.classes)), key=self.classes.__getitem__)


def logistic(number):
    if number < 0:
        return 1 - logistic(-number)
    return 1 / (1 + math.e**-number)


def predictions(cell, num_classes, num_boxes):
    numbers = iter(cell)
    for _ in range(num_boxes):
        yield Prediction(
            t=tuple(next(numbers) for _ in range(4)),
            objectness=next(numbers),
            classes=[next(numbers) for _ in range(num_classes)],
        )


def yolo_depth(num_classes, num_boxes=3):
    one_box = ["tx", "ty", "tw", "th", "objectness", *range(num_classes)]
    return len(one_box * int(num_boxes))


def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    def shape(stride):
        side = len(range(0, image_size, stride))
        return side, side, yolo_depth(num_classes, num_boxes)

    return list(map(shape, strides))


def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return sum(map(math.prod, yolo_output_shapes(image_size, num_classes, strides, num_boxes)))


def split_cell(cell, num_classes, num_boxes=3):
    return [
        {"box": one.t, "objectness": one.objectness, "classes": one.classes}
        for one in predictions(cell, num_classes, num_boxes)
    ]


def decode_box(t, cell_xy, anchor, stride):
    centre = [(logistic(raw) + cell) * stride for raw, cell in zip(t[:2], cell_xy, strict=True)]
    size = [side * math.exp(raw) for raw, side in zip(t[2:], anchor, strict=True)]
    return tuple(centre + size)


def detect(prediction, num_classes, anchors, stride, threshold=0.5):
    def candidates():
        for row, line in enumerate(prediction):
            for column, cell in enumerate(line):
                for one, anchor in zip(predictions(cell, num_classes, len(anchors)), anchors, strict=True):
                    yield one, (column, row), anchor

    found = [
        (one.label, one.score, decode_box(one.t, cell_xy, anchor, stride))
        for one, cell_xy, anchor in candidates()
        if one.score > threshold
    ]
    found.sort(key=lambda detection: -detection[1])
    return found
