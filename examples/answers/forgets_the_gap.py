# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    return (size - kernel) // stride + 1

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    # 마지막 도장이 시작하는 칸 + 커널 크기
    return (size - 1) * stride + kernel

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw))
    for i in range(H):
        for j in range(W):
            out[i * stride:i * stride + kh, j * stride:j * stride + kw] += x[i, j] * kernel
    if padding == "same":
        same = np.zeros((H * stride, W * stride))
        top, left = max(kh - stride, 0) // 2, max(kw - stride, 0) // 2
        part = out[top:top + H * stride, left:left + W * stride]
        same[:part.shape[0], :part.shape[1]] = part
        return same
    return out

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    out = []
    for o in range(kernel.shape[2]):
        out.append(sum([transposed_conv2d(x[:, :, c], kernel[:, :, o, c], stride, padding) for c in range(kernel.shape[3])]))
    return np.stack(out, axis=-1)

# %%
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    c = (k - 1) / 2
    out = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            out[i][j] = (1 - abs(i - c) / factor) * (1 - abs(j - c) / factor)
    return out
