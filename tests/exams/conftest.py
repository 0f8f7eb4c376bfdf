"""One exam of this course, printed once for all tests here."""

from __future__ import annotations

import pytest
from exam_of_course import PEOPLE, ROOT, SEED, made
from scanner import Grey, printed

from fcnkit.course import Course
from fcnkit.exams.build_exam import Built, Class, build
from fcnkit.exams.print_file import print_file
from fcnkit.exams.scan.upright import code_of, upright
from fcnkit.practice.registry import Registry, load_registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry(Course.find(ROOT))


@pytest.fixture(scope="session")
def built(registry: Registry) -> Built:
    return build(registry, made(registry), Class(PEOPLE, columns=2, spares=1), SEED)


@pytest.fixture(scope="session")
def pages(built: Built) -> dict[str, Grey]:
    """Every printed page of the answer sheets, by its code."""
    found = {}
    for page in printed(print_file(built, "ko", has_papers=False)):
        flat = upright(page)
        if flat is not None:  # an empty back is none
            found[code_of(flat).partition(":")[2]] = page
    assert found.keys() == {code for sheet in built.exam.sheets for code in sheet.codes}
    return found
