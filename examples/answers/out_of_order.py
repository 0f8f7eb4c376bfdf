# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return ceil_div(size, stride)
    return (size - kernel) // stride + 1

conv_output_size(200, 3, stride=2, padding="same")

# %%
def ceil_div(a, b):
    return (a + b - 1) // b

# %%
# trying things out (I ran this one last)
test = transposed_conv2d_channels(np.ones((2, 2, 3)), np.ones((3, 3, 1, 3)), stride=2)
assert test.shape == (5, 5, 1)

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros((transposed_conv_output_size(H, kh, stride), transposed_conv_output_size(W, kw, stride)))
    for (i, j), value in np.ndenumerate(x):
        out[i * stride : i * stride + kh, j * stride : j * stride + kw] += value * kernel
    return crop(out, x, kernel, stride) if padding == "same" else out

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    H, W, _ = x.shape
    out = np.zeros((
        transposed_conv_output_size(H, kernel.shape[0], stride),
        transposed_conv_output_size(W, kernel.shape[1], stride),
        kernel.shape[2],
    ))
    for i in range(H):
        for j in range(W):
            out[i * stride : i * stride + kernel.shape[0], j * stride : j * stride + kernel.shape[1]] += kernel @ x[i, j]
    return crop(out, x, kernel, stride) if padding == "same" else out

# %%
def crop(out, x, kernel, stride):
    top = max(kernel.shape[0] - stride, 0) // 2
    left = max(kernel.shape[1] - stride, 0) // 2
    return out[top : top + x.shape[0] * stride, left : left + x.shape[1] * stride]
