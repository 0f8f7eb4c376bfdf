"""From read sheets to results: whose each is, what a person still has to see, and the marks."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fcnkit.exams.build_exam import is_number
from fcnkit.exams.by_hand import EMPTY, TABLE, Case
from fcnkit.exams.gradebook_entry import name_of
from fcnkit.exams.marking import PLACE, Answered, marked
from fcnkit.exams.record import Exam, Mark, Question, Sheet
from fcnkit.exams.scan.mark_reading import Doubt
from fcnkit.exams.scan.page_reader import NUMBER, stacked
from fcnkit.exams.scan.sheets import Gathered, ReadSheet, whose
from fcnkit.grading.results import Status, SubmissionResult, totals
from fcnkit.text import Lang, Text

WHY: Mapping[Doubt, Text] = {
    Doubt.UNSURE: Text(ko="채운 것인지 분명하지 않습니다.", en="It is not clear whether it is filled in."),
    Doubt.SEVERAL: Text(ko="둘 이상 채워져 있습니다.", en="Two or more are filled in."),
    Doubt.CROSSED: Text(
        ko="X로 지운 것 말고는 채운 것이 없습니다.", en="One is crossed out, and none is filled in its place."
    ),
    Doubt.GAP: Text(
        ko="숫자 사이에 빈 열이 있거나 부호만 있습니다.",
        en="A column between digits is empty, or there is only a sign.",
    ),
    Doubt.WRITTEN: Text(ko="글로 쓴 답입니다.", en="An answer in words."),
    Doubt.TWO_SCANS: Text(
        ko="같은 쪽의 두 스캔이 다르게 읽혔습니다.", en="Two scans of this page say different things."
    ),
}
NOT_LISTED = Text(
    ko="답안지 {sheet}: 학번 {owner:은} 응시자 명단에 없습니다. 채점은 했습니다.",
    en="Sheet {sheet}: student number {owner} is not on the exam's list; marked all the same",
)
UNUSED = Text(
    ko="답안지 {sheet}({whose}): 아무것도 채워져 있지 않아 제출하지 않은 것으로 보았습니다.",
    en="Sheet {sheet} ({whose}): nothing is filled in, so it was not counted as handed in",
)
REFUSED = Text(
    ko="{id}: {said!r:으로} 채워질 수 없는 칸입니다. 답지의 글자, 수, 7,7,75 같은 모양, 또는 빈칸이면 x를 쓰세요.",
    en="{id}: {said!r} cannot be filled in there; write an option's letter, a number, a shape such as 7,7,75, or x",
)
_NUMBER = re.compile(r"-?[0-9]{1,12}")
WAITS = Text(
    ko="누구의 답안지인지 {table}에서 정해야 채점됩니다.", en="The sheet waits until {table} says whose it is."
)
NO_PAGE = Text(ko="이 쪽이 스캔에 없습니다.", en="This page is in no scan.")
WHOSE = Text(ko="학번", en="student number")
SETTLED = Text(ko="누구의 것인지 정해졌습니다.", en="It has been said whose it is.")


@dataclass(frozen=True)
class Outcome:
    """All that comes of a scan."""

    results: tuple[SubmissionResult, ...]
    """One for each student of the exam, and for anybody else who has a sheet."""
    cases: tuple[Case, ...]
    remarks: tuple[Text, ...]
    sheets: Mapping[str, ReadSheet]
    """By the students' labels."""


def results(gathered: Gathered, exam: Exam, told: Mapping[str, str], lang: Lang) -> Outcome:
    """Mark every sheet that is somebody's; a sheet of nobody waits with its case."""
    unused = [each for each in gathered.sheets.values() if each.is_empty]
    remarks = [UNUSED.format(sheet=each.sheet.number, whose=each.sheet.student or "–") for each in unused]
    gathered = replace(gathered, sheets={n: each for n, each in gathered.sheets.items() if not each.is_empty})
    said = {number: told[_whose_id(number)] for number in gathered.sheets if _whose_id(number) in told}
    owners, unknown = whose(gathered.sheets.values(), said)
    people = {sheet.id or sheet.student: sheet for sheet in exam.sheets if not sheet.is_spare}
    names = {sheet.student: sheet.id or sheet.student for sheet in exam.sheets if not sheet.is_spare}
    found: list[SubmissionResult] = []
    cases: list[Case] = []
    labelled: dict[str, ReadSheet] = {}
    for number, sheet in gathered.sheets.items():
        cases += _cases(sheet, exam, owners.get(number, ""))
        remarks += _refused(sheet, exam, told)
        if number in unknown or _whose_id(number) in told:
            cases.append(_whose_case(sheet, unknown.get(number, SETTLED), lang))
        owner = names.get(owners.get(number, ""), owners.get(number, ""))
        if owner:
            person = people.get(owner)
            if person is None:
                remarks.append(NOT_LISTED.format(sheet=number, owner=owner))
            label, id_ = (person.student, person.id) if person else (owner, owner)
            labelled[label] = sheet
            found.append(_result(sheet, exam, told, label, id_, lang))
    missing = [sheet for key, sheet in people.items() if sheet.student not in labelled]
    waiting = {_printed_for(sheet, people) for number, sheet in gathered.sheets.items() if number in unknown}
    found += [_without_marks(sheet, exam, lang, is_waiting=sheet.student in waiting) for sheet in missing]
    return Outcome(tuple(found), tuple(cases), tuple(remarks), labelled)


def _whose_id(number: int) -> str:
    return f"{number}-whose"


def _case_id(number: int, question: int, place: int) -> str:
    return f"{number}-{question}-{place + 1}"


