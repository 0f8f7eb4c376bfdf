"""The topics that blueprints choose from."""

from __future__ import annotations

from fcnkit.text import Text

TOPICS = {
    "transposed-convolution": Text(ko="전치 합성곱", en="Transposed convolution"),
    "output-sizes": Text(ko="출력 크기", en="Output sizes"),
    "yolo-output": Text(ko="YOLO의 출력", en="YOLO's output"),
    "fcn": Text(ko="완전 합성곱 신경망", en="Fully convolutional networks"),
    "array-shapes": Text(ko="배열과 튜플의 모양", en="Shapes of arrays and tuples"),
    "cnn-building-blocks": Text(ko="CNN의 구성 요소", en="Building blocks of CNNs"),
    "terminology": Text(ko="용어", en="Terminology"),
}
