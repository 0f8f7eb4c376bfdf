# %%
def image_batch_shape(num_images, img_size, channels):
    return [num_images] + list(img_size) + [channels]

# %%
axis_meanings = ("image", "height", "width", "channel")

# %%
explanation = "Tuples are concatenated."
