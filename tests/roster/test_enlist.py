"""Hand-ins and a roster: who is whom, who stays themselves, and whose marks are whose in the gradebook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proof import examples

from fcnkit.gradebook import Gradebook, Key
from fcnkit.gradebook.enrolment import enlist, key_of
from fcnkit.grading.intake import Found, Person
from fcnkit.grading.intake.platforms import NAMINGS
from fcnkit.grading.results import ManualGrading, Outcome, QuestionResult, Review, Status, SubmissionResult
from fcnkit.roster import Id, Roster, Student
from fcnkit.roster.rows import SOURCES
from fcnkit.text import Text

MINJI = Student("Kim, Minji", 2, (Id("canvas", "40011"), Id("number", "20231234")), ("minji@univ.kr",))
SEOJUN = Student("박서준", 3, (Id("number", "20231235"),))
NAMESAKE = Student("박서준", 4, (Id("number", "20231236"),))
ROSTER = Roster(Path("roster.csv"), (MINJI, SEOJUN, NAMESAKE))


def _people(*people: Person) -> dict[str, Person]:
    return {person.identity: person for person in people}


@pytest.mark.parametrize(
    "person",
    [
        Person("canvas:40011", "somebody", id="40011"),
        Person("moodle:7", "Minji Kim", id="7"),
        Person("number:20231234", "20231234", id="20231234"),
        Person("gradescope:20231234", "M. K.", id="20231234", email="minji@univ.kr"),
        Person("gradescope:minji@univ.kr", "M. K.", id="minji@univ.kr", email="minji@univ.kr"),
        Person("name:class/kimminji", "kimminji", place="/class"),
        Person("name:class/hw 20231234", "hw 20231234", place="/class"),
    ],
)
def test_every_platforms_way_to_name_somebody_leads_to_the_roster(person: Person) -> None:
    assert enlist(_people(person), ROSTER, {}).known == {person.identity: MINJI}


def test_two_of_one_platform_are_never_one_student() -> None:
    people = _people(Person("moodle:7", "Kim Minji", id="7"), Person("moodle:8", "Minji Kim", id="8"))
    enlisted = enlist(people, ROSTER, {})
    assert enlisted.known == {}
    assert {identity: match.why for identity, match in enlisted.unsure.items()} == dict.fromkeys(people, "shared")
    both = Student("Kim Minji", 2, (Id("canvas", "7"), Id("canvas", "8")))
    people = _people(*(Person(f"canvas:{id}", "Kim Minji", id=id) for id in "78"))
    assert enlist(people, Roster(Path("roster.csv"), (both,)), {}).unsure.keys() == people.keys()


def test_what_contradicts_itself_is_settled_by_no_earlier_match() -> None:
    person = Person("number:20231234", "박서준", id="20231234")
    unsure = enlist(_people(person), ROSTER, {person.identity: key_of(MINJI)}).unsure
    assert unsure[person.identity].why == "contradiction"


def test_who_has_the_id_is_the_student_and_a_namesake_is_not() -> None:
    people = _people(Person("canvas:40011", "kimminji", id="40011"), Person("canvas:49999", "kimminji", id="49999"))
    enlisted = enlist(people, ROSTER, {})
    assert (enlisted.known, list(enlisted.unsure)) == ({"canvas:40011": MINJI}, ["canvas:49999"])


def test_a_mail_is_the_students_whose_address_it_comes_from_and_nobodys_who_only_has_the_name() -> None:
    owner = Person("mail:minji@univ.kr", "Kim Minji", id="minji@univ.kr", email="minji@univ.kr")
    other = Person("mail:x@y.kr", "Kim Minji", id="x@y.kr", email="x@y.kr")
    number = Person("number:20231234", "Kim Minji", id="20231234")
    assert enlist(_people(other), ROSTER, {}).known == {other.identity: MINJI}
    for firm in (owner, number):
        enlisted = enlist(_people(firm, other), ROSTER, {})
        assert (enlisted.known, list(enlisted.unsure)) == ({firm.identity: MINJI}, [other.identity])


def test_one_student_in_two_downloads_is_one_person() -> None:
    people = _people(Person("canvas:40011", "kimminji", id="40011"), Person("name:late/김", "Kim Minji", place="/late"))
    assert set(enlist(people, ROSTER, {}).known.values()) == {MINJI}


def test_who_typed_the_number_and_the_name_twice_handed_in_twice() -> None:
    listed = Student("이하은", 5, (Id("number", "20241121"),))
    names = ("20241121 이하은", "20241121 이하은 (2)")
    people = _people(*(Person(f"name:c/{name}", "이하은", id="20241121", place="/c") for name in names))
    assert set(enlist(people, Roster(Path("r"), (MINJI, listed)), {}).known) == set(people)


def test_a_date_before_a_name_is_no_contradiction() -> None:
    listed = Student("이하은", 5, (Id("number", "20241121"),))
    roster = Roster(Path("r"), (MINJI, listed))
    people = _people(
        Person("number:20241120/Kim Minji", "Kim Minji", id="20241120"),
        Person("name:class/20241120_이하은", "이하은", id="20241120", place="/class"),
    )
    assert list(enlist(people, roster, {}).known.values()) == [MINJI, listed]
    (person,) = wrong = _people(Person("number:20241121/Kim Minji", "Kim Minji", id="20241121"))
    assert enlist(wrong, roster, {}).unsure[person].why == "contradiction"


def test_namesakes_of_two_places_are_not_made_one_by_their_name() -> None:
    people = _people(*(Person(f"name:{one}/Kim Minji", "Kim Minji", place=f"/{one}") for one in "ab"))
    enlisted = enlist(people, ROSTER, {})
    assert {identity: match.why for identity, match in enlisted.unsure.items()} == dict.fromkeys(people, "shared")
    assert enlist(people, ROSTER, {"name:a/Kim Minji": key_of(MINJI)}).known == {"name:a/Kim Minji": MINJI}


def test_a_namesake_who_joins_the_roster_takes_nobodys_marks() -> None:
    people = _people(Person("name:class/박서준", "박서준", place="/class"))
    assert enlist(people, ROSTER, {}).unsure.keys() == people.keys()
    assert enlist(people, ROSTER, {"name:class/박서준": key_of(SEOJUN)}).known == {"name:class/박서준": SEOJUN}


def test_what_an_instructor_has_settled_counts() -> None:
    settled = Student("박서준", 4, (Id("number", "20231236"), Id("identity", "name:class/박서준")))
    people = _people(Person("name:class/박서준", "박서준", place="/class"))
    assert enlist(people, Roster(Path("r"), (MINJI, SEOJUN, settled)), {}).known == {"name:class/박서준": settled}


@examples(80)
@given(
    names=st.lists(st.sampled_from(["김민지", "박서준", "Lee Jun", "Jun Lee", "Kim Minji"]), min_size=1, max_size=8),
    listed=st.sets(st.integers(0, 7)),
    platforms=st.lists(st.sampled_from(["canvas", "moodle", "number", "name"]), min_size=8, max_size=8),
)
def test_nobody_is_taken_for_another(names: list[str], listed: set[int], platforms: list[str]) -> None:
    students = {
        n: Student(name, n + 2, (Id("number", f"2023{n:04}"), Id("canvas", f"4{n:04}")))
        for n, name in enumerate(names)
        if n in listed
    }
    people, owner = {}, {}
    for n, (name, platform) in enumerate(zip(names, platforms, strict=False)):
        id = {"canvas": f"4{n:04}", "moodle": f"{n}", "number": f"2023{n:04}", "name": ""}[platform]
        identity = f"{platform}:{id or f'class/{name}/{n}'}"
        people[identity] = Person(identity, name, id=id, place="" if id else "/class")
        owner[identity] = n
    enlisted = enlist(people, Roster(Path("r"), tuple(students.values())), {})
    for identity, student in enlisted.known.items():
        n = owner[identity]
        same = [other for other in range(len(names)) if _words(names[other]) == _words(names[n])]
        assert student is students.get(n) or (platforms[n] in ("moodle", "name") and student.line - 2 in same)
    for n, platform in enumerate(platforms[: len(names)]):
        if n in listed and platform in ("canvas", "number"):
            (identity,) = [identity for identity, who in owner.items() if who == n]
            assert enlisted.known[identity] is students[n]


def _words(name: str) -> list[str]:
    return sorted(name.split())


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    with Gradebook(tmp_path / "gradebook.sqlite") as gradebook:
        yield gradebook


def _hand_in(book: Gradebook, person: Person, score: float, *questions: QuestionResult) -> SubmissionResult:
    (found,) = book.register.enrol([Found("", person, "a.ipynb", (), None, ())]).found
    result = SubmissionResult(
        assignment="01", student=found.student, identity=found.person.identity, id=person.id,
        submission=f"{person.name}.ipynb", lang="ko", status=Status.GRADED, score=score, max_score=100,
        questions=questions,
    )  # fmt: skip
    digest = f"{person.identity} {score}"
    return book.append(Key(found.person.identity, digest, "s", "e", "d", digest), result)


CANVAS = Person("canvas:40011", "kimminji", id="40011")
MAIL = Person("name:late/Kim Minji", "Kim Minji", place="/late")


def test_two_downloads_are_one_row_with_the_rosters_name_and_id_also_without_a_roster_later(book: Gradebook) -> None:
    _hand_in(book, CANVAS, 40)
    _hand_in(book, MAIL, 70)
    book.register.enlist({"canvas:40011": MINJI, "name:late/Kim Minji": MINJI}, (), ROSTER.labels)
    (row,) = book.latest("01")
    assert (row.student, row.id, row.score) == ("Kim, Minji", "20231234", 70)
    assert _hand_in(book, CANVAS, 40).score == 40  # handed in again, it is the last one again
    (row,) = book.latest("01")
    assert (row.student, row.score) == ("Kim, Minji", 40)


def test_whoever_is_on_no_roster_keeps_row_and_name(book: Gradebook) -> None:
    _hand_in(book, CANVAS, 40)
    _hand_in(book, Person("canvas:7", "Kim, Minji", id="7"), 90)
    book.register.enlist({"canvas:40011": MINJI}, ["canvas:7"], ROSTER.labels)
    rows = {(row.student, row.id): row.score for row in book.latest("01")}
    assert rows == {("Kim, Minji_20231234", "20231234"): 40, ("Kim, Minji", "7"): 90}


def test_a_corrected_roster_gives_marks_back(book: Gradebook) -> None:
    _hand_in(book, CANVAS, 40)
    _hand_in(book, MAIL, 70)
    book.register.enlist({"canvas:40011": MINJI, "name:late/Kim Minji": MINJI}, (), ROSTER.labels)
    book.register.enlist({"canvas:40011": MINJI}, ["name:late/Kim Minji"], ROSTER.labels)
    assert sorted((row.id, row.score) for row in book.latest("01")) == [("", 70), ("20231234", 40)]


def test_marks_by_hand_stay_with_the_answer_when_the_name_changes(book: Gradebook) -> None:
    essay = QuestionResult(
        id="q1", title=Text(ko="글", en="Text"), outcome=Outcome.UNREVIEWED, score=None, max_score=10, checks=(),
        by_hand=ManualGrading(answer="…", fingerprint="f"),
    )  # fmt: skip
    (answer,) = _hand_in(book, CANVAS, 0, essay).answers
    book.given_marks.append("01", [(answer, Review(points=7))])
    book.register.enlist({"canvas:40011": MINJI}, (), ROSTER.labels)
    (row,) = book.latest("01")
    assert (row.student, row.score) == ("Kim, Minji", 7)
    (changed,) = row.answers
    book.given_marks.append("01", [(changed, Review(points=8))])
    assert [row.score for row in book.latest("01")] == [8]


def test_a_roster_may_name_every_identity_that_intake_gives() -> None:
    assert {naming.platform for naming in NAMINGS} | {"github", "gradescope-submission", "mail", "name", "number"} == {
        *SOURCES
    }
