# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    count = 0
    for start in range(0, size, stride):
        if padding == "same":
            count += 1
        elif start + kernel <= size:   # 창이 입력 안에 다 들어가는 경우만 센다
            count += 1
    return count

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    last = (size - 1) * stride      # 마지막 도장이 시작하는 칸
    if kernel > stride:
        return last + kernel
    else:
        return last + stride

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    H, W = x.shape
    kh, kw = kernel.shape
    out_h = transposed_conv_output_size(H, kh, stride)
    out_w = transposed_conv_output_size(W, kw, stride)
    out = np.zeros((out_h, out_w))
    for i in range(H):
        for j in range(W):
            for a in range(kh):
                for b in range(kw):
                    out[i * stride + a][j * stride + b] += x[i][j] * kernel[a][b]
    if padding == "valid":
        return out

    # same: 앞에서 절반(버림), 나머지는 뒤에서 자르기
    top = max(kh - stride, 0) // 2
    left = max(kw - stride, 0) // 2
    result = np.zeros((H * stride, W * stride))
    for i in range(H * stride):
        for j in range(W * stride):
            result[i][j] = out[top + i][left + j]
    return result

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    H, W, n_in = x.shape
    kh, kw, n_out, _ = kernel.shape
    out_h = transposed_conv_output_size(H, kh, stride, padding)
    out_w = transposed_conv_output_size(W, kw, stride, padding)
    out = np.zeros((out_h, out_w, n_out))
    for o in range(n_out):
        for c in range(n_in):
            # 입력 채널 하나씩 찍어서 전부 더한다
            out[:, :, o] += transposed_conv2d(x[:, :, c], kernel[:, :, o, c], stride, padding)
    return out

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    oh = H - kh + 1
    ow = W - kw + 1
    C = np.zeros((oh * ow, H * W))
    for i in range(oh):
        for j in range(ow):
            for a in range(kh):
                for b in range(kw):
                    C[i * ow + j, (i + a) * W + (j + b)] = kernel[a, b]
    return C

# %%
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    c = (k - 1) / 2
    result = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            result[i, j] = (1 - abs(i - c) / factor) * (1 - abs(j - c) / factor)
    return result
