# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    # 일단 valid만
    return (size - kernel) // stride + 1
