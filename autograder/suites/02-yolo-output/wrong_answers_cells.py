"""What somebody who gives a cell one of what each of its boxes has would write.

As `wrong_answers.py`: self-contained but for NumPy, with the signatures of the functions that they stand in for.
"""

import numpy as np


def objectness_of_the_cell_depth(num_classes, num_boxes=3):
    return (4 + num_classes) * num_boxes + 1


def objectness_of_the_cell_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    depth = objectness_of_the_cell_depth(num_classes, num_boxes)
    return [(image_size // stride, image_size // stride, depth) for stride in strides]


def objectness_of_the_cell_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    shapes = objectness_of_the_cell_shapes(image_size, num_classes, strides, num_boxes)
    return sum(rows * columns * depth for rows, columns, depth in shapes)


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _detected(asked, *, score, kept=None, columns=None):
    """The search, with `score(chunk)`, and what `kept(chunk)` compares."""
    prediction, num_classes, anchors, stride, threshold = asked
    found = []
    for row, column in np.ndindex(len(prediction), columns or prediction.shape[1]):
        for chunk, anchor in zip(prediction[row, column].reshape(len(anchors), 5 + num_classes), anchors, strict=True):
            if (kept or score)(chunk) > threshold:
                centre = ((_sigmoid(chunk[0]) + column) * stride, (_sigmoid(chunk[1]) + row) * stride)
                box = (*centre, anchor[0] * np.exp(chunk[2]), anchor[1] * np.exp(chunk[3]))
                found.append((int(np.argmax(chunk[5:])), score(chunk), box))
    return sorted(found, key=lambda detection: detection[1], reverse=True)


def _objectness(chunk):
    return _sigmoid(chunk[4])


def _best_class(chunk):
    return _sigmoid(chunk[5:].max())


def class_score_decides(prediction, num_classes, anchors, stride, threshold=0.5):
    return _detected((prediction, num_classes, anchors, stride, threshold), score=_best_class)


def kept_by_class_score(prediction, num_classes, anchors, stride, threshold=0.5):
    asked = prediction, num_classes, anchors, stride, threshold
    return _detected(asked, score=_objectness, kept=_best_class)


def grid_taken_for_square(prediction, num_classes, anchors, stride, threshold=0.5):
    """Raises where there are more rows than columns."""
    asked = prediction, num_classes, anchors, stride, threshold
    return _detected(asked, score=_objectness, columns=len(prediction))


def best_box_of_the_cell(prediction, num_classes, anchors, stride, threshold=0.5):
    found = []
    for row, column in np.ndindex(prediction.shape[:2]):
        boxes = prediction[row, column].reshape(len(anchors), 5 + num_classes)
        best = int(np.argmax(boxes[:, 4]))
        squashed = 1 / (1 + np.exp(-boxes[best]))
        if squashed[4] > threshold:
            centre = ((squashed[0] + column) * stride, (squashed[1] + row) * stride)
            size = (anchors[best][0] * np.exp(boxes[best][2]), anchors[best][1] * np.exp(boxes[best][3]))
            found.append((int(np.argmax(boxes[best][5:])), squashed[4], (*centre, *size)))
    return sorted(found, key=lambda detection: detection[1], reverse=True)


def divided_again_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    shapes, side = [], image_size
    for stride in strides:
        side //= stride
        shapes.append((side, side, (5 + num_classes) * num_boxes))
    return shapes


def divided_again_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return sum(
        rows * cols * depth for rows, cols, depth in divided_again_shapes(image_size, num_classes, strides, num_boxes)
    )
