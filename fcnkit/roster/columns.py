"""Which column of a roster holds what: told by its heading, and where that is unknown by what stands below it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

Meaning = Literal[
    "name", "also", "given", "family", "number", "login", "canvas", "moodle", "identity", "email", "section", "role"
]

_HEADINGS: dict[Meaning, str] = {
    "name": """
        student name fullname studentname studentfullname nameofstudent learner participant participantname
        이름 성명 학생 학생명 학생이름 학생성명 수강생 수강생명 수강생성명 한글성명 한글이름 한글명
        이름성명 참여자 참가자
        vollständigername nomcomplet nombrecompleto nomecompleto 姓名 氏名 学生姓名""",
    "also": """
        englishname nameenglish nameinenglish preferredname displayname romanname
        영문성명 영문이름 영문명 영어이름 영어성명 영문 표시이름""",
    "given": """
        firstname givenname givennames forename legalfirstname
        vorname prénom prenom nombre nome 名""",
    "family": """
        lastname surname familyname legallastname 성 성씨
        nachname familienname nom nomdefamille apellido apellidos cognome sobrenome 姓""",
    "number": """
        id studentid studentnumber studentno studentnr stuno stuid sid sisuserid sisid idnumber orgdefinedid
        universityid integrationid matriculationnumber identifier
        학번 학생번호 학적번호 학생id 개인식별번호 id번호 식별번호 식별자
        matrikelnummer idnummer numérodidentification númerodeid 学号 学籍番号""",
    "login": """
        sisloginid loginid login displayid username userid userlogin netid githubusername
        아이디 사용자명 사용자이름 사용자아이디 사용자id 로그인id 로그인아이디 포털아이디
        anmeldename nomdutilisateur nombredeusuario 用户名""",
    "canvas": "canvasid canvasuserid 캔버스id",
    "moodle": "moodleid participantid participantnumber 참여자번호 참가자번호",
    "identity": "identity 제출자",
    "email": """
        email emailaddress mail mailaddress sisemail
        이메일 이메일주소 메일 메일주소 전자우편 전자메일 전자우편주소
        emailadresse adressedecourriel adressemail correoelectrónico direccióndecorreo indirizzoemail courriel
        电子邮件 メールアドレス""",
    "section": """
        section sections sectionname group groups class classname division gruppe gruppen
        분반 반 그룹 강좌 분반명 수강반""",
    "role": "role roles 역할 권한 신분 구분 rolle rollen",
}
_MEANINGS: dict[str, Meaning] = {word: meaning for meaning, words in _HEADINGS.items() for word in words.split()}
PERSONAL: frozenset[Meaning] = frozenset(_HEADINGS) - {"also", "section", "role"}
EMAIL = re.compile(r"[^@\s]{1,200}@[^@\s]{1,200}")
NUMBERED = re.compile(r"(?P<word>[^\d@]*[^\W\d_][^\d@]*?)\s?(?P<number>\d{1,20})")
"""Moodle's name for somebody whose name is hidden, `Participant 4242`, in any language."""
_NUMBER = re.compile(
    r"#?(?:[A-Za-z]{0,2}\d{5,20}|\d{4}-?\d{4,6})(?:\.0+)?|\d[.,]\d+[eE]\+\d+"  # the last is what Excel made of one
)
_PHONE = re.compile(r"0\d{1,2}-\d{3,4}-\d{4}|01\d{8,9}")
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[\s.,'’·-])*")
_ENOUGH = 0.8
"""The share of a column's cells that must look like names, numbers or addresses for it to hold such."""
_TOLD_BY_CONTENT: dict[Meaning, set[Meaning]] = {
    "email": {"email"},
    "number": {"number", "login", "canvas", "moodle"},
    "name": {"name", "given", "family"},
}
"""What a column is looked for to hold, where none is known that says as much."""
_REPEATED = 0.5
"""Where fewer of a column's cells differ, they are no names but departments, states or the like."""


def meaning(heading: str) -> Meaning | None:
    """What a heading says; what stands in parentheses or behind a slash may say it too."""
    plain = unicodedata.normalize("NFKC", heading).casefold()
    for part in (plain, *re.split(r"[(/\[]", plain)):
        found = _MEANINGS.get(re.sub(r"[\W_]", "", part))
        if found:
            return found
    return None


def header_words(cells: Iterable[str]) -> int:
    """How many cells are headings that a roster has; 0 for a row of data, whatever a cell says."""
    said = [cell.strip() for cell in cells]
    if any(EMAIL.fullmatch(cell) or _NUMBER.fullmatch(cell) for cell in said):
        return 0
    return sum(meaning(cell) in PERSONAL for cell in said)


def headed(headings: Sequence[str]) -> dict[int, Meaning]:
    """What each column with a known heading holds."""
    found: dict[int, Meaning] = {}
    for column, heading in enumerate(headings):
        known = meaning(heading)
        if known:
            found[column] = known
    plain = {re.sub(r"[\W_]", "", heading).casefold(): column for column, heading in enumerate(headings)}
    if "id" in plain and plain.keys() & {"sisuserid", "sisloginid"}:
        found[plain["id"]] = "canvas"
    _tell_names_apart(found)
    return found


def _tell_names_apart(found: dict[int, Meaning]) -> None:
    """`이름` beside `성` is the given name; of two columns with whole names the second is another spelling."""
    names = [column for column, known in found.items() if known == "name"]
    has = set(found.values())
    if "family" in has and "given" not in has and names:
        found[names[0]] = "given"
    for column in names[1:]:
        found[column] = "also"
    if not {"family", "given"} <= set(found.values()):
        for column, known in list(found.items()):
            if known in ("family", "given"):  # alone it is all that is known
                found[column] = "also" if names else "name"
    elif "name" in found.values():
        for column, known in list(found.items()):
            found[column] = "also" if known == "name" else known


def by_content(columns: Sequence[Sequence[str]], known: dict[int, Meaning]) -> dict[int, Meaning]:
    """What the columns hold whose headings are unknown: addresses, numbers and names, as far as one is clearly those.

    `columns` are the cells below the headings. Among several columns the one whose cells differ most is taken, then
    the first.
    """
    found = dict(known)
    free = {column: [cell for cell in cells if cell] for column, cells in enumerate(columns) if column not in known}
    for wanted, covered in _TOLD_BY_CONTENT.items():
        if covered & set(found.values()):
            continue
        fitting = [
            column
            for column, cells in free.items()
            if column not in found and _share(cells, wanted) >= _ENOUGH and _distinct(cells) > _REPEATED
        ]
        if fitting:
            best = max(fitting, key=lambda column: (_distinct(free[column]), -column))
            found[best] = wanted
    return found


def hidden_names(cells: Sequence[str]) -> bool:
    """Whether a column holds Moodle's `Participant 4242` of everybody: one word, other numbers.

    Letters that are all small or all capital, and a number without a blank before it, are a login.
    """
    matches = [NUMBERED.fullmatch(cell) for cell in cells if cell]
    words = {match["word"].strip() for match in matches if match}
    numbers = {match["number"] for match in matches if match}
    are_logins = all(re.fullmatch(r"(?:[a-z]+|[A-Z]+)\d+", cell) for cell in cells if cell)
    return not are_logins and len(words) == 1 and len(words.pop()) > 2 and len(numbers) == len(matches)


def looks_like(meaning: Meaning, cell: str) -> bool:
    """Whether a cell can be what a column holds that was told by its content."""
    pattern = {"email": EMAIL, "number": _NUMBER, "name": _NAME, "moodle": NUMBERED}[meaning]
    return pattern.fullmatch(cell) is not None and not _PHONE.fullmatch(cell)


def _share(cells: Sequence[str], wanted: Meaning) -> float:
    return sum(looks_like(wanted, cell) for cell in cells) / len(cells) if cells else 0


def _distinct(cells: Sequence[str]) -> float:
    return len(set(cells)) / len(cells)
