# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return (size - 1) // stride + 1
    count = 0
    start = 0
    while start + kernel <= size:
        count += 1
        if stride > 1:
            start += stride
    return count
