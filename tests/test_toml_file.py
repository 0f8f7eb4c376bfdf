"""Mistakes in configuration files: file, line, what was found and what to write, in both languages, in plain words."""

import re
import tomllib

import pytest

from fcnkit.course import AssignmentConfig, CourseConfig
from fcnkit.errors import ConfigError
from fcnkit.model_complaints import OTHERWISE
from fcnkit.practice.blueprint import Blueprint
from fcnkit.toml_file import parse_toml

ASSIGNMENT = """\
title = { ko = "하나", en = "One" }
profile = "numpy"
attempts = "last"
due = 2026-12-01T23:59:00+09:00

[[questions]]
id = "q1"
title = { ko = "첫째", en = "First" }
points = 100
functions = ["f"]

[limits]
memory_mib = 512
call_seconds = 2.5
"""
PYDANTIC = re.compile(
    r"Input should|Extra input|Field required|validation error|valid (integer|string|number|list|dict)"
)
HANGUL = re.compile("[가-힣]")


def told(tmp_path, text, model=AssignmentConfig):
    path = tmp_path / "assignment.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        parse_toml(path, model)
    return caught.value.text


@pytest.mark.parametrize(
    ("found", "written", "korean", "english"),
    [
        (
            'profile = "numpy"',
            'profile = "numpi"',
            "2번째 줄: profile: \"numpi\"는 쓸 수 없는 값입니다. 다음 가운데 하나를 쓰세요: 'numpy', 'keras'",
            "line 2: profile: \"numpi\" is not among what can stand here; write 'numpy' or 'keras'",
        ),
        (
            'profile = "numpy"\n',
            "",
            "1번째 줄: profile: 빠져 있습니다. 여기에 쓰세요.",
            "line 1: profile: missing; write it here",
        ),
        (
            'profile = "numpy"',
            'profil = "numpy"',
            "2번째 줄: profil: 모르는 이름입니다. profile을 쓰려고 하셨나요?",
            "line 2: profil: unknown key; did you mean profile?",
        ),
        (
            'profile = "numpy"',
            '# as in spring\u2028\nprofil = "numpy"',
            "3번째 줄: profil: 모르는 이름입니다.",
            "line 3: profil: unknown key",
        ),
        (
            'functions = ["f"]',
            'funtcions = ["f"]',
            "questions.funtcions: 모르는 이름입니다. functions를 쓰려고 하셨나요?",
            "line 10: questions.funtcions: unknown key; did you mean functions?",
        ),
        (
            "memory_mib = 512",
            "memory = 512",
            "limits.memory: 모르는 이름입니다. memory_mib을 쓰려고 하셨나요?",
            "line 13: limits.memory: unknown key; did you mean memory_mib?",
        ),
        (
            "memory_mib = 512",
            "gpus = 512",
            "limits.gpus: 모르는 이름입니다. 지우거나",
            "line 13: limits.gpus: unknown key; remove it or correct its spelling",
        ),
        (
            "2026-12-01T23:59:00+09:00",
            '"December"',
            '4번째 줄: due: 시간대까지 있는 날짜와 시각이 아닙니다("December").',
            'line 4: due: "December" is no date and time with a time zone',
        ),
        (
            "2026-12-01T23:59:00",
            "9999-12-31T23:59:59",
            "4번째 줄: due: 9999-12-31 23:59:59+09:00: 쓸 수 있는 해는 1900년부터 8999년까지입니다.",
            "line 4: due: 9999-12-31 23:59:59+09:00: years go from 1900 to 8999 here; where there is no deadline",
        ),
        (
            "+09:00",
            "",
            "4번째 줄: due: 시간대까지 있는",
            "line 4: due: 2026-12-01 23:59:00 is no date and time with a time zone",
        ),
        (
            "points = 100",
            "points = 0",
            "9번째 줄: questions.points: 0은 너무 작습니다. 0보다 큰 수를 쓰세요.",
            "line 9: questions.points: 0 is too small; write a number greater than 0",
        ),
        (
            "points = 100",
            'points = "many"',
            "9번째 줄: questions.points: 숫자가 아닙니다",
            "line 9: questions.points: no number; write one",
        ),
        (
            'id = "q1"',
            'id = "one"',
            '7번째 줄: questions.id: "one"은 형식',
            'line 7: questions.id: "one" does not have the form',
        ),
        (
            'functions = ["f"]',
            'functions = "f"',
            '10번째 줄: questions.functions: 목록이 아닙니다. ["…", "…"]처럼 쓰세요.',
            'line 10: questions.functions: no list; write one such as ["…", "…"]',
        ),
        (
            'functions = ["f"]\n',
            "",
            "questions: 묻는 것이 없습니다.",
            "questions: asks for nothing; name its functions or variables",
        ),
        ('ko = "첫째", ', "", "8번째 줄: questions.title.ko: 빠져", "line 8: questions.title.ko: missing"),
        (
            "[[questions]]",
            "[questions]",
            "questions: 목록이 아닙니다. 항목마다",
            "questions: no list; head each one with [[questions]]",
        ),
        (
            "memory_mib = 512",
            "memory_mib = 0.5",
            "13번째 줄: limits.memory_mib: 정수가 아닙니다(0.5).",
            "line 13: limits.memory_mib: no whole number",
        ),
        (
            'attempts = "last"',
            'attempts = "last',
            "3번째 줄: TOML 문법에 맞지 않습니다: ",
            "line 3: not valid TOML: a character that cannot",
        ),
        (
            'attempts = "last"',
            "attempts = last",
            "3번째 줄: TOML 문법에 맞지 않습니다: 값이 아닙니다.",
            "line 3: not valid TOML: no value; text stands",
        ),
        (
            "points = 100",
            f"points = {'1_000' * 2000}",
            "9번째 줄: 숫자가 너무 깁니다. 4,300자리를",
            "line 9: a number of more than 4,300 digits; shorten it",
        ),
        (
            '["f"]',
            f"{'[' * 5000}]",
            "10번째 줄: 목록과 표가 너무 여러 겹입니다. 닫지 않은 [나 {를 닫으세요.",
            "line 10: lists and tables one in another, too many of them; close each [ and {",
        ),
        (
            "points = 100",
            f"{'a . ' * 100_000}a = 1",
            "9번째 줄: 이름 하나에 점(.)이 너무 많습니다.",
            "line 9: a key of too many parts; write one such as limits.seconds",
        ),
        (
            '["f"]',
            '["f"',
            "TOML 문법에 맞지 않습니다: 목록이 닫히지 않았습니다.",
            "not valid TOML: the list is not closed; add ]",
        ),
    ],
)
def test_a_mistake_names_its_line_and_what_to_write(found, written, korean, english, tmp_path):
    text = told(tmp_path, ASSIGNMENT.replace(found, written, 1))
    assert korean in text.ko
    assert english in text.en
    assert not PYDANTIC.search(text.ko + text.en)


