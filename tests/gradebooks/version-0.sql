-- A gradebook as version 0 wrote it.
CREATE TABLE IF NOT EXISTS result (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    student TEXT NOT NULL,
    submission TEXT NOT NULL,    -- path, as the instructor sees it
    digest TEXT NOT NULL,        -- of what was handed in
    suite TEXT NOT NULL,         -- digest of the hidden suite and the assignment's configuration
    environment TEXT NOT NULL,   -- versions that could change a mark
    status TEXT NOT NULL,
    score REAL NOT NULL,
    max_score REAL NOT NULL,
    json TEXT NOT NULL           -- the whole SubmissionResult
) STRICT;
CREATE INDEX IF NOT EXISTS result_of_student ON result (assignment, student, id);
CREATE TABLE IF NOT EXISTS review (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    student TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,        -- id of the answer that was read: another one has other marks
    points REAL NOT NULL,
    comment TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS review_of_answer ON review (assignment, answer, id);
INSERT INTO result VALUES (1, '2026-11-01T00:00:00.000+00:00', '01', 'kim', 'kim.ipynb', 'd', 's', 'e', 'graded', 30, 100, '{"assignment": "01", "student": "kim", "submission": "kim.ipynb", "lang": "ko", "status": "graded", "score": 30, "max_score": 100}');
INSERT INTO review VALUES (1, '2026-11-01T00:00:00.000+00:00', '01', 'kim', 'q6', 'an-answer', 7.0, 'well put');
PRAGMA user_version = 0;