def _cases(sheet: ReadSheet, exam: Exam, owner: str) -> Iterator[Case]:
    for question in exam.form[sheet.sheet.form].questions:
        for place, mark in enumerate(question.marks):
            reading = sheet.readings.get((question.number, place))
            if reading is None or reading.doubt is None or mark.kind == "written":
                continue
            yield Case(
                id=_case_id(sheet.sheet.number, question.number, place),
                page=sheet.pages[mark.page],
                sheet=sheet.sheet.number,
                student=sheet.sheet.student or owner,
                question=str(question.number),
                mark=mark.name,
                why=WHY[reading.doubt],
                picture=sheet.clips.get((question.number, place), b""),
            )


def _refused(sheet: ReadSheet, exam: Exam, told: Mapping[str, str]) -> Iterator[Text]:
    """What a person has said of marks that cannot be filled in so."""
    for question in exam.form[sheet.sheet.form].questions:
        for place, mark in enumerate(question.marks):
            id = _case_id(sheet.sheet.number, question.number, place)
            if id in told and as_filled_in(mark, told[id]) is None:
                yield REFUSED.format(id=id, said=told[id])


def _whose_case(sheet: ReadSheet, why: Text, lang: Lang) -> Case:
    return Case(
        id=_whose_id(sheet.sheet.number),
        page=sheet.pages[min(sheet.pages)],
        sheet=sheet.sheet.number,
        student=sheet.sheet.student,
        question="",
        mark=WHOSE[lang],
        why=why,
        picture=sheet.clips.get(NUMBER, b""),
    )


def _result(
    sheet: ReadSheet, exam: Exam, told: Mapping[str, str], label: str, id_: str, lang: Lang
) -> SubmissionResult:
    questions = tuple(
        marked(question, answered(sheet, question, told, lang)) for question in exam.form[sheet.sheet.form].questions
    )
    # In one order for all forms, so that tables and pages put the same item into the same column.
    questions = tuple(sorted(questions, key=lambda each: int(each.id[1:])))
    score, max_score = totals(questions)
    return SubmissionResult(
        assignment=name_of(exam),
        student=label,
        identity=f"number:{id_}" if is_number(id_) else f"name:{label}",
        id=id_,
        submission=", ".join(dict.fromkeys(sheet.pages[page] for page in sorted(sheet.pages))),
        lang=lang,
        status=Status.GRADED,
        score=score,
        max_score=max_score,
        questions=questions,
    )


def _printed_for(sheet: ReadSheet, people: Mapping[str, Sheet]) -> str:
    """Whose it is likely to be, while nobody has said it: that of its name, or of its student number."""
    if sheet.sheet.student or sheet.number is None or sheet.number.value not in people:
        return sheet.sheet.student
    return people[sheet.number.value].student


def _without_marks(person: Sheet, exam: Exam, lang: Lang, *, is_waiting: bool) -> SubmissionResult:
    """The result of somebody who has no sheet, or one of which a person has yet to say whether it is theirs."""
    return SubmissionResult(
        assignment=name_of(exam),
        student=person.student,
        id=person.id,
        submission="",
        lang=lang,
        status=Status.UNGRADED if is_waiting else Status.MISSING,
        score=0,
        max_score=0,
        notes=(WAITS.format(table=TABLE),) if is_waiting else (),
    )


def answered(sheet: ReadSheet, question: Question, told: Mapping[str, str], lang: Lang) -> Answered:
    """What is known of a question: from the scan, and from a person where the scan left a doubt."""
    given = [_given(sheet, question, place, mark, told) for place, mark in enumerate(question.marks)]
    if None not in given:
        return Answered(tuple(given), sheet.sheet.form)
    left = [place for place, each in enumerate(given) if each is None]
    clips = [sheet.clips[question.number, place] for place in left if (question.number, place) in sheet.clips]
    picture = base64.b64encode(stacked(clips)).decode() if clips else ""
    return Answered(tuple(given), sheet.sheet.form, _note(sheet, question, given, left, lang), picture)


def _note(sheet: ReadSheet, question: Question, given: Sequence[str | None], left: Sequence[int], lang: Lang) -> str:
    """What a person is told of the marks that are `left`: where they stand, what is in doubt, and the others."""
    pages = dict.fromkeys(sheet.pages.get(question.marks[place].page, "–") for place in left)
    place = PLACE.format(form=sheet.sheet.form, number=question.number)
    lines = [", ".join(pages), place[lang]]
    lines += dict.fromkeys(_why(sheet, question, place)[lang] for place in left)
    if len(given) > 1:
        lines.append(" · ".join("?" if each is None else each or "–" for each in given))
    return "\n".join(lines)


def _why(sheet: ReadSheet, question: Question, place: int) -> Text:
    reading = sheet.readings.get((question.number, place))
    return NO_PAGE if reading is None or reading.doubt is None else WHY[reading.doubt]


def _given(sheet: ReadSheet, question: Question, place: int, mark: Mark, told: Mapping[str, str]) -> str | None:
    reading = sheet.readings.get((question.number, place))
    if reading is None:  # its page is missing
        return None
    if reading.doubt is None:
        return reading.value
    said = told.get(_case_id(sheet.sheet.number, question.number, place))
    return None if said is None or mark.kind == "written" else as_filled_in(mark, said)


def as_filled_in(mark: Mark, said: str) -> str | None:
    """What a person says that is filled in, as it is read; None for what the mark's bubbles cannot say."""
    if said.casefold() == EMPTY:
        return ""
    if mark.kind == "choice":
        return said.upper() if said.upper() in mark.groups[0].values else None
    sides = said.replace("−", "-").strip("()[] ").rstrip(",").split(",")
    if len(sides) > (mark.groups[-1].side + 1) or not all(_NUMBER.fullmatch(side.strip()) for side in sides):
        return None
    return ",".join(str(int(side)) for side in sides)
