"""Practice items on the topic that blueprints call `yolo-output`."""

from fcnkit.practice import Text

TITLE = Text(ko="YOLO의 출력", en="YOLO's output")
