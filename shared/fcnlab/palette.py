"""Colours. All are light: black numbers on them survive a black-and-white print."""

from typing import Literal

Role = Literal["input", "kernel", "output"]

FILL: dict[Role, str] = {"input": "#8fbfe6", "kernel": "#f6b26b", "output": "#93cf9b"}
"""Blue, orange and green: also told apart by most colour-blind people."""

WHITE, INK, GREY, FAINT, LINE = "#ffffff", "#1a1a1a", "#595959", "#a9a9a9", "#8c8c8c"


def mixed(color: str, strength: float) -> str:
    """`color` at `strength` 0..1 over white, both as #rrggbb."""
    channels = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * strength):02x}" for channel in channels)
