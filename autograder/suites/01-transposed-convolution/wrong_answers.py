"""What somebody who holds a misconception would write.

Self-contained but for NumPy, as a student's notebook is. Every public function has the signature of the function that
it stands in for; nothing here is right in every case, and nothing raises for arguments that the text allows.
"""

# ruff: noqa: ARG001 - the arguments are those of the students' functions, used or not

import numpy as np


def _transposed_size(size, kernel, stride, padding):
    return size * stride if padding == "same" else (size - 1) * stride + max(kernel, stride)


def _stamps(x, kernel, steps, *, overwrite=False, dtype=None):
    """Every stamp in its place, nothing cropped; `steps` are the distances between stamps, down and to the right."""
    sizes = [_transposed_size(n, k, step, "valid") for n, k, step in zip(x.shape, kernel.shape, steps, strict=True)]
    canvas = np.zeros(sizes, dtype=dtype or np.result_type(x, kernel))
    for i, j in np.ndindex(x.shape):
        top, left = i * steps[0], j * steps[1]
        place = canvas[top : top + kernel.shape[0], left : left + kernel.shape[1]]
        place[...] = x[i, j] * kernel if overwrite else place + x[i, j] * kernel
    return canvas


def _crop_starts(kernel, stride):
    return [max(k - stride, 0) // 2 for k in kernel.shape]


def _cut(canvas, starts, sizes):
    return canvas[starts[0] : starts[0] + sizes[0], starts[1] : starts[1] + sizes[1]]


def _finish(canvas, x, kernel, stride, padding):
    """The honest last step: `same` crops, `valid` does not."""
    if padding == "valid":
        return canvas
    return _cut(canvas, _crop_starts(kernel, stride), [n * stride for n in x.shape])


def _transposed(x, kernel, stride, padding):
    return _finish(_stamps(x, kernel, (stride, stride)), x, kernel, stride, padding)


def _by_channel(plane, x, kernel, stride, padding):
    """A 2-D answer for every pair of channels, added up over the input channels."""
    return np.stack(
        [
            sum(plane(x[:, :, i], kernel[:, :, o, i], stride, padding) for i in range(x.shape[2]))
            for o in range(kernel.shape[2])
        ],
        axis=-1,
    )


# Sizes


def plus_one_forgotten_conv_size(size, kernel, stride=1, padding="valid"):
    return -(-size // stride) if padding == "same" else (size - kernel) // stride


def partial_window_conv_size(size, kernel, stride=1, padding="valid"):
    return -(-size // stride) if padding == "same" else -(-(size - kernel) // stride) + 1


def rounded_down_conv_size(size, kernel, stride=1, padding="valid"):
    return size // stride if padding == "same" else (size - kernel) // stride + 1


def same_rounded_conv_size(size, kernel, stride=1, padding="valid"):
    return round(size / stride) if padding == "same" else (size - kernel) // stride + 1


def rounded_conv_size(size, kernel, stride=1, padding="valid"):
    return round(size / stride) if padding == "same" else round((size - kernel) / stride) + 1


def padding_ignored_conv_size(size, kernel, stride=1, padding="valid"):
    return max((size - kernel) // stride + 1, 0)


def stride_ignored_conv_size(size, kernel, stride=1, padding="valid"):
    return size if padding == "same" else size - kernel + 1


def padding_ignored_transposed_size(size, kernel, stride=1, padding="valid"):
    return _transposed_size(size, kernel, stride, "valid")


def stride_ignored_transposed_size(size, kernel, stride=1, padding="valid"):
    return _transposed_size(size, kernel, 1, padding)


def tail_forgotten_transposed_size(size, kernel, stride=1, padding="valid"):
    return size * stride


def gap_forgotten_transposed_size(size, kernel, stride=1, padding="valid"):
    return size * stride if padding == "same" else (size - 1) * stride + kernel


def kernel_step_transposed_size(size, kernel, stride=1, padding="valid"):
    return size * stride if padding == "same" else size * kernel


def cropped_below_zero_transposed_size(size, kernel, stride=1, padding="valid"):
    return _transposed_size(size, kernel, stride, "valid") - (kernel - stride if padding == "same" else 0)


def cropped_evenly(x, kernel, stride=1, padding="valid"):
    canvas, starts = _stamps(x, kernel, (stride, stride)), _crop_starts(kernel, stride)
    sizes = [n - 2 * start for n, start in zip(canvas.shape, starts, strict=True)]
    return _cut(canvas, starts, sizes) if padding == "same" else canvas


def cropped_evenly_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(cropped_evenly, x, kernel, stride, padding)


def downsampled_transposed_size(size, kernel, stride=1, padding="valid"):
    return -(-size // stride) if padding == "same" else max((size - kernel) // stride + 1, 0)


# One channel


def padding_ignored(x, kernel, stride=1, padding="valid"):
    return _transposed(x, kernel, stride, "valid")


def stride_ignored(x, kernel, stride=1, padding="valid"):
    return _transposed(x, kernel, 1, padding)


def tail_forgotten(x, kernel, stride=1, padding="valid"):
    if padding == "same":
        return _transposed(x, kernel, stride, "same")
    return _cut(_stamps(x, kernel, (stride, stride)), (0, 0), [n * stride for n in x.shape])


def gap_forgotten(x, kernel, stride=1, padding="valid"):
    if padding == "same":
        return _transposed(x, kernel, stride, "same")
    sizes = [(n - 1) * stride + k for n, k in zip(x.shape, kernel.shape, strict=True)]
    return _cut(_stamps(x, kernel, (stride, stride)), (0, 0), sizes)


def kernel_step(x, kernel, stride=1, padding="valid"):
    stamped = _stamps(x, kernel, kernel.shape)
    if padding == "valid":
        return stamped
    cut = _finish(stamped, x, kernel, stride, "same")
    canvas = np.zeros([n * stride for n in x.shape], dtype=cut.dtype)
    canvas[: cut.shape[0], : cut.shape[1]] = cut
    return canvas


def downsampled(x, kernel, stride=1, padding="valid"):
    (rows, cols), (kernel_rows, kernel_cols) = x.shape, kernel.shape
    out_rows = downsampled_transposed_size(rows, kernel_rows, stride, padding)
    out_cols = downsampled_transposed_size(cols, kernel_cols, stride, padding)
    if padding == "same":
        missing = (out_rows - 1) * stride + kernel_rows - rows, (out_cols - 1) * stride + kernel_cols - cols
        x = np.pad(x, [(max(m, 0) // 2, max(m, 0) - max(m, 0) // 2) for m in missing])
    out = np.zeros((out_rows, out_cols), dtype=np.result_type(x, kernel))
    for i, j in np.ndindex(out.shape):
        out[i, j] = np.sum(_cut(x, (i * stride, j * stride), kernel.shape) * kernel)
    return out


def kernel_flipped(x, kernel, stride=1, padding="valid"):
    return _transposed(x, kernel[::-1, ::-1], stride, padding)


def overlap_overwritten(x, kernel, stride=1, padding="valid"):
    return _finish(_stamps(x, kernel, (stride, stride), overwrite=True), x, kernel, stride, padding)


def fractions_cut_off(x, kernel, stride=1, padding="valid"):
    return _finish(_stamps(x, kernel, (stride, stride), dtype=x.dtype), x, kernel, stride, padding)


def odd_cell_cropped_at_start(x, kernel, stride=1, padding="valid"):
    canvas = _stamps(x, kernel, (stride, stride))
    if padding == "valid":
        return canvas
    return _cut(canvas, [(max(k - stride, 0) + 1) // 2 for k in kernel.shape], [n * stride for n in x.shape])


def all_cropped_at_end(x, kernel, stride=1, padding="valid"):
    canvas = _stamps(x, kernel, (stride, stride))
    return canvas if padding == "valid" else _cut(canvas, (0, 0), [n * stride for n in x.shape])


# Several channels


def padding_ignored_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(padding_ignored, x, kernel, stride, padding)


def stride_ignored_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(stride_ignored, x, kernel, stride, padding)


def tail_forgotten_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(tail_forgotten, x, kernel, stride, padding)


def gap_forgotten_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(gap_forgotten, x, kernel, stride, padding)


def kernel_step_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(kernel_step, x, kernel, stride, padding)


def downsampled_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(downsampled, x, kernel, stride, padding)


def kernel_flipped_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(kernel_flipped, x, kernel, stride, padding)


def overlap_overwritten_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(overlap_overwritten, x, kernel, stride, padding)


def fractions_cut_off_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(fractions_cut_off, x, kernel, stride, padding)


def odd_cell_cropped_at_start_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(odd_cell_cropped_at_start, x, kernel, stride, padding)


def all_cropped_at_end_channels(x, kernel, stride=1, padding="valid"):
    return _by_channel(all_cropped_at_end, x, kernel, stride, padding)


def channel_axes_swapped(x, kernel, stride=1, padding="valid"):
    used = min(x.shape[2], kernel.shape[2])
    swapped = kernel[:, :, :used].swapaxes(2, 3)
    return _by_channel(_transposed, x[:, :, :used], swapped, stride, padding)


def first_channel_only(x, kernel, stride=1, padding="valid"):
    return _by_channel(_transposed, x[:, :, :1], kernel[:, :, :, :1], stride, padding)


def channels_kept_apart(x, kernel, stride=1, padding="valid"):
    outputs = range(kernel.shape[2])
    channels_in = x.shape[2]
    return np.stack(
        [_transposed(x[:, :, o % channels_in], kernel[:, :, o, o % channels_in], stride, padding) for o in outputs],
        axis=-1,
    )


def channels_summed_first(x, kernel, stride=1, padding="valid"):
    planes = [_transposed(x.sum(axis=2), kernel[:, :, o].sum(axis=2), stride, padding) for o in range(kernel.shape[2])]
    return np.stack(planes, axis=-1)
