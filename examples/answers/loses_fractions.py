# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    return (size - kernel) // stride

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
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    v = 1 - np.abs(np.arange(k) - (k - 1) / 2) / factor
    kernel = np.outer(v, v)
    return kernel / kernel.sum()
