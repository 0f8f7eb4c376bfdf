"""Display labels of people: unique, safe as file names, distinguished by ids or numbers."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from fcnkit.grading.intake.file_names import safe
from fcnkit.grading.intake.submission import Person


def new_labels(news: Mapping[str, Person], labels: Mapping[str, str]) -> dict[str, str]:
    """A safe label for each, different also where case does not count; ids tell namesakes apart.

    Nobody takes another's name by one that only becomes it when it is made safe.
    """
    wanted = {identity: safe(person.label or person.name) for identity, person in news.items()}
    count = Counter(map(key, wanted.values()))
    taken = set(map(key, labels.values()))
    uses, chosen = Counter[str](), dict[str, str]()
    changed = {identity for identity, person in news.items() if wanted[identity] != (person.label or person.name)}
    for identity in sorted(wanted, key=lambda identity: identity in changed):
        label, id = wanted[identity], news[identity].id
        if id and (count[key(label)] > 1 or key(label) in taken) and not label.endswith(id):
            label = f"{label}_{safe(id)}"
        chosen[identity] = _numbered(label, taken, uses)
    return chosen


def free_label(wanted: str, id: str, taken: set[str]) -> str:
    """A safe label other than those taken, letter case aside, with the id behind it where needed; adds it to them."""
    label = safe(wanted)
    if id and key(label) in taken and not label.endswith(id):
        label = f"{label}_{safe(id)}"
    return _numbered(label, taken, Counter())


def _numbered(label: str, taken: set[str], uses: Counter[str]) -> str:
    """The label, with a number behind it where it is taken; takes it. `uses`: how often each was numbered before."""
    free = label
    while key(free) in taken:
        uses[key(label)] += 1
        free = f"{label}-{uses[key(label)] + 1}"
    taken.add(key(free))
    return free


def taken_labels(labels: Iterable[str]) -> set[str]:
    """Labels as `free_label` compares them."""
    return set(map(key, labels))


def key(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())
