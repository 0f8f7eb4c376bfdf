"""The READMEs describe the command line as it is, in both languages alike."""

from __future__ import annotations

import inspect
import re
import shlex
import subprocess
import sys
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import typer.main
from documents import READMES, ROOT, commands, fences, headings, read, section

from fcnkit.cli import app
from fcnkit.course import Course
from fcnkit.grading.results import Outcome, Status
from fcnkit.practice.blueprint import SectionPlan, Slot
from fcnkit.practice.registry import load_registry

GROUP: Any = typer.main.get_command(app)
FCNKIT = str(Path(sys.executable).with_name("fcnkit"))

both_languages = pytest.mark.parametrize("readme", READMES)
every_command = pytest.mark.parametrize("name", sorted(GROUP.commands))


@both_languages
@every_command
def test_every_option_of_every_command_is_described(readme: str, name: str) -> None:
    described = set(re.findall(r"`(--[a-z-]+)", section(read(readme), f"`fcnkit {name}`")))
    assert described == {option for parameter in GROUP.commands[name].params for option in _options(parameter)}


@both_languages
@every_command
def test_every_choice_of_an_option_is_described(readme: str, name: str) -> None:
    text = section(read(readme), f"`fcnkit {name}`")
    (command,) = [info for info in app.registered_commands if info.callback and info.callback.__name__ == name]
    assert command.callback is not None
    for hint in get_type_hints(command.callback, include_extras=True).values():
        for choice in _choices(hint):
            assert f"`{choice}`" in text


@both_languages
def test_no_command_is_named_that_does_not_exist(readme: str) -> None:
    named = set(re.findall(r"fcnkit ([a-z]+)", "\n".join([*commands(read(readme)), *_inline_code(readme)])))
    assert named == GROUP.commands.keys()


@both_languages
def test_fenced_commands_are_right_usage_of_paths_that_exist(readme: str) -> None:
    lines = [line for line in commands(read(readme)) if line.startswith("fcnkit ")]
    assert {line.split()[1] for line in lines} == GROUP.commands.keys()
    for line in lines:
        name, *arguments = shlex.split(line)[1:]
        given = GROUP.commands[name].make_context(name, arguments).params
        for path in given.get("paths", []):
            assert (ROOT / path).exists(), line


def test_the_first_command_to_grade_leaves_what_both_readmes_promise(tmp_path: Path) -> None:
    line = next(line for line in commands(read(READMES[0])) if line.startswith("fcnkit grade"))
    arguments = shlex.split(line)[1:]
    arguments[arguments.index("--out") + 1] = str(tmp_path)
    done = subprocess.run([FCNKIT, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = {path for path in tmp_path.rglob("*") if path.is_file()}
    for readme in READMES:
        promised = re.findall(r"^\| `DIR/([^`]+)` \|", section(read(readme), "`--out`"), re.MULTILINE)
        found = [set(tmp_path.glob(pattern.replace("STUDENT", "*"))) for pattern in promised]
        assert len(found) >= 5
        assert all(found)
        assert written == set().union(*found)


@both_languages
def test_statuses_and_outcomes_are_described(readme: str) -> None:
    text = section(read(readme), "`graded`")
    for word in (*Status, *Outcome):
        assert f"`{word}`" in text


@both_languages
def test_the_keys_of_blueprints_are_described(readme: str) -> None:
    text = section(read(readme), "`fcnkit practice`")
    for name in (*load_registry(Course(ROOT)).topics, *SectionPlan.model_fields, *Slot.model_fields):
        assert any(f"{before}{name}{after}" in text for before, after in (("`", "`"), (".", "]]`"), ("`", " = "))), name


def test_both_readmes_have_the_same_structure() -> None:
    english, korean = map(read, READMES)
    assert [heading.level for heading in headings(english)] == [heading.level for heading in headings(korean)]
    code = re.compile(r"`[^`]+`")
    for one, other in zip(headings(english), headings(korean), strict=True):
        assert code.findall(one.text) == code.findall(other.text)
    assert commands(english) == commands(korean)
    assert [fence.language for fence in fences(english)] == [fence.language for fence in fences(korean)]
    assert _table_rows(english) == _table_rows(korean)


def test_each_readme_is_in_its_language() -> None:
    hangul = re.compile("[가-힣]")
    english, korean = map(read, READMES)
    assert all(hangul.search(heading.text) for heading in headings(korean) if heading.level == 2)
    assert not any(hangul.search(heading.text) for heading in headings(english))


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


def _inline_code(readme: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", read(readme))


def _table_rows(text: str) -> int:
    return len(re.findall(r"^\|", text, re.MULTILINE))
