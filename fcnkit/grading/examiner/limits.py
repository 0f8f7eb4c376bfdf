"""Which limit a student's code has reached, in words for the student."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeGuard, get_args

from fcnkit.allowances import Limits
from fcnkit.grading.protocol import MAX_JSON
from fcnkit.grading.sandbox import trees
from fcnkit.text import Text

Limit = Literal["memory", "processes", "open files", "output", "disk", "folders"]
"""Limits reported by the worker; the examiner observes the others."""

ANSWERING = Text(ko="{question}에 답하는 동안", en="while answering {question}")
RUNNING_NOTEBOOK = Text(ko="노트북을 실행하는 동안", en="while running the notebook")
RUNNING_CELL = Text(ko="{cell}번째 셀을 실행하는 동안", en="while running cell {cell}")

TOO_SLOW = Text(
    ko="{during} 코드가 {seconds:g}초 안에 끝나지 않았습니다.",
    en="Your code did not finish within {seconds:+second} {during}.",
)
CELL_TOO_SLOW = Text(
    ko="{during} 코드가 {seconds:g}초 안에 끝나지 않았습니다. 오래 걸리는 학습이라면, 답이 그 결과를 쓰지 않는 한 "
    "점수와는 상관없습니다.",
    en="Your code did not finish within {seconds:+second} {during}. If it is a long training run, it costs nothing "
    "as long as no answer uses what comes of it.",
)
TOO_SLOW_AGAIN = Text(
    ko="{during} 코드가 제한 시간 안에 끝나지 않았습니다.",
    en="Your code did not finish in time {during}.",
)
TOO_SLOW_IN_ALL = Text(
    ko="{during} 코드가 모두 합해 {seconds:g}초를 넘게 써서 더 호출하지 않았습니다.",
    en="Your code took more than {seconds:+second} in all {during}, so it was not called again.",
)
OUT_OF_TIME = Text(
    ko="제출물 전체에 주어진 {seconds:g}초가 지나 더 실행하지 않았습니다.",
    en="The {seconds:g} seconds for the whole submission were used up, so it was not run any further.",
)
LEFT_TO_OTHERS = Text(
    ko="제출물 전체에 주어진 {seconds:g}초 가운데 남은 시간은 다른 문제의 몫이라, 이 문제의 코드는 더 실행하지 "
    "않았습니다.",
    en="What is left of the {seconds:g} seconds for the whole submission is kept for its other questions, so the code "
    "of this one was not run any further.",
)
CELLS_OUT_OF_TIME = Text(
    ko="앞의 셀들이 셀 전체에 주어진 시간을 다 썼습니다.",
    en="The cells above had used up the time that all cells have together.",
)
_REACHED: dict[Limit, Text] = {
    "memory": Text(
        ko="{during} 코드가 메모리를 {memory} 넘게 사용했습니다.",
        en="Your code used more than {memory} of memory {during}.",
    ),
    "processes": Text(
        ko="{during} 코드가 프로세스와 스레드를 동시에 {processes}개 넘게 만들려 했습니다.",
        en="Your code tried to have more than {processes} processes and threads at once {during}.",
    ),
    "open files": Text(
        ko="{during} 코드가 파일을 동시에 {open_files}개 넘게 열려고 했습니다.",
        en="Your code tried to have more than {open_files} files open at once {during}.",
    ),
    "output": Text(
        ko="{during} 코드가 너무 큰 값을 돌려주었습니다. 배열은 {output}, 리스트와 문자열은 {text}까지 돌려줄 수 "
        "있습니다.",
        en="Your code returned too much {during}: at most {output} in arrays and {text} in lists and text.",
    ),
    "disk": Text(
        ko="{during} 코드가 파일에 {disk} 넘게 쓰려 했습니다.",
        en="Your code tried to write more than {disk} to files {during}.",
    ),
    "folders": Text(
        ko="{during} 코드가 폴더 안에 폴더를 {depth}단계 넘게 만들었습니다.",
        en="Your code made more than {depth} folders, each within another one, {during}.",
    ),
}


@cache
def answering(question: str) -> Text:
    """What is being done while a question's functions are called, which is often."""
    return ANSWERING.format(question=question)


def is_limit(word: object) -> TypeGuard[Limit]:
    """Whether this word, which a student's process may have sent, names one of the limits below."""
    return word in get_args(Limit)


def reached(limit: Limit, limits: Limits, during: Text) -> Text:
    """The message for a limit that was reached; `during` is one of the two texts above, filled in."""
    return _REACHED[limit].format(
        during=during,
        memory=_size(limits.memory_mib),
        processes=limits.processes,
        open_files=limits.open_files,
        output=_size(limits.output_mib),
        text=_size(MAX_JSON >> 20),
        disk=_size(limits.disk_mib),
        depth=trees.DEPTH,
    )


def _size(mib: int) -> str:
    return f"{mib // 1024:,} GiB" if mib % 1024 == 0 else f"{mib:,} MiB"
