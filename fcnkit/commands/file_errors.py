"""What the operating system refused, as one sentence: the file, why, and the option that names another one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from fcnkit.commands.parameters import Command
from fcnkit.course_folder import NO_FOLDER
from fcnkit.errors import reason, remedy
from fcnkit.text import Text

NOT_POSSIBLE = Text(ko="{file}: {reason}. {remedy}", en="{file}: {reason}; {remedy}")
NO_ROOM = Text(
    ko="{reason}. 자리를 마련하고 같은 명령을 다시 실행하세요.", en="{reason}; make room and run the same command again"
)
TOO_FEW = Text(
    ko="{reason}. 한꺼번에 열 수 있는 파일의 수를 늘리고(`ulimit -n 1024`) 같은 명령을 다시 실행하세요.",
    en="{reason}; allow more at the same time (`ulimit -n 1024`) and run the same command again",
)
NAMED = Text(ko="{option} {file}: {reason}. {remedy}", en="{option} {file}: {reason}; {remedy}")
ELSEWHERE = Text(ko="다른 곳을 지정하세요.", en="name another place")
NAME_ONE = Text(
    ko="{file}: {reason}. 쓸 수 있는 곳을 {option} 옵션으로 지정하세요.",
    en="{file}: {reason}; name a place where you may write with {option}",
)
NO_TEMPORARY = Text(
    ko="임시 파일을 둘 수 있는 폴더가 없습니다. 쓸 수 있는 폴더를 환경 변수 TMPDIR로 지정하고 다시 실행하세요.",
    en="no folder takes temporary files; name one where you may write in the environment variable TMPDIR and run it "
    "again",
)
FULL = (errno.ENOSPC, errno.EDQUOT)
_OPEN = (errno.EMFILE, errno.ENFILE)
LACKING = (*FULL, *_OPEN)
"""What the machine has too little of, whatever file it was that could not be opened or written."""
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_OUT = "--out"


def sentence(error: OSError, arguments: Sequence[str], commands: Mapping[str, Command]) -> Text:
    """For an error that names a file, or one of LACKING. `commands` are all of them by name."""
    why = reason(error)
    if error.errno in _OPEN:
        return TOO_FEW.format(reason=why)
    if error.filename is None:  # who writes into an open file is not told its name
        return NO_ROOM.format(reason=why)
    name = error.filename2 or error.filename  # of a file that was to be moved, where to
    file = Path(os.fsdecode(name)).absolute()
    if error.errno not in FULL:
        given = dict(_given(arguments))
        elsewhere = ELSEWHERE if error.errno in _CLOSED else remedy(error)
        for option, value in given.items():
            if file.is_relative_to(value):
                return NAMED.format(option=option, file=name, reason=why, remedy=elsewhere)
        if not _is_writable_around(file):
            if _OUT in given and file.is_relative_to(given[_OUT].parent):  # what is put in its place once it is whole
                return NAMED.format(option=_OUT, file=given[_OUT], reason=why, remedy=elsewhere)
            command = commands[next((word for word in arguments if word in commands), "")]
            if _OUT not in given and any(_OUT in each.flags for each in command.options):
                return NAME_ONE.format(file=name, option=_OUT, reason=why)
    return NOT_POSSIBLE.format(file=name, reason=why, remedy=remedy(error))


def missing_folder(error: BaseException) -> Text | None:
    """The folder that every program has, where it is what was not found: Python names no file then."""
    if not isinstance(error, FileNotFoundError) or error.filename is not None:
        return None
    for find, lack in ((Path.cwd, NO_FOLDER), (tempfile.gettempdir, NO_TEMPORARY)):
        try:
            find()
        except FileNotFoundError:
            return lack
    return None


def _given(arguments: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """The options of a command line, with their values taken for paths."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        option, sign, value = word.partition("=")
        if option.startswith("--") and (value or following):
            yield option, Path(value if sign else following).absolute()


def _is_writable_around(file: Path) -> bool:
    """Whether anything may be written into the innermost folder around it that is there."""
    return os.access(next(folder for folder in file.parents if os.access(folder, os.F_OK)), os.W_OK)
