"""Third step: of what a student handed in, which notebooks are graded. Nobody is asked, and nothing is left unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fcnkit.grading.cell import Cell
from fcnkit.grading.intake.file_names import suffix
from fcnkit.grading.intake.handed_out import HandedOut
from fcnkit.grading.intake.plain_names import is_handout
from fcnkit.grading.intake.submission import MAX_LISTED, Notebook, Submission, listed
from fcnkit.text import Text

MAX_GRADED = 4
"""Notebooks of one student."""
MAX_LIKELY = 20
"""So many different ones that could be the assignment's are no student's, but a class'."""
MAX_BESIDE = 1_000
"""Other files that are looked for in the code."""

OTHER_ASSIGNMENT = Text(
    ko="이 노트북은 {found} 과제의 노트북입니다. {wanted} 과제의 노트북을 다시 제출해 주세요.",
    en="This is a notebook of {found}. Please hand in the notebook of {wanted}.",
)
NO_VARIANT = Text(
    ko="나누어 준 문제지가 아닌 다른 노트북입니다. 받은 zip 파일의 노트북에 답을 써서 다시 제출해 주세요.",
    en="This notebook is none of the variants that were handed out. Please answer in the notebook that you were given.",
)
NO_CODE = Text(
    ko="노트북에 코드가 하나도 없습니다. 올바른 파일을 제출했는지 확인해 주세요.",
    en="There is no code in the notebook. Please check that the right file was handed in.",
)
UNTOUCHED = Text(
    ko="'{name}' 노트북의 코드는 나누어 준 그대로입니다. 답을 쓴 파일을 제출했는지 확인해 주세요.",
    en="The code of '{name}' is as it was handed out. Please check that the file with your answers was handed in.",
)
PASSED_OVER = {
    OTHER_ASSIGNMENT: Text(
        ko="다른 과제의 노트북이어서 채점하지 않은 파일: {names}",
        en="Not graded, since they are of another assignment: {names}",
    ),
    NO_VARIANT: Text(
        ko="나누어 준 문제지가 아니어서 채점하지 않은 파일: {names}",
        en="Not graded, since they are none of the variants that were handed out: {names}",
    ),
    NO_CODE: Text(ko="코드가 없어 채점하지 않은 파일: {names}", en="Not graded, since they hold no code: {names}"),
    UNTOUCHED: Text(
        ko="코드가 나누어 준 그대로여서 채점하지 않은 파일: {names}",
        en="Not graded, since their code is as it was handed out: {names}",
    ),
}
TOO_MANY = Text(
    ko="서로 다른 노트북 {count}개 가운데 코드를 가장 많이 쓴 {limit}개를 채점했습니다. 채점하지 않은 파일: {names}",
    en="Of {count} different notebooks the {limit} with the most code written in them were graded. Not graded: {names}",
)
UNLIKELY = Text(
    ko="서로 다른 노트북 {count}개 가운데 이름이나 내용으로 보아 이 과제의 것인 {limit}개를 채점했습니다. "
    "채점하지 않은 파일: {names}",
    en="Of {count} different notebooks the {limit} that by name or content are this assignment's were graded. Not "
    "graded: {names}",
)
A_CLASS = Text(
    ko="노트북이 {count}개나 있어 어느 것을 채점할지 알 수 없습니다. 채점할 노트북 하나만 남겨 주세요. "
    "반 전체의 압축 파일이라면 그 파일을 직접 지정해 주세요.",
    en="There are {count} notebooks. Keep only the one to be graded; "
    "if this is a whole class' download, give its path itself.",
)
UNREAD = Text(ko="채점하지 못한 파일이 있습니다. {why}", en="One file could not be graded. {why}")
UNREAD_TOO = Text(ko="그렇게 채점하지 못한 파일이 {count}개 더 있습니다.", en="Nor could {count:+more file} be graded.")
BESIDE = Text(
    ko="노트북만 채점하므로 함께 제출한 다음 파일은 쓰지 않았습니다. 필요한 코드는 노트북 안에 넣어 주세요: {names}",
    en="Only notebooks are graded, so these files were not used; put the code that you need into the notebook: {names}",
)
LACKING = Text(
    ko="나누어 준 노트북에 있던 다음 줄이 없어서 채점할 때 맨 앞에 채워 넣었습니다: {code}. 커널을 다시 시작한 다음 "
    "모든 셀을 위에서부터 실행해 보면 이런 실수를 찾을 수 있습니다.",
    en="This stood in the notebook that was handed out and is gone, so it was put in front for grading: {code}. To "
    "find such slips, restart the kernel and run all cells from the top.",
)
FILLED_IN = 0
"""The number of the cell with imports that the hand-out had: no reader counts it."""


