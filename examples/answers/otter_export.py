# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size // stride
    return (size - kernel) // stride + 1

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    C = np.zeros((H * W, (H - kh + 1) * (W - kw + 1)))
    column = 0
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            image = np.zeros((H, W))
            image[i : i + kh, j : j + kw] = kernel
            C[:, column] = image.ravel()
            column += 1
    return C
