"""What `fcnkit grade` says of whom it found: files that are nobody's, places that moved, people of another course."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from fcnkit.commands.screen import err
from fcnkit.grading.intake import Found, Person
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
_SHOWN = 8
_MANY = 5
"""So many of one platform, all unknown among as many known ones, are more likely another course than late arrivals."""


def say_passed_over(files: Sequence[str], lang: Lang) -> None:
    """One line, where files were passed over."""
    if files:
        names = ", ".join(files[:_SHOWN]) + (", …" if len(files) > _SHOWN else "")
        err.print(PASSED_OVER[lang].format(count=len(files), files=names), soft_wrap=True, markup=False)


def say_moved(moved: Iterable[tuple[str, str]], lang: Lang) -> None:
    """One line for each folder or zip that is taken for one that was graded elsewhere."""
    for old, new in sorted(moved):
        err.print(MOVED[lang].format(old=old, new=new), soft_wrap=True, markup=False)


def say_strangers(found: Iterable[Found], known: Iterable[Person], lang: Lang) -> None:
    """One line for each platform whose people here are all unknown, among many who are known."""
    here = Counter[str]()
    identities = {person.identity for person in known}
    there = Counter(map(_platform, identities))
    unknown = {platform for platform in there if platform not in ("name", "number")}
    for each in found:
        platform = _platform(each.person.identity)
        here[platform] += 1
        if each.person.identity in identities:
            unknown.discard(platform)
    for platform in sorted(unknown):
        if here[platform] >= _MANY and there[platform] >= _MANY:
            text = STRANGERS[lang].format(platform=platform.capitalize(), count=here[platform])
            err.print(text, style="yellow", soft_wrap=True, markup=False)


def _platform(identity: str) -> str:
    return identity.partition(":")[0]