def select(submission: Submission, handed_out: HandedOut) -> Submission:
    """The submission with the notebooks that are to be graded, those with the most code written in them first.

    Up to four that somebody has worked in; where there is none, one that nobody has, unless another file cannot be
    read. Without any it is invalid. What is passed over is told.
    """
    if submission.problem is not None:
        return submission
    fitting = [one for one in submission.notebooks if _misfit(one, handed_out) is None]
    if not fitting:
        return _invalid(submission, handed_out)
    untouched = [one for one in fitting if handed_out.is_untouched(one.cells)]
    worked_in = [one for one in fitting if one not in untouched]
    if not worked_in and submission.unread:  # the answers may stand in what cannot be read
        return replace(submission, problem=submission.unread[0])
    likely = _likely(worked_in, handed_out)
    if worked_in and not likely:
        return replace(submission, problem=A_CLASS.format(count=len(worked_in)))
    rest = [one for one in worked_in if one not in likely]
    most_first = likely[:1]  # to count what was written in most submissions' only notebook takes long
    if len(likely) > 1:
        most_first = sorted(likely, key=lambda one: (-handed_out.written(one.cells), one.source))
    graded = most_first[:MAX_GRADED] or untouched[:1]
    warnings = [*submission.warnings, *_passed_over(submission, handed_out), *_not_read(submission)]
    if passed := [*most_first[MAX_GRADED:], *rest]:
        text = UNLIKELY if rest else TOO_MANY
        names = listed(one.source for one in passed)
        warnings.append(text.format(count=len(worked_in), limit=len(graded), names=names))
    if worked_in and untouched:
        warnings.append(PASSED_OVER[UNTOUCHED].format(names=listed(one.source for one in untouched)))
    if not worked_in:
        warnings.append(UNTOUCHED.format(name=graded[0].source))
    beside = [name for name in submission.beside[:MAX_BESIDE] if _is_missed(name, graded)]
    if beside:
        warnings.append(BESIDE.format(names=listed(beside)))
    notebooks = tuple(_compared(one, handed_out) for one in graded)
    filled = dict.fromkeys(cell.source for one in notebooks for cell in one.cells if cell.number == FILLED_IN)
    warnings += [LACKING.format(code=code.replace("\n", "; ")) for code in filled]
    return replace(submission, source=notebooks[0].source, notebooks=notebooks, warnings=tuple(warnings))


def _likely(worked_in: list[Notebook], handed_out: HandedOut) -> list[Notebook]:
    """Which are the assignment's: all, of very many those that are called or say so; none where that leaves many."""
    named = [one for one in worked_in if is_handout(re.split(r"[/!]", one.source)[-1], is_file=True)]
    says_so = [one for one in worked_in if one.assignment == handed_out.assignment]
    return next((those for those in (worked_in, named, says_so) if 0 < len(those) <= MAX_LIKELY), [])


def _misfit(notebook: Notebook, handed_out: HandedOut) -> Text | None:
    """Why a notebook is none of the assignment's."""
    if notebook.assignment not in (None, handed_out.assignment):
        return OTHER_ASSIGNMENT
    if not any(cell.source.strip() for cell in notebook.cells):
        return NO_CODE
    if handed_out.variants and notebook.variant not in handed_out.variants:
        return NO_VARIANT
    return None


def _invalid(submission: Submission, handed_out: HandedOut) -> Submission:
    first = submission.notebooks[0]
    why = _misfit(first, handed_out)
    problem = why and why.format(found=first.assignment, wanted=handed_out.assignment)
    return replace(submission, problem=next(iter(submission.unread), problem))


def _passed_over(submission: Submission, handed_out: HandedOut) -> Iterator[Text]:
    misfits = [(one.source, _misfit(one, handed_out)) for one in submission.notebooks]
    for why, text in PASSED_OVER.items():
        names = [source for source, misfit in misfits if misfit is why]
        if names:
            yield text.format(names=listed(names))


def _not_read(submission: Submission) -> Iterator[Text]:
    """Of the first few files that cannot be read, why each; of the others, how many they are."""
    for why in submission.unread[:MAX_LISTED]:
        yield UNREAD.format(why=why)
    if others := submission.unread[MAX_LISTED:]:
        yield UNREAD_TOO.format(count=len(others))


def _is_missed(name: str, graded: Sequence[Notebook]) -> bool:
    """Whether the notebooks may need this file: a module, or a file that their code names."""
    last = name.rpartition("/")[2]
    return suffix(last) == ".py" or any(last in cell.source for one in graded for cell in one.cells)


def _compared(notebook: Notebook, handed_out: HandedOut) -> Notebook:
    """The notebook without the texts that were handed out, and its cells with their origin and imports."""
    texts = [
        replace(
            text, names=text.names - handed_out.in_texts, is_own=not text.magic and text.text not in handed_out.texts
        )
        for text in notebook.texts
    ]
    cells = handed_out.marked(notebook.cells)
    if lacking := handed_out.lacking(cells):
        cells = (Cell(FILLED_IN, "\n".join(lacking), "handout"), *cells)
    return replace(notebook, cells=cells, texts=tuple(each for each in texts if each.names or each.is_own))
