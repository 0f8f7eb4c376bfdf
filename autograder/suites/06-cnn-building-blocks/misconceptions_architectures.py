"""Misconceptions about well-known networks."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

FAMOUS = (
    Misconception(
        id="densenet-of-dense-layers",
        name=Text(ko="DenseNet을 Dense 층의 신경망으로 생각함", en="DenseNet taken for a network of Dense layers"),
        text=Text(
            ko="DenseNet의 dense는 Dense 층이 아닙니다. 한 블록 안에서 층이 앞선 모든 층의 출력을 이어 붙여 받는, "
            "빽빽하게 연결된 CNN입니다. Dense 층만 쌓은 신경망은 MLP(다층 퍼셉트론)라고 부릅니다.",
            en="The dense in DenseNet is no Dense layer. It is a CNN in which a layer takes the outputs of all layers "
            "before it in its block, concatenated. A network of Dense layers alone is an MLP, a multi-layer "
            "perceptron.",
        ),
        answers={"architectures": {"DenseNet121": (2016, "Dense layers only", 8.1)}},
    ),
    Misconception(
        id="resnet-and-densenet-swapped",
        name=Text(ko="ResNet과 DenseNet을 바꿈", en="ResNet and DenseNet swapped"),
        text=Text(
            ko="ResNet과 DenseNet이 바뀌었습니다. ResNet은 층의 입력을 출력에 더하고(잔차 연결), DenseNet은 앞선 모든 "
            "층의 출력을 이어 붙입니다(밀집 연결).",
            en="ResNet and DenseNet are swapped. ResNet adds a layer's input to its output, a residual connection; "
            "DenseNet concatenates the outputs of all layers before.",
        ),
        answers={
            "architectures": {
                "ResNet50": (2015, "dense connections", 25.6),
                "DenseNet121": (2016, "residual connection", 8.1),
            }
        },
    ),
    Misconception(
        id="xception-with-parallel-kernels",
        name=Text(ko="Xception을 병렬 커널로 생각함", en="Parallel kernels in Xception"),
        text=Text(
            ko="나란한 커널은 GoogLeNet의 인셉션 모듈입니다. Xception(extreme Inception)은 그 모듈을 깊이별 분리 "
            "합성곱으로 바꾸었습니다.",
            en="Kernels side by side are GoogLeNet's Inception modules. Xception, “extreme Inception”, puts depthwise "
            "separable convolutions in their place.",
        ),
        answers={"architectures": {"Xception": (2016, "parallel kernels", 22.9)}},
    ),
    Misconception(
        id="inception-v3",
        name=Text(ko="GoogLeNet에 Inception v3의 수를 씀", en="Inception v3's figures for GoogLeNet"),
        text=Text(
            ko="2,390만 개는 Inception v3의 파라미터 수입니다. 2014년의 GoogLeNet은 Inception의 첫 번째 판이고, 훨씬 "
            "작습니다.",
            en="23.9 million are the parameters of Inception v3. GoogLeNet, of 2014, is the first version, and far "
            "smaller.",
        ),
        answers={"architectures": {"GoogLeNet": (2015, "parallel kernels", 23.9)}},
    ),
    Misconception(
        id="vgg-without-its-head",
        name=Text(ko="VGG16에서 Dense 층을 빼고 셈", en="VGG16 counted without its Dense layers"),
        text=Text(
            ko="1,470만 개는 `include_top=False`, 곧 맨 끝의 Dense 층 세 개를 뺀 VGG16입니다. VGG16의 파라미터는 약 "
            "90 %가 그 Dense 층에 있습니다.",
            en="14.7 million is VGG16 with `include_top=False`, without the three Dense layers at its end. About "
            "90 % of its parameters are in these.",
        ),
        answers={"architectures": {"VGG16": (2014, "stacked 3x3", 14.7)}},
    ),
    Misconception(
        id="megabytes-for-parameters",
        name=Text(ko="파라미터 수 대신 파일의 크기(MB)를 씀", en="The file's size in MB for the parameters"),
        text=Text(
            ko="Keras 문서의 표에서 파라미터 수가 아니라 가중치 파일의 크기(MB)를 옮긴 것 같습니다. `float32` 하나가 "
            "4바이트이므로 "
            "크기는 파라미터 수의 약 네 배입니다. `Parameters` 열을 보세요.",
            en="From the table of Keras' documentation this seems to be the size of the file of weights, in MB. A "
            "`float32` takes 4 bytes, so that is about four times the parameters: look at the column `Parameters`.",
        ),
        answers={
            "architectures": {
                "VGG16": (2014, "stacked 3x3", 528),
                "ResNet50": (2015, "residual connection", 98),
                "Xception": (2016, "depthwise separable convolution", 88),
                "MobileNet": (2017, "depthwise separable convolution", 16),
                "DenseNet121": (2016, "dense connections", 33),
            }
        },
    ),
    Misconception(
        id="mobilenet-v2",
        name=Text(ko="MobileNet에 MobileNetV2의 해를 씀", en="The year of MobileNetV2 for MobileNet"),
        text=Text(
            ko="2018년에 나온 것은 MobileNetV2입니다. 깊이별 분리 합성곱으로 이름난 첫 번째 MobileNet의 논문은 "
            "그보다 먼저 "
            "나왔습니다.",
            en="MobileNetV2 is of 2018. The first MobileNet, known for its depthwise separable convolutions, came "
            "before.",
        ),
        answers={"architectures": {"MobileNet": (2018, "depthwise separable convolution", 3.5)}},
    ),
    Misconception(
        id="lenet-in-thousands",
        name=Text(ko="LeNet-5의 단위를 틀림", en="LeNet-5 in thousands"),
        text=Text(
            ko="LeNet-5의 파라미터는 6만 개입니다. 백만 개를 단위로 하면 60이 아니라 0.06입니다.",
            en="LeNet-5 has 60 thousand parameters. In millions that is 0.06, not 60.",
        ),
        answers={"architectures": {"LeNet-5": (1998, "convolution and pooling", 60)}},
    ),
)
