"""Remarks about people who could be confused with one another."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from fcnkit.grading.intake.identities import base_of
from fcnkit.grading.intake.labels import key
from fcnkit.grading.intake.submission import Person
from fcnkit.text import Text

SAME_NAME = Text(
    ko="이름이 같은 사람이 또 있습니다({others}). 번호가 서로 달라 따로 채점했고, 이 제출물은 '{student}' 이름으로 "
    "표시합니다.",
    en="Another person has the same name ({others}). Their ids differ, so they are told apart; this one goes by "
    "'{student}'.",
)
UNSURE = Text(
    ko="이름이 같은 제출물이 또 있는데({others}) 같은 사람의 것인지 알 수 없어 따로 채점했고, 이 제출물은 "
    "'{student}' 이름으로 표시합니다. 파일 이름에 학번을 넣거나 --roster 명단의 'identity' 열에 적으면 정해집니다.",
    en="Another submission bears the same name ({others}), and nothing tells whether it is the same person's, so both "
    "stand for themselves; this one goes by '{student}'. A student number in the file's name, or a column 'identity' "
    "in a --roster, settles it.",
)
LOOKS_ALIKE = Text(
    ko="눈으로는 구별되지 않는 다른 글자로 쓴 이름이 또 있습니다({others}). 같은 사람이면 파일 이름을 "
    "같게 고쳐 주세요.",
    en="Another name looks the same but is written with other letters ({others}). If it is the same person, rename "
    "the file.",
)
SAME_NUMBER = Text(
    ko="학번 {id}번을 다른 이름으로도 썼습니다({others}). 학번이 틀린 파일의 이름을 고쳐 주세요.",
    en="The number {id} also stands beside another name ({others}). Correct the file that has the wrong number.",
)
SAME_ID = Text(
    ko="{platform}에서 번호 {id}번이 다른 이름으로도 나옵니다({others}). 다른 사람으로 보고 따로 채점했으니, 같은 "
    "사람인지 확인해 주세요.",
    en="{platform} also gives the id {id} to another name ({others}). They are taken for two people; check whether "
    "they are one.",
)


def remarks(people: Mapping[str, Person], labels: Mapping[str, str]) -> dict[str, tuple[Text, ...]]:
    """What is to be said of those who could be taken for one another, by identity."""
    said = defaultdict[str, list[Text]](list)
    for alike in _groups(people, _skeleton):
        spelled = {each: key(people[each].name) for each in alike}
        for one in alike:
            same = [each for each in alike if each != one and spelled[each] == spelled[one]]
            others = [each for each in alike if each != one and each not in same]
            if same:
                text = SAME_NAME if all(_has_id(people[each]) for each in (one, *same)) else UNSURE
                said[one].append(text.format(student=labels[one], others=_shown(same, labels)))
            if others:
                said[one].append(LOOKS_ALIKE.format(others=_shown(others, labels)))
    for alike in _groups(people, _identified):
        for one in alike:
            shown = _shown([each for each in alike if each != one], labels)
            platform, _, rest = base_of(people[one].identity).partition(":")
            if platform != "number":
                text = SAME_ID.format(platform=platform.capitalize(), id=people[one].id, others=shown)
                said[one].append(text)
            elif rest == people[one].id:  # one that may be a date counts only with the name
                said[one].append(SAME_NUMBER.format(id=rest, others=shown))
    return {identity: tuple(texts) for identity, texts in said.items()}


def _groups(people: Mapping[str, Person], of: Callable[[Person], str]) -> list[list[str]]:
    groups = defaultdict[str, list[str]](list)
    for identity, person in people.items():
        groups[of(person)].append(identity)
    return [group for key, group in groups.items() if key and len(group) > 1]


def _has_id(person: Person) -> bool:
    return bool(person.id) and not person.place


def _identified(person: Person) -> str:
    """The id of a person, the same for people whom only the name tells apart; empty where there is none."""
    return base_of(person.identity) if _has_id(person) else ""


def _shown(identities: Sequence[str], labels: Mapping[str, str]) -> str:
    names = sorted(labels[identity] for identity in identities)
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


_LIKE_LATIN = str.maketrans("аеорсухіјѕһԁԛԝвкмнтαορνικτυχγ", "aeopcyxijshdqwbkmhtaopviktuxy")
"""Small letters of Cyrillic and Greek that look Latin, small or capital."""


def _skeleton(person: Person) -> str:
    """A name as it looks: letters that look Latin, width, accents and what cannot be seen evened out."""
    name = unicodedata.normalize("NFKD", person.name).casefold().translate(_LIKE_LATIN)
    return unicodedata.normalize("NFC", " ".join("".join(filter(str.isprintable, name)).split()))
