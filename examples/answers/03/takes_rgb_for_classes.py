# %%
def load_image(path, img_size):
    img = Image.open(path).convert("RGB")
    img = img.resize((img_size[1], img_size[0]))
    return np.array(img).astype("float32")


def load_trimap(path, img_size):
    img = Image.open(path)
    img = img.resize((img_size[1], img_size[0]), Image.NEAREST)
    return (np.array(img) - 1).astype("uint8").reshape(img_size + (1,))

# %%
def mirrored_strides(down_strides):
    return tuple(reversed(down_strides))

# %%
def build_fcn(img_size, num_classes):
    model = keras.Sequential([
        keras.Input(shape=img_size + (3,)),
        keras.layers.Rescaling(1/255),
        keras.layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
        keras.layers.Conv2D(64, 3, strides=2, padding="same", activation="relu"),
        keras.layers.Conv2DTranspose(64, 3, strides=2, padding="same", activation="relu"),
        keras.layers.Conv2DTranspose(32, 3, strides=2, padding="same", activation="relu"),
        # 출력도 RGB 이미지이므로 3
        keras.layers.Conv2D(3, 3, padding="same", activation="softmax"),
    ])
    return model

# %%
def predict_mask(model, image):
    pred = model.predict(image.reshape((1,) + image.shape), verbose=0)
    return np.argmax(pred[0], axis=-1)

# %%
def mean_iou(y_true, y_pred, num_classes):
    ious = []
    for c in range(num_classes):
        a, b = (y_true == c), (y_pred == c)
        if a.sum() + b.sum() == 0:
            continue
        ious.append(2 * (a & b).sum() / (a.sum() + b.sum()))
    return sum(ious) / len(ious)
