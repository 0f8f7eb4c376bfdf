"""What somebody who multiplies other things into the depth, or counts other things than numbers, would write.

As `wrong_answers.py`: self-contained, with the signatures of the functions that they stand in for.
"""

# ruff: noqa: ARG001 - the arguments are those of the students' functions, used or not


def _shapes(image_size, strides, depth):
    return [(image_size // stride, image_size // stride, depth) for stride in strides]


def _count(image_size, strides, depth):
    return sum((image_size // stride) ** 2 * depth for stride in strides)


# The depth


def without_brackets_depth(num_classes, num_boxes=3):
    return 4 + 1 + num_classes * num_boxes


def coordinates_alone_depth(num_classes, num_boxes=3):
    return 4 * num_boxes + 1 + num_classes


def boxes_added_depth(num_classes, num_boxes=3):
    return 4 + 1 + num_classes + num_boxes


def classes_multiplied_depth(num_classes, num_boxes=3):
    return (4 + 1) * num_classes * num_boxes


def classes_multiplied_of_one_box_depth(num_classes, num_boxes=3):
    return (4 + 1) * num_classes


def one_label_depth(num_classes, num_boxes=3):
    return (4 + 1 + 1) * num_boxes


def scales_in_the_depth(num_classes, num_boxes=3):
    return (4 + 1 + num_classes) * num_boxes * 3


# The shapes


def without_brackets_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, without_brackets_depth(num_classes, num_boxes))


def coordinates_alone_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, coordinates_alone_depth(num_classes, num_boxes))


def boxes_added_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, boxes_added_depth(num_classes, num_boxes))


def classes_multiplied_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, classes_multiplied_depth(num_classes, num_boxes))


def one_label_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, one_label_depth(num_classes, num_boxes))


def scales_in_the_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _shapes(image_size, strides, (4 + 1 + num_classes) * num_boxes * len(strides))


# What is counted


def without_brackets_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(image_size, strides, without_brackets_depth(num_classes, num_boxes))


def coordinates_alone_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(image_size, strides, coordinates_alone_depth(num_classes, num_boxes))


def boxes_added_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(image_size, strides, boxes_added_depth(num_classes, num_boxes))


def classes_multiplied_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(image_size, strides, classes_multiplied_depth(num_classes, num_boxes))


def one_label_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(image_size, strides, one_label_depth(num_classes, num_boxes))


def scales_in_the_count(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(image_size, strides, (4 + 1 + num_classes) * num_boxes * len(strides))


def boxes_multiplied_twice(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(image_size, strides, (4 + 1 + num_classes) * num_boxes**2)


def cells_counted(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(image_size, strides, 1)


def first_scale_for_all(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return _count(image_size, strides[:1] * len(strides), (4 + 1 + num_classes) * num_boxes)
