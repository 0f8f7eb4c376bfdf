"""What somebody who holds a misconception would write.

Self-contained but for what students may import, as a student's notebook is, and that only where it is used: the
examiner imports this file and has no Keras. Every public function has the signature of the function that it stands in
for. Models stand in `wrong_answers_models.py`.
"""

# ruff: noqa: ARG001, PLC0415 - the students' arguments, and imports as said above

import numpy as np


def _image(path, img_size):
    from PIL import Image

    return Image.open(path).convert("RGB").resize((img_size[1], img_size[0]))


def _labels(path, img_size):
    from PIL import Image

    return np.asarray(Image.open(path).resize((img_size[1], img_size[0]), Image.Resampling.NEAREST))


# Files


def scaled_to_one(path, img_size):
    return np.asarray(_image(path, img_size), dtype="float32") / 255


def width_first_image(path, img_size):
    return np.asarray(_image(path, img_size[::-1]), dtype="float32")


def width_first_trimap(path, img_size):
    return (_labels(path, img_size[::-1]) - 1)[..., None]


def grey_left_grey(path, img_size):
    from PIL import Image

    pixels = np.asarray(Image.open(path).resize((img_size[1], img_size[0])), dtype="float32")
    return pixels if pixels.ndim == 3 else pixels[..., None]


def grey_without_channels(path, img_size):
    from PIL import Image

    return np.asarray(Image.open(path).resize((img_size[1], img_size[0])), dtype="float32")


def image_not_resized(path, img_size):
    from PIL import Image

    return np.asarray(Image.open(path).convert("RGB"), dtype="float32")


def trimap_not_resized(path, img_size):
    from PIL import Image

    return (np.asarray(Image.open(path)) - 1)[..., None]


def cropped_image(path, img_size):
    return image_not_resized(path, img_size)[: img_size[0], : img_size[1]]


def cropped_trimap(path, img_size):
    return trimap_not_resized(path, img_size)[: img_size[0], : img_size[1]]


def refilled_image(path, img_size):
    return np.resize(image_not_resized(path, img_size), (*img_size, 3))


def refilled_trimap(path, img_size):
    return np.resize(trimap_not_resized(path, img_size), (*img_size, 1))


def bytes_left(path, img_size):
    return np.asarray(_image(path, img_size))


def labels_from_one_trimap(path, img_size):
    return _labels(path, img_size)[..., None]


def contour_as_zero(path, img_size):
    labels = _labels(path, img_size).copy()
    labels[labels == 3] = 0
    return labels[..., None]


def blended_trimap(path, img_size):
    """As Pillow resizes where nothing is said, which is by cubic curves."""
    from PIL import Image

    return (np.asarray(Image.open(path).resize((img_size[1], img_size[0]))) - 1)[..., None]


def linearly_blended_trimap(path, img_size):
    from PIL import Image

    labels = Image.open(path).resize((img_size[1], img_size[0]), Image.Resampling.BILINEAR)
    return (np.asarray(labels) - 1)[..., None]


# Strides


def not_reversed(down_strides):
    return tuple(down_strides)


def down_and_up(down_strides):
    return tuple(down_strides) + tuple(down_strides)[::-1]


def sorted_strides(down_strides):
    return tuple(sorted(down_strides))


# Masks


def _probabilities(model, image):
    return np.asarray(model.predict(image[None], verbose=0))[0]


def scores_for_classes(model, image):
    return _probabilities(model, image).max(axis=-1)


def least_probable(model, image):
    return _probabilities(model, image).argmin(axis=-1)


def probabilities_left(model, image):
    return _probabilities(model, image)


def argmax_over_batch(model, image):
    return np.asarray(model.predict(image[None], verbose=0)).argmax(axis=0)


def batch_axis_missing(model, image):
    return np.asarray(model.predict(image, verbose=0)).argmax(axis=-1)


def batch_axis_kept(model, image):
    return _probabilities(model, image).argmax(axis=-1)[None]


def channel_axis_kept(model, image):
    return _probabilities(model, image).argmax(axis=-1)[..., None]


def argmax_over_rows(model, image):
    return _probabilities(model, image).argmax(axis=0)


def argmax_over_columns(model, image):
    return _probabilities(model, image).argmax(axis=1)


def classes_from_one(model, image):
    return _probabilities(model, image).argmax(axis=-1) + 1


def rescaled_once_more(model, image):
    return _probabilities(model, image / 255).argmax(axis=-1)


# Intersection over union


def _counts(y_true, y_pred, num_classes):
    """For each class: pixels in both, in the one and in the other."""
    return [
        (int(((y_true == c) & (y_pred == c)).sum()), int((y_true == c).sum()), int((y_pred == c).sum()))
        for c in range(num_classes)
    ]


def _ious(counts):
    """Of the classes that are in either."""
    return [both / (one + other - both) for both, one, other in counts if one + other]


def _mean(ratios):
    return float(np.mean(ratios)) if ratios else 0.0


def pixel_accuracy(y_true, y_pred, num_classes):
    return float((y_true == y_pred).mean())


def absent_as_zero(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / max(one + other - both, 1) for both, one, other in counts])


def absent_as_one(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / (one + other - both) if one + other else 1.0 for both, one, other in counts])


def overlap_counted_twice(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / (one + other) for both, one, other in counts if one + other])


def dice(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([2 * both / (one + other) for both, one, other in counts if one + other])


def recall(y_true, y_pred, num_classes):
    return _mean([both / one for both, one, _ in _counts(y_true, y_pred, num_classes) if one])


def precision(y_true, y_pred, num_classes):
    return _mean([both / other for both, _, other in _counts(y_true, y_pred, num_classes) if other])


def recall_of_every_class(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / max(one, 1) for both, one, other in counts if one + other])


def precision_of_every_class(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / max(other, 1) for both, one, other in counts if one + other])


def last_class_alone(y_true, y_pred, num_classes):
    return float(_ious(_counts(y_true, y_pred, num_classes))[-1])


def ious_added(y_true, y_pred, num_classes):
    return float(sum(_ious(_counts(y_true, y_pred, num_classes))))


def background_left_out(y_true, y_pred, num_classes):
    return _mean(_ious(_counts(y_true, y_pred, num_classes)[1:]))


def three_classes(y_true, y_pred, num_classes):
    return _mean(_ious(_counts(y_true, y_pred, 3)))


def mean_per_image(y_true, y_pred, num_classes):
    images = zip(y_true, y_pred, strict=True) if y_true.ndim > 2 else [(y_true, y_pred)]
    return _mean([_mean(_ious(_counts(*image, num_classes))) for image in images])


def weighted_by_frequency(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    weighted = [one * both / (one + other - both) for both, one, other in counts if one + other]
    return float(sum(weighted)) / y_true.size


def pooled(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return sum(both for both, _, _ in counts) / sum(one + other - both for both, one, other in counts)


def only_predicted_left_out(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / (one + other - both) for both, one, other in counts if one])


def only_true_left_out(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / (one + other - both) for both, one, other in counts if other])


def only_shared(y_true, y_pred, num_classes):
    """NaN where no class is in both, as the mean of nothing is."""
    counts = _counts(y_true, y_pred, num_classes)
    ratios = [both / (one + other - both) for both, one, other in counts if one and other]
    return _mean(ratios) if ratios else float("nan")
