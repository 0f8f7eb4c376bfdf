# %%
def conv_parameters(kernel, in_channels, out_channels, bias=True):
    params = kernel * kernel * out_channels
    if bias:
        params += out_channels
    return params

# %%
def residual_block(x, filters):
    shortcut = keras.layers.Conv2D(filters, 1, padding="same")(x)  # 채널 수 맞추기
    x = keras.layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    x = keras.layers.Conv2D(filters, 3, padding="same")(x)
    x = keras.layers.Add()([x, shortcut])
    x = keras.layers.Activation("relu")(x)
    return x

# %%
architectures["LeNet-5"] = (1998, "합성곱과 풀링", 60_000)
architectures["AlexNet"] = (2012, "ReLU와 GPU", 60_000_000)
architectures["GoogLeNet"] = (2014, "나란한 커널", 7_000_000)
architectures["VGG16"] = (2014, "3x3 쌓기", 138_000_000)
architectures["ResNet50"] = (2015, "잔차 연결", 25_600_000)
architectures["Xception"] = (2016, "깊이별 분리 합성곱", 22_900_000)
architectures["MobileNet"] = (2017, "깊이별 분리 합성곱", 4_200_000)
architectures["DenseNet121"] = (2016, "Dense 층만", 8_100_000)
