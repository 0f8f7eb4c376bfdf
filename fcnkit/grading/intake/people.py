"""Who is who: each person found gets an identity and a label that stay theirs from run to run.

An id of a platform or school tells it alone. A name does so only at its place: the same name in the same folder or zip
is the same person, in another one it is another person until somebody who knows says otherwise (a roster).
"""

from __future__ import annotations

import os
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from fcnkit.grading.intake.names import safe
from fcnkit.grading.intake.plain import compatible
from fcnkit.grading.intake.submission import Found, Person, composed
from fcnkit.text import Text

NEXT = "//"
"""Between an identity and a number that tells apart who would have the same; no name holds it."""

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


@dataclass(frozen=True)
class Settled:
    """Everybody found, with an identity and a label of their own, and what has changed since earlier runs."""

    found: tuple[Found, ...]
    moved: frozenset[tuple[str, str]]
    """Places (old, new)."""
    renamed: tuple[tuple[Person, str], ...] = ()
    """Whose id stood beside another name before: the person, and that name."""


def spelling(name: str) -> str:
    """What is added to an identity where a name is not in NFC, since two names may differ in that alone."""
    return "" if name == composed(name) else f"{NEXT}{zlib.crc32(name.encode(errors='replace')):08x}"


def settle(found: Sequence[Found], known: Mapping[str, Person], labels: Mapping[str, str]) -> Settled:
    """Tell who of `known` everybody is; whoever is new gets a free identity and label.

    `known` are persons by identity, `labels` theirs; both from earlier runs.
    """
    moved = _moved(found, known)
    found = _as_in_class(found, known)
    contested = _contested(found)
    people, identities, renamed = dict(known), list[str](), list[tuple[Person, str]]()
    by_base = defaultdict[str, list[str]](list)
    for identity, person in known.items():
        for base in {_base(identity), _number(person)} - {""}:
            by_base[base].append(identity)
    here = {(each.person.identity, each.person.place) for each in found}
    taken = dict[str, tuple[str, str]]()
    for person in (each.person for each in found):
        mine, base = (person.identity, person.place), _base(person.identity)
        free = [one for one in by_base[base] + by_base[_number(person)] if taken.get(one, mine) == mine]
        same = [one for one in free if _is_same(person, people[one], moved, here)]
        if person.place and person.identity in same:
            same = [person.identity]
        elif base in contested or len(same) > 1:
            same = [one for one in same if could_be_one(people[one], person.name, person.id)]
        identity = same[0] if same else ""
        if not same:
            identity = _free(person.identity, base, people)
            by_base[base].append(identity)
        elif person.name == person.id:  # a number alone: the name that is known stays
            person = replace(person, name=people[identity].name)  # noqa: PLW2901  # the same person, known better
        elif not person.place and not could_be_one(people[identity], person.name, person.id):
            renamed.append((person, people[identity].name))
        taken[identity] = mine
        people[identity] = replace(person, identity=identity)
        identities.append(identity)
    news = {identity: people[identity] for identity in identities if identity not in labels}
    all_labels = {**labels, **_labels(news, labels)}
    return Settled(
        tuple(
            replace(each, student=all_labels[identity], person=people[identity])
            for each, identity in zip(found, identities, strict=True)
        ),
        frozenset(moved),
        tuple(dict.fromkeys(renamed)),
    )


def _free(wanted: str, base: str, people: Mapping[str, Person]) -> str:
    """An identity that nobody has."""
    numbered = (f"{base}{NEXT}{number}" for number in count(2))
    return next(identity for identity in chain([wanted], numbered) if identity not in people)


def _number(person: Person) -> str:
    """The identity of a student number's, also of one that may be a day."""
    return f"number:{person.id}" if person.id and person.identity.startswith(f"number:{person.id}") else ""


def _has_number(person: Person, known: Person, here: Collection[tuple[str, str]]) -> bool:
    """Whether a student number is the same of which the one or the other could be a day: beside the same name.

    Two of which nothing tells that they are no days must stand at the same place, and the known one be gone.
    """
    if not person.id or person.id in (person.name, known.name) or not compatible(person.name, known.name):
        return False
    is_renamed = known.place == person.place and (known.identity, known.place) not in here
    return is_renamed or not (known.place and person.place)


def _as_in_class(found: Sequence[Found], known: Mapping[str, Person]) -> list[Found]:
    """Who was found alone in a folder that is somebody's in a class graded before is that person."""
    alone = Counter(place for _, place in {(each.person.identity, each.person.place) for each in found})
    owners = {(person.place, _base(identity)): person for identity, person in known.items() if person.place}
    settled = []
    for each in found:
        above, folder = os.path.split(each.person.place)
        identity = f"name:{composed(os.path.basename(above))}/{composed(folder)}"  # noqa: PTH119  # a text
        owner = owners.get((above, identity)) if alone[each.person.place] == 1 else None
        settled.append(replace(each, person=replace(owner, identity=identity)) if owner else each)
    return settled


def _base(identity: str) -> str:
    return identity.rpartition(NEXT)[0] if NEXT in identity else identity


def _is_same(person: Person, known: Person, moved: set[tuple[str, str]], here: Collection[tuple[str, str]]) -> bool:
    """Whether somebody found is somebody known whose identity or number begins alike; `here` are all those found."""
    if _base(person.identity) != _base(known.identity):
        return _has_number(person, known, here)
    if person.place:
        is_twins = known.identity != person.identity and (known.identity, known.place) in here
        return not is_twins and (known.place == person.place or (known.place, person.place) in moved)
    if not person.identity.startswith("number:") or person.id in (person.name, known.name):
        return True
    return compatible(person.name, known.name)


