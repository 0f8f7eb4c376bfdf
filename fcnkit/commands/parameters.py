"""The commands and their parameters, with help in both languages, as functions declare them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo, OptionInfo, ParameterInfo

from fcnkit.text import Text

_SHORT = 12
"""Letters: longer lists of choices stand in the help, not beside the option."""


@dataclass(frozen=True)
class Parameter:
    """An option or argument of a command."""

    name: str
    """The name of the function's parameter."""
    help: Text
    flags: tuple[str, ...]
    """What it is written as, such as `--out`; an argument has none."""
    metavar: str
    """What stands for its value; empty for a switch."""
    choices: tuple[str, ...]
    least: float | None
    most: float | None
    default: str | None
    is_required: bool
    is_repeated: bool

    @property
    def shown(self) -> str:
        """What a message calls it."""
        return self.flags[0] if self.flags else self.metavar

    @property
    def written(self) -> str:
        """How it is written in a command line."""
        return f"{self.shown} {self.metavar}".strip() if self.flags else self.metavar


@dataclass(frozen=True)
class Command:
    """A command; the one without a name is `fcnkit` itself."""

    name: str
    help: Text
    parameters: tuple[Parameter, ...]

    @property
    def options(self) -> list[Parameter]:
        return [parameter for parameter in self.parameters if parameter.flags]

    @property
    def arguments(self) -> list[Parameter]:
        return [parameter for parameter in self.parameters if not parameter.flags]

    def find(self, name: str | None) -> Parameter | None:
        """A parameter by its function's name for it."""
        return next((each for each in self.parameters if each.name == name), None)


def declared(name: str, help: Text, function: Callable[..., object]) -> Command:
    """What a function declares: `Annotated[type, typer.Option(…), Text(ko=…, en=…)]` for each of its parameters.

    Raises LookupError where a parameter has no Text, so that no help is ever half translated.
    """
    hints = get_type_hints(function, include_extras=True)
    signature = inspect.signature(function).parameters
    return Command(name, help, tuple(_parameter(each, hints[each.name]) for each in signature.values()))


def _parameter(declaration: inspect.Parameter, hint: Any) -> Parameter:
    if get_origin(hint) is not Annotated:
        raise LookupError(f"{declaration.name} is not declared as Annotated[type, typer.Option(…), Text(…)]")
    kind, *about = get_args(hint)
    texts = [each for each in about if isinstance(each, Text)]
    infos = [each for each in about if isinstance(each, ParameterInfo)]
    if len(texts) != 1 or len(infos) != 1:
        raise LookupError(f"{declaration.name} needs one typer.Option or typer.Argument, and one Text as its help")
    info = infos[0]
    info.help = texts[0].en  # for whoever reads the commands from Typer
    values, is_repeated = _values(kind)
    choices = _choices(values)
    alternatives = "|".join(choices) if len("|".join(choices)) <= _SHORT else declaration.name.upper()
    metavar = info.metavar or (alternatives if choices else "" if values is bool else "N")
    default = declaration.default
    is_required = default is inspect.Parameter.empty
    tells_default = not is_required and not is_repeated and default not in (None, False)
    return Parameter(
        name=declaration.name,
        help=texts[0],
        flags=_flags(declaration.name, info),
        metavar=metavar,
        choices=choices,
        least=info.min,
        most=info.max,
        default=str(default) if tells_default else None,
        is_required=is_required,
        is_repeated=is_repeated,
    )


def _flags(name: str, info: ParameterInfo) -> tuple[str, ...]:
    if isinstance(info, ArgumentInfo):
        return ()
    # What is written in `Annotated` as `typer.Option("--name")` is called a default there.
    written = (info.default, *(info.param_decls or ())) if isinstance(info, OptionInfo) else ()
    flags = tuple(flag for flag in written if isinstance(flag, str) and flag.startswith("-"))
    return flags or (f"--{name.replace('_', '-')}",)


def _values(kind: Any) -> tuple[Any, bool]:
    """What one value is, without None and lists around it, and whether there may be several."""
    inner = [each for each in get_args(kind) if each is not type(None)] if get_origin(kind) is not Literal else []
    if get_origin(kind) is list:
        return inner[0], True
    return _values(inner[0]) if inner else (kind, False)


def _choices(kind: Any) -> tuple[str, ...]:
    if get_origin(kind) is Literal:
        return tuple(map(str, get_args(kind)))
    is_enum = isinstance(kind, type) and issubclass(kind, Enum)
    return tuple(str(each.value) for each in kind) if is_enum else ()
