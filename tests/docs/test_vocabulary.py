"""One word for one thing: words that were given up are found in no text that people see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import ROOT

GIVEN_UP = {
    "물체 확신도": "객체성 점수",
    "맥스 풀링": "최대 풀링",
    "물체 검출": "객체 탐지",
    "라벨": "레이블",
    "이름표": "레이블",
    "까닭": "이유",
    "합성곱층": "합성곱 층",
    "줄이는 스트라이드": "다운샘플링 스트라이드",
    "키우는 스트라이드": "업샘플링 스트라이드",
    "마주 보는 스트라이드": "대칭인 스트라이드",
    "이미지 묶음": "이미지 배열",
    "이름난 CNN": "대표적인 CNN",
    "어마어마": "매우",
    "팽창된 커널": "팽창한 커널",
    "늘어놓": "정렬하다, 나열하다",
    "봄": "생각함 (in a misconception's name)",
    "전자우편": "이메일",
    "배열의 shape": "배열의 모양",
    "shape은": "모양은",
    "down strides": "downsampling strides",
    "up strides": "upsampling strides",
    "Strides in a mirror": "Mirrored strides",
    "the other way round than": "in the opposite order to",
    "It looks as if": "You seem to have assumed that",
    "has its name from": "gets its name",
    "as text": "as a string",
    "near by": "nearby",
    "nothing but Dense": "only Dense",
}
"""Each word with what stands in its place."""
ACCEPTED = re.compile(r"^= `.*$", re.MULTILINE)
"""The sheet's further spellings, which the quiz accepts as answers: 물체 확신도 and 맥스 풀링 are still understood."""
TEXTS = (
    "solutions/*/master.py",
    "solutions/*/assignment.toml",
    "terminology.md",
    "autograder/suites/*/*.py",
    "shared/fcnlab/*.py",
    "fcnkit/quiz/*.py",
    "fcnkit/practice/**/*.py",
    "autograder/practice/**/*.py",
    "fcnkit/reports/*.py",
    "fcnkit/grading/examiner/*.py",
    "fcnkit/authoring/*.py",
    "README*.md",
    "SECURITY*.md",
    "docs/**/*.md",
    "CONTRIBUTING.md",
    "assignments/*/README.md",
)
WORD = {
    "봄": re.compile(r' 봄"'),
    "라벨": re.compile("라벨(?!링)"),
    "down strides": re.compile(r"(?<![\w-])[Dd]own strides"),
    "up strides": re.compile(r"(?<![\w-])[Uu]p strides"),
    "as text": re.compile(r"\*\*as text\*\*"),
}


def texts() -> Iterator[tuple[Path, str]]:
    for pattern in TEXTS:
        for path in ROOT.glob(pattern):
            yield path.relative_to(ROOT), ACCEPTED.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("word", GIVEN_UP)
def test_a_word_that_was_given_up_is_found_nowhere(word: str) -> None:
    pattern = WORD.get(word) or re.compile(r"\s+(?:#\s+|\"\s+\")?".join(map(re.escape, word.split())))
    found = [f"{path}: {match[0]}" for path, text in texts() for match in pattern.finditer(text)]
    assert not found, f"{found}: write {GIVEN_UP[word]}"
