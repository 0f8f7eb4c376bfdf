"""What the command line reports as one sentence, without a traceback, in the language of the terminal.

UserError             wrong usage or configuration: exit status 2
└── CannotGoOn        what was asked for is right, but this machine lacks something just now: exit status 1
"""

from __future__ import annotations

import errno
from collections.abc import Sequence

from fcnkit.text import Text, joined, same

NOT_UTF8 = Text(
    ko="{path}: UTF-8이 아닙니다({byte}번째 바이트). UTF-8로 저장하세요.",
    en="{path}: not UTF-8 (byte {byte}); save it as UTF-8",
)
AND_MORE = Text(ko="그 밖에 {count}건", en="and {count} more")


class UserError(Exception):
    """Something that the person at the command line can put right; the message says what was found and what to do.

    `str(error)` is English, for logs.
    """

    exit_status = 2

    def __init__(self, text: Text, /, **values: object) -> None:
        """`values` fill the text's fields, as `Text.format` does; without any, the text is taken as it is."""
        self.text = text.format(**values) if values else text
        super().__init__(self.text)  # the one argument, so that the error can be pickled

    def __str__(self) -> str:
        return self.text.en


class CannotGoOn(UserError):
    """Work stopped half-way, such as for a full disk; what is done is kept, and the same command goes on from there."""

    exit_status = 1


class ConfigError(UserError):
    """Something in the course's files is wrong; the message names the file, the place and the fix."""


def some_of(complaints: Sequence[Text], most: int) -> Text:
    """A line for each complaint, as far as anybody reads, and how many more there are."""
    left = len(complaints) - most
    return joined([*complaints[:most], *([AND_MORE.format(count=left)] if left > 0 else [])], "\n")


_REASONS = {
    errno.ENOENT: Text(ko="그런 파일이나 폴더가 없습니다", en="No such file or directory"),
    errno.EACCES: Text(ko="접근 권한이 없습니다", en="Permission denied"),
    errno.EPERM: Text(ko="허용되지 않은 일입니다", en="Operation not permitted"),
    errno.EISDIR: Text(ko="파일이 아니라 폴더입니다", en="Is a directory"),
    errno.ENOTDIR: Text(ko="폴더가 아닙니다", en="Not a directory"),
    errno.EEXIST: Text(ko="이미 있습니다", en="File exists"),
    errno.EROFS: Text(ko="읽기 전용 디스크입니다", en="Read-only file system"),
    errno.ENAMETOOLONG: Text(ko="이름이 너무 깁니다", en="File name too long"),
    errno.ENOSPC: Text(ko="디스크가 가득 찼습니다", en="No space left on device"),
    errno.EMFILE: Text(ko="열려 있는 파일이 너무 많습니다", en="Too many open files"),
    errno.ENFILE: Text(ko="시스템 전체에 열려 있는 파일이 너무 많습니다", en="Too many open files in system"),
    errno.EDQUOT: Text(ko="디스크 사용 한도를 넘었습니다", en="Disk quota exceeded"),
}


def reason(error: OSError) -> Text:
    """Why the operating system refused something, in both languages for what people meet."""
    return _REASONS.get(error.errno or 0, same(error.strerror or error))


_REMEDIES = {
    errno.ENOENT: Text(ko="이름과 위치를 살펴보세요.", en="check its name and where it lies"),
    errno.EISDIR: Text(ko="그 안의 파일을 지정하세요.", en="name a file in it"),
    errno.ENOTDIR: Text(ko="폴더를 지정하세요.", en="name a folder"),
    errno.EEXIST: Text(ko="다른 이름을 지정하거나 그것을 옮기세요.", en="name another, or move it away"),
    errno.ENAMETOOLONG: Text(ko="더 짧은 이름을 지정하세요.", en="name a shorter one"),
}
_OTHER_REMEDY = Text(
    ko="읽고 쓸 수 있는지, 자리가 남아 있는지 살펴보세요.", en="check that it may be read and written, and has room"
)


def remedy(error: OSError) -> Text:
    """What to do about it, to be said behind the reason."""
    return _REMEDIES.get(error.errno or 0, _OTHER_REMEDY)
