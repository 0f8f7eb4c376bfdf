"""The documentation describes the command line as it is, in both languages."""

from __future__ import annotations

import inspect
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import typer.main
from documents import READMES, ROOT, commands, in_language, inline_code, page, pages, read, section

from fcnkit.cli import app
from fcnkit.course import Course
from fcnkit.grading.results import Outcome, Status
from fcnkit.practice.blueprint import SectionPlan, Slot
from fcnkit.practice.registry import load_registry
from fcnkit.text import LANGS, Lang

GROUP: Any = typer.main.get_command(app)
FCNKIT = str(Path(sys.executable).with_name("fcnkit"))
REFERENCE = "docs/reference/commands.md"
RESULTS = "docs/reference/results.md"
WRITTEN = [name for name in pages() if name != REFERENCE]

both_languages = pytest.mark.parametrize("lang", LANGS)
every_command = pytest.mark.parametrize("name", sorted(GROUP.commands))


def _text(name: str, lang: Lang) -> str:
    return page(in_language(name, lang))


@both_languages
@every_command
def test_every_option_of_every_command_is_in_the_reference(lang: Lang, name: str) -> None:
    described = set(re.findall(r"^\| `(--[a-z-]+)", section(_text(REFERENCE, lang), f"`fcnkit {name}`"), re.MULTILINE))
    assert described == {option for parameter in GROUP.commands[name].params for option in _options(parameter)}


@both_languages
@every_command
def test_every_choice_of_an_option_is_in_the_reference(lang: Lang, name: str) -> None:
    text = section(_text(REFERENCE, lang), f"`fcnkit {name}`")
    (command,) = [
        info for info in app.registered_commands if info.callback and (info.name or info.callback.__name__) == name
    ]
    assert command.callback is not None
    for hint in get_type_hints(command.callback, include_extras=True).values():
        for choice in _choices(hint):
            assert f"`{choice}`" in text


@both_languages
@every_command
def test_every_option_is_told_of_on_a_page_that_a_person_wrote(lang: Lang, name: str) -> None:
    told = {option for each in WRITTEN for option in re.findall(r"(?<![\w-])--[a-z-]+", _text(each, lang))}
    assert told >= {option for parameter in GROUP.commands[name].params for option in _options(parameter)}


@both_languages
@every_command
def test_every_command_is_shown_on_a_page_that_a_person_wrote(lang: Lang, name: str) -> None:
    assert any(line.startswith(f"fcnkit {name}") for each in WRITTEN for line in commands(_text(each, lang)))


@both_languages
def test_no_command_is_named_that_does_not_exist(lang: Lang) -> None:
    texts = [*(_text(name, lang) for name in pages()), read(READMES[LANGS.index(lang) == 0]), read("CONTRIBUTING.md")]
    named = {name for text in texts for line in _code(text) for name in re.findall(r"(?<![\w/-])fcnkit ([a-z]+)", line)}
    assert named == GROUP.commands.keys()


@pytest.mark.parametrize("name", [*READMES, *(in_language(name, lang) for name in pages() for lang in LANGS)])
def test_fenced_commands_are_right_usage_of_examples_that_exist(name: str) -> None:
    for line in commands(page(name)):
        program, *arguments = shlex.split(line.removeprefix("KERAS_BACKEND=jax "))
        if program == "fcnkit" and arguments[0] in GROUP.commands:
            given = GROUP.commands[arguments[0]].make_context(arguments[0], arguments[1:]).params
            for path in map(Path, given.get("paths") or []):
                assert path.parts[0] != "examples" or (ROOT / path).exists(), line


def test_the_first_command_to_grade_leaves_what_the_reference_promises(tmp_path: Path) -> None:
    line = next(line for line in commands(page("docs/how-to/grade-a-class.md")) if line.startswith("fcnkit grade"))
    arguments = shlex.split(line)[1:]
    arguments[arguments.index("--out") + 1] = str(tmp_path)
    done = subprocess.run([FCNKIT, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = {path for path in tmp_path.rglob("*") if path.is_file()}
    for lang in LANGS:
        promised = re.findall(r"^\| `DIR/([^`]+)` \|", section(_text(RESULTS, lang), "`--out`"), re.MULTILINE)
        found = [set(tmp_path.glob(pattern.replace("STUDENT", "*"))) for pattern in promised]
        assert len(found) >= 5
        assert all(found)
        assert written == set().union(*found)


@both_languages
def test_statuses_and_outcomes_are_described(lang: Lang) -> None:
    text = section(_text(RESULTS, lang), "`graded`")
    for word in (*Status, *Outcome):
        assert f"`{word}`" in text


@both_languages
def test_the_keys_of_blueprints_are_described(lang: Lang) -> None:
    text = _text("docs/how-to/practice-sets.md", lang)
    for name in (*load_registry(Course(ROOT)).topics, *SectionPlan.model_fields, *Slot.model_fields):
        assert any(f"{before}{name}{after}" in text for before, after in (("`", "`"), (".", "]]`"), ("`", " = "))), name


def _code(text: str) -> Iterator[str]:
    yield from commands(text)
    yield from inline_code(text)


def _options(parameter: Any) -> list[str]:
    return [option for option in parameter.opts if option.startswith("--")]


def _choices(hint: Any) -> set[str]:
    """All texts in the Literals of a type hint, however deep."""
    if isinstance(hint, str):
        return {hint}
    if inspect.isclass(hint) and issubclass(hint, Enum):
        return {choice.value for choice in hint}
    if inspect.isclass(hint) or not get_args(hint):
        return set()
    return set().union(*map(_choices, get_args(hint)))
