"""`fcnkit grade --roster`: matches the class to a roster and reports who is missing and what is ambiguous."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from fcnkit.commands.console import say, say_remarks
from fcnkit.course import Assignment
from fcnkit.deadlines.late_work import Terms
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.gradebook.enrolment import Enlisted, enlist, key_of
from fcnkit.grading.intake import Found
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.roster import Match, Roster, Student, read_roster
from fcnkit.roster.match import Why
from fcnkit.roster.roster import complained, listed
from fcnkit.roster.term_columns import terms_of
from fcnkit.text import AT, BadValue, Lang, Text, place

STRANGER = Text(
    ko="{roster} 명단에 없는 제출물이지만 빼지 않았습니다. 다른 이름으로 명단에 있는 학생이라면 명단의 "
    "'identity' 열에 {identity} 값을 적고 다시 실행하세요.",
    en="Not on the roster {roster}, and not left out. If it is somebody on it under another name, write {identity} "
    "into their row, in a column 'identity', and run this again.",
)
UNSURE: Mapping[Why, Text] = {
    "several": Text(
        ko="명단의 여러 사람({candidates})에게 맞아서 누구의 것인지 정하지 않았습니다.",
        en="Fits several people on the roster ({candidates}), so it was given to none of them.",
    ),
    "contradiction": Text(
        ko="이름과 번호, 이메일이 명단의 한 사람을 가리키지 않아서({candidates}) 누구의 것인지 정하지 않았습니다.",
        en="Name, id and e-mail are not one person's on the roster ({candidates}), so it was given to none of them.",
    ),
    "lookalike": Text(
        ko="명단의 이름({candidates})과 똑같아 보이지만 다른 글자로 쓰여 있어서 누구의 것인지 정하지 않았습니다.",
        en="Looks like a name on the roster ({candidates}) but has other letters in it, so it was given to nobody.",
    ),
    "shared": Text(
        ko="다른 제출물도 명단의 같은 사람({candidates})에게 맞아서 누구의 것인지 정하지 않았습니다.",
        en="Another hand-in fits the same person on the roster, too ({candidates}), so this was given to nobody.",
    ),
}
SETTLE = Text(
    ko="{why} 맞는 사람의 줄에 'identity' 열을 만들어 {identity} 값을 적고 다시 실행하세요.",
    en="{why} To settle it, write {identity} into the right person's row, in a column 'identity', and run this again.",
)
MAYBE_THEIRS = Text(
    ko="누구의 것인지 정하지 못한 제출물({handed_in}) 가운데 이 학생의 것이 있을 수 있습니다.",
    en="What is not sure to be anybody's may be theirs: {handed_in}.",
)
NO_ASSIGNMENT = Text(
    ko="{path}: 머리글 '{kind} {of}'에 맞는 과제가 없어 그 열은 쓰지 않았습니다. 있는 과제: {names}",
    en="{path}: a heading says '{kind} {of}', and there is no such assignment, so that column was passed over; there "
    "are: {names}",
)
OF_NOBODY = Text(
    ko="{place}: 'identity' 열의 {identity} 값에 맞는 제출물이 없습니다. 안내에 나온 그대로인지 확인해 주세요.",
    en="{place}: nobody has handed in as {identity}, which the column 'identity' says; check that it is the value from "
    "the message.",
)
NEARLY_SOMEBODY = Text(
    ko="{place}: 'identity' 열의 {identity} 값에 맞는 제출물이 없습니다. {near} 값을 쓰려고 하셨나요?",
    en="{place}: nobody has handed in as {identity}, which the column 'identity' says; did you mean {near}?",
)
SAID = Text(ko="{student}: {what}", en="{student}: {what}")
MISSING = Text(
    ko="명단 {total}명 가운데 제출하지 않은 학생 {count}명: {names}",
    en="Not handed in: {count} of the {total} on the roster ({names})",
)
ALL_IN = Text(ko="명단의 {total}명이 모두 제출했습니다.", en="All {total} on the roster have handed in.")
NOBODY = Text(
    ko="--roster {path}: 제출한 {handed_in}명({names}) 가운데 명단의 {students}명에 드는 사람이 한 명도 없습니다. "
    "사람 이름이 아니라면 학생별 폴더나 파일이 바로 들어 있는 폴더를 지정하고, 맞다면 이 과목의 명단을 "
    "지정하거나 옵션을 빼세요.",
    en="--roster {path}: of the {handed_in} who handed in ({names}) nobody is among the {students} on it; if these are "
    "no people, give the folder in which each student has a file or folder, else this course's roster, or leave it out",
)
_NAMES_SHOWN = 10
_NEAR = 0.85
_OF_NOBODY = 3


@dataclass(frozen=True)
class ClassList:
    """A class by its roster, as far as hand-ins have come."""

    roster: Roster
    enlisted: Enlisted
    remarks: Mapping[str, Text]
    """Remarks on those who are not found on it, by the identity of their results."""
    labels: Mapping[str, str]
    """Their display names, by identity."""

    @property
    def missing(self) -> list[Student]:
        """Who has not handed in."""
        present = {key_of(student) for student in self.enlisted.known.values()}
        return [student for student in self.roster.students if key_of(student) not in present]

    def told(self, result: SubmissionResult) -> SubmissionResult:
        """A result with what is to be said of its owner. For instructors only: it may name other students."""
        remark = self.remarks.get(result.identity)
        return result if remark is None else result.model_copy(update={"notes": (remark, *result.notes)})

    def absent(self, results: Sequence[SubmissionResult], lang: Lang) -> list[SubmissionResult]:
        """A row for each who has not handed in, without marks."""
        taken, rows = {result.student.casefold() for result in results}, []
        maybe: defaultdict[Student, list[str]] = defaultdict(list)
        for identity, match in self.enlisted.unsure.items():
            for student in match.candidates:
                maybe[student].append(self.labels[identity])
        for student in self.missing:
            label = self.roster.labels[student]
            label = f"{label} ({student.id or student.line})" if label.casefold() in taken else label
            notes = (MAYBE_THEIRS.format(handed_in=listed(maybe[student])),) if student in maybe else ()
            rows.append(
                SubmissionResult(
                    assignment="", student=label, identity=key_of(student), id=student.id, submission="",
                    lang=lang, status=Status.MISSING, score=0, max_score=0, notes=notes,
                )
            )  # fmt: skip
        return rows


def read_class(path: Path | None, lang: Lang) -> Roster | None:
    """The roster that was given, and what is to be said about the file. Raises RosterError."""
    if path is None:
        return None
    roster = read_roster(path)
    say_remarks(roster.remarks, lang)
    return roster


def granted_terms(roster: Roster, assignment: Assignment, lang: Lang) -> dict[str, Terms]:
    """What the roster says of everybody's deadline, by the identity that it gives. Raises RosterError.

    Nothing where the assignment has no deadline: a roster is a whole course's.
    """
    due, title = assignment.config.due, assignment.config.title
    if due is None:
        return {}
    say_remarks(_of_other_assignments(roster, assignment.course.names()), lang)
    number = assignment.name.partition("-")[0]
    names = {assignment.name, number, number.removeprefix("0"), title.ko, title.en}
    terms = {student: terms_of(student.terms, names) for student in roster.students}
    complaints = []
    for student, said in terms.items():
        try:
            said.check(due, is_time_needed=assignment.config.late.has_rules)
        except BadValue as error:
            complaints.append(AT.format(place=place(roster.path, student.line), what=error.text))
    if complaints:
        raise complained(complaints)
    return {key_of(student): said for student, said in terms.items()}


def _of_other_assignments(roster: Roster, names: Sequence[str]) -> list[Text]:
    """A remark for each column such as `extension 07` of an assignment that is not there, or is graded elsewhere.

    What platforms call their assignments, `submitted` beside it, is another matter.
    """
    numbers = [name.partition("-")[0] for name in names]
    known = {*names, *numbers, *(number.removeprefix("0") for number in numbers)}
    said = {(term.kind, term.of) for student in roster.students for term in student.terms if term.of[:1].isdigit()}
    shown = ", ".join(names)
    return [
        NO_ASSIGNMENT.format(path=roster.path, kind=kind, of=of, names=shown)
        for kind, of in sorted(said)
        if of not in known and kind != "submitted"
    ]


def enlisted_class(gradebook: Gradebook, roster: Roster, found: Collection[Found], lang: Lang) -> ClassList:
    """Match everybody who has handed in, now or before, to the roster; write that down, and say who was not matched.

    Raises UserError where nobody is: the roster is then another course's. People whom such a run has registered are
    not looked for again, since they are neither found now nor have results.
    """
    present = {each.person.identity for each in found} | gradebook.graded()
    people = {identity: each for identity, each in gradebook.register.people().items() if identity in present}
    enlisted = enlist(people, roster, gradebook.register.whose())
    if people and not enlisted.known and not enlisted.unsure:
        names = listed([person.name for person in people.values()], _OF_NOBODY)
        raise UserError(NOBODY, path=roster.path, handed_in=len(people), names=names, students=len(roster.students))
    gradebook.register.enlist(enlisted.known, enlisted.unsure, roster.labels)
    labels, whose = gradebook.register.labels(), gradebook.register.whose()
    remarks = {identity: _unsure(identity, match, roster) for identity, match in enlisted.unsure.items()}
    for identity in enlisted.strangers:
        shown = STRANGER.format(roster=roster.path.name, identity=identity)
        remarks[whose.get(identity, identity)] = shown
    say_remarks([SAID.format(student=labels[identity], what=what) for identity, what in sorted(remarks.items())], lang)
    class_list = ClassList(roster, enlisted, remarks, labels)
    say_remarks(list(_of_nobody(class_list)), lang)
    return class_list


def _of_nobody(class_list: ClassList) -> Iterator[Text]:
    """A remark for each identity on the roster under which nobody has handed in."""
    left = [*class_list.enlisted.unsure, *class_list.enlisted.strangers]
    for student in class_list.missing:
        for identity in (id.value for id in student.ids if id.kind == "identity"):
            near = get_close_matches(identity, left, 1, _NEAR)
            text, where = NEARLY_SOMEBODY if near else OF_NOBODY, place(class_list.roster.path, student.line)
            yield text.format(place=where, identity=identity, near=near[0] if near else "")


def _unsure(identity: str, match: Match, roster: Roster) -> Text:
    names = [f"{roster.labels[each]} [{roster.path.name}:{each.line}]" for each in match.candidates]
    return SETTLE.format(why=UNSURE[match.why].format(candidates=listed(names)), identity=identity)


def say_missing(class_list: ClassList, lang: Lang) -> None:
    """How many have not handed in, and the first of them by name."""
    total, missing = len(class_list.roster.students), class_list.missing
    if not missing:
        say(ALL_IN.format(total=total)[lang])
        return
    names = listed([class_list.roster.labels[student] for student in missing], _NAMES_SHOWN)
    text = MISSING.format(total=total, count=len(missing), names=names)[lang]
    say(text)
