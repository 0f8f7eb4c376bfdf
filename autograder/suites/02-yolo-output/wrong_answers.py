"""What somebody who holds a misconception would write.

Self-contained but for NumPy, as a student's notebook is. Every public function has the signature of the function that
it stands in for; nothing here is right in every case, and nothing raises for arguments that the text allows.
"""

# ruff: noqa: ARG001 - the arguments are those of the students' functions, used or not

import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _shapes(image_size, strides, depth):
    return [(image_size // stride, image_size // stride, depth) for stride in strides]


def _count(shapes):
    return sum(rows * cols * depth for rows, cols, depth in shapes)


def _chunks(cell, num_classes, num_boxes):
    """The honest way to cut: one row (tx, ty, tw, th, objectness, class scores) for each box."""
    return cell.reshape(num_boxes, 5 + num_classes)


def _decoded(t, cell_xy, anchor, stride):
    tx, ty, tw, th = t
    column, row = cell_xy
    return (
        (_sigmoid(tx) + column) * stride,
        (_sigmoid(ty) + row) * stride,
        anchor[0] * np.exp(tw),
        anchor[1] * np.exp(th),
    )


def _objectness_score(chunk):
    return _sigmoid(chunk[4])


def _largest_class(chunk):
    return int(np.argmax(chunk[5:]))


def _above(score, threshold):
    return score > threshold


def _found(
    prediction,
    num_classes,
    anchors,
    stride,
    threshold,
    *,
    cut=_chunks,
    score=_objectness_score,
    keep=_above,
    label=_largest_class,
):
    """The honest search, but for the one step that is handed in; in the order of the cells."""
    found = []
    for row, column in np.ndindex(prediction.shape[:2]):
        for chunk, anchor in zip(cut(prediction[row, column], num_classes, len(anchors)), anchors, strict=True):
            points = score(chunk)
            if keep(points, threshold):
                found.append((label(chunk), points, _decoded(chunk[:4], (column, row), anchor, stride)))
    return found


def _best_first(found):
    return sorted(found, key=lambda detection: detection[1], reverse=True)


def _iou(box, other):
    width, height = (
        min(box[i] + box[i + 2] / 2, other[i] + other[i + 2] / 2)
        - max(box[i] - box[i + 2] / 2, other[i] - other[i + 2] / 2)
        for i in (0, 1)
    )
    shared = max(width, 0) * max(height, 0)
    return shared / (box[2] * box[3] + other[2] * other[3] - shared)


# The depth, and what is counted with it


def objectness_forgotten_depth(num_classes, num_boxes=3):
    return (4 + num_classes) * num_boxes


def boxes_forgotten_depth(num_classes, num_boxes=3):
    return 4 + 1 + num_classes


def shared_classes_depth(num_classes, num_boxes=3):
    return (4 + 1) * num_boxes + num_classes


def background_counted_depth(num_classes, num_boxes=3):
    return (4 + 1 + num_classes + 1) * num_boxes


def depth_of_coco(num_classes, num_boxes=3):
    return 85 * num_boxes


def objectness_forgotten_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, objectness_forgotten_depth(num_classes, num_boxes))


def boxes_forgotten_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, boxes_forgotten_depth(num_classes, num_boxes))


def shared_classes_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, shared_classes_depth(num_classes, num_boxes))


def background_counted_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, background_counted_depth(num_classes, num_boxes))


def shapes_of_coco(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, depth_of_coco(num_classes, num_boxes))


def strides_reversed(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides[::-1], (5 + num_classes) * num_boxes)


def stride_as_grid_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return [(stride, stride, (5 + num_classes) * num_boxes) for stride in strides]


def objectness_forgotten_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(objectness_forgotten_shapes(image_size, num_classes, strides, num_boxes))


def boxes_forgotten_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(boxes_forgotten_shapes(image_size, num_classes, strides, num_boxes))


def shared_classes_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(shared_classes_shapes(image_size, num_classes, strides, num_boxes))


def background_counted_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(background_counted_shapes(image_size, num_classes, strides, num_boxes))


