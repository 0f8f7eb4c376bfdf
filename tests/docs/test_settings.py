"""The reference of `course.toml` and `assignment.toml` has every key of the models that read them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from documents import in_language, page, section
from pydantic import BaseModel

from fcnkit.allowances import Limits
from fcnkit.course import AssignmentConfig, CourseConfig, Question
from fcnkit.deadlines.late_work import LateWork
from fcnkit.text import LANGS, Lang

CONFIGURATION = "docs/reference/configuration.md"
MODELS = {"course.toml": CourseConfig, "assignment.toml": AssignmentConfig}

both_languages = pytest.mark.parametrize("lang", LANGS)
both_files = pytest.mark.parametrize("file", MODELS)


@both_languages
@both_files
def test_every_key_is_described(file: str, lang: Lang) -> None:
    text = section(page(in_language(CONFIGURATION, lang)), f"`{file}`")
    assert re.findall(r"^\| `([a-z_.]+)` \|", text, re.MULTILINE) == list(_keys(MODELS[file]))


@both_languages
@both_files
@pytest.mark.parametrize("key", Limits.model_fields)
def test_the_limits_are_described_with_their_defaults(key: str, file: str, lang: Lang) -> None:
    text = section(page(in_language(CONFIGURATION, lang)), f"`{file}`")
    assert re.search(rf"^\| `limits\.{key}` \| {getattr(Limits(), key):g} \| \S", text, re.MULTILINE)


def test_no_meaning_is_left_over() -> None:
    from meanings_of_settings import MEANINGS  # noqa: PLC0415  # `documents` puts its folder on the path

    keys = {key for model in MODELS.values() for key in _keys(model)}
    assert {key.removeprefix("course.") for key in MEANINGS} == keys


def _keys(model: type[BaseModel]) -> Iterator[str]:
    """Each key as a reader of the file would name it: `questions.points`."""
    tables: dict[str, type[BaseModel]] = {"questions": Question, "limits": Limits, "late": LateWork}
    for key in model.model_fields:
        if key in tables:
            yield from (f"{key}.{inner}" for inner in tables[key].model_fields)
        else:
            yield key
