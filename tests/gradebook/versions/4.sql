BEGIN TRANSACTION;
CREATE TABLE enlisted (
    identity TEXT PRIMARY KEY,   -- of a person above
    whose TEXT NOT NULL          -- who that is on a roster: of the table below
) STRICT;
CREATE TABLE handed_in (
    assignment TEXT NOT NULL,
    identity TEXT NOT NULL,
    attempt TEXT NOT NULL,
    submitted TEXT NOT NULL,     -- each time that the platform has ever said of this attempt
    PRIMARY KEY (assignment, identity, attempt, submitted)
) STRICT;
CREATE TABLE person (
    identity TEXT PRIMARY KEY,   -- canvas:12345, number:20231237, or a name at its place
    student TEXT NOT NULL UNIQUE,-- the label, which stays theirs
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    email TEXT NOT NULL,
    place TEXT NOT NULL,         -- of who has no id: the folder or zip that the name stands in
    beside TEXT NOT NULL         -- the same as seen from the gradebook, for a course that is copied as a whole
) STRICT;
INSERT INTO "person" VALUES('number:2023kim','kim','kim','2023kim','','','');
INSERT INTO "person" VALUES('number:2023lee','lee','lee','2023lee','','','');
CREATE TABLE result (
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
    uploaded TEXT NOT NULL DEFAULT '' -- of the uploads of one identity the later one has the greater text; or empty
, submitted TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "result" VALUES(1,'2026-09-01T09:00:00.000+00:00','01-one','number:2023kim','kim','class/kim.ipynb','d1','d1','s','e','CPU','graded',4.0,10.0,'{"assignment": "01-one", "student": "kim", "identity": "number:2023kim", "id": "", "submission": "class/kim.ipynb", "lang": "ko", "status": "graded", "score": 4.0, "max_score": 10.0, "questions": [{"id": "q1", "title": {"ko": "First(한국어)", "en": "First"}, "outcome": "failed", "score": 4.0, "max_score": 10.0, "checks": [{"name": "test_f", "question": "q1", "title": {"ko": "f(한국어)", "en": "f"}, "points": 10.0, "outcome": "failed", "message": {"ko": "wrong(한국어)", "en": "wrong"}, "misconception": "forgets", "relation": null}], "misconceptions": [{"id": "forgets", "name": {"ko": "Forgets(한국어)", "en": "Forgets"}, "text": {"ko": "Forgets it(한국어)", "en": "Forgets it"}}], "relations": [], "examples": [{"call": "f(1)", "expected": {"text": "2", "grid": null}, "got": {"text": "1", "grid": null}, "differs": null, "problem": {"ko": "not 2(한국어)", "en": "not 2"}}], "unshown": null, "by_hand": null, "carried": null}, {"id": "q2", "title": {"ko": "Essay(한국어)", "en": "Essay"}, "outcome": "unreviewed", "score": null, "max_score": 5.0, "checks": [], "misconceptions": [], "relations": [], "examples": [], "unshown": null, "by_hand": {"answer": "A text", "fingerprint": "ffffffffffff", "review": null}, "carried": null}], "cell_errors": [{"cell": 3, "line": 2, "message": {"ko": "NameError(한국어)", "en": "NameError"}, "rest": "rest_left_out"}], "notes": [{"ko": "A note(한국어)", "en": "A note"}], "fault": null}','','');
INSERT INTO "result" VALUES(2,'2026-09-01T09:00:00.000+00:00','01-one','number:2023kim','kim','class/kim.ipynb','d2','d2','s','e','CPU','graded',10.0,10.0,'{"assignment": "01-one", "student": "kim", "identity": "number:2023kim", "id": "", "submission": "class/kim.ipynb", "lang": "ko", "status": "graded", "score": 10.0, "max_score": 10.0, "questions": [{"id": "q1", "title": {"ko": "First(한국어)", "en": "First"}, "outcome": "passed", "score": 10.0, "max_score": 10.0, "checks": [{"name": "test_f", "question": "q1", "title": {"ko": "f(한국어)", "en": "f"}, "points": 10.0, "outcome": "passed", "message": null, "misconception": null, "relation": null}], "misconceptions": [], "relations": [], "examples": [], "unshown": null, "by_hand": null, "carried": null}, {"id": "q2", "title": {"ko": "Essay(한국어)", "en": "Essay"}, "outcome": "unreviewed", "score": null, "max_score": 5.0, "checks": [], "misconceptions": [], "relations": [], "examples": [], "unshown": null, "by_hand": {"answer": "A text", "fingerprint": "ffffffffffff", "review": null}, "carried": null}], "cell_errors": [{"cell": 3, "line": 2, "message": {"ko": "NameError(한국어)", "en": "NameError"}, "rest": "rest_left_out"}], "notes": [{"ko": "A note(한국어)", "en": "A note"}], "fault": null}','','');
INSERT INTO "result" VALUES(3,'2026-09-01T09:00:00.000+00:00','01-one','number:2023lee','lee','class/lee.ipynb','d3','d3','s','e','CPU','graded',7.0,10.0,'{"assignment": "01-one", "student": "lee", "identity": "number:2023lee", "id": "", "submission": "class/lee.ipynb", "lang": "ko", "status": "graded", "score": 7.0, "max_score": 10.0, "questions": [{"id": "q1", "title": {"ko": "First(한국어)", "en": "First"}, "outcome": "failed", "score": 7.0, "max_score": 10.0, "checks": [{"name": "test_f", "question": "q1", "title": {"ko": "f(한국어)", "en": "f"}, "points": 10.0, "outcome": "failed", "message": {"ko": "wrong(한국어)", "en": "wrong"}, "misconception": "forgets", "relation": null}], "misconceptions": [{"id": "forgets", "name": {"ko": "Forgets(한국어)", "en": "Forgets"}, "text": {"ko": "Forgets it(한국어)", "en": "Forgets it"}}], "relations": [], "examples": [{"call": "f(1)", "expected": {"text": "2", "grid": null}, "got": {"text": "1", "grid": null}, "differs": null, "problem": {"ko": "not 2(한국어)", "en": "not 2"}}], "unshown": null, "by_hand": null, "carried": null}, {"id": "q2", "title": {"ko": "Essay(한국어)", "en": "Essay"}, "outcome": "unreviewed", "score": null, "max_score": 5.0, "checks": [], "misconceptions": [], "relations": [], "examples": [], "unshown": null, "by_hand": {"answer": "A text", "fingerprint": "ffffffffffff", "review": null}, "carried": null}], "cell_errors": [{"cell": 3, "line": 2, "message": {"ko": "NameError(한국어)", "en": "NameError"}, "rest": "rest_left_out"}], "notes": [{"ko": "A note(한국어)", "en": "A note"}], "fault": null}','','');
CREATE TABLE review (
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
INSERT INTO "review" VALUES(1,'2026-09-01T09:00:00.000+00:00','01-one','kim','q2','ae07c530bd649',3.0,'Good','',NULL);
CREATE TABLE roster (
    whose TEXT PRIMARY KEY,      -- roster: and the id, or the name of who has none
    student TEXT NOT NULL UNIQUE,-- the label, which stays theirs
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    email TEXT NOT NULL
) STRICT;
CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    whose TEXT NOT NULL,         -- as in the table roster
    due TEXT NOT NULL,           -- this and all below as the roster has it; empty where it says nothing
    extension TEXT NOT NULL,
    waive TEXT NOT NULL,
    submitted TEXT NOT NULL
) STRICT;
CREATE TABLE written (
    digest TEXT PRIMARY KEY      -- of a table of grades that was written from here
) STRICT;
CREATE INDEX result_of_person ON result (assignment, identity, id);
CREATE INDEX review_of_answer ON review (assignment, answer, id);
CREATE INDEX review_of_student ON review (assignment, student, id);
COMMIT;
PRAGMA user_version = 4;
