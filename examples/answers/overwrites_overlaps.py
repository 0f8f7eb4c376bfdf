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
