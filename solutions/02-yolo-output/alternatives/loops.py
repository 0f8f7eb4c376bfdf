"""One number at a time, in plain Python; no function calls another."""

import math


def yolo_depth(num_classes, num_boxes=3):
    depth = 0
    for _ in range(num_boxes):
        depth = depth + 5 + num_classes
    return depth


def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    shapes = []
    for stride in strides:
        cells = 0
        while cells * stride < image_size:
            cells += 1
        shapes.append((cells, cells, num_boxes * 5 + num_boxes * num_classes))
    return shapes


def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    total = 0
    for stride in strides:
        cells = int(image_size / stride)
        total += cells**2 * num_boxes * (5 + num_classes)
    return total


def split_cell(cell, num_classes, num_boxes=3):
    numbers = cell.tolist()
    result = []
    place = 0
    for _ in range(num_boxes):
        box = []
        for _ in range(4):
            box.append(numbers[place])
            place += 1
        objectness = numbers[place]
        place += 1
        classes = []
        for _ in range(num_classes):
            classes.append(numbers[place])
            place += 1
        result.append({"box": tuple(box), "objectness": objectness, "classes": classes})
    return result


def decode_box(t, cell_xy, anchor, stride):
    cx = stride * (cell_xy[0] + 1 / (1 + math.exp(-t[0])))
    cy = stride * (cell_xy[1] + 1 / (1 + math.exp(-t[1])))
    return (cx, cy, anchor[0] * math.exp(t[2]), anchor[1] * math.exp(t[3]))


def detect(prediction, num_classes, anchors, stride, threshold=0.5):
    found = []
    for row in range(len(prediction)):
        for column in range(len(prediction[row])):
            numbers = prediction[row][column].tolist()
            for b in range(len(anchors)):
                start = b * (5 + num_classes)
                tx, ty, tw, th, objectness = numbers[start : start + 5]
                score = math.exp(objectness) / (math.exp(objectness) + 1)
                if score <= threshold:
                    continue
                label = 0
                for c in range(1, num_classes):
                    if numbers[start + 5 + c] > numbers[start + 5 + label]:
                        label = c
                cx = (1 / (1 + math.exp(-tx)) + column) * stride
                cy = (1 / (1 + math.exp(-ty)) + row) * stride
                box = (cx, cy, anchors[b][0] * math.exp(tw), anchors[b][1] * math.exp(th))
                place = 0
                while place < len(found) and found[place][1] > score:
                    place += 1
                found.insert(place, (label, score, box))
    return found
