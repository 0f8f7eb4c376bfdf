"""What somebody who takes the raw numbers to a box in another way would write, of one box and of all of a prediction.

As `wrong_answers.py`: self-contained but for NumPy, with the signatures of the functions that they stand in for.
"""

# ruff: noqa: ARG001 - the arguments are those of the students' functions, used or not

import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _sigmoid_without_minus(x):
    return 1 / (1 + np.exp(x))


def _sigmoid_twice(x):
    return _sigmoid(_sigmoid(x))


def _squash_of_yolov5(x):
    return 2 * _sigmoid(x) - 0.5


def _stretch_of_yolov5(x):
    return (2 * _sigmoid(x)) ** 2


def _centre(t, cell_xy, stride, squash=_sigmoid):
    return (squash(t[0]) + cell_xy[0]) * stride, (squash(t[1]) + cell_xy[1]) * stride


def _size(t, anchor, stretch=np.exp):
    return anchor[0] * stretch(t[2]), anchor[1] * stretch(t[3])


def _decoded(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride), *_size(t, anchor))


def _found(prediction, num_classes, anchors, stride, threshold, *, decode=_decoded, score=_sigmoid):
    """The honest search, but for the one step that is handed in; best first."""
    found = []
    for row, column in np.ndindex(prediction.shape[:2]):
        chunks = prediction[row, column].reshape(len(anchors), 5 + num_classes)
        for chunk, anchor in zip(chunks, anchors, strict=True):
            points = score(chunk[4])
            if points > threshold:
                box = decode(chunk[:4], (column, row), anchor, stride)
                found.append((int(np.argmax(chunk[5:])), points, box))
    return sorted(found, key=lambda detection: detection[1], reverse=True)


# The places


def row_before_column(t, cell_xy, anchor, stride):
    return _decoded(t, cell_xy[::-1], anchor, stride)


def centre_in_cells(t, cell_xy, anchor, stride):
    return _decoded(t, cell_xy, anchor, 1)


def cell_number_in_pixels(t, cell_xy, anchor, stride):
    within = _sigmoid(t[0]) * stride, _sigmoid(t[1]) * stride
    return within[0] + cell_xy[0], within[1] + cell_xy[1], *_size(t, anchor)


def offset_in_pixels(t, cell_xy, anchor, stride):
    corner = cell_xy[0] * stride, cell_xy[1] * stride
    return corner[0] + _sigmoid(t[0]), corner[1] + _sigmoid(t[1]), *_size(t, anchor)


def half_a_cell_added(t, cell_xy, anchor, stride):
    middle = cell_xy[0] + 0.5, cell_xy[1] + 0.5
    return (*_centre(t, middle, stride), *_size(t, anchor))


def half_a_pixel_added(t, cell_xy, anchor, stride):
    cx, cy, width, height = _decoded(t, cell_xy, anchor, stride)
    return cx + 0.5, cy + 0.5, width, height


def corner_for_centre(t, cell_xy, anchor, stride):
    cx, cy, width, height = _decoded(t, cell_xy, anchor, stride)
    return cx - width / 2, cy - height / 2, width, height


def corners_for_box(t, cell_xy, anchor, stride):
    cx, cy, width, height = _decoded(t, cell_xy, anchor, stride)
    return cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2


# The formulas


def centre_without_sigmoid(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride, squash=lambda x: x), *_size(t, anchor))


def sigmoid_without_minus(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride, squash=_sigmoid_without_minus), *_size(t, anchor))


def tanh_for_sigmoid(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride, squash=np.tanh), *_size(t, anchor))


def sigmoid_twice(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride, squash=_sigmoid_twice), *_size(t, anchor))


def anchor_times_stride(t, cell_xy, anchor, stride):
    return _decoded(t, cell_xy, (anchor[0] * stride, anchor[1] * stride), stride)


def size_without_exp(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride), *_size(t, anchor, stretch=lambda x: x))


def size_with_sigmoid(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride), *_size(t, anchor, stretch=_sigmoid))


def half_for_sigmoid(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride, squash=lambda x: x + 0.5), *_size(t, anchor))


def formulas_of_yolov5(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride, squash=_squash_of_yolov5), *_size(t, anchor, stretch=_stretch_of_yolov5))


def centre_of_yolov5(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride, squash=_squash_of_yolov5), *_size(t, anchor))


def size_of_yolov5(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride), *_size(t, anchor, stretch=_stretch_of_yolov5))


# All boxes


def row_before_column_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=row_before_column)


def centre_in_cells_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=centre_in_cells)


def cell_number_in_pixels_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=cell_number_in_pixels)


def offset_in_pixels_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=offset_in_pixels)


def half_a_cell_added_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=half_a_cell_added)


def half_a_pixel_added_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=half_a_pixel_added)


def corner_for_centre_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=corner_for_centre)


def corners_for_box_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=corners_for_box)


def centre_without_sigmoid_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=centre_without_sigmoid)


def anchor_times_stride_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=anchor_times_stride)


def size_without_exp_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=size_without_exp)


def size_with_sigmoid_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=size_with_sigmoid)


def formulas_of_yolov5_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=formulas_of_yolov5)


def centre_of_yolov5_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=centre_of_yolov5)


def size_of_yolov5_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=size_of_yolov5)


def half_for_sigmoid_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=half_for_sigmoid)


def score_without_minus(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, score=_sigmoid_without_minus)


def score_by_tanh(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, score=np.tanh)


def score_squashed_twice(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, score=_sigmoid_twice)


def without_minus_throughout(prediction, num_classes, anchors, stride, threshold=0.5):
    how = {"decode": sigmoid_without_minus, "score": _sigmoid_without_minus}
    return _found(prediction, num_classes, anchors, stride, threshold, **how)


def tanh_throughout(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=tanh_for_sigmoid, score=np.tanh)


def sigmoid_twice_throughout(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold, decode=sigmoid_twice, score=_sigmoid_twice)
