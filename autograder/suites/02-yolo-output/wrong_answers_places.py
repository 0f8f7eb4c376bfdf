"""What somebody would write who reads the right numbers in the wrong places, or keeps other boxes.

As `wrong_answers.py`: self-contained but for NumPy, with the signatures of the functions that they stand in for.
"""

# ruff: noqa: ARG001 - the students' arguments, used or not

import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _decoded(t, cell_xy, anchor, stride):
    tx, ty, tw, th = t
    centre = [(_sigmoid(number) + cell) * stride for number, cell in zip((tx, ty), cell_xy, strict=True)]
    return (*centre, anchor[0] * np.exp(tw), anchor[1] * np.exp(th))


def _parts(one):
    return {"box": tuple(one[:4]), "objectness": one[4], "classes": one[5:]}


def _stepped(cell, num_classes, num_boxes, step):
    """As many numbers as a box has, but from every `step`-th place on."""
    return [cell[box * step : box * step + 5 + num_classes] for box in range(num_boxes)]


def _grouped(cell, num_classes, num_boxes):
    """All boxes first, then every objectness, then all class scores."""
    boxes, objectness, classes = np.split(cell, [4 * num_boxes, 5 * num_boxes])
    return np.hstack([boxes.reshape(num_boxes, 4), objectness[:, None], classes.reshape(num_boxes, num_classes)])


def _chunks(cell, num_classes, num_boxes):
    return cell.reshape(num_boxes, 5 + num_classes)


def _candidates(prediction, num_classes, anchors, stride, cut=_chunks):
    """(label, score, box) and raw objectness of every box, cell by cell."""
    for row, column in np.ndindex(prediction.shape[:2]):
        for one, anchor in zip(cut(prediction[row, column], num_classes, len(anchors)), anchors, strict=True):
            box = _decoded(one[:4], (column, row), anchor, stride)
            yield (int(np.argmax(one[5:])), _sigmoid(one[4]), box), one[4]


def _best_first(found):
    return sorted(found, key=lambda detection: detection[1], reverse=True)


def _detected(prediction, num_classes, anchors, stride, threshold, cut):
    every = _candidates(prediction, num_classes, anchors, stride, cut)
    return _best_first(found for found, _ in every if found[1] > threshold)


# Where a box starts


def five_apart_split(cell, num_classes, num_boxes=3):
    return [_parts(one) for one in _stepped(cell, num_classes, num_boxes, 5)]


def five_apart_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _detected(prediction, num_classes, anchors, stride, threshold, lambda *cell: _stepped(*cell, 5))


def one_too_close_split(cell, num_classes, num_boxes=3):
    return [_parts(one) for one in _stepped(cell, num_classes, num_boxes, 4 + num_classes)]


def one_too_close_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _detected(
        prediction, num_classes, anchors, stride, threshold, lambda *cell: _stepped(*cell, 4 + num_classes)
    )


def parts_grouped_split(cell, num_classes, num_boxes=3):
    return [_parts(one) for one in _grouped(cell, num_classes, num_boxes)]


def parts_grouped_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _detected(prediction, num_classes, anchors, stride, threshold, _grouped)


# What is decoded


def whole_pixels(t, cell_xy, anchor, stride):
    return tuple(int(number) for number in _decoded(t, cell_xy, anchor, stride))


def cell_inside_sigmoid(t, cell_xy, anchor, stride):
    centre = [_sigmoid(number + cell) * stride for number, cell in zip(t[:2], cell_xy, strict=True)]
    return (*centre, *_decoded(t, cell_xy, anchor, stride)[2:])


def width_and_height_swapped(t, cell_xy, anchor, stride):
    tx, ty, tw, th = t
    return _decoded((tx, ty, th, tw), cell_xy, anchor, stride)


# Which boxes are kept


def raw_objectness_kept(prediction, num_classes, anchors, stride, threshold=0.5):
    every = _candidates(prediction, num_classes, anchors, stride)
    return _best_first(found for found, raw in every if raw > threshold)


def best_of_each_class(prediction, num_classes, anchors, stride, threshold=0.5):
    best = {}
    for found, _ in _candidates(prediction, num_classes, anchors, stride):
        if found[1] > threshold and (found[0] not in best or best[found[0]][1] < found[1]):
            best[found[0]] = found
    return _best_first(best.values())


# What is counted


def scales_for_boxes_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    depth = (5 + num_classes) * len(strides)
    return [(image_size // stride, image_size // stride, depth) for stride in strides]


def scales_for_boxes_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return sum(rows * cols * depth for rows, cols, depth in scales_for_boxes_shapes(image_size, num_classes, strides))


def scales_multiplied(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    numbers = 1
    for stride in strides:
        numbers *= (image_size // stride) ** 2 * (5 + num_classes) * num_boxes
    return numbers


def depth_added(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return sum((image_size // stride) ** 2 + (5 + num_classes) * num_boxes for stride in strides)


def sides_added_first(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return sum(image_size // stride for stride in strides) ** 2 * (5 + num_classes) * num_boxes
