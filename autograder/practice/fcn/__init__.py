"""Practice items on the topic that blueprints call `fcn`."""

from fcnkit.practice import Text

TITLE = Text(ko="완전 합성곱 신경망", en="Fully convolutional networks")
