"""What is said of code that Python cannot read because it came from a word processor or a chat, or is a text."""

from __future__ import annotations

import re
import unicodedata
from keyword import iskeyword

from fcnkit.text import Text

QUOTE = Text(
    ko="`{sign}`: 문서 편집기나 메신저가 넣는 둥근 따옴표입니다. 코드에서는 키보드의 곧은 따옴표(`\"` 또는 `'`)로 "
    "바꾸어 주세요.",
    en="`{sign}` is a curly quotation mark, as word processors and chats put it. In code, type a straight one instead: "
    "`\"` or `'`.",
)
OTHER_SIGN = Text(
    ko="`{sign}`: 코드에 쓰는 문자가 아니라 그와 닮은 다른 문자입니다. 그 자리에 키보드로 `{plain}` 문자를 입력해 "
    "주세요.",
    en="`{sign}` only looks like, or stands for, a character of code: type `{plain}` in its place.",
)
UNSEEN = Text(
    ko="다른 프로그램에서 붙여 넣을 때 섞여 드는, 눈에 보이지 않는 문자(`{code}`)가 있습니다. 그 줄의 빈칸을 지우고 "
    "스페이스 키로 다시 띄어 주세요.",
    en="There is a character that cannot be seen, `{code}`, as it comes along when text is pasted. Delete the blanks "
    "of this line and type them again.",
)
NO_CODE = Text(
    ko="`{sign}`: 따옴표 밖의 코드에는 쓸 수 없는 문자입니다. 글이라면 따옴표로 감싸 주세요.",
    en="`{sign}` cannot stand in code outside quotation marks. If it belongs to a text, put the text in quotes.",
)
A_TEXT = Text(
    ko='따옴표 없이 쓴 글처럼 보입니다. 글의 처음과 끝에 큰따옴표 세 개(`"""`)를 넣어 주세요.',
    en='This looks like a text without quotation marks. Begin and end it with three of them (`"""`).',
)
NOT_ENDED = Text(
    ko='따옴표가 같은 줄에서 닫히지 않았습니다. 여러 줄에 걸친 글은 처음과 끝에 큰따옴표 세 개(`"""`)를 넣어 주세요.',
    en='The quotation mark is not closed on its line. A text of several lines begins and ends with three (`"""`).',
)

_INVALID = re.compile(r"^SyntaxError: invalid (?:character '.' \(|non-printable character )U\+([0-9A-F]{4,6})\b")
_QUOTES = frozenset("‘’‚‛“”„‟′″＂＇「」『』«»")
_SIGNS = {"−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "、": ","}
_STRINGS = re.compile(r"""\"[^"]*\"|'[^']*'|\#.*""")
_WORDS = re.compile(r"(?:[^\W\d_][\w'’]*[.,]?\s+){3,}[^\W\d_]")
"""Four words in a row."""


def why_unreadable(message: str, line: str) -> Text | None:
    """What to say, beside Python's own words, of a line that it cannot read; None where it is just wrong.

    `message` is what the student's process says, and `line` stands in the notebook; it is told before any hidden input
    is sent.
    """
    invalid = _INVALID.match(message)
    if invalid:
        return _of_character(int(invalid[1], 16))
    if not message.startswith("SyntaxError: "):
        return None
    if "unterminated string literal" in message:
        return NOT_ENDED
    return A_TEXT if _is_text(line) else None


def _of_character(code: int) -> Text | None:
    if code > 0x10FFFF:
        return None
    sign = chr(code)
    if not sign.isprintable() or sign.isspace() or unicodedata.category(sign) == "Cf":
        return UNSEEN.format(code=f"U+{code:04X}")
    if sign in _QUOTES:
        return QUOTE.format(sign=sign)
    plain = _SIGNS.get(sign) or unicodedata.normalize("NFKC", sign)
    if plain.isascii() and not plain.isalnum() and len(plain) <= len("<="):
        return OTHER_SIGN.format(sign=sign, plain=plain)
    return NO_CODE.format(sign=sign)


def _is_text(line: str) -> bool:
    """Whether several words stand side by side outside of strings, with no keyword of Python's among them."""
    found = _WORDS.search(_STRINGS.sub(" ; ", line[:1000]))
    return found is not None and not any(iskeyword(word) for word in re.findall(r"\w+", found[0]))
