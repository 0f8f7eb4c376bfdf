"""Practice items on the topic that blueprints call `transposed-convolution`."""

from fcnkit.practice import Text

TITLE = Text(ko="전치 합성곱", en="Transposed convolution")
