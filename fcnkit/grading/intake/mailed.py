"""Mails with notebooks attached, saved as `.eml`: whose each is, and its attachments, which are read as a zip is."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from zipfile import ZipFile, ZipInfo

from fcnkit.grading.intake.file_names import suffix
from fcnkit.grading.intake.plain_names import plain_reading
from fcnkit.grading.intake.platforms import Reading
from fcnkit.grading.intake.submission import MAX_NAME, Refused, composed, readable
from fcnkit.mail_parser import UnreadableMail, body, file_name, header, parsed, sender
from fcnkit.text import Text

MAIL = ".eml"
DAMAGED = Text(
    ko="'{name}'{name:~은} 읽을 수 없는 메일입니다. 첨부된 노트북(.ipynb)을 저장해 그 파일을 제출해 주세요.",
    en="'{name}' is a mail that cannot be read. Save the notebook (.ipynb) attached to it, and hand that in.",
)
SEVERAL = Text(
    ko="'{name}'에는 다른 메일이 {count}통 첨부되어 있습니다. 학생마다 메일을 하나씩 .eml 파일로 저장해 주세요.",
    en="'{name}' has {count:+other mail} attached. Save each student's mail as an .eml file of its own.",
)
NOTHING_ATTACHED = Text(
    ko="'{name}' 메일에 첨부된 노트북(.ipynb)이나 zip 파일이 없습니다. 과제 노트북을 첨부해 다시 보내 주세요.",
    en="No notebook (.ipynb) or zip is attached to the mail '{name}'. Attach the assignment's notebook and send it "
    "again.",
)
CLAIMED = Text(
    ko="이 메일에 적힌 학번이나 주소({id})는 다른 사람이 보냈을 수 있는 제출물에도 있어, 실제로 보낸 주소로 "
    "구분했습니다. 누구의 메일인지 확인하고, 한 사람의 것이면 채점할 것 하나만 남겨 주세요.",
    en="The student number or address {id} is also on a hand-in that somebody else may have sent, so this mail goes by "
    "the address that it came from. Check whose it is; where both are one person's, keep the one to grade.",
)
TYPED = "e-mail"
"""What stands for a platform where somebody has sent words alone."""
_WANTED = (".ipynb", ".zip")
_FORWARDED = re.compile(r"\s*[\[(]?(?:fwd?|fw|wg|tr|rv|전달)[\])]?\s*[:：]", re.I)
"""How a subject begins where somebody sends on what another one has written."""
_MACHINE = re.compile(r"(?:no|do-?not|donot)[-._]?reply|mailer-daemon|postmaster|notifications?|notify", re.I)
"""Addresses that many people's mails come from."""
_LONGEST_NAME = 120


@dataclass(frozen=True)
class Attachment:
    name: str
    content: bytes


@dataclass(frozen=True)
class Mail:
    """What one mail says, all of which its sender may have made up but when it was received."""

    name: str
    """The sender's name."""
    address: str
    """The sender's; empty where it tells of nobody."""
    subject: str
    sent: datetime | None
    """When the last server received it, else what its sender wrote."""
    attachments: tuple[Attachment, ...]
    is_draft: bool
    """Whether it has never been sent, as those that `fcnkit return` writes."""
    sent_by: str
    """The address that the outermost mail came from, also one that tells of nobody; of none the file's name."""

    @property
    def is_hand_in(self) -> bool:
        return any(suffix(each.name) in _WANTED for each in self.attachments)


def read_mail(content: bytes, name: str) -> Mail:
    """A mail; of one that another mail is attached to, and no notebook, that one. Raises Refused."""
    try:
        return _mail(parsed(content), name)
    except (UnreadableMail, RecursionError) as error:
        raise Refused(DAMAGED.format(name=readable(name))) from error


def attachments(content: bytes, name: str) -> tuple[bytes, str]:
    """What is attached to a mail as a zip, and what to call that: the mail, or the only zip in it. Raises Refused."""
    mail = read_mail(content, name)
    wanted = [each for each in mail.attachments if suffix(each.name) in _WANTED]
    if not wanted:
        raise Refused(NOTHING_ATTACHED.format(name=readable(name)))
    if len(wanted) == 1 and suffix(wanted[0].name) == ".zip":
        return wanted[0].content, wanted[0].name
    packed = io.BytesIO()
    with ZipFile(packed, "w") as file:
        for number, each in enumerate(mail.attachments):
            again = any(each.name == other.name for other in mail.attachments[:number])
            file.writestr(ZipInfo(f"{number + 1}/{each.name}" if again else each.name), each.content)
    return packed.getvalue(), name


