# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    # Conv2D 커널처럼 (kh, kw, in, out) 순서로 풀었음
    n_in, n_out = kernel.shape[2], kernel.shape[3]
    result = []
    for o in range(n_out):
        y = 0
        for c in range(min(n_in, x.shape[2])):
            y = y + transposed_conv2d(x[:, :, c], kernel[:, :, c, o], stride, padding)
        result.append(y)
    return np.stack(result, axis=-1)

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    rows = []
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            m = np.zeros((H, W))
            m[i:i+kh, j:j+kw] = np.flip(kernel)   # 합성곱이니까 커널을 뒤집는다
            rows.append(m.ravel())
    return np.array(rows)

# %%
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    v = 1 - np.abs(np.arange(k) - k // 2) / factor
    return np.outer(v, v)
