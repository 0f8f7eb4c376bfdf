"""What is published about the networks of question 7, and the words for their ideas."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Published:
    """All that is right about one network."""

    years: tuple[int, ...]
    """Of the preprint and of the conference or journal."""
    idea: str
    millions: tuple[float, float]
    """The least and the most parameters that pass: a quarter below and above what is published."""


ARCHITECTURES = {
    "LeNet-5": Published((1998,), "pooling", (0.044, 0.078)),  # 60,000 in the paper, 61,706 as it is mostly rebuilt
    "AlexNet": Published((2012,), "gpus", (45, 78.1)),  # 60 million in the paper, 62.4 where it is not split in two
    "GoogLeNet": Published(
        (2014, 2015), "parallel", (3.75, 8.75)
    ),  # 5.0 by "12 times fewer" in the paper; rebuilt, up to 7.0
    # From here on as in https://keras.io/api/applications/
    "VGG16": Published((2014, 2015), "stacked", (103, 173.1)),  # 138.4
    "ResNet50": Published((2015, 2016), "residual", (19.1, 32.1)),  # 25.6
    "Xception": Published((2016, 2017), "separable", (17.1, 28.7)),  # 22.9
    "MobileNet": Published((2017,), "separable", (3.1, 5.4)),  # 4.3; 4.2 in the paper
    "DenseNet121": Published((2016, 2017), "dense", (5.9, 10.2)),  # 8.1; 8.0 in the paper
}

IDEAS = {
    "convolution and pooling": "pooling",
    "convolutions and pooling": "pooling",
    "합성곱과 풀링": "pooling",
    "ReLU and GPUs": "gpus",
    "ReLU and GPU": "gpus",
    "ReLU와 GPU": "gpus",
    "parallel kernels": "parallel",
    "parallel kernel": "parallel",
    "나란한 커널": "parallel",
    "병렬 커널": "parallel",
    "stacked 3x3": "stacked",
    "stacked 3×3": "stacked",
    "stacked 3*3": "stacked",
    "3x3 쌓기": "stacked",
    "3*3 쌓기": "stacked",
    "3×3 쌓기": "stacked",
    "residual connection": "residual",
    "residual connections": "residual",
    "잔차 연결": "residual",
    "skip connection": "residual",
    "skip connections": "residual",
    "스킵 연결": "residual",
    "depthwise separable convolution": "separable",
    "depthwise separable convolutions": "separable",
    "깊이별 분리 합성곱": "separable",
    "dense connections": "dense",
    "dense connection": "dense",
    "밀집 연결": "dense",
    "Dense layers only": "mlp",
    "Dense layer only": "mlp",
    "Dense 층만": "mlp",
}
"""The words that students are given, and how else they may come out: of no network's idea is the last."""
