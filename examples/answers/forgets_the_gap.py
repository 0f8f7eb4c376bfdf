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
