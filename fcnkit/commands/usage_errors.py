"""Mistakes in a command line, each as one sentence in both languages: what was found, and what to write."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence

from typer import TyperException

from fcnkit.commands.help_page import span
from fcnkit.commands.parameters import Command, Parameter
from fcnkit.commands.terminal_lang import OPTION
from fcnkit.text import AT, Text, same

SEE = Text(ko="{what} (사용법: `{command} --help`)", en="{what}; `{command} --help` shows the usage")
NO_OPTION = Text(ko="{option:은} 모르는 옵션입니다.", en="No such option {option}")
CLOSE = Text(
    ko="{option:은} 모르는 옵션입니다. {close:을} 쓰려고 하셨나요?",
    en="No such option {option} (did you mean {close}?)",
)
BEFORE = Text(
    ko="{option:은} 명령 이름 앞에 씁니다. `fcnkit {option} ko {command} …`처럼 쓰세요.",
    en="{option} stands before the command; write `fcnkit {option} ko {command} …`",
)
MISSING_OPTION = Text(
    ko="{name} 옵션이 없습니다. `{written}`{written:~을} 더하세요: {help}",
    en="Missing option '{name}'; add `{written}`: {help}",
)
MISSING_ARGUMENT = Text(ko="{name} 인수가 없습니다: {help}", en="Missing argument {name}: {help}")
MISSING_BEHIND = Text(
    ko="{name} 인수가 없습니다({found!r:을} {other:으로} 읽었습니다): {help}",
    en="Missing argument {name} ({found!r} is taken for {other}): {help}",
)
NO_VALUE = Text(ko="{name} 옵션에 값이 없습니다. `{written}`처럼 쓰세요.", en="{name} needs a value; write `{written}`")
TAKES_NONE = Text(ko="{name} 옵션에는 값을 쓰지 않습니다. 값을 빼세요.", en="{name} takes no value; leave it out")
NO_CHOICE = Text(
    ko="{found:은} 쓸 수 없는 값입니다. 다음 가운데 하나를 쓰세요: {choices}",
    en="{found} is no choice; write one of {choices}",
)
NOT_IN_SPAN = Text(
    ko="{found:은} 쓸 수 없는 값입니다. {span}의 정수를 쓰세요.",
    en="{found} does not fit; write a whole number, {span}",
)
NOT_USABLE = Text(ko="{found:은} 쓸 수 없는 값입니다.", en="{found} cannot be used here")
CLOSE_COMMAND = Text(
    ko="{found!r:은} 모르는 명령입니다. {close!r:을} 쓰려고 하셨나요?",
    en="No such command {found!r} (did you mean {close!r}?)",
)
NO_COMMAND = Text(
    ko="{found!r:은} 모르는 명령입니다. 있는 명령: {commands}", en="No such command {found!r}; there are: {commands}"
)
WHICH_COMMAND = Text(
    ko="명령이 없습니다. 다음 가운데 하나를 쓰세요: {commands}", en="no command; write one of {commands}"
)
TOO_MUCH = Text(
    ko="{found!r:이} 남습니다. 지우거나 옵션 이름을 앞에 쓰세요.",
    en="{found!r} is too much; remove it, or write an option before it",
)
OTHERWISE = Text(ko="명령을 이해할 수 없습니다({said}).", en="the command line cannot be understood ({said})")


def sentence(error: TyperException, arguments: Sequence[str], commands: Mapping[str, Command]) -> Text:
    """What is wrong with a command line. `commands` are all of them by name, `fcnkit` itself under an empty one."""
    context = getattr(error, "ctx", None)
    if context is not None:
        name = str(context.info_name) if context.parent is not None else ""
    else:  # of an option without its value Typer does not say which command it is about
        name = next((word for word in arguments if word in commands), "")
    command = commands.get(name, commands[""])
    return SEE.format(what=_what(error, command, commands), command=f"fcnkit {name}".strip())


def _what(error: TyperException, command: Command, commands: Mapping[str, Command]) -> Text:
    """By the name of the error's class, which Typer has in a package of its own since 0.26, and Click before."""
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(str(getattr(error, "option_name", "")), command)
        case "MissingParameter":
            return _missing(_parameter(error, command), _first_argument(error, command))
        case "BadOptionUsage":
            flag = str(getattr(error, "option_name", ""))
            known = next((each for each in command.options if flag in each.flags), None)
            text = TAKES_NONE if known is None or not known.metavar else NO_VALUE
            return text.format(name=flag, written=f"{flag} {known.metavar if known else ''}".strip())
        case "BadParameter":
            return _bad_value(error, _parameter(error, command))
    return _other(error.message, commands)


