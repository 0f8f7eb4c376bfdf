# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    H, W = x.shape
    kh, kw = kernel.shape
    h = transposed_conv_output_size(H, kh, stride)
    w = transposed_conv_output_size(W, kw, stride)
    y = np.zeros((h, w))
    for i in range(H):
        for j in range(W):
            y[i*stride : i*stride+kh, j*stride : j*stride+kw] += x[i, j] * kernel
    if padding == "same":
        # 뒤쪽을 절반 자르고 나머지를 앞에서 자름
        cut_h = h - H*stride
        cut_w = w - W*stride
        y = y[cut_h - cut_h//2 : h - cut_h//2, cut_w - cut_w//2 : w - cut_w//2]
    return y
