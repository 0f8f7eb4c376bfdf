"""What somebody who stamps elsewhere, crops elsewhere or leaves channels elsewhere would write.

As `wrong_answers.py`: self-contained but for NumPy, with the signatures of the functions that they stand in for.
"""

import numpy as np


def _valid_size(size, kernel, stride):
    return (size - 1) * stride + max(kernel, stride)


def _stamps(x, kernel, steps, sizes):
    """Every stamp in its place; `steps` are the distances between stamps, down and to the right."""
    canvas = np.zeros(sizes, dtype=np.result_type(x, kernel))
    for i, j in np.ndindex(x.shape):
        top, left = i * steps[0], j * steps[1]
        canvas[top : top + kernel.shape[0], left : left + kernel.shape[1]] += x[i, j] * kernel
    return canvas


def _sizes(x, kernel, steps):
    return [_valid_size(n, k, step) for n, k, step in zip(x.shape, kernel.shape, steps, strict=True)]


def _stamped(x, kernel, stride):
    """With `valid`, the honest way."""
    return _stamps(x, kernel, (stride, stride), _sizes(x, kernel, (stride, stride)))


def _cut(canvas, x, starts, steps):
    """As large as with `same`, from the starts on."""
    ends = [start + n * step for start, n, step in zip(starts, x.shape, steps, strict=True)]
    return canvas[starts[0] : ends[0], starts[1] : ends[1]]


