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
