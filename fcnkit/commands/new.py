"""`fcnkit init` and `fcnkit new`: a course to start from, and one more assignment."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from fcnkit.authoring.build_assignment import build
from fcnkit.authoring.new_course import new_assignment, new_course
from fcnkit.commands.console import say
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment, Course
from fcnkit.text import Text

MADE = Text(
    ko="{folder}에 과제 하나, 연습 문제 둘, 용어 둘이 있는 과목을 만들었습니다. 이제 해 볼 일:",
    en="Made a course in {folder}: one assignment, two practice items, two terms. What to do next:",
)
ADDED = Text(
    ko="{name} 과제를 예시 문제 하나로 만들었습니다. 아래 파일을 자기 것으로 바꾼 다음 확인하세요:",
    en="Added {name} with an example question. Replace it with your own in these files, then check it:",
)


def init(folder: Path) -> None:
    """Make the course, build what its students get, and say what to do next."""
    course = new_course(folder)
    for name in course.names():
        build(course.assignment(name), runs_checks=False)  # the template's are known to pass
    say(MADE.format(folder=folder)[detect_lang()])
    for command in (
        f"cd {shlex.quote(str(folder))}",
        "fcnkit verify",
        "fcnkit practice --out out/practice",
        "fcnkit new 02-my-topic",
    ):
        say(f"  {command}")


def new(course: Course, name: str) -> None:
    """Add the assignment, build what its students get, and say which files to change."""
    assignment = new_assignment(course, name)
    build(assignment, runs_checks=False)  # as above
    say(ADDED.format(name=name)[detect_lang()])
    for line in (*_files(assignment), f"fcnkit build {name[:2]}", f"fcnkit verify {name[:2]}"):
        say(f"  {line}")


def _files(assignment: Assignment) -> list[str]:
    folders = (
        assignment.paths.config_file,
        assignment.paths.master,
        assignment.paths.alternatives,
        assignment.paths.suite,
    )
    return [os.path.relpath(path) for path in folders]
