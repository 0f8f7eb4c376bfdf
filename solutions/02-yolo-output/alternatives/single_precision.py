"""Everything in float32, as a network computes; cells are visited with ndindex, boxes looked up by their places."""

import numpy as np


def sigmoid(x):
    return np.float32(1) / (np.float32(1) + np.exp(-np.float32(x)))


def yolo_depth(num_classes, num_boxes=3):
    return len(np.zeros((num_boxes, 4 + 1 + num_classes)).ravel())


def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    found = {stride: int(image_size) // stride for stride in strides}
    return [(found[stride], found[stride], yolo_depth(num_classes, num_boxes)) for stride in strides]


def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    counts = [
        rows * cols * depth for rows, cols, depth in yolo_output_shapes(image_size, num_classes, strides, num_boxes)
    ]
    return np.sum(counts)


def split_cell(cell, num_classes, num_boxes=3):
    step = 5 + num_classes
    return [
        {
            "objectness": cell[b * step + 4],
            "classes": cell[b * step + 5 : (b + 1) * step],
            "box": (cell[b * step], cell[b * step + 1], cell[b * step + 2], cell[b * step + 3]),
        }
        for b in range(num_boxes)
    ]


def decode_box(t, cell_xy, anchor, stride):
    tx, ty, tw, th = np.array(t, dtype=np.float32)
    cx = (sigmoid(tx) + cell_xy[0]) * stride
    cy = (sigmoid(ty) + cell_xy[1]) * stride
    return cx, cy, np.exp(tw) * np.float32(anchor[0]), np.exp(th) * np.float32(anchor[1])


def detect(prediction, num_classes, anchors, stride, threshold=0.5):
    found = {}
    for row, column, b in np.ndindex(*prediction.shape[:2], len(anchors)):
        parts = split_cell(prediction[row, column], num_classes, len(anchors))[b]
        score = sigmoid(parts["objectness"])
        if score > threshold:
            label = list(parts["classes"]).index(max(parts["classes"]))
            found[row, column, b] = (label, score, decode_box(parts["box"], (column, row), anchors[b], stride))
    return sorted(found.values(), key=lambda one: one[1])[::-1]
