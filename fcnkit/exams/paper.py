"""The frame of an answer sheet's page, in millimetres: where its registration marks and its code are.

The marks are ArUco markers 0 to 3 of OpenCV's dictionary DICT_4X4_50, clockwise from the upper left corner. Each tells
which corner it is, so that a page may lie upside down.
"""

from __future__ import annotations

WIDTH, HEIGHT = 210.0, 297.0
MARKER = 10.0
"""A marker's side."""
MARKERS: dict[int, tuple[float, float]] = {
    0: (9.0, 9.0),
    1: (WIDTH - 9.0 - MARKER, 9.0),
    2: (WIDTH - 9.0 - MARKER, HEIGHT - 9.0 - MARKER),
    3: (9.0, HEIGHT - 9.0 - MARKER),
}
"""Where each of them has its upper left corner."""
CELLS: dict[int, tuple[str, ...]] = {
    0: ("1011", "0101", "0011", "0010"),
    1: ("0000", "1111", "1001", "1010"),
    2: ("0011", "0011", "0010", "1101"),
    3: ("1001", "1001", "0100", "0110"),
}
"""The markers' inner cells; 1 is white. Around them is a black border, one cell wide."""
CODE = (166.0, 9.0, 20.0, 20.0)
"""Left, top, width and height of the QR code, with its white margin."""
LEFT, RIGHT, TOP, BOTTOM = 15.0, 195.0, 30.5, 275.0
"""Where bubbles may be."""
RADIUS = 1.6
"""A bubble's."""
COLUMN, ROW = 5.0, 4.3
"""From one bubble to the next: so far that one can be crossed out without touching another."""
