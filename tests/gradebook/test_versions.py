"""A gradebook that any earlier version wrote is gone on with: a file of each is kept here, as SQL."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook, Key, journal
from fcnkit.gradebook.gradebook_complaints import GRADED_EARLIER
from fcnkit.gradebook.schema import VERSION
from fcnkit.grading.results import Review

VERSIONS = sorted(path.stem for path in (Path(__file__).parent / "versions").glob("*.sql"))


def written(folder, version):
    path = folder / "gradebook.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript((Path(__file__).parent / "versions" / f"{version}.sql").read_text(encoding="utf-8"))
    return path


def layout(path):
    """The columns of every table, and its user_version."""
    with closing(sqlite3.connect(path)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {name: [row[1] for row in database.execute(f"PRAGMA table_info({name})")] for name in tables}
        return columns, database.execute("PRAGMA user_version").fetchone()


def test_there_is_a_file_of_each_version():
    assert {int(version.partition("-")[0]) for version in VERSIONS} == set(range(VERSION + 1))


@pytest.mark.parametrize("version", VERSIONS)
def test_its_results_and_marks_by_hand_count_and_its_tables_are_todays(version, tmp_path):
    path = written(tmp_path, version)
    for _ in range(2):
        with Gradebook(path) as book:
            kim, lee = book.latest("01-one")
            assert [(kim.student, kim.score), (lee.student, lee.score)] == [("kim", 13), ("lee", 7)]
            assert next(each for each in kim.answers if each.question.by_hand).review == Review(
                points=3, comment="Good"
            )
            assert lee.questions[0].misconceptions[0].name.ko == "Forgets(한국어)"
            assert (GRADED_EARLIER in kim.notes) == (version in ("0", "1"))
    with Gradebook(tmp_path / "new.sqlite"):
        assert layout(path) == layout(tmp_path / "new.sqlite")


@pytest.mark.parametrize("version", VERSIONS)
def test_who_is_graded_again_stands_in_it_once_and_keeps_the_marks_by_hand(version, tmp_path):
    with Gradebook(written(tmp_path, version)) as book:
        lee, kim = sorted(book.latest("01-one"), key=lambda result: result.score)
        again = kim.model_copy(update={"identity": "number:2023kim", "notes": ()})
        key = Key(identity=again.identity, digest="new", attempt="new", suite="s2", environment="e2", device="CPU")
        book.append(key, again)
        assert [(each.student, each.score) for each in book.latest("01-one")] == [("kim", 13), ("lee", lee.score)]


@pytest.mark.parametrize("version", VERSIONS)
def test_two_processes_may_open_it_at_the_same_time(version, tmp_path):
    path = written(tmp_path, version)
    with Gradebook(path) as one, Gradebook(path) as other:
        assert list(one.latest("01-one")) == list(other.latest("01-one"))


def test_a_later_versions_file_is_left_alone_and_told_in_both_languages(tmp_path):
    path = written(tmp_path, str(VERSION))
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(UserError, match="a later version of fcnkit wrote it") as caught:
        Gradebook(path)
    assert "더 새로운 fcnkit" in caught.value.text.ko
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "damage", ["UPDATE result SET json = '{'", "UPDATE result SET json = json_remove(json, '$.lang')"]
)
def test_a_damaged_result_is_told_in_a_sentence_and_graded_again(damage, tmp_path):
    path = written(tmp_path, str(VERSION))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(damage)
    with Gradebook(path) as book:
        with pytest.raises(UserError, match=r"gradebook\.sqlite: result \d cannot be read"):
            list(book.latest("01-one"))
        key = Key(identity="number:2023lee", digest="d3", suite="s", environment="e", device="CPU")
        assert book.find("01-one", key) is None


def test_another_programs_tables_are_no_gradebook(tmp_path):
    path = tmp_path / "gradebook.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE result (id INTEGER PRIMARY KEY)")
    with pytest.raises(UserError, match="cannot be used as a gradebook"):
        Gradebook(path)


def test_a_file_that_is_no_gradebook_is_closed_again(tmp_path):
    path = tmp_path / "gradebook.sqlite"
    path.write_text("something else, and long enough for SQLite to read it as a header" * 4, encoding="utf-8")
    with pytest.raises(UserError) as refused:
        Gradebook(path)
    assert refused.tb is not None, "what the error holds keeps a connection open that nobody closed"
    assert path.resolve() not in [each.resolve() for each in Path("/proc/self/fd").iterdir()]


def test_one_that_may_only_be_read_is_told_from_what_is_none(tmp_path, monkeypatch):
    path = written(tmp_path, VERSIONS[-1])

    def read_only(path):  # as SQLite opens what lies where nobody may write
        return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(journal, "opened", read_only)
    with pytest.raises(UserError, match="may only be read; get leave to write it"):
        Gradebook(path)
