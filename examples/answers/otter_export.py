# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size // stride
    return (size - kernel) // stride + 1

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    return (size - 1) * stride + max(kernel, stride)

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros((transposed_conv_output_size(h, kh, stride), transposed_conv_output_size(w, kw, stride)))
    for i in range(h):
        for j in range(w):
            out[i * stride : i * stride + kh, j * stride : j * stride + kw] += x[i, j] * kernel
    if padding == "same":
        top, left = max(kh - stride, 0) // 2, max(kw - stride, 0) // 2
        out = out[top : top + h * stride, left : left + w * stride]
    return out

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    planes = []
    for o in range(kernel.shape[2]):
        plane = 0
        for i in range(x.shape[2]):
            plane = plane + transposed_conv2d(x[:, :, i], kernel[:, :, o, i], stride, padding)
        planes.append(plane)
    return np.stack(planes, axis=-1)

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    C = np.zeros((H * W, (H - kh + 1) * (W - kw + 1)))
    column = 0
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            image = np.zeros((H, W))
            image[i : i + kh, j : j + kw] = kernel
            C[:, column] = image.ravel()
            column += 1
    return C

# %%
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    v = 1 - np.abs(np.arange(k) - (k - 1) / 2) / factor
    return np.outer(v, v)
