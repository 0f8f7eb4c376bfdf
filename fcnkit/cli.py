"""The command line: its start and its end, and every mistake of the user's one sentence with exit status 2.

Help and messages are in the language of the terminal; `--ui-lang` asks for another one.
"""

from __future__ import annotations

import atexit
import gc
import io
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from fcnkit import cli_commands, cli_grading_commands  # noqa: F401  # declare all commands
from fcnkit.commands import file_errors
from fcnkit.commands.application import COMMANDS, app, declare_itself, page
from fcnkit.commands.terminal_lang import OPTION, choose_lang, detect_lang
from fcnkit.commands.usage_errors import sentence
from fcnkit.errors import CannotGoOn, UserError
from fcnkit.text import Lang, Text


def _say_version(is_asked: bool) -> None:
    if is_asked:
        from importlib import metadata  # noqa: PLC0415  # takes as long as Typer, and no command needs it

        typer.echo(f"fcnkit {metadata.version('fcnkit')}")
        raise typer.Exit


def _options(
    ui_lang: Annotated[  # `main` has read it before the command line is parsed
        Lang | None,
        typer.Option(OPTION),
        Text(
            ko="도움말과 메시지의 언어. 쓰지 않으면 로캘(LANG)을 따릅니다.",
            en="Language of help and messages; by default the locale's (LANG).",
        ),
    ] = None,
    version: Annotated[  # its callback has acted before any command
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True),
        Text(ko="버전을 보여 줍니다.", en="Say the version and exit."),
    ] = False,
) -> None:
    """What stands before the name of a command."""


ABOUT = Text(
    ko="자동 채점 프로그래밍 과제를 만들고 채점합니다. 과제와 화면은 한국어와 영어를 모두 갖추고 있습니다.",
    en="Auto-graded programming assignments, in Korean and English.",
)
declare_itself(ABOUT, _options)


def main(arguments: Sequence[str] | None = None) -> None:
    """The `fcnkit` command; ends the process with its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    choose_lang(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):  # into a log, Korean Windows writes CP949, which lacks é and –
        sys.stdout.reconfigure(errors="replace")
    atexit.register(gc.freeze)  # else Python looks for garbage in all that is imported once more before it ends
    try:
        sys.exit(app(arguments, prog_name="fcnkit", standalone_mode=False) or 0)
    except typer.TyperException as error:
        if not arguments:
            typer.echo(page(""))
            sys.exit(error.exit_code)
        said, status = sentence(error, arguments, COMMANDS), error.exit_code
    except UserError as error:
        said, status = error.text, error.exit_status
    except OSError as error:
        is_lacking = error.errno in file_errors.LACKING
        missing = file_errors.missing_folder(error)
        if missing is None and error.filename is None and not is_lacking:
            raise
        said = missing or file_errors.sentence(error, arguments, COMMANDS)
        status = CannotGoOn.exit_status if is_lacking else UserError.exit_status
    typer.echo(f"fcnkit: {said[detect_lang()]}", err=True)
    sys.exit(status)
