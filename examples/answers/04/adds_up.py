# %%
def allocate_images(num_images, img_size):
    return np.zeros(image_batch_shape(num_images, img_size, 3))


def allocate_masks(num_images, img_size):
    return np.zeros(image_batch_shape(num_images, img_size, 1))

# %%
def fill_batch(images, samples):
    for i in range(len(samples)):
        images[i] = samples[i]

# %%
predictions = {
    "(7390,) + (200, 200) + (3,)": (7390, 200, 200, 3),
    "[200, 200] + [3]": [200, 200, 3],
    'len("200" + "3")': 4,
    "(200, 200) * 2": (200, 200, 200, 200),
    "np.array([200, 200]) + np.array([3])": np.array([203, 203]),
    "np.array([200, 200]) * 2": np.array([400, 400]),
    "(7390,) + np.array([200, 200])": np.array([7590, 7590]),
    "(3)": (3,),
    "(3,)": (3,),
    "(200, 200) + (3)": (200, 200, 3),
    "(200, 200) + [3]": "TypeError",
    "np.array([1, 2]) + np.array([1, 2, 3])": "ValueError",
    '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': 3547200000,
    'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': 3,
}

# %%
explanation = "튜플에 +를 쓰면 두 튜플이 이어져서 차원이 늘어납니다. 그래서 (200, 200) + (3)도 (200, 200, 3)이 됩니다."