def told_apart(readings: Iterable[Reading]) -> dict[Reading, Reading]:
    """Mails that say to be somebody's from whom something has come from elsewhere, too, by who has sent them.

    Anybody can write a student number into a mail, and can attach a mail that another one seems to have written.
    """
    claims = defaultdict[str, list[Reading]](list)
    for each in readings:
        if each.key.startswith(("number:", "mail:")):
            claims[each.key].append(each)
    return {
        each: replace(each, key=f"mail:{each.sent_by}", id=each.sent_by, email=each.sent_by, notes=(*each.notes, said))
        for several in claims.values()
        if len({each.sent_by for each in several}) > 1
        for each in several
        if each.sent_by and (said := CLAIMED.format(id=each.id))
    }


def reading(mail: Mail, plain: Reading) -> Reading | None:
    """Whose a mail is whose file's name says `plain`; None for one that is nobody's hand-in.

    By the student number in the file's name, else by the only one in the sender's name, the attachments' names or the
    subject, else by the address that it came from. What is sent on, or by a machine, tells of nobody by its address.
    """
    if mail.is_draft:
        return None
    names = [each.name for each in mail.attachments if suffix(each.name) in _WANTED]
    by_hand = [plain_reading(name, is_file=True) for name in names] + [plain_reading(mail.name, is_file=False)]
    numbered = [each for each in (*by_hand, plain_reading(mail.subject, is_file=False)) if _has_number(each)]
    if _has_number(plain):
        whose = replace(plain, email=mail.address)
    elif len({each.id for each in numbered}) == 1:
        named = [each.name for each in by_hand if _has_number(each) and each.name != each.id]
        name = next(iter(named), mail.name or numbered[0].name)
        whose = Reading(numbered[0].key, name, numbered[0].id, email=mail.address)
    elif mail.address:
        address = mail.address.casefold()
        whose = Reading(f"mail:{address}", mail.name or address, address, email=mail.address)
    else:
        whose = plain
    return replace(
        whose,
        sent_by=mail.sent_by,
        submitted=f"{mail.sent:%Y-%m-%d %H:%M:%S}Z" if mail.sent else "",
        attempt=(int(mail.sent.timestamp()),) if mail.sent else None,
        typed="" if mail.is_hand_in else TYPED,
    )


def _has_number(reading: Reading) -> bool:
    return reading.key.startswith("number:")


def _mail(message: EmailMessage, name: str) -> Mail:
    files = tuple(_attached(message))
    said, address = sender(message)
    if "//" in address:  # what tells apart identities that would be the same
        address = ""
    sent_by = readable(address.casefold()) or readable(name)
    within = [_mail(inner, name) for inner in _attached_mails(message)]
    if not any(suffix(each.name) in _WANTED for each in files):
        handed_in = [each for each in within if each.is_hand_in]
        if len(handed_in) > 1:
            raise Refused(SEVERAL.format(name=readable(name), count=len(handed_in)))
        if handed_in:
            return replace(handed_in[0], sent_by=sent_by)
    subject = header(message, "Subject")
    if _FORWARDED.match(subject) or _MACHINE.match(address):
        said = address = ""
    is_draft = header(message, "X-Unsent") == "1"
    shown = readable(said[:_LONGEST_NAME])
    return Mail(shown, readable(address), readable(subject[:MAX_NAME]), _sent(message), files, is_draft, sent_by)


def _attached(message: EmailMessage) -> Iterator[Attachment]:
    """The files attached to a mail itself, none of those attached to a mail in it."""
    for part in _parts(message):
        name = re.split(r"[/\\]|^[A-Za-z]:", file_name(part).replace("\0", ""))[-1].strip()
        if name.strip(".") and not part.is_multipart():
            yield Attachment(composed(name[-MAX_NAME:]), body(part))


def _attached_mails(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in _parts(message):
        if part.get_content_maintype() == "message" and part.is_multipart():
            yield from (inner for inner in part.get_payload() if isinstance(inner, EmailMessage))


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """A mail and the parts of it, without what is in a mail that is attached to it."""
    yield message
    if message.is_multipart() and message.get_content_maintype() != "message":
        for part in message.get_payload():
            if isinstance(part, EmailMessage):
                yield from _parts(part)


def _sent(message: EmailMessage) -> datetime | None:
    """Servers put what they say above what they have received, so the first line is the last one's."""
    received = header(message, "Received").rpartition(";")[2]
    for text in (received, header(message, "Date")):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            moment = parsedate_to_datetime(text)
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    return None
