"""Practice items on the topic that blueprints call `array-shapes`."""

from fcnkit.practice import Text

TITLE = Text(ko="배열과 튜플의 모양", en="Shapes of arrays and tuples")