def _contested(found: Iterable[Found]) -> set[str]:
    """Ids that stand beside two names in one download. From one download to the next a person may be renamed."""
    names = defaultdict[str, list[Person]](list)
    for each in found:
        names[_base(each.person.identity)].append(each.person)
    return {
        base
        for base, people in names.items()
        if not people[0].place and not all(could_be_one(people[0], each.name, each.id) for each in people)
    }


def could_be_one(person: Person, name: str, id: str) -> bool:
    """Whether a name beside an id, of whatever platform, may be the person's; an id in a name's stead tells nothing."""
    nameless = any(each == id or each.endswith(f"_{id}") for each in (person.name, name))
    return nameless or compatible(person.name, name)


def _moved(found: Iterable[Found], known: Mapping[str, Person]) -> set[tuple[str, str]]:
    """Places that are gone and stand somewhere else now: of the same name, with at least half of the same names.

    Fewer than three must be half of those who are there now, too: one name of a class is soon in another's.
    """
    before, now = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for person in known.values():
        if person.place:
            before[person.place].add(_base(person.identity))
    for each in found:
        if each.person.place:
            now[each.person.place].add(_base(each.person.identity))
    gone = {place for place in before if place not in now and not is_there(place)}
    pairs = [(old, new) for old in gone for new in now if new not in before and _is_same_class(before[old], now[new])]
    olds, news = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)
    return {(old, new) for old, new in pairs if olds[old] == news[new] == 1}


def _is_same_class(before: set[str], now: set[str]) -> bool:
    common = len(before & now)
    return 2 * common >= len(before) and (common >= 3 or 2 * common >= len(now))


def is_there(place: str) -> bool:
    """Whether a place stands as a folder or as a zip."""
    return os.path.lexists(place) or os.path.lexists(f"{place}.zip")


def _labels(news: Mapping[str, Person], labels: Mapping[str, str]) -> dict[str, str]:
    """A safe label for each, different also where case does not count; ids tell namesakes apart.

    Nobody takes another's name by one that only becomes it when it is made safe.
    """
    wanted = {identity: safe(person.label or person.name) for identity, person in news.items()}
    count = Counter(map(_key, wanted.values()))
    taken = set(map(_key, labels.values()))
    uses, chosen = Counter[str](), dict[str, str]()
    changed = {identity for identity, person in news.items() if wanted[identity] != (person.label or person.name)}
    for identity in sorted(wanted, key=lambda identity: identity in changed):
        label, id = wanted[identity], news[identity].id
        if id and (count[_key(label)] > 1 or _key(label) in taken) and not label.endswith(id):
            label = f"{label}_{safe(id)}"
        free = label
        while _key(free) in taken:
            uses[_key(label)] += 1
            free = f"{label}-{uses[_key(label)] + 1}"
        taken.add(_key(free))
        chosen[identity] = free
    return chosen


def free_label(wanted: str, id: str, taken: set[str]) -> str:
    """A safe label that is none of those taken, letter case aside, with the id behind it where it must be; takes it."""
    label = safe(wanted)
    if id and _key(label) in taken and not label.endswith(id):
        label = f"{label}_{safe(id)}"
    free, number = label, 1
    while _key(free) in taken:
        number += 1
        free = f"{label}-{number}"
    taken.add(_key(free))
    return free


def taken_labels(labels: Iterable[str]) -> set[str]:
    """Labels as `free_label` compares them."""
    return set(map(_key, labels))


def remarks(people: Mapping[str, Person], labels: Mapping[str, str]) -> dict[str, tuple[Text, ...]]:
    """What is to be said of those who could be taken for one another, by identity."""
    said = defaultdict[str, list[Text]](list)
    for alike in _groups(people, _skeleton):
        for one in alike:
            same = [each for each in alike if each != one and _key(people[each].name) == _key(people[one].name)]
            others = [each for each in alike if each != one and each not in same]
            if same:
                text = SAME_NAME if all(_has_id(people[each]) for each in (one, *same)) else UNSURE
                said[one].append(text.format(student=labels[one], others=_shown(same, labels)))
            if others:
                said[one].append(LOOKS_ALIKE.format(others=_shown(others, labels)))
    for alike in _groups(people, _identified):
        for one in alike:
            shown = _shown([each for each in alike if each != one], labels)
            platform, _, rest = _base(people[one].identity).partition(":")
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
    """What a person with an id is known by, the same for whoever is told apart by the name alone."""
    return _base(person.identity) if _has_id(person) else ""


def _shown(identities: Sequence[str], labels: Mapping[str, str]) -> str:
    names = sorted(labels[identity] for identity in identities)
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())


_LIKE_LATIN = str.maketrans("аеорсухіјѕһԁԛԝвкмнтαορνικτυχγ", "aeopcyxijshdqwbkmhtaopviktuxy")
"""Small letters of Cyrillic and Greek that look Latin, small or capital."""


def _skeleton(person: Person) -> str:
    """A name as it looks: letters that look Latin, width, accents and what cannot be seen evened out."""
    name = unicodedata.normalize("NFKD", person.name).casefold().translate(_LIKE_LATIN)
    return unicodedata.normalize("NFC", " ".join("".join(filter(str.isprintable, name)).split()))
