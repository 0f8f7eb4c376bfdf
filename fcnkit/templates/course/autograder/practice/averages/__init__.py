"""Practice items on the topic that blueprints call `averages`."""

from fcnkit.practice import Text

TITLE = Text(ko="평균", en="Averages")
