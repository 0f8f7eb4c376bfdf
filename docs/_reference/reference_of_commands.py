"""The reference of the command line, generated from the functions that Typer makes commands of."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from typing import Any, get_args, get_type_hints

from typer.models import ArgumentInfo, OptionInfo

from fcnkit.cli import app
from fcnkit.text import Lang, Text

HEADERS = Text(ko="| 이름 | 값 | 기본값 | 뜻 |", en="| name | value | default | meaning |")
REQUIRED = Text(ko="필수", en="required")
SEVERAL = Text(ko="여러 개 가능", en="several")
BY_MACHINE = {"workers"}
"""Parameters whose default depends on the machine that builds this page."""


@dataclass(frozen=True)
class Parameter:
    """An argument or option of a command, as its function declares it."""

    name: str
    info: ArgumentInfo | OptionInfo
    help: Text | str | None
    hint: Any
    default: Any

    @property
    def is_option(self) -> bool:
        return isinstance(self.info, OptionInfo)

    @property
    def shown(self) -> str:
        """What one types: `--out` or `PATH`."""
        if not self.is_option:
            return self.info.metavar or self.name.upper()
        names = (self.info.default, *(self.info.param_decls or ()))  # in an Annotated the first name is the default
        declared = [name for name in names if isinstance(name, str) and name.startswith("-")]
        return ", ".join(declared) or f"--{self.name.replace('_', '-')}"

    @property
    def is_required(self) -> bool:
        return self.default is inspect.Parameter.empty

    @property
    def choices(self) -> list[str]:
        return list(dict.fromkeys(_choices(self.hint)))

    @property
    def repeats(self) -> bool:
        return any(getattr(each, "__origin__", None) is list for each in (self.hint, *get_args(self.hint)))


def commands() -> dict[str, Any]:
    """The function of each command, by its name."""
    found = {info.name or info.callback.__name__: info.callback for info in app.registered_commands if info.callback}
    return dict(sorted(found.items()))


def parameters(function: Any) -> Iterator[Parameter]:
    """Arguments and options of a command, in their order."""
    hints = get_type_hints(function, include_extras=True)
    for name, declared in inspect.signature(function).parameters.items():
        annotated = hints[name]
        (info,) = [each for each in annotated.__metadata__ if isinstance(each, (ArgumentInfo, OptionInfo))]
        texts = [each for each in annotated.__metadata__ if isinstance(each, Text)]
        yield Parameter(name, info, texts[0] if texts else info.help, annotated.__origin__, declared.default)


def reference(lang: Lang) -> str:
    """A section for each command, in Markdown."""
    return "\n".join(_lines(lang))


def _lines(lang: Lang) -> Iterator[str]:
    own = app.registered_callback
    if own and own.callback:
        yield from ("## `fcnkit`", "", "```text", "fcnkit [OPTIONS] COMMAND ...", "```", "")
        yield from _table(list(parameters(own.callback)), lang)
    for name, function in commands().items():
        declared = list(parameters(function))
        yield from (f"## `fcnkit {name}`", "", _sentence(_about(name, function), lang), "")
        yield from ("```text", " ".join(["fcnkit", name, *_usage(declared)]), "```", "")
        yield from _table(declared, lang)


def _about(name: str, function: Any) -> Text | str | None:
    """What a command does: its help in both languages, or else its docstring."""
    if find_spec("fcnkit.commands.application") is None:
        return inspect.getdoc(function)
    declared: dict[str, Any] = import_module("fcnkit.commands.application").COMMANDS
    about: Text = declared[name].help
    return about


def _table(declared: list[Parameter], lang: Lang) -> Iterator[str]:
    if declared:
        yield from (HEADERS[lang], "| --- | --- | --- | --- |")
        yield from (_row(parameter, lang) for parameter in declared)
        yield ""


def _usage(declared: list[Parameter]) -> Iterator[str]:
    for parameter in declared:
        text = f"{parameter.shown} {_placeholder(parameter)}" if parameter.is_option else parameter.shown
        text += "..." if parameter.repeats and not parameter.is_option else ""
        if parameter.is_required:
            yield text
        elif not parameter.is_option:
            yield f"[{text}]"
    if any(parameter.is_option and not parameter.is_required for parameter in declared):
        yield "[OPTIONS]"


def _row(parameter: Parameter, lang: Lang) -> str:
    cells = (
        f"`{parameter.shown}`",
        _values(parameter, lang),
        _default(parameter, lang),
        _sentence(parameter.help, lang),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _values(parameter: Parameter, lang: Lang) -> str:
    if parameter.hint is bool:
        return ""
    text = ", ".join(f"`{choice}`" for choice in parameter.choices) or f"`{_placeholder(parameter)}`"
    return f"{text} ({SEVERAL[lang]})" if parameter.repeats else text


def _placeholder(parameter: Parameter) -> str:
    if parameter.info.metavar:
        return parameter.info.metavar
    is_number = int in (parameter.hint, *get_args(parameter.hint))
    return "|".join(parameter.choices) or ("N" if is_number else "TEXT")


def _default(parameter: Parameter, lang: Lang) -> str:
    if parameter.is_required:
        return REQUIRED[lang]
    if parameter.name in BY_MACHINE or parameter.default is None or isinstance(parameter.default, bool):
        return ""
    return f"`{parameter.default}`"


def _choices(hint: Any) -> Iterator[str]:
    """The texts of all Literals and Enums in a type hint, however deep."""
    if isinstance(hint, str):
        yield hint
    elif inspect.isclass(hint) and issubclass(hint, Enum):
        yield from (choice.value for choice in hint)
    else:
        for each in get_args(hint):
            yield from _choices(each)


def _sentence(text: Any, lang: Lang) -> str:
    """A help text on one line; one with both languages in `lang`."""
    return re.sub(r"\s+", " ", text[lang] if isinstance(text, Text) else text or "").strip()
