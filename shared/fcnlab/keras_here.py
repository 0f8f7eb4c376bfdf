"""Keras where it is installed, and a sentence where it is not: a course in NumPy does without."""

from __future__ import annotations

from typing import Any

from fcnlab.picture import Note
from fcnlab.quiet import quietly
from fcnlab.wording import Lang, say


def keras_or_note(lang: Lang) -> Any:
    """The module, or a `Note`. Its first import takes ten seconds or more."""
    try:
        with quietly():
            import keras  # noqa: PLC0415 - only where a cell asks for it
    except ImportError:
        return Note(
            say(
                lang,
                ko="여기에는 Keras가 없어 이 셀은 건너뜁니다. 직접 해 보려면 pip install keras tensorflow를 실행하고 "
                "커널을 다시 시작하세요. 답에도 점수에도 필요하지 않습니다.",
                en="There is no Keras here, so this cell is passed over. To try it, run pip install keras tensorflow "
                "and restart the kernel. Neither answers nor marks need it.",
            )
        )
    return keras
