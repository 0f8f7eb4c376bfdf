# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    return (size - kernel) // stride + 1

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    return (size - 1) * stride + max(kernel, stride)

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    # spread the input out with zeros in between, pad it, and slide the kernel over it
    H, W = x.shape
    kh, kw = kernel.shape
    big = np.zeros(((H - 1) * stride + 2 * kh - 1, (W - 1) * stride + 2 * kw - 1))
    big[kh - 1 : kh - 1 + (H - 1) * stride + 1 : stride, kw - 1 : kw - 1 + (W - 1) * stride + 1 : stride] = x
    out = np.zeros((transposed_conv_output_size(H, kh, stride), transposed_conv_output_size(W, kw, stride)))
    for i in range((H - 1) * stride + kh):
        for j in range((W - 1) * stride + kw):
            out[i, j] = np.sum(big[i : i + kh, j : j + kw] * kernel)
    if padding == "same":
        top = max(kh - stride, 0) // 2
        left = max(kw - stride, 0) // 2
        out = out[top : top + H * stride, left : left + W * stride]
    return out

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    planes = []
    for o in range(kernel.shape[2]):
        planes.append(sum(transposed_conv2d(x[:, :, c], kernel[:, :, o, c], stride, padding) for c in range(x.shape[2])))
    return np.stack(planes, axis=-1)

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    C = np.zeros(((H - kh + 1) * (W - kw + 1), H * W))
    row = 0
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            for a in range(kh):
                start = (i + a) * W + j
                C[row, start : start + kw] = kernel[a]
            row += 1
    return C

# %%
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    center = (k - 1) / 2
    i, j = np.indices((k, k))
    return (1 - abs(i - center) / factor) * (1 - abs(j - center) / factor)
