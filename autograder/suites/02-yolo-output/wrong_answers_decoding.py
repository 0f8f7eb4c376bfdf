"""What somebody who leaves a step of decoding out, or takes another, would write, of one box and of all.

As `wrong_answers.py`: self-contained but for NumPy, with the signatures of the functions that they stand in for.
"""

# ruff: noqa: ARG001 - the arguments are those of the students' functions, used or not

import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _softmax(x):
    powers = np.exp(x - x.max())
    return powers / powers.sum()


def _decoded(t, cell_xy, anchor, stride):
    centre = [(_sigmoid(number) + cell) * stride for number, cell in zip(t[:2], cell_xy, strict=True)]
    return (*centre, anchor[0] * np.exp(t[2]), anchor[1] * np.exp(t[3]))


def _boxes(prediction, num_classes, anchors):
    """((column, row), number of the box, its numbers, its anchor) of every box, cell by cell."""
    for row, column in np.ndindex(prediction.shape[:2]):
        chunks = prediction[row, column].reshape(len(anchors), 5 + num_classes)
        for number, (chunk, anchor) in enumerate(zip(chunks, anchors, strict=True)):
            yield (column, row), number, chunk, anchor


def _best_first(found):
    return sorted(found, key=lambda detection: detection[1], reverse=True)


def _found(asked, *, decode=_decoded, label=lambda chunk: int(np.argmax(chunk[5:])), share=None, kept=None):
    """The honest search, but for the step that is handed in: `share(chunk)` is multiplied into the score that comes
    back, and `kept(score, threshold, number)` says whether box `number` of a cell stays.
    """
    prediction, num_classes, anchors, stride, threshold = asked
    kept = kept or (lambda score, threshold, _: score > threshold)
    return _best_first(
        (label(chunk), _sigmoid(chunk[4]) * (share(chunk) if share else 1), decode(chunk[:4], cell, anchor, stride))
        for cell, number, chunk, anchor in _boxes(prediction, num_classes, anchors)
        if kept(_sigmoid(chunk[4]), threshold, number)
    )


# One box


def centre_of_the_cell(t, cell_xy, anchor, stride):
    return (*((cell + 0.5) * stride for cell in cell_xy), *_decoded(t, cell_xy, anchor, stride)[2:])


def centre_divided(t, cell_xy, anchor, stride):
    cx, cy, width, height = _decoded(t, cell_xy, anchor, 1)
    return cx / stride, cy / stride, width, height


def anchor_divided(t, cell_xy, anchor, stride):
    cx, cy, width, height = _decoded(t, cell_xy, anchor, stride)
    return cx, cy, width / stride, height / stride


def exponential_added(t, cell_xy, anchor, stride):
    return (*_decoded(t, cell_xy, anchor, stride)[:2], anchor[0] + np.exp(t[2]), anchor[1] + np.exp(t[3]))


def anchor_forgotten(t, cell_xy, anchor, stride):
    return _decoded(t, cell_xy, (1, 1), stride)


def stride_for_anchor(t, cell_xy, anchor, stride):
    return _decoded(t, cell_xy, (stride, stride), stride)


# All boxes


def centre_of_the_cell_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found((prediction, num_classes, anchors, stride, threshold), decode=centre_of_the_cell)


def centre_divided_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found((prediction, num_classes, anchors, stride, threshold), decode=centre_divided)


def anchor_divided_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found((prediction, num_classes, anchors, stride, threshold), decode=anchor_divided)


def exponential_added_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found((prediction, num_classes, anchors, stride, threshold), decode=exponential_added)


def anchor_forgotten_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found((prediction, num_classes, anchors, stride, threshold), decode=anchor_forgotten)


def stride_for_anchor_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found((prediction, num_classes, anchors, stride, threshold), decode=stride_for_anchor)


def left_raw(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found((prediction, num_classes, anchors, stride, threshold), decode=lambda t, *_: tuple(t))


def label_of_all_numbers(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found((prediction, num_classes, anchors, stride, threshold), label=lambda chunk: int(np.argmax(chunk)))


def last_box_of_the_cell(prediction, num_classes, anchors, stride, threshold=0.5):
    asked = prediction, num_classes, anchors, stride, threshold
    return _found(asked, kept=lambda score, least, number: score > least and number == len(anchors) - 1)


def first_box_of_the_cell(prediction, num_classes, anchors, stride, threshold=0.5):
    asked = prediction, num_classes, anchors, stride, threshold
    return _found(asked, kept=lambda score, least, number: score > least and number == 0)


def kept_below(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found((prediction, num_classes, anchors, stride, threshold), kept=lambda score, least, _: score < least)


# Class scores multiplied in, or taken one by one


def softmax_multiplied(prediction, num_classes, anchors, stride, threshold=0.5):
    asked = prediction, num_classes, anchors, stride, 0
    return [each for each in _found(asked, share=lambda chunk: _softmax(chunk[5:]).max()) if each[1] > threshold]


def softmax_multiplied_afterwards(prediction, num_classes, anchors, stride, threshold=0.5):
    asked = prediction, num_classes, anchors, stride, threshold
    return _found(asked, share=lambda chunk: _softmax(chunk[5:]).max())


def sigmoid_multiplied_afterwards(prediction, num_classes, anchors, stride, threshold=0.5):
    asked = prediction, num_classes, anchors, stride, threshold
    return _found(asked, share=lambda chunk: _sigmoid(chunk[5:].max()))


def _several_labels(asked, least):
    prediction, num_classes, anchors, stride, threshold = asked
    return _best_first(
        (label, _sigmoid(chunk[4]), _decoded(chunk[:4], cell, anchor, stride))
        for cell, _, chunk, anchor in _boxes(prediction, num_classes, anchors)
        for label in range(num_classes)
        if _sigmoid(chunk[4]) > threshold and _sigmoid(chunk[5 + label]) > least
    )


def label_for_each_likely_class(prediction, num_classes, anchors, stride, threshold=0.5):
    return _several_labels((prediction, num_classes, anchors, stride, threshold), threshold)


def label_for_each_class_above_half(prediction, num_classes, anchors, stride, threshold=0.5):
    return _several_labels((prediction, num_classes, anchors, stride, threshold), 0.5)


def label_for_each_class(prediction, num_classes, anchors, stride, threshold=0.5):
    return _several_labels((prediction, num_classes, anchors, stride, threshold), -1)
