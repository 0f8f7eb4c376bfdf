"""The reference of `course.toml` and `assignment.toml`, generated from the pydantic models that read them.

Types and defaults come from the models, meanings from `MEANINGS`, whose keys a test holds against the models.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from meanings_of_settings import MEANINGS
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from fcnkit.allowances import Limits
from fcnkit.course import AssignmentConfig, CourseConfig, Question
from fcnkit.deadlines.late_work import LateWork
from fcnkit.text import Lang, Text

TABLES: dict[str, type[BaseModel]] = {"questions": Question, "limits": Limits, "late": LateWork}
"""The keys that hold tables: `[[questions]]`, `[limits]` and `[late]`."""
HEADERS = Text(ko="| 키 | 기본값 | 뜻 |", en="| key | default | meaning |")
REQUIRED = Text(ko="필수", en="required")
NONE = Text(ko="없음", en="none")


def course(lang: Lang) -> str:
    """The keys of `course.toml` as a table."""
    return _table(CourseConfig, lang)


def assignment(lang: Lang) -> str:
    """The keys of `assignment.toml` as a table."""
    return _table(AssignmentConfig, lang)


def keys(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """Each key as one would name it, such as `questions.points`, with its field."""
    for key, field in model.model_fields.items():
        if key in TABLES:
            yield from ((f"{key}.{inner}", of) for inner, of in TABLES[key].model_fields.items())
        else:
            yield key, field


def _table(model: type[BaseModel], lang: Lang) -> str:
    rows = (f"| `{key}` | {_default(field, lang)} | {_meaning(model, key)[lang]} |" for key, field in keys(model))
    return "\n".join([HEADERS[lang], "| --- | --- | --- |", *rows])


def _meaning(model: type[BaseModel], key: str) -> Text:
    """Of keys that both files have, but with another meaning, the one that is named `course.KEY`."""
    return MEANINGS.get(f"course.{key}", MEANINGS[key]) if model is CourseConfig else MEANINGS[key]


def _default(field: Any, lang: Lang) -> str:
    if field.default is PydanticUndefined:
        return REQUIRED[lang]
    if field.default in (None, (), {}) or field.default == timedelta():
        return NONE[lang]
    if isinstance(field.default, bool):
        return f"`{str(field.default).lower()}`"
    return f'`"{field.default}"`' if isinstance(field.default, str) else f"{field.default:g}"