def count_of_coco(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(shapes_of_coco(image_size, num_classes, strides, num_boxes))


def stride_as_grid_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(stride_as_grid_shapes(image_size, num_classes, strides, num_boxes))


def first_scale_only(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(_shapes(image_size, strides[:1], (5 + num_classes) * num_boxes))


def boxes_counted(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(_shapes(image_size, strides, num_boxes))


def one_side_counted(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return sum(image_size // stride * (5 + num_classes) * num_boxes for stride in strides)


# One cell


def _cut_shared(cell, num_classes, num_boxes):
    """All boxes with their objectness first, then the one set of class scores that they share."""
    classes = cell[5 * num_boxes : 5 * num_boxes + num_classes]
    return [np.concatenate([cell[5 * box : 5 * box + 5], classes]) for box in range(num_boxes)]


def _cut_by_kind(cell, num_classes, num_boxes):
    return cell.reshape(5 + num_classes, num_boxes).T


def _cut_objectness_first(cell, num_classes, num_boxes):
    return [np.concatenate([chunk[1:5], chunk[:1], chunk[5:]]) for chunk in _chunks(cell, num_classes, num_boxes)]


def _cut_first_box(cell, num_classes, num_boxes):
    return [cell[: 5 + num_classes]] * num_boxes


def _parts(chunks):
    return [{"box": tuple(chunk[:4]), "objectness": chunk[4], "classes": chunk[5:]} for chunk in chunks]


def shared_classes_split(cell, num_classes, num_boxes=3):
    return _parts(_cut_shared(cell, num_classes, num_boxes))


def numbers_by_kind_split(cell, num_classes, num_boxes=3):
    return _parts(_cut_by_kind(cell, num_classes, num_boxes))


def first_box_repeated_split(cell, num_classes, num_boxes=3):
    return _parts(_cut_first_box(cell, num_classes, num_boxes))


def objectness_first_split(cell, num_classes, num_boxes=3):
    return _parts(_cut_objectness_first(cell, num_classes, num_boxes))


# All boxes


def shared_classes_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _best_first(_found(prediction, num_classes, anchors, stride, threshold, cut=_cut_shared))


def numbers_by_kind_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _best_first(_found(prediction, num_classes, anchors, stride, threshold, cut=_cut_by_kind))


def first_box_repeated_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _best_first(_found(prediction, num_classes, anchors, stride, threshold, cut=_cut_first_box))


def objectness_first_detect(prediction, num_classes, anchors, stride, threshold=0.5):
    return _best_first(_found(prediction, num_classes, anchors, stride, threshold, cut=_cut_objectness_first))


def threshold_included(prediction, num_classes, anchors, stride, threshold=0.5):
    return _best_first(_found(prediction, num_classes, anchors, stride, threshold, keep=lambda s, limit: s >= limit))


def raw_objectness(prediction, num_classes, anchors, stride, threshold=0.5):
    return _best_first(_found(prediction, num_classes, anchors, stride, threshold, score=lambda chunk: chunk[4]))


def class_score_multiplied(prediction, num_classes, anchors, stride, threshold=0.5):
    def score(chunk):
        return _sigmoid(chunk[4]) * _sigmoid(np.max(chunk[5:]))

    return _best_first(_found(prediction, num_classes, anchors, stride, threshold, score=score))


def background_dropped(prediction, num_classes, anchors, stride, threshold=0.5):
    found = _best_first(_found(prediction, num_classes, anchors, stride, threshold))
    return [detection for detection in found if detection[0] != 0]


def overlapping_dropped(prediction, num_classes, anchors, stride, threshold=0.5):
    kept = []
    for label, points, box in _best_first(_found(prediction, num_classes, anchors, stride, threshold)):
        if all(label != other or _iou(box, its_box) <= 0.5 for other, _, its_box in kept):
            kept.append((label, points, box))
    return kept


def labels_from_one(prediction, num_classes, anchors, stride, threshold=0.5):
    def label(chunk):
        return int(np.argmax(chunk[5:])) + 1

    return _best_first(_found(prediction, num_classes, anchors, stride, threshold, label=label))


def objectness_among_classes(prediction, num_classes, anchors, stride, threshold=0.5):
    def label(chunk):
        return int(np.argmax(chunk[4:]))

    return _best_first(_found(prediction, num_classes, anchors, stride, threshold, label=label))


def first_class_cut_off(prediction, num_classes, anchors, stride, threshold=0.5):
    def label(chunk):
        return int(np.argmax(chunk[6:])) if num_classes > 1 else 0

    return _best_first(_found(prediction, num_classes, anchors, stride, threshold, label=label))


def not_sorted(prediction, num_classes, anchors, stride, threshold=0.5):
    return _found(prediction, num_classes, anchors, stride, threshold)


def sorted_by_label(prediction, num_classes, anchors, stride, threshold=0.5):
    return sorted(_found(prediction, num_classes, anchors, stride, threshold))


def sorted_by_label_downwards(prediction, num_classes, anchors, stride, threshold=0.5):
    return sorted(_found(prediction, num_classes, anchors, stride, threshold), reverse=True)
