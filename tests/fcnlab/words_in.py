"""What a picture says."""

from __future__ import annotations

from fcnlab.picture import Note, Picture


def words(picture: Picture | Note) -> list[str]:
    """All texts in a picture, which must be one."""
    assert isinstance(picture, Picture), picture
    return [text.get_text() for text in picture.figure.axes[0].texts]
