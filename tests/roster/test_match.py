"""Who is meant by an id, an address or a name; and whatever a file holds, reading it ends well."""

from __future__ import annotations

import time
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st
from proof import examples

from fcnkit.roster import Asked, Id, Matcher, RosterError, Student, read_roster
from fcnkit.roster.rows import Said, nobody, said_in_line

MINJI = Student("Kim, Minji", 2, (Id("canvas", "40011"), Id("number", "20231234")), ("minji@univ.kr",), ("김민지",))
SEOJUN = Student("박서준", 3, (Id("number", "0123456"),))
NAMESAKE = Student("박서준", 4, (Id("number", "20231299"), Id("login", "spark")))
ROSTER = Matcher([MINJI, SEOJUN, NAMESAKE])


@pytest.mark.parametrize(
    "name",
    [
        "Kim Minji", "Minji Kim", "Kim, Minji", "kimminji", "KIM MIN-JI", "minji  kim", "minjikim", "김민지", "민지 김",
        unicodedata.normalize("NFD", "김민지"), "Kim.Minji", "kim_minji",
    ],
)  # fmt: skip
def test_a_name_is_found_in_every_order_and_spelling(name: str) -> None:
    match = ROSTER.find(Asked(name))
    assert (match.student, match.why) == (MINJI, "name")


@pytest.mark.parametrize(
    ("asked", "student", "why"),
    [
        (Asked("somebody", (Id("canvas", "40011"),)), MINJI, "id"),
        (Asked("kimminji", (Id("canvas", "99999"),)), None, "contradiction"),  # of that name, and another person
        (Asked("kimminji", (Id("moodle", "4242"),)), MINJI, "name"),
        (Asked("somebody", (Id("canvas", "20231234"),)), None, "unknown"),  # a student number is no Canvas number
        (Asked("박서준", (Id("number", "20231299"),)), NAMESAKE, "id"),
        (Asked("", (Id("number", "SPARK"),)), NAMESAKE, "id"),
        (Asked("", (Id("number", "123456"),)), SEOJUN, "id"),  # without the zero that a spreadsheet took off
        (Asked("", (Id("number", "00123456"),)), SEOJUN, "id"),
        (Asked("", (Id("number", "２０２３１２９９"),)), NAMESAKE, "id"),
        (Asked("민지", (), "MINJI@univ.kr"), MINJI, "email"),
        (Asked("Kim Minji", (Id("number", "20231234"), Id("number", "0123456"))), MINJI, "id"),
        (Asked("", (), "someone@univ.kr"), None, "unknown"),
        (Asked(""), None, "unknown"),
        (Asked("이하은"), None, "unknown"),
    ],
)
def test_an_id_comes_first_then_an_address_then_a_name(asked: Asked, student: Student | None, why: str) -> None:
    match = ROSTER.find(asked)
    assert (match.student, match.why) == (student, why)


@pytest.mark.parametrize(
    ("asked", "why", "candidates"),
    [
        (Asked("박 서준"), "several", (SEOJUN, NAMESAKE)),
        (Asked("박서준", (Id("number", "20231234"),)), "contradiction", (MINJI, SEOJUN, NAMESAKE)),
        (
            Asked("박서준 transposed-convolution en", (Id("number", "20231234"),)),
            "contradiction",
            (MINJI, SEOJUN, NAMESAKE),
        ),
        (Asked("week 박 서준", (Id("canvas", "40011"),)), "contradiction", (MINJI, SEOJUN, NAMESAKE)),
        (Asked("Kim Minji and notes", (Id("number", "20231234"),)), None, ()),
        (Asked("", (Id("number", "20231234"),), "spark@univ.kr"), None, ()),
        (Asked("Кim Minji"), "lookalike", (MINJI,)),
        (Asked("Ｋｉｍ Minji"), "lookalike", (MINJI,)),
    ],
)
def test_what_is_not_sure_is_listed_and_not_guessed(
    asked: Asked, why: str | None, candidates: tuple[Student, ...]
) -> None:
    match = ROSTER.find(asked)
    if why is None:
        assert match.student is MINJI
    else:
        assert (match.student, match.why, match.candidates) == (None, why, candidates)


