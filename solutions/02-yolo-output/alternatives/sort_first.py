"""The raw objectness decides: compared with the logit of the threshold, and all boxes sorted by it beforehand."""

import numpy as np


def yolo_depth(num_classes, num_boxes=3):
    return num_boxes * num_classes + num_boxes * 4 + num_boxes


def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    depth = yolo_depth(num_classes, num_boxes)
    shapes = []
    for stride in strides:
        rows, rest = divmod(image_size, stride)
        if rest:
            raise ValueError("the image is no multiple of the stride")
        shapes.append((rows, rows, depth))
    return shapes


def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    boxes = sum((image_size // stride) ** 2 for stride in strides) * num_boxes
    return boxes * (4 + 1 + num_classes)


def split_cell(cell, num_classes, num_boxes=3):
    return [
        dict(zip(("box", "objectness", "classes"), (part[:4].tolist(), float(part[4]), tuple(part[5:])), strict=True))
        for part in np.reshape(cell, (num_boxes, 5 + num_classes))
    ]


def decode_box(t, cell_xy, anchor, stride):
    x, y = (np.exp(-np.logaddexp(0, -raw)) for raw in t[:2])
    column, row = cell_xy
    return float(stride * (column + x)), float(stride * (row + y)), anchor[0] * np.exp(t[2]), anchor[1] * np.exp(t[3])


def detect(prediction, num_classes, anchors, stride, threshold=0.5):
    length = 5 + num_classes
    boxes = prediction.reshape(-1, length)
    limit = np.log(threshold) - np.log1p(-threshold)
    found = []
    for index in boxes[:, 4].argsort()[::-1]:
        part = boxes[index]
        if part[4] <= limit:
            break
        cell, anchor = divmod(int(index), len(anchors))
        row, column = divmod(cell, prediction.shape[1])
        score = 1 / (1 + np.exp(-part[4]))
        found.append((np.argmax(part[5:]), score, decode_box(part[:4], (column, row), anchors[anchor], stride)))
    return found
