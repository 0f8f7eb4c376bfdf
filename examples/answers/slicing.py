# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    return (size - kernel) // stride + 1

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    return size * stride if padding == "same" else (size - 1) * stride + max(kernel, stride)

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros((transposed_conv_output_size(h, kh, stride), transposed_conv_output_size(w, kw, stride)))
    # one entry of the kernel at a time: it reaches every stride-th cell of the output
    for a in range(kh):
        for b in range(kw):
            out[a : a + h * stride : stride, b : b + w * stride : stride] += kernel[a, b] * x
    if padding == "same":
        top = max(kh - stride, 0) // 2
        left = max(kw - stride, 0) // 2
        out = out[top : top + h * stride, left : left + w * stride]
    return out

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    outputs = []
    for o in range(kernel.shape[2]):
        total = 0
        for i in range(x.shape[2]):
            total = total + transposed_conv2d(x[..., i], kernel[..., o, i], stride, padding)
        outputs.append(total)
    return np.stack(outputs, axis=-1)

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    rows = []
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            image = np.zeros((H, W))
            image[i : i + kh, j : j + kw] = kernel
            rows.append(image.flatten())
    return np.array(rows)

# %%
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    tent = 1 - np.abs(np.arange(k) - (k - 1) / 2) / factor
    return tent[:, None] * tent[None, :]
