# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "valid":
        return (size - kernel) // stride + 1
    if size % stride == 0:
        return size // stride
    return size // stride + 1

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "valid":
        return (size - 1) * stride + max(kernel, stride)
    return size * stride

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    # TODO 시간이 부족해서 못 했습니다...
    ...

# %%
def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    c = (k - 1) / 2
    line = [1 - abs(i - c) / factor for i in range(k)]
    return np.array([[a * b for b in line] for a in line])
