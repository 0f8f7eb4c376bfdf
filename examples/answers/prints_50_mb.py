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
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros((transposed_conv_output_size(H, kh, stride), transposed_conv_output_size(W, kw, stride)))
    for i in range(H):
        for j in range(W):
            out[i * stride : i * stride + kh, j * stride : j * stride + kw] += x[i, j] * kernel
    if padding == "same":
        top = max(kh - stride, 0) // 2
        left = max(kw - stride, 0) // 2
        out = out[top : top + H * stride, left : left + W * stride]
    return out

# %%
# debugging: I want to see every single stamp
big = np.random.rand(40, 40)
test_kernel = np.random.rand(40, 45)
for i in range(40):
    for j in range(40):
        print("stamp", i, j, (big[i, j] * test_kernel).tolist())

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    out = 0
    for c in range(x.shape[2]):
        planes = [transposed_conv2d(x[:, :, c], kernel[:, :, o, c], stride, padding) for o in range(kernel.shape[2])]
        out = out + np.stack(planes, axis=-1)
    return out

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    C = []
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            w = np.zeros((H, W))
            w[i : i + kh, j : j + kw] = kernel
            C.append(w.ravel())
    return np.array(C)

# %%
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    v = 1 - np.abs(np.arange(k) - (k - 1) / 2) / factor
    return np.outer(v, v)
