"""A mail for each student with their feedback page, to be sent by a mail program: nothing is sent from here."""

from __future__ import annotations

import io
import re
from email.generator import BytesGenerator
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import formatdate

from fcnkit.course import Assignment
from fcnkit.grading.results import SubmissionResult
from fcnkit.text import Text
from fcnkit.unicode import normalised, printable

SUBJECT = Text(ko="[{course}] {title}: 채점 결과", en="[{course}] {title}: feedback on your work")
BODY = Text(
    ko="{name} 님, 안녕하세요.\n\n'{title}' 과제의 채점 결과를 첨부합니다. 첨부 파일을 저장한 뒤 브라우저로 여세요.\n"
    "점수나 설명에 궁금한 점이 있으면 이 메일에 답장해 주세요.\n",
    en="Dear {name},\n\nattached is the feedback on your work for “{title}”. Save the file and open it in a browser.\n"
    "If you have questions about the marks or the explanations, reply to this mail.\n",
)
_WORD = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS = re.compile(rf"{_WORD}(?:\.{_WORD})*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{{2,}}")
"""One address that every mail server takes (RFC 5322's dot-atoms, in ASCII): no list, no name, no second line."""
_LONGEST = 254
_MBOX_LINE = b"From - Thu Jan  1 00:00:00 1970\n"


def is_address(text: str) -> bool:
    """Whether it is one mail address and nothing else."""
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None


def mail(
    result: SubmissionResult, name: str, address: str, page: bytes, assignment: Assignment, sender: str | None
) -> EmailMessage:
    """One student's mail, in the language of their page. Mail programs open it as a draft."""
    lang, title = result.lang, assignment.config.title[result.lang].replace("`", "")
    name = " ".join(printable(normalised("NFC", name)).split())
    message = EmailMessage(policy=SMTP)
    message["Subject"] = SUBJECT.format(course=assignment.course.title[lang], title=title)[lang]
    message["To"] = Address(name, addr_spec=address)
    if sender is not None:
        message["From"] = sender
    message["Date"] = formatdate()
    message["Content-Language"] = lang
    message["X-Unsent"] = "1"  # Outlook then opens it to be sent
    message.set_content(BODY.format(name=name, title=title)[lang])
    charset = {"charset": "utf-8"}
    message.add_attachment(page, "text", "html", filename=f"{assignment.name}-feedback.html", params=charset)
    return message


def as_mbox(message: EmailMessage) -> bytes:
    """One message of an mbox file (RFC 4155), its lines that begin with `From ` quoted."""
    text = io.BytesIO()
    BytesGenerator(text, mangle_from_=True, policy=default).flatten(message)
    return _MBOX_LINE + text.getvalue() + b"\n"