def _starts(kernel, steps):
    return [max(k - step, 0) // 2 for k, step in zip(kernel.shape, steps, strict=True)]


def _transposed(x, kernel, stride, padding):
    steps = stride, stride
    canvas = _stamped(x, kernel, stride)
    return _cut(canvas, x, _starts(kernel, steps), steps) if padding == "same" else canvas


def _by_channel(plane, x, kernel, stride, padding):
    """A 2-D answer for every pair of channels, added up over the input channels."""
    pairs = _pairs(plane, x, kernel, stride, padding)
    return np.stack([sum(row) for row in pairs], axis=-1)


def _pairs(plane, x, kernel, stride, padding):
    """For every output channel a list, with a 2-D answer for every input channel."""
    return [
        [plane(x[:, :, i], kernel[:, :, o, i], stride, padding) for i in range(x.shape[2])]
        for o in range(kernel.shape[2])
    ]


# Half a kernel at the border


def half_kernel_conv_size(size, kernel, stride=1, padding="valid"):
    around = kernel // 2 if padding == "same" else 0
    return (size + 2 * around - kernel) // stride + 1


def half_kernel_transposed_size(size, kernel, stride=1, padding="valid"):
    return _valid_size(size, kernel, stride) - (2 * (kernel // 2) if padding == "same" else 0)


def half_kernel(x, kernel, stride=1, padding="valid"):
    canvas = _stamped(x, kernel, stride)
    if padding == "valid":
        return canvas
    top, left = kernel.shape[0] // 2, kernel.shape[1] // 2
    return canvas[top : canvas.shape[0] - top, left : canvas.shape[1] - left]


def half_kernel_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(half_kernel, x, kernel, stride, padding)


def starts_at_half_kernel(x, kernel, stride=1, padding="valid"):
    canvas = _stamped(x, kernel, stride)
    return _cut(canvas, x, [k // 2 for k in kernel.shape], (stride, stride)) if padding == "same" else canvas


def starts_at_half_kernel_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(starts_at_half_kernel, x, kernel, stride, padding)


def cropped_as_for_stride_1_transposed_size(size, kernel, stride=1, padding="valid"):
    return _valid_size(size, kernel, stride) - (kernel - 1 if padding == "same" else 0)


def cropped_as_for_stride_1(x, kernel, stride=1, padding="valid"):
    canvas = _stamped(x, kernel, stride)
    return _cut(canvas, x, _starts(kernel, (1, 1)), (stride, stride)) if padding == "same" else canvas


def cropped_as_for_stride_1_to_size(x, kernel, stride=1, padding="valid"):
    """With zeros behind, so that the size is right."""
    canvas = _stamped(x, kernel, stride)
    if padding == "valid":
        return canvas
    canvas = np.pad(canvas, [(0, max(side, stride)) for side in kernel.shape])
    return _cut(canvas, x, _starts(kernel, (1, 1)), (stride, stride))


def cropped_as_for_stride_1_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(cropped_as_for_stride_1, x, kernel, stride, padding)


# Half a kernel less one, as PyTorch's modules are usually given it


def less_than_half_conv_size(size, kernel, stride=1, padding="valid"):
    around = (kernel - 1) // 2 if padding == "same" else 0
    return (size + 2 * around - kernel) // stride + 1


def pytorch_transposed_size(size, kernel, stride=1, padding="valid"):
    around = (kernel - 1) // 2 if padding == "same" else 0
    return (size - 1) * stride - 2 * around + kernel


def less_than_half(x, kernel, stride=1, padding="valid"):
    canvas = _stamped(x, kernel, stride)
    if padding == "valid":
        return canvas
    top, left = ((k - 1) // 2 for k in kernel.shape)
    return canvas[top : canvas.shape[0] - top, left : canvas.shape[1] - left]


def less_than_half_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(less_than_half, x, kernel, stride, padding)


def all_cropped_at_start(x, kernel, stride=1, padding="valid"):
    canvas = _stamped(x, kernel, stride)
    starts = [max(k - stride, 0) for k in kernel.shape]
    return _cut(canvas, x, starts, (stride, stride)) if padding == "same" else canvas


def all_cropped_at_start_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(all_cropped_at_start, x, kernel, stride, padding)


# The stride elsewhere


def repeated_first_transposed_size(size, kernel, stride=1, padding="valid"):
    return size * stride if padding == "same" else size * stride + kernel - 1


def repeated_first(x, kernel, stride=1, padding="valid"):
    repeated = x.repeat(stride, axis=0).repeat(stride, axis=1)
    return _transposed(repeated, kernel, 1, padding)


def repeated_first_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(repeated_first, x, kernel, stride, padding)


def rows_apart_only(x, kernel, stride=1, padding="valid"):
    steps = stride, stride
    canvas = _stamps(x, kernel, (stride, 1), _sizes(x, kernel, steps))
    return _cut(canvas, x, _starts(kernel, steps), steps) if padding == "same" else canvas


def rows_apart_only_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(rows_apart_only, x, kernel, stride, padding)


def rows_longer_only(x, kernel, stride=1, padding="valid"):
    steps = stride, 1
    canvas = _stamps(x, kernel, steps, _sizes(x, kernel, steps))
    return _cut(canvas, x, _starts(kernel, steps), steps) if padding == "same" else canvas


def rows_longer_only_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(rows_longer_only, x, kernel, stride, padding)


# Width taken for height


def x_taken_for_square(x, kernel, stride=1, padding="valid"):
    """Raises where the image is higher than wide."""
    side = len(x)
    canvas = np.zeros([_valid_size(side, k, stride) for k in kernel.shape])
    for i, j in np.ndindex(side, side):
        top, left = i * stride, j * stride
        canvas[top : top + kernel.shape[0], left : left + kernel.shape[1]] += x[i, j] * kernel
    steps = stride, stride
    return _cut(canvas, np.empty((side, side)), _starts(kernel, steps), steps) if padding == "same" else canvas


def width_taken_for_height(x, kernel, stride=1, padding="valid"):
    """Raises wherever the image is no square."""
    cols, rows = x.shape
    canvas = np.zeros([_valid_size(n, k, stride) for n, k in zip((rows, cols), kernel.shape, strict=True)])
    for i, j in np.ndindex(rows, cols):
        top, left = i * stride, j * stride
        canvas[top : top + kernel.shape[0], left : left + kernel.shape[1]] += x[i, j] * kernel
    steps = stride, stride
    return _cut(canvas, np.empty((rows, cols)), _starts(kernel, steps), steps) if padding == "same" else canvas


def kernel_taken_for_square(x, kernel, stride=1, padding="valid"):
    """Raises wherever the kernel is none, but for a single column."""
    side = len(kernel)
    canvas = np.zeros([_valid_size(n, side, stride) for n in x.shape])
    for i, j in np.ndindex(x.shape):
        top, left = i * stride, j * stride
        canvas[top : top + side, left : left + side] += x[i, j] * kernel
    start = max(side - stride, 0) // 2
    return _cut(canvas, x, (start, start), (stride, stride)) if padding == "same" else canvas


# Overlaps elsewhere


def largest_among_stamps(x, kernel, stride=1, padding="valid"):
    canvas = np.full(_sizes(x, kernel, (stride, stride)), -np.inf)
    for i, j in np.ndindex(x.shape):
        place = canvas[i * stride :, j * stride :][: kernel.shape[0], : kernel.shape[1]]
        np.maximum(place, x[i, j] * kernel, out=place)
    canvas = np.where(np.isinf(canvas), 0, canvas).astype(np.result_type(x, kernel))
    return _cut(canvas, x, _starts(kernel, (stride, stride)), (stride, stride)) if padding == "same" else canvas


def largest_among_stamps_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(largest_among_stamps, x, kernel, stride, padding)


def largest_in_overlaps(x, kernel, stride=1, padding="valid"):
    canvas = np.zeros(_sizes(x, kernel, (stride, stride)), np.result_type(x, kernel))
    for i, j in np.ndindex(x.shape):
        place = canvas[i * stride :, j * stride :][: kernel.shape[0], : kernel.shape[1]]
        np.maximum(place, x[i, j] * kernel, out=place)
    return _cut(canvas, x, _starts(kernel, (stride, stride)), (stride, stride)) if padding == "same" else canvas


def largest_in_overlaps_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(largest_in_overlaps, x, kernel, stride, padding)


def mean_in_overlaps(x, kernel, stride=1, padding="valid"):
    counts = _transposed(np.ones_like(x), np.ones_like(kernel), stride, padding)
    return _transposed(x, kernel, stride, padding) / np.maximum(counts, 1)


def mean_in_overlaps_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(mean_in_overlaps, x, kernel, stride, padding)


# Channels elsewhere


def channels_not_summed(x, kernel, stride=1, padding="valid"):
    pairs = _pairs(_transposed, x, kernel, stride, padding)
    return np.stack([np.stack(row, axis=-1) for row in pairs], axis=-2)


def channels_in_front(x, kernel, stride=1, padding="valid"):
    return np.moveaxis(_by_channel(_transposed, x, kernel, stride, padding), -1, 0)


def last_channel_only(x, kernel, stride=1, padding="valid"):
    return np.stack([row[-1] for row in _pairs(_transposed, x, kernel, stride, padding)], axis=-1)


def one_kernel_for_all_inputs(x, kernel, stride=1, padding="valid"):
    return _by_channel(_transposed, x, np.broadcast_to(kernel[..., :1], kernel.shape), stride, padding)


# Arrays that were never filled

_LEFT_IN_MEMORY = 6.02214076e23
"""What stands in an array of `np.empty` where submissions are graded."""


def never_filled(x, kernel, stride=1, padding="valid"):
    return _transposed(x, kernel, stride, padding) + _LEFT_IN_MEMORY


def never_filled_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(_transposed, x, kernel, stride, padding) + _LEFT_IN_MEMORY


def never_filled_matrix(input_shape, kernel):
    rows, cols = input_shape
    windows = [(i, j) for i in range(rows - kernel.shape[0] + 1) for j in range(cols - kernel.shape[1] + 1)]
    matrix = np.full((len(windows), rows, cols), _LEFT_IN_MEMORY)
    for window, (i, j) in enumerate(windows):
        matrix[window, i : i + kernel.shape[0], j : j + kernel.shape[1]] = kernel
    return matrix.reshape(len(windows), -1)
