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
