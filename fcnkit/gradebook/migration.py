"""Upgrades a gradebook of any earlier version; its content stays.

Versions 0 and 1 told students by the names of their files alone. Their results are kept under identities that begin
with `earlier:`, and count until somebody of the same name is graded again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from fcnkit.gradebook.schema import SCHEMA, VERSION

EARLIER = "earlier:"
"""Begins the identities of people whom an earlier version knew only by the name of a file."""
_FROM_FILE_NAMES = """
INSERT INTO result
    SELECT id, at, assignment, '{earlier}' || student, student, submission, digest, digest, suite, environment,
        {device},
        status, score, max_score, json_set(json, '$.identity', '{earlier}' || student), '', ''
    FROM earlier_result;
DROP TABLE earlier_result;
"""
_FROM_MARKS_WITHOUT_A_NAME = """
INSERT INTO review SELECT id, at, assignment, student, question, answer, points, comment, '', NULL FROM earlier_review;
DROP TABLE earlier_review;
"""


class FromTheFuture(sqlite3.DatabaseError):
    """A later version of fcnkit wrote the file."""


def prepare(database: sqlite3.Connection) -> None:
    """Upgrade the tables in one transaction, and only once if several processes try.

    Raises sqlite3.DatabaseError for what is no gradebook, FromTheFuture for what a later fcnkit wrote.
    """
    database.execute("BEGIN IMMEDIATE")
    with database:
        for statement in _changes(database):
            database.execute(statement)


def _changes(database: sqlite3.Connection) -> Iterator[str]:
    """Statement by statement, so that they are one transaction: `executescript` ends the one that is open."""
    ((version,),) = database.execute("PRAGMA user_version")
    ((tables,),) = database.execute("SELECT count(*) FROM sqlite_master")
    result, person, review = (_columns(database, table) for table in ("result", "person", "review"))
    if version > VERSION:
        raise FromTheFuture
    if tables and not {"assignment", "student", "json"} <= result:
        raise sqlite3.DatabaseError("another program wrote it")
    told_by_file_names = bool(result) and "identity" not in result
    if told_by_file_names:
        yield "ALTER TABLE result RENAME TO earlier_result"
        yield "DROP INDEX IF EXISTS result_of_student"
    elif result and "uploaded" not in result:
        yield "ALTER TABLE result ADD COLUMN uploaded TEXT NOT NULL DEFAULT ''"
    if not told_by_file_names and result and "submitted" not in result:
        yield "ALTER TABLE result ADD COLUMN submitted TEXT NOT NULL DEFAULT ''"
    if person and "beside" not in person:
        yield "ALTER TABLE person ADD COLUMN beside TEXT NOT NULL DEFAULT ''"
    given_by_nobody = bool(review) and "reviewer" not in review
    if given_by_nobody:
        yield "ALTER TABLE review RENAME TO earlier_review"
        yield "DROP INDEX IF EXISTS review_of_answer"
    yield from _statements(SCHEMA)
    if given_by_nobody:
        yield from _statements(_FROM_MARKS_WITHOUT_A_NAME)
    if told_by_file_names:
        device = "device" if "device" in result else "''"
        yield from _statements(_FROM_FILE_NAMES.format(earlier=EARLIER, device=device))
    yield f"PRAGMA user_version = {VERSION}"


def _columns(database: sqlite3.Connection, table: str) -> set[str]:
    return {str(name) for _, name, *_ in database.execute(f"PRAGMA table_info({table})")}


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.strip().splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
