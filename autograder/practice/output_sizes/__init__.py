"""Practice items on the topic that blueprints call `output-sizes`."""

from fcnkit.practice import Text

TITLE = Text(ko="출력 크기", en="Output sizes")
