"""The course's configuration: what an assignment says goes before what the course says, and mistakes are named."""

import pytest

from fcnkit.allowances import Limits
from fcnkit.course import ConfigError, Course
from fcnkit.grading.fingerprint import suite_digest

ASSIGNMENT = """
title = { ko = "하나", en = "One" }
profile = "numpy"

[[questions]]
id = "q1"
title = { ko = "첫째", en = "First" }
points = 100
functions = ["f"]
"""


@pytest.fixture
def course(tmp_path):
    for folder in ("solutions/01-one", "autograder/suites/01-one"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "solutions/01-one/assignment.toml").write_text(ASSIGNMENT, encoding="utf-8")
    return Course(tmp_path)


@pytest.mark.parametrize("said", ["01-one", "01", "1"])
def test_an_assignment_is_called_by_its_name_or_number(course, said):
    assert course.assignment(said).name == "01-one"


@pytest.mark.parametrize("said", ["", "0", "11", "001", "one"])
def test_nothing_else_is_an_assignments_name(course, said):
    with pytest.raises(ConfigError, match="no assignment"):
        course.assignment(said)


def say(course, name, text):
    with (course.root / name).open("a", encoding="utf-8") as file:
        file.write(text)


def test_an_assignments_own_limits_go_before_the_courses_and_those_before_the_defaults(course):
    assert course.assignment("01").config.limits == Limits()
    say(course, "course.toml", "[limits]\nmemory_mib = 512\ncall_seconds = 4\n")
    assert course.assignment("01").config.limits == Limits(memory_mib=512, call_seconds=4)
    say(course, "solutions/01-one/assignment.toml", "[limits]\ncall_seconds = 9\n")
    assert course.assignment("01").config.limits == Limits(memory_mib=512, call_seconds=9)


def test_models_have_more_time_by_default(course):
    path = course.root / "solutions/01-one/assignment.toml"
    path.write_text(ASSIGNMENT.replace('profile = "numpy"', 'profile = "keras"'), encoding="utf-8")
    assert course.assignment("01").config.limits.total_seconds == 150
    say(course, "course.toml", "[limits]\ntotal_seconds = 80\n")
    limits = course.assignment("01").config.limits
    assert (limits.total_seconds, limits.cell_seconds) == (80, 60)


def test_more_time_changes_nothing_but_limits_of_time(course):
    assignment = course.assignment("01")
    longer = assignment.with_time(10).config.limits
    assert (longer.total_seconds, longer.cell_seconds, longer.sleep_seconds) == (140, 30, 80)
    assert longer.with_time(0.1) == assignment.config.limits


def test_a_changed_limit_grades_again(course):
    before = suite_digest(course.assignment("01"))
    say(course, "course.toml", "[limits]\ncall_seconds = 4\n")
    assert suite_digest(course.assignment("01")) != before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[limits]\nmemory = 512\n", r"course\.toml, line 2: limits\.memory: unknown key"),
        (
            "[limits]\nmemory_mib = 0\n",
            r"course\.toml, line 2: limits\.memory_mib: 0 is too small; write a number greater than 0",
        ),
        ("[limits]\nmemory_mib = true\n", r"line 2: limits\.memory_mib: no whole number; .* not true"),
        ('[limits]\nprocesses = "64"\n', r"line 2: limits\.processes: no whole number; .* not \"64\""),
        ('[limits]\ncall_seconds = "4"\n', r"line 2: limits\.call_seconds: no number; .* not \"4\""),
        ("[limits]\ncall_seconds = inf\n", r"line 2: limits\.call_seconds: no number; .* not Infinity"),
        ("[weights]\n01 = true\n", r"line 2: weights\.01: no number; .* not true"),
        ('[late]\nlast_day = "7"\n', r"line 2: late\.last_day: no whole number; .* not \"7\""),
        ('run_shown = "yes"\n', r"line 1: run_shown: \"yes\" is neither true nor false"),
        ("limits", r"course\.toml, line 1: not valid TOML"),
    ],
)
def test_a_mistake_in_the_courses_file_is_named(course, text, said):
    say(course, "course.toml", text)
    with pytest.raises(ConfigError, match=said):
        course.assignment("01")


@pytest.mark.parametrize("points", ['"100"', "true", "inf"])
def test_points_that_are_no_number_are_named(course, points):
    said = ASSIGNMENT.replace("points = 100", f"points = {points}")
    (course.root / "solutions/01-one/assignment.toml").write_text(said, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"assignment\.toml, line 8: questions\.points: no number"):
        course.assignment("01")


def test_which_attempt_counts_is_said_by_the_course_or_by_the_assignment_and_grades_nothing_again(course):
    before = suite_digest(course.assignment("01"))
    assert course.assignment("01").config.attempts == "last"
    say(course, "course.toml", 'attempts = "best"\n')
    assert course.assignment("01").config.attempts == "best"
    assert suite_digest(course.assignment("01")) == before
    path = course.root / "solutions/01-one/assignment.toml"
    path.write_text(f'attempts = "first"\n{ASSIGNMENT}', encoding="utf-8")
    assert course.assignment("01").config.attempts == "first"
