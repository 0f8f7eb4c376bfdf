"""Messages of `fcnkit grade` about intake: files passed over, folders that moved, students of another course."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from fcnkit.commands.console import err, say, warn
from fcnkit.course import Assignment
from fcnkit.gradebook.enrolment import platform as platform_of
from fcnkit.grading.intake import Found, Person
from fcnkit.grading.intake.submission import readable
from fcnkit.text import Lang, Text

PASSED_OVER = Text(
    ko="누구의 제출물도 아닌 것으로 보아 채점하지 않은 파일 {count}개: {files}",
    en="Passed over as nobody's hand-in: {count} ({files})",
)
MOVED = Text(
    ko="'{old}' 위치의 제출물이 '{new}' 위치로 옮겨진 것으로 보고, 이름이 같으면 같은 사람으로 채점합니다.",
    en="'{old}' is gone and '{new}' holds the same names, so the same names are taken for the same people.",
)
STRANGERS = Text(
    ko="{platform} 제출물 {count}명 가운데 이 --out에 있는 사람이 한 명도 없습니다. 다른 강의의 파일이라면 다른 "
    "--out을 지정해 주세요.",
    en="None of the {count} people of this {platform} download is known to this --out. If it is another course's, name "
    "another --out.",
)
RENAMED = Text(
    ko="'{student}': {platform} 번호 {id}번이 전에는 '{before}' 이름으로 나왔습니다. 번호가 같아 한 사람으로 봅니다.",
    en="'{student}': {platform} gave the id {id} the name '{before}' before; with one id they are one person.",
)
MORE = Text(ko="이런 사람이 {count}명 더 있습니다.", en="And {count} more like that.")
NO_HAND_OUT = Text(
    ko="{folder}에 나누어 준 노트북이 없어 손대지 않은 제출물을 알아볼 수 없습니다. `fcnkit build {assignment}` "
    "명령으로 만든 뒤 다시 채점해 주세요.",
    en="{folder} has no notebook as handed out, by which one that nobody has worked in is told. Make them with "
    "`fcnkit build {assignment}`, and grade again.",
)
_JUNK = {".ds_store", "thumbs.db", "desktop.ini", "__macosx/"}
"""Files that operating systems leave in every folder; not reported."""
_SHOWN = 8
_RENAMED_SHOWN = 20
_MANY = 5
"""So many of one platform, all unknown among as many known ones, are more likely another course than late arrivals."""


def say_passed_over(files: Sequence[str], lang: Lang) -> None:
    """One line where files were passed over. Those with unusual names come first: they may be somebody's."""
    told = [file for file in files if not _is_junk(file)]
    alike = Counter(map(_form, told))
    told.sort(key=lambda file: (alike[_form(file)], file.rstrip("/").count("/"), file))
    if told:
        names = ", ".join(told[:_SHOWN]) + (", …" if len(told) > _SHOWN else "")
        say(PASSED_OVER.format(count=len(told), files=names)[lang], err)


def _form(file: str) -> str:
    """What names of one kind have in common: the last part, with 0 for its numbers."""
    return re.sub(r"\d+", "0", re.split(r"[/!]", file.removesuffix("/"))[-1])


def _is_junk(file: str) -> bool:
    end = "/" if file.endswith("/") else ""
    return re.split(r"[/!]", file.removesuffix("/"))[-1].lower() + end in _JUNK


def say_no_hand_out(assignment: Assignment, lang: Lang) -> None:
    """One line, where an assignment was never built, or its notebooks were left behind."""
    folder = assignment.paths.handout
    if not any(folder.glob("*.ipynb")):
        shown = NO_HAND_OUT.format(folder=folder, assignment=assignment.name)[lang]
        warn(shown)


def say_renamed(renamed: Sequence[tuple[Person, str]], lang: Lang) -> None:
    """One line for each student whose id had another name in an earlier run."""
    for person, before in renamed[:_RENAMED_SHOWN]:
        shown = RENAMED.format(
            student=readable(person.name),
            platform=platform_of(person.identity).capitalize(),
            id=person.id,
            before=readable(before),
        )[lang]
        warn(shown)
    if len(renamed) > _RENAMED_SHOWN:
        warn(MORE.format(count=len(renamed) - _RENAMED_SHOWN)[lang])


def say_moved(moved: Iterable[tuple[str, str]], lang: Lang) -> None:
    """One line for each folder or zip that is taken for one that was graded elsewhere."""
    for old, new in sorted(moved):
        say(MOVED.format(old=old, new=new)[lang], err)


def say_strangers(found: Iterable[Found], known: Iterable[Person], lang: Lang) -> None:
    """One line for each platform whose people here are all unknown, among many who are known."""
    here = Counter[str]()
    identities = {person.identity for person in known}
    there = Counter(map(platform_of, identities))
    unknown = {platform for platform in there if platform not in ("name", "number")}
    for each in found:
        platform = platform_of(each.person.identity)
        here[platform] += 1
        if each.person.identity in identities:
            unknown.discard(platform)
    for platform in sorted(unknown):
        if here[platform] >= _MANY and there[platform] >= _MANY:
            text = STRANGERS.format(platform=platform.capitalize(), count=here[platform])[lang]
            warn(text)
