# %%
def image_batch_shape(num_images, img_size, channels):
    return (num_images,) + img_size + (channels,)

# %%
def allocate_images(num_images, img_size):
    return np.zeros((num_images,) + img_size + (3,), dtype="float32")


def allocate_masks(num_images, img_size):
    return np.zeros((num_images,) + img_size + (1,), dtype="uint8")

# %%
def fill_batch(images, samples):
    for i, sample in enumerate(samples):
        images[i] = sample
    return images

# %%
axis_meanings = ["image", "height", "width", "channel"]

# %%
predictions = {
    "(7390,) + (200, 200) + (3,)": (7390, 200, 200, 3),
    "[200, 200] + [3]": [200, 200, 3],
    'len("200" + "3")': 4,
    "(200, 200) * 2": (200, 200, 200, 200),
    "np.array([200, 200]) + np.array([3])": np.array([203, 203]),
    "np.array([200, 200]) * 2": np.array([400, 400]),
    "(7390,) + np.array([200, 200])": np.array([7590, 7590]),
    "(3)": 3,
    "(3,)": (3,),
    "(200, 200) + (3)": "TypeError",
    "(200, 200) + [3]": "TypeError",
    "np.array([1, 2]) + np.array([1, 2, 3])": "ValueError",
    '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': 3547200000,
    'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': 3,
}

# %%
explanation = """A tuple is put together with +, so (7390,) + (200, 200) + (3,) has all four sizes one after another.
(3) is just the number 3 in parentheses, and a number cannot be put onto a tuple. With arrays + adds the numbers, so
np.array([200, 200]) + np.array([3]) is [203, 203] and no shape."""
