"""What `--help` shows: plain lines in the language of the terminal, without boxes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fcnkit.commands.parameters import Command, Parameter
from fcnkit.text import Lang, Text, same

if TYPE_CHECKING:
    from rich.console import Console

USAGE = Text(ko="사용법:", en="Usage:")
OPTIONS = Text(ko="옵션", en="Options")
ARGUMENTS = Text(ko="인수", en="Arguments")
COMMANDS = Text(ko="명령", en="Commands")
ANY_OPTIONS = Text(ko="[옵션]", en="[OPTIONS]")
A_COMMAND = Text(ko="명령 …", en="COMMAND …")
HELP = Text(ko="이 도움말을 보여 줍니다.", en="Show this message and exit.")
MORE = Text(
    ko="명령마다 쓸 수 있는 옵션은 `fcnkit 명령 --help`로 볼 수 있습니다.",
    en="`fcnkit COMMAND --help` shows the options of a command.",
)
REQUIRED = Text(ko="필수", en="required")
DEFAULT = Text(ko="기본값: {default}", en="default: {default}")
FROM_TO = Text(ko="{least:g}~{most:g}", en="{least:g} to {most:g}")
FROM = Text(ko="{least:g} 이상", en="{least:g} or more")
UP_TO = Text(ko="{most:g} 이하", en="{most:g} or less")
_WIDEST = 100


def help_page(command: Command, lang: Lang, width: int, commands: Sequence[Command]) -> str:
    """The whole page, for a terminal of so many columns; `commands` are those of `fcnkit` itself."""
    from rich.console import Console  # noqa: PLC0415  # what shows no help does without

    page = io.StringIO()
    console = Console(
        file=page, width=min(width, _WIDEST), highlight=False, markup=False, emoji=False, color_system=None
    )
    places = [_place(each) for each in command.arguments]
    words = ["fcnkit", command.name, ANY_OPTIONS[lang], *(places if not commands else [A_COMMAND[lang]])]
    console.print(f"{USAGE[lang]} {' '.join(filter(None, words))}\n", soft_wrap=True)
    console.print(command.help[lang])
    _section(console, ARGUMENTS[lang], ((each.metavar, _about(each, lang)) for each in command.arguments))
    options = [(f"{', '.join(each.flags)} {each.metavar}".strip(), _about(each, lang)) for each in command.options]
    _section(console, OPTIONS[lang], [*options, ("--help", HELP[lang])])
    if commands:
        _section(console, COMMANDS[lang], ((each.name, each.help[lang]) for each in commands))
        console.print(f"\n{MORE[lang]}")
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines())


def _place(argument: Parameter) -> str:
    """Where it stands in the command line: in brackets where it may be left out."""
    written = f"{argument.metavar} …" if argument.is_repeated else argument.metavar
    return written if argument.is_required else f"[{written}]"


def _about(parameter: Parameter, lang: Lang) -> str:
    """The help of a parameter and, in brackets, what values it takes."""
    facts = [
        REQUIRED if parameter.is_required and parameter.flags else None,
        span(parameter),
        same(", ".join(parameter.choices)) if parameter.choices and "|" not in parameter.metavar else None,
        DEFAULT.format(default=parameter.default) if parameter.default is not None else None,
    ]
    told = [fact[lang] for fact in facts if fact is not None]
    return f"{parameter.help[lang]} ({'; '.join(told)})" if told else parameter.help[lang]


def span(parameter: Parameter) -> Text | None:
    """Which numbers it takes; None where that is not limited."""
    least, most = parameter.least, parameter.most
    if least is None and most is None:
        return None
    text = FROM_TO if None not in (least, most) else UP_TO if least is None else FROM
    return text.format(least=least, most=most)


def _section(console: Console, title: str, rows: Iterable[tuple[str, str]]) -> None:
    lines = list(rows)
    if not lines:
        return
    from rich.table import Table  # noqa: PLC0415  # as above

    console.print(f"\n{title}:")
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, about in lines:
        table.add_row(f"  {name}", about)
    console.print(table)