def test_an_id_as_it_is_written_counts_before_one_without_zeros_and_two_letters_are_none() -> None:
    other, short = Student("이하은", 5, (Id("number", "123456"),)), Student("최하늘", 6, (Id("number", "12"),))
    roster = Matcher([SEOJUN, other, short])
    assert roster.find(Asked("", (Id("number", "123456"),))).student is other
    assert roster.find(Asked("hw 12")).student is None


def test_a_hostile_name_costs_next_to_nothing() -> None:
    names = [", ".join("ab" * 64), "́" * 127, "ﷺ" * 85, "а" * 127, " " * 255, "-" * 255]
    start = time.process_time()
    for name in names * 20:
        ROSTER.find(Asked(name, (Id("number", "9" * 255),), "@" * 255))
    assert time.process_time() - start < 1


_SYLLABLES = st.sampled_from("김이박최정민서지윤하은준우아")
_NAMES = st.lists(
    st.one_of(
        st.text(_SYLLABLES, min_size=2, max_size=4),
        st.tuples(
            st.sampled_from(["Kim", "Lee", "De la Cruz", "O'Neil", "Müller"]), st.text("abij", min_size=2, max_size=5)
        ).map(" ".join),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda name: "".join(sorted(name.casefold().replace(" ", ""))),
)


@examples(60)
@given(names=_NAMES, order=st.booleans(), form=st.sampled_from(["NFC", "NFD"]))
def test_everybody_is_found_by_their_own_name_and_nobody_by_anothers(names: list[str], order: bool, form: str) -> None:
    students = [Student(name, line) for line, name in enumerate(names, 1)]
    matcher = Matcher(students)
    for student in students:
        *given_names, last = student.name.split()
        said = f"{last}, {' '.join(given_names)}" if order and given_names else student.name
        match = matcher.find(Asked(unicodedata.normalize(form, said).upper()))
        assert match.student is student or (match.student is None and student in match.candidates)


def test_of_two_numbers_in_a_line_neither_is_the_students_and_who_has_an_address_is_no_total() -> None:
    assert said_in_line(1, "Kim Minji 20231234 20231235").ids == []
    assert nobody(Said(1, ["Total"]), is_canvas=False) == "total"
    assert nobody(Said(1, ["Total"], emails=["total@univ.kr"]), is_canvas=False) is None


@examples(120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=80),
        st.text(alphabet='ab가김,;"\n\r\t student이름id학번@1290.', max_size=80).map(str.encode),
        st.text(max_size=40).map(lambda text: f"name,id\n{text},1\n".encode("utf-16")),
    )
)
def test_whatever_a_file_holds_is_read_or_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(content)
    try:
        roster = read_roster(path)
    except RosterError:
        return
    assert roster.students
    assert len(set(roster.labels.values())) == len(roster.students)
    assert all(student.name for student in roster.students)


WORKBOOK = Path(__file__).parent / "cases" / "workbook" / "roster.xlsx"


@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, WORKBOOK.stat().st_size), byte=st.integers(0, 255), length=st.integers(1, 40))
@example(start=2120, byte=255, length=40)  # the packed bytes of the first sheet
@example(start=4822, byte=136, length=1)  # the version of zip that the first member asks for
def test_a_damaged_workbook_is_read_or_told(tmp_path: Path, start: int, byte: int, length: int) -> None:
    content = bytearray(WORKBOOK.read_bytes())
    content[start : start + length] = bytes([byte]) * length
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    with suppress(RosterError):
        assert read_roster(path).students


@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.dictionaries(
        st.from_regex(r"20[12][0-9]{5}", fullmatch=True),
        st.text(_SYLLABLES, min_size=2, max_size=4),
        min_size=1,
        max_size=9,
    ),
    separator=st.sampled_from(",;\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949", "euc-kr"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    headings=st.sampled_from([("이름", "학번"), ("Student", "ID"), ("성명", "학생번호"), ("이것", "저것")]),
)
def test_every_encoding_separator_and_line_end_gives_the_same_people(
    tmp_path: Path, people: dict[str, str], separator: str, encoding: str, end: str, headings: tuple[str, str]
) -> None:
    rows = [headings, *((name, number) for number, name in people.items())]
    path = tmp_path / "roster.csv"
    path.write_bytes(end.join(separator.join(row) for row in rows).encode(encoding))
    roster = read_roster(path)
    assert [(student.id, student.name) for student in roster.students] == list(people.items())
