"""Gives each person found an identity and a label that stay the same from run to run.

An id of a platform or school tells it alone. A name does so only at its place: the same name in the same folder or zip
is the same person, in another one it is another person until somebody who knows says otherwise (a roster).
"""

from __future__ import annotations

import os
import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from fcnkit.grading.intake.labels import new_labels
from fcnkit.grading.intake.mailed import CLAIMED
from fcnkit.grading.intake.plain_names import compatible
from fcnkit.grading.intake.repaired import repaired
from fcnkit.grading.intake.submission import Found, Person, composed

NEXT = "//"
"""Between an identity and a number that tells apart who would have the same; no name holds it."""


@dataclass(frozen=True)
class Settled:
    """Everybody found, with an identity and a label of their own, and what has changed since earlier runs."""

    found: tuple[Found, ...]
    moved: frozenset[tuple[str, str]]
    """Places (old, new)."""
    renamed: tuple[tuple[Person, str], ...] = ()
    """People whose id had another name in an earlier run, with that name."""


def spelling(name: str) -> str:
    """What is added to an identity where a name is not as it is read, since two names may differ in that alone."""
    return "" if name == repaired(name) else f"{NEXT}{zlib.crc32(name.encode(errors='replace')):08x}"


def settle(found: Sequence[Found], known: Mapping[str, Person], labels: Mapping[str, str]) -> Settled:
    """Matches people to `known`; a new person gets an unused identity and label.

    `known` are persons by identity, `labels` theirs; both from earlier runs.
    """
    moved = _moved(found, known)
    found = [_by_address(each, known) for each in _as_in_class(found, known)]
    contested = _contested(found)
    people, identities, renamed = dict(known), list[str](), list[tuple[Person, str]]()
    by_base = _by_base(known)
    here = {(each.person.identity, each.person.place) for each in found}
    taken = dict[str, tuple[str, str]]()
    for person in (each.person for each in found):
        mine, base = (person.identity, person.place), base_of(person.identity)
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
    all_labels = {**labels, **new_labels(news, labels)}
    return Settled(
        tuple(
            replace(each, student=all_labels[identity], person=people[identity])
            for each, identity in zip(found, identities, strict=True)
        ),
        frozenset(moved),
        tuple(dict.fromkeys(renamed)),
    )


def _by_base(known: Mapping[str, Person]) -> defaultdict[str, list[str]]:
    """The known identities by what they and their student numbers begin with."""
    by_base = defaultdict[str, list[str]](list)
    for identity, person in known.items():
        for base in {base_of(identity), _number(person)} - {""}:
            by_base[base].append(identity)
    return by_base


def _free(wanted: str, base: str, people: Mapping[str, Person]) -> str:
    """An unused identity."""
    numbered = (f"{base}{NEXT}{number}" for number in count(2))
    return next(identity for identity in chain([wanted], numbered) if identity not in people)


def _number(person: Person) -> str:
    """The identity that a student number gives, also one that may be a date."""
    return f"number:{person.id}" if person.id and person.identity.startswith(f"number:{person.id}") else ""


def _has_number(person: Person, known: Person, here: Collection[tuple[str, str]]) -> bool:
    """Whether two people have the same student number, where it may be a date: then their names must agree.

    Where it may be a date for both, they must stand at the same place, and the known one must be gone.
    """
    if not person.id or person.id in (person.name, known.name) or not compatible(person.name, known.name):
        return False
    is_renamed = known.place == person.place and (known.identity, known.place) not in here
    return is_renamed or not (known.place and person.place)


def _as_in_class(found: Sequence[Found], known: Mapping[str, Person]) -> list[Found]:
    """Who is found alone in a folder is the person whose folder it was in a class that was graded before."""
    alone = Counter(place for _, place in {(each.person.identity, each.person.place) for each in found})
    owners = {(person.place, base_of(identity)): person for identity, person in known.items() if person.place}
    settled = []
    for each in found:
        above, folder = os.path.split(each.person.place)
        identity = f"name:{composed(os.path.basename(above))}/{composed(folder)}"  # noqa: PTH119  # a text
        owner = owners.get((above, identity)) if alone[each.person.place] == 1 else None
        settled.append(replace(each, person=replace(owner, identity=identity)) if owner else each)
    return settled


def _by_address(found: Found, known: Mapping[str, Person]) -> Found:
    """A mail whose student number is known from another address goes by its own: anybody can write a number."""
    person, before = found.person, known.get(found.person.identity)
    if before is None or not person.identity.startswith("number:"):
        return found
    address = person.email.casefold()
    if not address or before.email.casefold() in ("", address):
        return found
    said = CLAIMED.format(id=person.id)
    apart = replace(person, identity=f"mail:{address}", id=address)
    return replace(found, person=apart, warnings=(*found.warnings, said))


def base_of(identity: str) -> str:
    return identity.rpartition(NEXT)[0] if NEXT in identity else identity


def _is_same(person: Person, known: Person, moved: set[tuple[str, str]], here: Collection[tuple[str, str]]) -> bool:
    """Whether somebody found is somebody known whose identity or number begins alike; `here` are all those found."""
    if base_of(person.identity) != base_of(known.identity):
        return _has_number(person, known, here)
    if person.place:
        is_twins = known.identity != person.identity and (known.identity, known.place) in here
        return not is_twins and (known.place == person.place or (known.place, person.place) in moved)
    if not person.identity.startswith("number:") or person.id in (person.name, known.name):
        return True
    return compatible(person.name, known.name)


def _contested(found: Iterable[Found]) -> set[str]:
    """Ids with two names within one download. Between downloads a person may be renamed."""
    names = defaultdict[str, list[Person]](list)
    for each in found:
        names[base_of(each.person.identity)].append(each.person)
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
            before[person.place].add(base_of(person.identity))
    for each in found:
        if each.person.place:
            now[each.person.place].add(base_of(each.person.identity))
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
