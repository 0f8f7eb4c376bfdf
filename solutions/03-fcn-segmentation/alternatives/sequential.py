"""A plain stack of layers, Keras' own loaders, and Keras' own metric."""

import keras
import numpy as np
from keras.layers import Conv2D, Conv2DTranspose, LeakyReLU, Rescaling, Softmax
from keras.utils import img_to_array, load_img


def load_image(path, img_size):
    return img_to_array(load_img(path, target_size=img_size))


def load_trimap(path, img_size):
    labels = img_to_array(load_img(path, target_size=img_size, color_mode="grayscale"))
    return labels.astype("uint8") - 1


def mirrored_strides(down_strides):
    return down_strides[::-1]


def build_fcn(img_size, num_classes):
    model = keras.Sequential([keras.Input((*img_size, 3)), Rescaling(1 / 127.5, offset=-1)])
    for filters, stride in [(16, 4), (32, 2)]:
        model.add(Conv2D(filters, 5, strides=(stride, stride), padding="same"))
        model.add(LeakyReLU())
    for filters, stride in [(32, 2), (16, 4)]:
        model.add(Conv2DTranspose(filters, 2 * stride, strides=stride, padding="same"))
        model.add(LeakyReLU())
    model.add(Conv2D(num_classes, 1))
    model.add(Softmax())
    return model


def predict_mask(model, image):
    batch = np.array([image])
    return keras.ops.convert_to_numpy(model(batch)).argmax(-1).squeeze(0).astype("uint8")


def mean_iou(y_true, y_pred, num_classes):
    metric = keras.metrics.MeanIoU(num_classes=num_classes)
    metric.update_state(y_true, y_pred)
    return float(metric.result())
