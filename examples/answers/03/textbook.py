# %%
def load_image(path, img_size):
    height, width = img_size
    photo = Image.open(path).convert("RGB").resize((width, height))
    return np.asarray(photo, dtype="float32")


def load_trimap(path, img_size):
    height, width = img_size
    trimap = Image.open(path).resize((width, height), Image.Resampling.NEAREST)
    return np.asarray(trimap, dtype="uint8")[..., np.newaxis] - np.uint8(1)

# %%
def mirrored_strides(down_strides):
    return tuple(down_strides[::-1])

# %%
from keras import layers

# %%
def build_fcn(img_size, num_classes):
    inputs = keras.Input(shape=img_size + (3,))
    x = layers.Rescaling(1 / 255)(inputs)
    for filters in (32, 64, 128):
        x = layers.Conv2D(filters, 3, strides=2, padding="same", activation="relu")(x)
    for filters in (128, 64, 32):
        x = layers.Conv2DTranspose(filters, 3, strides=2, padding="same", activation="relu")(x)
    outputs = layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x)
    return keras.Model(inputs, outputs)

# %%
def predict_mask(model, image):
    probabilities = model.predict(np.expand_dims(image, 0), verbose=0)
    return probabilities[0].argmax(axis=-1)

# %%
def mean_iou(y_true, y_pred, num_classes):
    scores = []
    for label in range(num_classes):
        both = np.sum((y_true == label) & (y_pred == label))
        either = np.sum((y_true == label) | (y_pred == label))
        if either:
            scores.append(both / either)
    return float(np.mean(scores))