def test_a_number_where_a_table_should_be(tmp_path):
    text = told(tmp_path, "limits = 3\n", CourseConfig)
    assert text.ko.endswith("1번째 줄: limits: 표가 아닙니다. 표 머리 [limits]를 쓰세요.")
    assert text.en.endswith("line 1: limits: no table; head it with [limits]")


WRONG = [
    '"x"',
    '""',
    "-1",
    "0",
    "1.5",
    "nan",
    "true",
    "[]",
    "[1]",
    "{}",
    "{ a = 1 }",
    "[{}]",
    "1979-05-27",
    "99999999999999999999",
    "9" * 5000,
    f"0x{'f' * 5000}",
    "[" * 5000,
    f"{'[' * 5000}{']' * 5000}",
    "{ a = " * 5000,
    f"{{ {'a.' * 2000}a = 1 }}",
]


@pytest.mark.parametrize("model", [AssignmentConfig, CourseConfig, Blueprint])
def test_whatever_stands_where_something_else_should_is_told_in_plain_words(model, tmp_path):
    keys = [*model.model_fields, "unknown"]
    for key in keys:
        for value in WRONG:
            path = tmp_path / "some.toml"
            path.write_text(f"{key} = {value}\n", encoding="utf-8")
            try:
                parse_toml(path, model)
            except ConfigError as error:
                assert not PYDANTIC.search(error.text.en), (key, value)  # noqa: PT017  # it may be right, too
                assert OTHERWISE.en.partition("}")[2].partition(";")[0] not in error.text.en, (key, value)  # noqa: PT017
                assert all(HANGUL.search(line) for line in error.text.ko.splitlines())  # noqa: PT017


def test_each_mistake_has_a_line_of_its_own_and_the_misspelled_key_comes_first(tmp_path):
    text = told(tmp_path, ASSIGNMENT.replace("profile", "profil").replace("points = 100", "points = -1"))
    assert [line.partition(": ")[2] for line in text.en.splitlines()] == [
        "profil: unknown key; did you mean profile?",
        "profile: missing; write it here",
        "questions.points: -1 is too small; write a number greater than 0",
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "a",
        "a = ",
        "= 1",
        "[a",
        "a = 1 b = 2",
        "a = [1",
        'a = "',
        "a = {b = 1",
        "a.b = 1\na = 2",
        'a = "\\q"',
        "a = 2026-99-99T00:00:00",
        "가 = 1",
        "a = 1\na = 2",
        "[a]\n[a]",
    ],
)
def test_broken_toml_is_told_in_our_own_words(broken, tmp_path):
    with pytest.raises(tomllib.TOMLDecodeError) as python:
        tomllib.loads(broken)
    text = told(tmp_path, broken)
    assert HANGUL.search(text.ko.partition(": TOML 문법에 맞지 않습니다: ")[2])
    assert str(python.value).partition(" (at")[0] not in text.en


def test_a_file_in_another_encoding_is_told(tmp_path):
    path = tmp_path / "assignment.toml"
    path.write_bytes('title = "하나"'.encode("cp949"))
    with pytest.raises(ConfigError, match="not UTF-8") as caught:
        parse_toml(path, CourseConfig)
    assert "UTF-8로 저장하세요." in caught.value.text.ko
