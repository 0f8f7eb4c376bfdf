"""Wrong answers of whole functions as students write them, for assignment 01: each is to lose marks.

`TRIES` has them by assignment and function, and says what is wrong with each.
"""

# ruff: noqa: ARG005, PLC3002 - functions of one expression, with the arguments of those that students write

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def _stamped(
    x: Any, kernel: Any, stride: int = 1, padding: str = "valid", *, size: Any = None, top: Any = None, to: Any = float
) -> Any:
    """The honest way, of which sizes, crop and dtype can be changed."""
    (rows, cols), (kh, kw) = x.shape, kernel.shape
    size = size or (lambda n, k: (n - 1) * stride + max(k, stride))
    out = np.zeros((size(rows, kh), size(cols, kw)), to)
    for i in range(rows):
        for j in range(cols):
            place = out[i * stride : i * stride + kh, j * stride : j * stride + kw]
            place += (x[i, j] * kernel)[: place.shape[0], : place.shape[1]].astype(to)
    if padding == "same":
        top = top or (lambda k: max(k - stride, 0) // 2)
        return out[top(kh) : top(kh) + rows * stride, top(kw) : top(kw) + cols * stride]
    return out


def _spread_then_correlated(x: Any, kernel: Any, stride: int = 1, padding: str = "valid") -> Any:
    spread = np.zeros(((x.shape[0] - 1) * stride + 1, (x.shape[1] - 1) * stride + 1))
    spread[::stride, ::stride] = x
    padded = np.pad(spread, [(k - 1, k - 1) for k in kernel.shape])
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    full = (windows * kernel).sum((2, 3))
    return full if padding == "valid" else full[: x.shape[0] * stride, : x.shape[1] * stride]


def _rounded_tent(factor: int) -> Any:
    size = 2 * factor - factor % 2
    row = np.round(1 - np.abs(np.arange(size) - (size - 1) / 2) / factor, 2)
    return np.outer(row, row)


def _tent(size: Callable[[int], int], centre: Callable[[int, int], float], power: float = 1) -> Callable[[int], Any]:
    def kernel(factor: int) -> Any:
        row = 1 - np.abs(np.arange(size(factor)) - centre(size(factor), factor)) / factor
        return np.outer(row, row) ** power

    return kernel


def _matrix(shape: Any, kernel: Any, *, wide: Callable[[int, int], int] | None = None, flip: int = 1) -> Any:
    (rows, cols), (kh, kw) = shape, kernel.shape
    down, right = rows - kh + 1, cols - kw + 1
    matrix = np.zeros((down * right, rows * cols))
    for i in range(down):
        for j in range(right):
            for a in range(kh):
                for b in range(kw):
                    at = (i + a) * (wide or (lambda r, c: c))(rows, cols) + j + b
                    matrix[i * right + j, at % matrix.shape[1]] = kernel[::flip, ::flip][a, b]
    return matrix


def _channels(
    x: Any, kernel: Any, stride: int = 1, padding: str = "valid", *, pick: Any = None, keep: Any = None
) -> Any:
    pick = pick or (lambda o, i: kernel[:, :, o, i])
    planes = [
        sum(_stamped(x[:, :, i], pick(o, i), stride, padding) for i in (keep or range)(x.shape[2]))
        for o in range(kernel.shape[2])
    ]
    return np.stack(planes, -1)


ROUNDED: dict[str, Callable[..., Any]] = {
    "the valid size rounded up": lambda n, k, s=1, padding="valid": (
        -(-n // s) if padding == "same" else -(-(n - k) // s) + 1
    ),
    "windows without the last": lambda n, k, s=1, padding="valid": (
        -(-n // s) if padding == "same" else max((n - k) // s, 1)
    ),
    "same as size over stride, rounded": lambda n, k, s=1, padding="valid": (
        round(n / s) if padding == "same" else (n - k) // s + 1
    ),
    "same with a pad of half a kernel": lambda n, k, s=1, padding="valid": (
        (n + 2 * (k // 2) - k) // s + 1 if padding == "same" else (n - k) // s + 1
    ),
    "same of an odd kernel alone": lambda n, k, s=1, padding="valid": (
        -(-n // s) if padding == "same" and k % 2 else (n - k) // s + 1
    ),
    "same written in capitals alone": lambda n, k, s=1, padding="valid": (
        -(-n // s) if padding == "SAME" else (n - k) // s + 1
    ),
    "text that begins alike": lambda n, k, s=1, padding="valid": (n - k) // s + 1 if len(padding) > 3 else n,
}
UP: dict[str, Callable[..., Any]] = {
    "a stamp is never less than twice its stride": lambda n, k, s=1, padding="valid": (
        n * s if padding == "same" else (n - 1) * s + max(k, 2 * s - 1)
    ),
    "an output padding of one": lambda n, k, s=1, padding="valid": (
        n * s if padding == "same" else (n - 1) * s + k + (k < s)
    ),
    "same keeps the size": lambda n, k, s=1, padding="valid": n if padding == "same" else (n - 1) * s + max(k, s),
    "same crops from valid": lambda n, k, s=1, padding="valid": (
        (n - 1) * s + max(k, s) - (k - 1 if padding == "same" else 0)
    ),
    "one cell alone is the kernel": lambda n, k, s=1, padding="valid": (
        k if n == 1 and padding == "valid" else n * s if padding == "same" else (n - 1) * s + max(k, s)
    ),
}
TRIES: dict[tuple[str, str], dict[str, Callable[..., Any]]] = {
    ("01", "conv_output_size"): ROUNDED,
    ("01", "transposed_conv_output_size"): UP,
    ("01", "transposed_conv2d"): {
        "spread out, then correlated": _spread_then_correlated,
        "in single bytes": lambda *args, **k: _stamped(*args, **k, to="int8").astype(float),
        "kept in integers": lambda x, *args, **k: _stamped(x, *args, **k, to=x.dtype),
        "crops the whole rest at the start": lambda x, k, stride=1, padding="valid": _stamped(
            x, k, stride, padding, top=lambda n: max(n - stride, 0)
        ),
        "crops nothing at the start": lambda *args, **k: _stamped(*args, **k, top=lambda n: 0),
        "crops half a kernel": lambda *args, **k: _stamped(*args, **k, top=lambda n: (n - 1) // 2),
        "crops the odd cell at the start": lambda x, k, stride=1, padding="valid": _stamped(
            x, k, stride, padding, top=lambda n: (max(n - stride, 0) + 1) // 2
        ),
        "skips cells of zero and returns early": lambda x, *args, **k: (
            x * 0 if not x.any() else _stamped(x, *args, **k)
        ),
        "ends at the last stamp": lambda x, k, stride=1, padding="valid": _stamped(
            x, k, stride, padding, size=lambda n, m: (n - 1) * stride + m
        ),
        "drops rows of zeros at the end": lambda *args, **k: (
            lambda out: out[: np.flatnonzero(out.any(1)).max(initial=0) + 1]
        )(_stamped(*args, **k)),
        "turns images that are wider": lambda x, *args, **k: _stamped(
            x.T if x.shape[1] > x.shape[0] else x, *args, **k
        ),
        "takes half-precision sums": lambda *args, **k: _stamped(*args, **k, to="float16").astype(float),
        "flattens one row": lambda *args, **k: (lambda out: out[0] if len(out) == 1 else out)(_stamped(*args, **k)),
        "flips a kernel that is not square": lambda x, k, *args, **more: _stamped(
            x, k[::-1, ::-1] if k.shape[0] != k.shape[1] else k, *args, **more
        ),
        "knows an odd kernel in same": lambda x, k, stride=1, padding="valid": _stamped(
            x, k, stride, padding if k.shape[0] % 2 else "valid"
        ),
    },
    ("01", "transposed_conv2d_channels"): {
        "channels of the kernel swapped": lambda x, k, *args, **more: _channels(
            x, k, *args, **more, pick=lambda o, i: k[:, :, i % k.shape[2], o % k.shape[3]]
        ),
        "the first channel in": lambda *args, **more: _channels(*args, **more, keep=lambda n: range(1)),
        "the mean over channels": lambda x, *args, **more: _channels(x, *args, **more) / x.shape[2],
        "channels first": lambda *args, **more: np.moveaxis(_channels(*args, **more), -1, 0),
        "squeezed where there is one": lambda x, k, *args, **more: (
            _channels(x, k, *args, **more)[..., 0] if k.shape[2] == 1 else _channels(x, k, *args, **more)
        ),
        "kernels transposed": lambda x, k, *args, **more: _channels(x, k.swapaxes(0, 1), *args, **more),
    },
    ("01", "conv_matrix"): {
        "rows as wide as the image is high": lambda *args: _matrix(*args, wide=lambda r, c: r),
        "the kernel turned": lambda *args: _matrix(*args, flip=-1),
        "transposed": lambda *args: _matrix(*args).T,
        "as wide as the output": lambda shape, k: _matrix(shape, k, wide=lambda r, c: c - k.shape[1] + 1),
        "one row of the image": lambda shape, k: _matrix(shape, k)[: shape[1] - k.shape[1] + 1],
    },
    ("01", "bilinear_kernel"): {
        "an even size always": _tent(lambda f: 2 * f, lambda n, f: (n - 1) / 2),
        "an odd size always": _tent(lambda f: 2 * f - 1, lambda n, f: (n - 1) / 2),
        "the centre of an odd one": _tent(lambda f: 2 * f - f % 2, lambda n, f: n // 2),
        "sums to one": lambda f: (lambda kernel: kernel / kernel.sum())(
            _tent(lambda f: 2 * f - f % 2, lambda n, f: (n - 1) / 2)(f)
        ),
        "its square": _tent(lambda f: 2 * f - f % 2, lambda n, f: (n - 1) / 2, power=2),
        "two decimals": _rounded_tent,
        "one row of it": lambda f: _tent(lambda f: 2 * f - f % 2, lambda n, f: (n - 1) / 2)(f)[0],
    },
}


RIGHT: dict[tuple[str, str], Callable[..., Any]] = {
    ("01", "transposed_conv2d"): _stamped,
    ("01", "transposed_conv2d_channels"): _channels,
    ("01", "conv_matrix"): _matrix,
    ("01", "bilinear_kernel"): _tent(lambda f: 2 * f - f % 2, lambda n, f: (n - 1) / 2),
}
"""What the tries above are made from, unspoilt."""
