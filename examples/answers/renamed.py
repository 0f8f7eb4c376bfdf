# %% [transposed_conv2d]
def my_transposed_conv2d(x, kernel, stride=1, padding="valid"):
    H, W = x.shape
    kh, kw = kernel.shape
    result = np.zeros((transposed_conv_output_size(H, kh, stride), transposed_conv_output_size(W, kw, stride)))
    for i in range(H):
        for j in range(W):
            result[i * stride:i * stride + kh, j * stride:j * stride + kw] += x[i, j] * kernel
    if padding == "same":
        t = max(kh - stride, 0) // 2
        l = max(kw - stride, 0) // 2
        result = result[t:t + H * stride, l:l + W * stride]
    return result

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    channels = []
    for o in range(kernel.shape[2]):
        one = 0
        for c in range(kernel.shape[3]):
            one = one + my_transposed_conv2d(x[:, :, c], kernel[:, :, o, c], stride, padding)
        channels.append(one)
    return np.stack(channels, axis=-1)
