# %%
def mirrored_strides(down_strides):
    return tuple(sorted(down_strides))
