# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return (size - 1) // stride + 1
    count = 0
    start = 0
    while start + kernel <= size:
        count += 1
        if stride > 1:
            start += stride
    return count

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    return (size - 1) * stride + max(kernel, stride)

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    rows, cols = x.shape
    krows, kcols = kernel.shape
    out = np.zeros((transposed_conv_output_size(rows, krows, stride), transposed_conv_output_size(cols, kcols, stride)))
    for r in range(rows):
        for c in range(cols):
            out[r * stride : r * stride + krows, c * stride : c * stride + kcols] += kernel * x[r, c]
    if padding == "same":
        r0 = max(krows - stride, 0) // 2
        c0 = max(kcols - stride, 0) // 2
        return out[r0 : r0 + rows * stride, c0 : c0 + cols * stride]
    return out

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    return np.dstack([
        np.sum([transposed_conv2d(x[:, :, i], kernel[:, :, o, i], stride, padding) for i in range(x.shape[2])], axis=0)
        for o in range(kernel.shape[2])
    ])

# %%
def conv_matrix(input_shape, kernel):
    rows, cols = input_shape
    out = []
    for r in range(rows - kernel.shape[0] + 1):
        for c in range(cols - kernel.shape[1] + 1):
            window = np.zeros(input_shape)
            window[r : r + kernel.shape[0], c : c + kernel.shape[1]] = kernel
            out.append(window.ravel())
    return np.array(out)

# %%
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    middle = (k - 1) / 2
    weights = [1 - abs(i - middle) / factor for i in range(k)]
    return np.outer(weights, weights)
