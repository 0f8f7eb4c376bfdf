"""What somebody who cuts a cell in another order, or makes probabilities of it, would write.

As `wrong_answers.py`: self-contained but for NumPy, with the signature of the function that they stand in for.
"""

import numpy as np


def _as_it_is(x):
    return x


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _softmax(x):
    powers = np.exp(x - np.max(x))
    return powers / powers.sum()


def _split(cell, num_classes, num_boxes, *, objectness=_as_it_is, classes=_as_it_is):
    """The honest way, but for what is made of the numbers."""
    chunks = cell.reshape(num_boxes, 5 + num_classes)
    return [
        {"box": tuple(chunk[:4]), "objectness": objectness(chunk[4]), "classes": classes(chunk[5:])} for chunk in chunks
    ]


def _rearranged(cell, num_classes, num_boxes, order):
    """What is where in a chunk: `b` the box, `o` the objectness, `c` the class scores."""
    lengths = {"b": 4, "o": 1, "c": num_classes}
    found = []
    for chunk in cell.reshape(num_boxes, 5 + num_classes):
        starts = {part: sum(lengths[before] for before in order[:place]) for place, part in enumerate(order)}
        parts = {part: chunk[start : start + lengths[part]] for part, start in starts.items()}
        found.append({"box": tuple(parts["b"]), "objectness": parts["o"][0], "classes": parts["c"]})
    return found


def objectness_last(cell, num_classes, num_boxes=3):
    return _rearranged(cell, num_classes, num_boxes, "bco")


def classes_first(cell, num_classes, num_boxes=3):
    return _rearranged(cell, num_classes, num_boxes, "cob")


def sigmoid_too_early(cell, num_classes, num_boxes=3):
    return _split(cell, num_classes, num_boxes, objectness=_sigmoid, classes=_sigmoid)


def objectness_too_early(cell, num_classes, num_boxes=3):
    return _split(cell, num_classes, num_boxes, objectness=_sigmoid)


def everything_too_early(cell, num_classes, num_boxes=3):
    return _split(_sigmoid(cell), num_classes, num_boxes)


def softmax_too_early(cell, num_classes, num_boxes=3):
    return _split(cell, num_classes, num_boxes, classes=_softmax)


def probabilities_too_early(cell, num_classes, num_boxes=3):
    return _split(cell, num_classes, num_boxes, objectness=_sigmoid, classes=_softmax)
