"""The tables of the gradebook."""

from __future__ import annotations

from collections.abc import Sized
from datetime import UTC, datetime

VERSION = 4
"""Version of the tables below, as SQLite's `user_version`. Files of earlier ones are changed by `migration`."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS result (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    identity TEXT NOT NULL,      -- whose: see the table person
    student TEXT NOT NULL,       -- their label, for people who read this
    submission TEXT NOT NULL,    -- path, as the instructor sees it
    attempt TEXT NOT NULL,       -- digest of what was handed in
    digest TEXT NOT NULL,        -- of that and of what is said about it
    suite TEXT NOT NULL,         -- digest of the hidden suite and the assignment's configuration
    environment TEXT NOT NULL,   -- the grader's own sources and the versions of what it runs on
    device TEXT NOT NULL,        -- what the student's code ran on
    status TEXT NOT NULL,
    score REAL NOT NULL,
    max_score REAL NOT NULL,
    json TEXT NOT NULL,          -- the whole SubmissionResult
    uploaded TEXT NOT NULL DEFAULT '', -- of the uploads of one identity the later one has the greater text; or empty
    submitted TEXT NOT NULL DEFAULT '' -- when, as the platform says; or empty
) STRICT;
CREATE INDEX IF NOT EXISTS result_of_person ON result (assignment, identity, id);
CREATE TABLE IF NOT EXISTS review (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    student TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,        -- id of the answer that was read: another one has other marks
    points REAL,                 -- none where somebody takes their marks back
    comment TEXT NOT NULL,       -- of a correction the reason
    reviewer TEXT NOT NULL,      -- who gave the marks; empty where nobody said so
    automatic REAL               -- what the checks had come to, of a question that they grade
) STRICT;
CREATE INDEX IF NOT EXISTS review_of_answer ON review (assignment, answer, id);
CREATE INDEX IF NOT EXISTS review_of_student ON review (assignment, student, id);
CREATE TABLE IF NOT EXISTS person (
    identity TEXT PRIMARY KEY,   -- canvas:12345, number:20231237, or a name at its place
    student TEXT NOT NULL UNIQUE,-- the label, which stays theirs
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    email TEXT NOT NULL,
    place TEXT NOT NULL,         -- of who has no id: the folder or zip that the name stands in
    beside TEXT NOT NULL         -- the same as seen from the gradebook, for a course that is copied as a whole
) STRICT;
CREATE TABLE IF NOT EXISTS enlisted (
    identity TEXT PRIMARY KEY,   -- of a person above
    whose TEXT NOT NULL          -- who that is on a roster: of the table below
) STRICT;
CREATE TABLE IF NOT EXISTS roster (
    whose TEXT PRIMARY KEY,      -- roster: and the id, or the name of who has none
    student TEXT NOT NULL UNIQUE,-- the label, which stays theirs
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    email TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS handed_in (
    assignment TEXT NOT NULL,
    identity TEXT NOT NULL,
    attempt TEXT NOT NULL,
    submitted TEXT NOT NULL,     -- each time that the platform has ever said of this attempt
    PRIMARY KEY (assignment, identity, attempt, submitted)
) STRICT;
CREATE TABLE IF NOT EXISTS term (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    whose TEXT NOT NULL,         -- as in the table roster
    due TEXT NOT NULL,           -- this and all below as the roster has it; empty where it says nothing
    extension TEXT NOT NULL,
    waive TEXT NOT NULL,
    submitted TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS written (
    digest TEXT PRIMARY KEY      -- of a table of grades that was written from here
) STRICT;
CREATE TABLE IF NOT EXISTS ticked (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    answer TEXT NOT NULL,        -- id of the answer that was read
    items TEXT NOT NULL          -- places of the rubric's items, as JSON
) STRICT;
"""


def marks(values: Sized) -> str:
    """SQL's question marks, one for each value."""
    return ", ".join("?" * len(values))


def now() -> str:
    """The time that a row bears."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
