"""All cells and boxes at once, as one array (rows, cols, boxes, numbers); no loop over cells."""

import numpy as np


def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * x))


def yolo_depth(num_classes, num_boxes=3):
    return int(np.dot(num_boxes, np.sum([4, 1, num_classes])))


def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    sides = np.floor_divide(image_size, strides)
    depths = np.full_like(sides, num_boxes * (5 + num_classes))
    return [tuple(shape) for shape in np.column_stack([sides, sides, depths])]


def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return np.prod(yolo_output_shapes(image_size, num_classes, strides, num_boxes), axis=1).sum()


def split_cell(cell, num_classes, num_boxes=3):
    table = np.reshape(cell, (num_boxes, 5 + num_classes))
    boxes, objectness, classes = np.split(table, [4, 5], axis=1)
    return [
        {"box": box, "objectness": score[0], "classes": scores}
        for box, score, scores in zip(boxes, objectness, classes, strict=True)
    ]


def decode_box(t, cell_xy, anchor, stride):
    t = np.asarray(t)
    centre = (sigmoid(t[:2]) + cell_xy) * stride
    return tuple(np.concatenate([centre, anchor * np.exp(t[2:])]))


def detect(prediction, num_classes, anchors, stride, threshold=0.5):
    rows, cols, _ = prediction.shape
    table = prediction.reshape(rows, cols, len(anchors), 5 + num_classes)
    scores = sigmoid(table[..., 4])
    row, column, box = np.nonzero(scores > threshold)
    chosen = table[row, column, box]
    centres = (sigmoid(chosen[:, :2]) + np.stack([column, row], axis=1)) * stride
    sizes = np.array(anchors)[box] * np.exp(chosen[:, 2:4])
    labels = chosen[:, 5:].argmax(axis=1)
    best_first = np.argsort(-scores[row, column, box])
    return [(labels[i], scores[row[i], column[i], box[i]], (*centres[i], *sizes[i])) for i in best_first]
