"""Practice items on the topic that blueprints call `terminology`."""

from fcnkit.practice import Text

TITLE = Text(ko="용어", en="Terminology")
