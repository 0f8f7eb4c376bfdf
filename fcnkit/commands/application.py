"""The Typer application: commands are declared with their help in both languages, and shown in the terminal's."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from fcnkit.commands.help_page import help_page
from fcnkit.commands.parameters import Command, declared
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.text import Text

COMMANDS: dict[str, Command] = {}
"""All commands by name; `fcnkit` itself has an empty one."""
Function = TypeVar("Function", bound=Callable[..., None])


def page(name: str) -> str:
    """What `--help` shows of a command, or of `fcnkit` itself."""
    commands = [] if name else [command for command in COMMANDS.values() if command.name]
    return help_page(COMMANDS[name], detect_lang(), shutil.get_terminal_size().columns, commands)


class _Command(TyperCommand):
    """A command whose help is in the language of the terminal."""

    def get_help(self, ctx: Any) -> str:  # noqa: ARG002
        return page(self.name or "")


class _Group(TyperGroup):
    """`fcnkit` itself, likewise."""

    def get_help(self, ctx: Any) -> str:  # noqa: ARG002
        return page("")


app = typer.Typer(
    name="fcnkit",
    cls=_Group,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def command(help: Text, name: str | None = None) -> Callable[[Function], Function]:
    """Makes a function a command, which is called as the function is, unless Python keeps that name for itself."""

    def register(function: Function) -> Function:
        called = name or function.__name__
        COMMANDS[called] = declared(called, help, function)
        return app.command(called, cls=_Command, help=help.en)(function)

    return register


def declare_itself(help: Text, function: Callable[..., None]) -> None:
    """What `fcnkit` is, and the options that stand before the name of a command."""
    COMMANDS[""] = declared("", help, function)
    app.callback(help=help.en)(function)
