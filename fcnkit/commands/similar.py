"""`fcnkit similar`: pairs of students whose work is alike, as places to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from fcnkit.commands.console import say
from fcnkit.commands.graded_folder import open_graded
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment
from fcnkit.errors import UserError
from fcnkit.grading.intake import Found, HandedOut, Submission, handed_out, read, select, survey
from fcnkit.grading.results import SubmissionResult
from fcnkit.reports.write import page_at, write_similar
from fcnkit.roster.person_names import evened
from fcnkit.teaching.copied_work import Work, similar
from fcnkit.teaching.people import GradedClass, read_class
from fcnkit.text import Lang, Text

PAGE = "similar.html"
OTHER = Text(
    ko="{folder}: {found} 과제의 결과입니다. 첫 폴더와 같은 {wanted} 과제의 폴더를 지정하세요.",
    en="{folder}: holds {found}; name a folder of {wanted}, as the first one is",
)
TOO_MANY = Text(
    ko="--submissions {path}: 폴더는 {folders}개인데 제출물은 {count}개입니다. 폴더마다 한 번씩만 쓰세요.",
    en="--submissions {path}: given {count} times for {folders} folders; give it once for each, in the same order",
)
WRITTEN = Text(
    ko="비교한 학생 {people}명, 코드를 읽은 제출물 {read}개, 살펴볼 곳 {pairs}곳: {path}",
    en="Students: {people}, hand-ins read: {read}, places to look: {pairs}. Open {path}",
)
NO_CODE = Text(
    ko="코드를 비교하지 못한 폴더: {folders}. 성적부에는 코드가 없으니, 코드도 비교하려면 폴더마다 `--submissions "
    "제출물`을 더하세요.",
    en="Of these folders only wrong answers were compared, since they hold no code: {folders}. To compare the code, "
    "too, add `--submissions HAND-INS` for each folder.",
)


def find_similar(folders: Sequence[Path], submissions: Sequence[Path], out: Path | None, lang: Lang | None) -> None:
    """Write the page and say where it is. Raises UserError."""
    speak = lang or detect_lang()
    if len(submissions) > len(folders):
        raise UserError(TOO_MANY, path=submissions[len(folders)], folders=len(folders), count=len(submissions))
    classes = _classes(folders)
    assignment = classes[0].assignment
    origins = handed_out(assignment)
    works: list[Work] = []
    for place, (folder, graded) in enumerate(zip(folders, classes, strict=True)):
        given = submissions[place : place + 1]
        works += _works(graded, list(_read(given, assignment, origins)), f"{folder}/" if place else "", place > 0)
    found = similar(works, assignment.config.questions, list(origins.origins))
    path = page_at(out, PAGE) if out else folders[0] / PAGE
    write_similar(path, found, assignment.config.title, speak)
    said = WRITTEN.format(people=found.people, read=found.with_code, pairs=len(found.pairs), path=path)
    say(said[speak])
    if without := folders[len(submissions) :]:
        said = NO_CODE.format(folders=", ".join(map(str, without)))
        say(said[speak])


def _classes(folders: Sequence[Path]) -> list[GradedClass]:
    """What is graded in each folder. Raises UserError where it is not the same assignment."""
    classes: list[GradedClass] = []
    for folder in folders:
        with open_graded(folder, is_for_reading=True) as (assignment, gradebook):
            if classes and assignment.name != classes[0].assignment.name:
                raise UserError(OTHER, folder=folder, found=assignment.name, wanted=classes[0].assignment.name)
            classes.append(read_class(assignment, gradebook, None))
    return classes


def _read(paths: Sequence[Path], assignment: Assignment, origins: HandedOut) -> Iterator[tuple[Found, Submission]]:
    """Everybody's hand-in as `fcnkit grade` reads it. Raises IntakeError."""
    if paths:
        for found in survey(paths, assignment.name, assignment.config.attempts).people:
            yield found, select(read(found), origins)


def _works(
    graded: GradedClass, submissions: Sequence[tuple[Found, Submission]], prefix: str, is_earlier: bool
) -> list[Work]:
    """Each student's result with their code, by identity, else by place, else by a name that is nobody else's."""
    owner = _Owners(graded.results)
    works: dict[str, Work] = {}
    for found, submission in submissions:
        result = owner.of(found, submission)
        label = result.student if result else found.student
        if label in works and result and submission.source != result.submission:
            continue  # of several attempts the graded one
        code = "\n".join(cell.source for cell in submission.cells if cell.origin == "student")
        works[label] = Work(label, found.person.id, f"{prefix}{submission.source}", code, result, is_earlier)
    for result in graded.results:
        if result.student not in works:
            works[result.student] = Work(
                result.student, result.id, f"{prefix}{result.submission}", "", result, is_earlier
            )
    return [works[label] for label in sorted(works)]


class _Owners:
    """Whose result belongs to a hand-in."""

    def __init__(self, results: Sequence[SubmissionResult]) -> None:
        names = Counter(evened(result.student) for result in results)
        self._by_identity = {result.identity: result for result in results if result.identity}
        self._by_place = {result.submission: result for result in results}
        self._by_name = {evened(result.student): result for result in results if names[evened(result.student)] == 1}

    def of(self, found: Found, submission: Submission) -> SubmissionResult | None:
        return (
            self._by_identity.get(found.person.identity)
            or self._by_place.get(submission.source)
            or self._by_name.get(evened(found.student))
        )
