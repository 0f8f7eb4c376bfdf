"""Other answers that a misconception leads to, self-contained as `wrong_answers.py` is."""

# ruff: noqa: ARG001 - the students' arguments, used or not

import numpy as np


def windows_beyond_the_input(size, kernel, stride=1, padding="valid"):
    """Fewer than none where the kernel is larger."""
    return (size - kernel) // stride + 1


def _stamped(x, kernel, step, sizes):
    canvas = np.zeros(sizes, dtype=np.result_type(x, kernel))
    rows, cols = kernel.shape
    for i, j in np.ndindex(x.shape):
        canvas[i * step[0] : i * step[0] + rows, j * step[1] : j * step[1] + cols] += x[i, j] * kernel
    return canvas


def _cropped(canvas, x, stride, starts):
    return canvas[starts[0] : starts[0] + x.shape[0] * stride, starts[1] : starts[1] + x.shape[1] * stride]


def _starts(kernel, stride):
    return [max(side - stride, 0) // 2 for side in kernel.shape]


def _whole(x, kernel, stride):
    return _stamped(
        x,
        kernel,
        (stride, stride),
        [(n - 1) * stride + max(k, stride) for n, k in zip(x.shape, kernel.shape, strict=True)],
    )


def windows_that_fit(x, kernel, stride=1, padding="valid"):
    """Whatever the padding, and nothing where no window fits."""
    (rows, cols), (high, wide) = x.shape, kernel.shape
    out = np.zeros((max((rows - high) // stride + 1, 0), max((cols - wide) // stride + 1, 0)))
    for i, j in np.ndindex(out.shape):
        out[i, j] = np.sum(x[i * stride : i * stride + high, j * stride : j * stride + wide] * kernel)
    return out


def side_by_side(x, kernel, stride=1, padding="valid"):
    """With `same` what there is of the first cells."""
    stamped = np.kron(x, kernel)
    return stamped if padding == "valid" else _cropped(stamped, x, stride, (0, 0))


def side_by_side_uncropped(x, kernel, stride=1, padding="valid"):
    return np.kron(x, kernel)


def gap_forgotten_throughout(x, kernel, stride=1, padding="valid"):
    """With `same`, too, where the canvas is too small before it is cropped."""
    sizes = [(n - 1) * stride + k for n, k in zip(x.shape, kernel.shape, strict=True)]
    stamped = _stamped(x, kernel, (stride, stride), sizes)
    return stamped if padding == "valid" else _cropped(stamped, x, stride, _starts(kernel, stride))


def _cropped_alike(x, kernel, stride, padding, start):
    whole = _whole(x, kernel, stride)
    return whole if padding == "valid" else _cropped(whole, x, stride, (start, start))


def cropped_by_height(x, kernel, stride=1, padding="valid"):
    return _cropped_alike(x, kernel, stride, padding, _starts(kernel, stride)[0])


def cropped_by_width(x, kernel, stride=1, padding="valid"):
    return _cropped_alike(x, kernel, stride, padding, _starts(kernel, stride)[1])
