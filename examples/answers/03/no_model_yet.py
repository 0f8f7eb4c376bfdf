# %%
def load_image(path, img_size):
    image = keras.utils.load_img(path, target_size=img_size)
    return keras.utils.img_to_array(image)


def load_trimap(path, img_size):
    image = keras.utils.load_img(path, target_size=img_size, color_mode="grayscale")
    return keras.utils.img_to_array(image).astype("uint8") - 1

# %%
def mirrored_strides(down_strides):
    return tuple(sorted(down_strides))

# %%
def mean_iou(y_true, y_pred, num_classes):
    iou = []
    for c in range(num_classes):
        t, p = y_true == c, y_pred == c
        union = (t | p).sum()
        if union > 0:
            iou.append((t & p).sum() / union)
    return np.mean(iou)
