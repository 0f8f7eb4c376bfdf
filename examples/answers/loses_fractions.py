# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    return (size - kernel) // stride

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    return (size - 1) * stride + max(kernel, stride)

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    h, w = x.shape
    kh, kw = kernel.shape
    shape = (transposed_conv_output_size(h, kh, stride), transposed_conv_output_size(w, kw, stride))
    out = np.zeros(shape, dtype=x.dtype)  # same type as the input
    for i in range(h):
        for j in range(w):
            stamp = x[i, j] * kernel
            out[i * stride : i * stride + kh, j * stride : j * stride + kw] += stamp.astype(x.dtype)
    if padding == "same":
        t, l = max(kh - stride, 0) // 2, max(kw - stride, 0) // 2
        out = out[t : t + h * stride, l : l + w * stride]
    return out

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    out = [
        sum(transposed_conv2d(x[:, :, i], kernel[:, :, o, i], stride, padding) for i in range(x.shape[2]))
        for o in range(kernel.shape[2])
    ]
    return np.stack(out, axis=-1)

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    C = np.zeros(((H - kh + 1) * (W - kw + 1), H * W), dtype=kernel.dtype)
    for row, (i, j) in enumerate(np.ndindex(H - kh + 1, W - kw + 1)):
        C[row].reshape(H, W)[i : i + kh, j : j + kw] = kernel
    return C

# %%
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    v = 1 - np.abs(np.arange(k) - (k - 1) / 2) / factor
    kernel = np.outer(v, v)
    return kernel / kernel.sum()