def _parameter(error: TyperException, command: Command) -> Parameter | None:
    return command.find(getattr(getattr(error, "param", None), "name", None))


def _no_such_option(option: str, command: Command) -> Text:
    if option == OPTION:
        return BEFORE.format(option=option, command=command.name)
    close = difflib.get_close_matches(option, [flag for each in command.options for flag in each.flags], n=1)
    return CLOSE.format(option=option, close=close[0]) if close else NO_OPTION.format(option=option)


def _first_argument(error: TyperException, command: Command) -> tuple[Parameter, str] | None:
    """The first argument that was written, and as what: of two, the other one may have been left out."""
    read = getattr(getattr(error, "ctx", None), "params", {})
    return next(((each, str(read[each.name])) for each in command.arguments if each.name in read), None)


def _missing(parameter: Parameter | None, first: tuple[Parameter, str] | None) -> Text:
    if parameter is None:
        return OTHERWISE.format(said="?")
    said = {"name": parameter.shown, "help": _unended(parameter.help)}
    if parameter.flags:
        return MISSING_OPTION.format(written=parameter.written, **said)
    if first is None:
        return MISSING_ARGUMENT.format(**said)
    other, found = first
    return MISSING_BEHIND.format(found=found, other=other.shown, **said)


def _unended(help: Text) -> Text:
    """A help text as a part of a sentence that goes on."""
    return Text(ko=help.ko.rstrip("."), en=help.en.rstrip("."))


def _bad_value(error: TyperException, parameter: Parameter | None) -> Text:
    found = _found(error)
    if parameter is None:
        return NOT_USABLE.format(found=found)
    limits = span(parameter)
    if parameter.choices:
        what = NO_CHOICE.format(found=found, choices=", ".join(map(repr, parameter.choices)))
    elif limits is not None:
        what = NOT_IN_SPAN.format(found=found, span=limits)
    else:
        what = NOT_USABLE.format(found=found)
    return AT.format(place=parameter.shown, what=what)


def _found(error: TyperException) -> str:
    """The value that was refused: from pydantic's error, where Typer's comes from one, else from the message."""
    errors = getattr(error.__cause__, "errors", None)
    if errors is not None:
        return repr(errors()[0]["input"])
    told = re.match(r"(?P<value>'[^']*'|\S+) is not ", error.message)
    return told["value"] if told else "?"


def _other(said: str, commands: Mapping[str, Command]) -> Text:
    names = [name for name in commands if name]
    if unknown := re.match(r"No such command ['\"](?P<name>.*)['\"]\.", said):
        if close := difflib.get_close_matches(unknown["name"], names, n=1):
            return CLOSE_COMMAND.format(found=unknown["name"], close=close[0])
        return NO_COMMAND.format(found=unknown["name"], commands=", ".join(names))
    if extra := re.match(r"Got unexpected extra arguments?(?:\(s\))? \((?P<names>.*)\)", said):
        return TOO_MUCH.format(found=extra["names"])
    if said.startswith("Missing command"):
        return WHICH_COMMAND.format(commands=", ".join(names))
    return OTHERWISE.format(said=same(said))
