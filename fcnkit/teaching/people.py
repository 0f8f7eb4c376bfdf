"""The same people in several gradebooks: by a roster, else by ids that stay theirs, else by names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fcnkit.course import Assignment
from fcnkit.gradebook import Gradebook
from fcnkit.gradebook.enrolment import enlist, key_of, platform
from fcnkit.grading.results import SubmissionResult
from fcnkit.roster import Roster
from fcnkit.roster.person_names import evened

_LASTING = {"canvas", "number", "roster"}
"""What gives an id that is the same in every assignment; Moodle numbers participants anew in each."""


@dataclass(frozen=True)
class GradedClass:
    """What counts of everybody in one gradebook."""

    assignment: Assignment
    results: tuple[SubmissionResult, ...]
    enlisted: Mapping[str, str]
    """Who each identity is on the roster, as `key_of` says it; identities that are not on it are left out."""


@dataclass
class Member:
    """One person, and their result in each assignment that they handed in."""

    label: str
    id: str = ""
    sections: tuple[str, ...] = ()
    results: dict[str, SubmissionResult] = field(default_factory=dict)
    """By the assignment's name."""


def read_class(assignment: Assignment, gradebook: Gradebook, roster: Roster | None) -> GradedClass:
    """What of a gradebook compares with others: without examples and answers, which only a student's own page shows."""
    results = tuple(_slim(result) for result in gradebook.latest(assignment.name))
    whose = dict(gradebook.register.whose())
    if roster:
        found = enlist(gradebook.register.people(), roster, whose)
        whose |= {identity: key_of(student) for identity, student in found.known.items()}
    return GradedClass(assignment, results, whose)


def _slim(result: SubmissionResult) -> SubmissionResult:
    questions = tuple(each.model_copy(update={"examples": (), "by_hand": None}) for each in result.questions)
    return result.model_copy(update={"questions": questions, "cell_errors": ()})


def members(classes: Sequence[GradedClass], roster: Roster | None) -> list[Member]:
    """Everybody once, by label; with a roster also who has never handed in."""
    found: dict[str, Member] = {}
    if roster:
        found = {key_of(each): Member(roster.labels[each], each.id, each.sections) for each in roster.students}
    for each in classes:
        for key, result in _keyed(each).items():
            member = found.setdefault(key, Member(result.student, result.id))
            member.results[each.assignment.name] = result
    return sorted(_merged(found), key=lambda member: (member.label, member.id))


def _keyed(graded: GradedClass) -> dict[str, SubmissionResult]:
    """Each result by what its owner goes by in every gradebook."""
    names = Counter(evened(result.student) for result in graded.results)
    keyed: dict[str, SubmissionResult] = {}
    for result in graded.results:
        key = graded.enlisted.get(result.identity, result.identity)
        if platform(key) not in _LASTING:
            name = evened(result.student)
            key = f"name:{name}" if names[name] == 1 else f"{graded.assignment.name}/{key}"
        elif platform(key) == "number":
            key = key.partition("/")[0]
        keyed[key if key not in keyed else f"{graded.assignment.name}/{result.identity}"] = result
    return keyed


def _merged(found: Mapping[str, Member]) -> list[Member]:
    """Those who go by a name in one gradebook and by an id in another are one, if nobody else has the name."""
    by_name: defaultdict[str, list[Member]] = defaultdict(list)
    for member in found.values():
        by_name[evened(member.label)].append(member)
    kept: list[Member] = []
    for namesakes in by_name.values():
        work = [name for member in namesakes for name in member.results]
        ids = {member.id for member in namesakes if member.id}
        if len(namesakes) > 1 and len(ids) <= 1 and len(set(work)) == len(work):
            first = next((member for member in namesakes if member.id), namesakes[0])
            first.results = {name: result for member in namesakes for name, result in member.results.items()}
            kept.append(first)
        else:
            kept += namesakes
    return kept
