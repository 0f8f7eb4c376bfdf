# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return int(np.ceil(size / stride))
    return int((size - kernel) / stride) + 1

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    return (size - 1) * stride + max(kernel, stride)

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros((transposed_conv_output_size(H, kh, stride), transposed_conv_output_size(W, kw, stride)))
    for i in range(H):
        for j in range(W):
            # 도장을 제자리에 찍기
            out[i*stride:i*stride+kh, j*stride:j*stride+kw] = x[i, j] * kernel
    if padding == "same":
        top, left = max(kh - stride, 0) // 2, max(kw - stride, 0) // 2
        out = out[top:top + H*stride, left:left + W*stride]
    return out

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    result = []
    for o in range(kernel.shape[2]):
        s = 0
        for c in range(x.shape[2]):
            s = s + transposed_conv2d(x[:, :, c], kernel[:, :, o, c], stride, padding)
        result.append(s)
    return np.stack(result, axis=2)

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    rows = []
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            m = np.zeros((H, W))
            m[i:i+kh, j:j+kw] = kernel
            rows.append(m.reshape(-1))
    return np.stack(rows)

# %%
def bilinear_kernel(factor):
    k = 2*factor - factor % 2
    v = 1 - np.abs(np.arange(k) - (k-1)/2) / factor
    return np.outer(v, v)
