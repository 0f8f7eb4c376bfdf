"""Parses mails that anybody may have made: in bounded time, and headers as people read them."""

from __future__ import annotations

import email
from collections.abc import Sequence
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import TYPE_CHECKING

from fcnkit.unicode import utf8_or_cp949

MAX_BYTES = 50 * 2**20
"""No mail server takes more. Parsing takes twelve times as much memory."""
MAX_LINES = 2_000_000
"""A mail with MAX_BYTES of attachments has 700,000."""
MAX_BOUNDARIES = 5_000
"""Lines that begin with `--`, as those between parts do."""
MAX_PARTS = 200
"""Each of their headers may take 30 ms to parse."""
MAX_LOOKS = 30_000_000
"""Lines times boundaries: where parts are nested, each line is compared with each boundary."""
_LONGEST_HEADER = 1_000
"""Characters; parsing takes quadratic time. The longest file names in Korean take some 800."""
_LONGEST_CODE = 40
"""Characters of Content-Transfer-Encoding, which is parsed even where a part's bytes are wanted as they stand."""
_DAMAGED = (MessageError, RecursionError, ValueError, LookupError, AttributeError, TypeError, AssertionError)
"""What `email` raises for headers that follow no grammar."""


class UnreadableMail(Exception):
    """No mail, or one that is made to hold its reader up."""


if TYPE_CHECKING:
    _Policy = EmailPolicy[EmailMessage]
else:
    _Policy = EmailPolicy  # generic for type checkers alone


class _Bounded(_Policy):
    """The modern policy, for headers that are cut to a length and may hold letters that are not ASCII, unencoded."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines))
        longest = _LONGEST_CODE if name.casefold() == "content-transfer-encoding" else _LONGEST_HEADER
        return name, _decoded(value[:longest])


def parsed(content: bytes) -> EmailMessage:
    """The mail, its parts and headers. Raises UnreadableMail."""
    if len(content) > MAX_BYTES or _takes_long(content):
        raise UnreadableMail
    try:
        message = email.message_from_bytes(content, policy=_Bounded())
        if sum(1 for _ in message.walk()) > MAX_PARTS:
            raise UnreadableMail
    except _DAMAGED as error:
        raise UnreadableMail from error
    return message


def _takes_long(content: bytes) -> bool:
    lower = content.lower()
    lines = content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n")  # for `email` each of them ends a line
    is_long = lines > MAX_LINES or content.count(b"\n--") + content.count(b"\r--") > MAX_BOUNDARIES
    return is_long or lines * lower.count(b"boundary") > MAX_LOOKS or lower.count(b"content-type:") > MAX_PARTS


def header(message: EmailMessage, name: str) -> str:
    """A header as people read it, in one line; empty where there is none or it follows no grammar."""
    try:
        return " ".join(str(message[name] or "").split())
    except _DAMAGED:
        return ""


def sender(message: EmailMessage) -> tuple[str, str]:
    """The name and the address of whom a mail says it is from; empty where it does not say."""
    try:
        said = message["From"]
        first = next(iter(said.addresses), None) if said is not None else None
        return (" ".join(first.display_name.split()), first.addr_spec) if first is not None else ("", "")
    except _DAMAGED:
        return "", ""


def file_name(part: EmailMessage) -> str:
    """What an attachment is called; empty where it has no name."""
    try:
        return _decoded(part.get_filename() or "")
    except _DAMAGED:
        return ""


def charset(part: EmailMessage) -> str:
    """The encoding of a part's text."""
    try:
        return part.get_content_charset() or "utf-8"
    except _DAMAGED:
        return "utf-8"


def body(part: EmailMessage) -> bytes:
    """The bytes of a part, unpacked."""
    try:
        payload = part.get_payload(decode=True)
    except _DAMAGED:
        return b""
    return payload if isinstance(payload, bytes) else b""


def _decoded(text: str) -> str:
    """With bytes that are no ASCII, which some mailers write into headers, taken for UTF-8 or CP949."""
    if text.isascii():
        return text
    try:
        raw = text.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:  # already letters
        return text.encode("utf-8", "replace").decode()
    known = utf8_or_cp949(raw)
    return raw.decode(errors="replace") if known is None else known
