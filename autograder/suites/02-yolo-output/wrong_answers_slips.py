"""What comes of a slip in writing the right thing down: of loops, tuples and signs, and of a shape that is laid out.

As `wrong_answers.py`: self-contained but for NumPy, with the signatures of the functions that they stand in for.
"""

import numpy as np


def _depth(num_classes, num_boxes):
    return (5 + num_classes) * num_boxes


def cells_in_one_row_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return [((image_size // stride) ** 2, _depth(num_classes, num_boxes)) for stride in strides]


def boxes_as_an_axis_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return [(image_size // stride, image_size // stride, num_boxes, 5 + num_classes) for stride in strides]


def side_doubled_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return sum(image_size // stride * 2 * _depth(num_classes, num_boxes) for stride in strides)


def _sigmoid(t):
    return 1 / (1 + np.exp(-t))


def _centre(t, cell_xy, stride):
    return tuple((_sigmoid(each) + cell) * stride for each, cell in zip(t, cell_xy, strict=False))


def arrays_added_box(t, cell_xy, anchor, stride):
    return tuple(np.add(_centre(t, cell_xy, stride), np.exp(t[2:]) * np.array(anchor)))


def minus_in_the_exponent_box(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride), anchor[0] * np.exp(-t[2]), anchor[1] * np.exp(-t[3]))


def powers_of_two_box(t, cell_xy, anchor, stride):
    return (*_centre(t, cell_xy, stride), anchor[0] * 2.0 ** t[2], anchor[1] * 2.0 ** t[3])


def _found(row, grid, stride, threshold):
    """What is found in one row, which stands there box by box."""
    found = []
    for column, boxes in enumerate(grid[row]):
        for chunk, anchor in boxes:
            score = _sigmoid(chunk[4])
            if score > threshold:
                size = (anchor[0] * np.exp(chunk[2]), anchor[1] * np.exp(chunk[3]))
                found.append((int(np.argmax(chunk[5:])), score, (*_centre(chunk, (column, row), stride), *size)))
    return found


def _grid(prediction, num_classes, anchors):
    return [
        [list(zip(cell.reshape(len(anchors), 5 + num_classes), anchors, strict=True)) for cell in row]
        for row in prediction
    ]


def _best_first(found):
    return sorted(found, key=lambda detection: detection[1], reverse=True)


def first_row_alone(prediction, num_classes, anchors, stride, threshold=0.5):
    return _best_first(_found(0, _grid(prediction, num_classes, anchors), stride, threshold))


def first_cell_alone(prediction, num_classes, anchors, stride, threshold=0.5):
    grid = _grid(prediction, num_classes, anchors)
    return _best_first(_found(0, [grid[0][:1]], stride, threshold))


def _split(cell, num_boxes, classes):
    boxes = cell.reshape(num_boxes, -1)
    return [{"box": tuple(one[:4]), "objectness": one[4], "classes": classes(one)} for one in boxes]


def objectness_among_classes_split(cell, num_classes, num_boxes=3):  # noqa: ARG001 - the student's argument, not used
    return _split(cell, num_boxes, lambda one: one[4:])


def classes_one_place_early_split(cell, num_classes, num_boxes=3):
    return _split(cell, num_boxes, lambda one: one[4 : 4 + num_classes])


def label_for_scores_split(cell, num_classes, num_boxes=3):  # noqa: ARG001 - as above
    return _split(cell, num_boxes, lambda one: int(np.argmax(one[5:])))


def pixels_counted(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):  # noqa: ARG001 - as above
    return image_size**2 * (5 + num_classes) * num_boxes


def pixels_counted_for_each_scale(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return len(strides) * image_size**2 * (5 + num_classes) * num_boxes
