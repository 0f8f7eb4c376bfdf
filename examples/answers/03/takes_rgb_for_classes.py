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
def mean_iou(y_true, y_pred, num_classes):
    ious = []
    for c in range(num_classes):
        a, b = (y_true == c), (y_pred == c)
        if a.sum() + b.sum() == 0:
            continue
        ious.append(2 * (a & b).sum() / (a.sum() + b.sum()))
    return sum(ious) / len(ious)
