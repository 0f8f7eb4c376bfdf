"""Practice items on the topic that blueprints call `cnn-building-blocks`."""

from fcnkit.practice import Text

TITLE = Text(ko="CNN의 구성 요소", en="Building blocks of CNNs")
