PRAGMA user_version = 0;
CREATE TABLE result (
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
INSERT INTO "result" VALUES(1,'2026-09-01T09:00:00.000+00:00','01-one','kim','class/kim.ipynb','d1','s','e','graded',4.0,10.0,'{"assignment": "01-one", "student": "kim", "submission": "class/kim.ipynb", "lang": "ko", "status": "graded", "score": 4.0, "max_score": 10.0, "questions": [{"id": "q1", "title": {"ko": "First(한국어)", "en": "First"}, "outcome": "failed", "score": 4.0, "max_score": 10.0, "checks": [{"name": "test_f", "question": "q1", "title": {"ko": "f(한국어)", "en": "f"}, "points": 10.0, "outcome": "failed", "message": {"ko": "wrong(한국어)", "en": "wrong"}, "misconception": "forgets"}], "misconceptions": [{"id": "forgets", "name": {"ko": "Forgets(한국어)", "en": "Forgets"}, "text": {"ko": "Forgets it(한국어)", "en": "Forgets it"}}], "examples": [{"call": "f(1)", "expected": {"text": "2", "grid": null}, "got": {"text": "1", "grid": null}, "differs": null, "problem": {"ko": "not 2(한국어)", "en": "not 2"}}], "by_hand": null}, {"id": "q2", "title": {"ko": "Essay(한국어)", "en": "Essay"}, "outcome": "unreviewed", "score": null, "max_score": 5.0, "checks": [], "misconceptions": [], "examples": [], "by_hand": {"answer": "A text", "fingerprint": "ffffffffffff", "review": null}}], "cell_errors": [{"cell": 3, "line": 2, "message": {"ko": "NameError(한국어)", "en": "NameError"}}], "notes": [{"ko": "A note(한국어)", "en": "A note"}]}');
INSERT INTO "result" VALUES(2,'2026-09-01T09:00:00.000+00:00','01-one','kim','class/kim.ipynb','d2','s','e','graded',10.0,10.0,'{"assignment": "01-one", "student": "kim", "submission": "class/kim.ipynb", "lang": "ko", "status": "graded", "score": 10.0, "max_score": 10.0, "questions": [{"id": "q1", "title": {"ko": "First(한국어)", "en": "First"}, "outcome": "passed", "score": 10.0, "max_score": 10.0, "checks": [{"name": "test_f", "question": "q1", "title": {"ko": "f(한국어)", "en": "f"}, "points": 10.0, "outcome": "passed", "message": null, "misconception": null}], "misconceptions": [], "examples": [], "by_hand": null}, {"id": "q2", "title": {"ko": "Essay(한국어)", "en": "Essay"}, "outcome": "unreviewed", "score": null, "max_score": 5.0, "checks": [], "misconceptions": [], "examples": [], "by_hand": {"answer": "A text", "fingerprint": "ffffffffffff", "review": null}}], "cell_errors": [{"cell": 3, "line": 2, "message": {"ko": "NameError(한국어)", "en": "NameError"}}], "notes": [{"ko": "A note(한국어)", "en": "A note"}]}');
INSERT INTO "result" VALUES(3,'2026-09-01T09:00:00.000+00:00','01-one','lee','class/lee.ipynb','d3','s','e','graded',7.0,10.0,'{"assignment": "01-one", "student": "lee", "submission": "class/lee.ipynb", "lang": "ko", "status": "graded", "score": 7.0, "max_score": 10.0, "questions": [{"id": "q1", "title": {"ko": "First(한국어)", "en": "First"}, "outcome": "failed", "score": 7.0, "max_score": 10.0, "checks": [{"name": "test_f", "question": "q1", "title": {"ko": "f(한국어)", "en": "f"}, "points": 10.0, "outcome": "failed", "message": {"ko": "wrong(한국어)", "en": "wrong"}, "misconception": "forgets"}], "misconceptions": [{"id": "forgets", "name": {"ko": "Forgets(한국어)", "en": "Forgets"}, "text": {"ko": "Forgets it(한국어)", "en": "Forgets it"}}], "examples": [{"call": "f(1)", "expected": {"text": "2", "grid": null}, "got": {"text": "1", "grid": null}, "differs": null, "problem": {"ko": "not 2(한국어)", "en": "not 2"}}], "by_hand": null}, {"id": "q2", "title": {"ko": "Essay(한국어)", "en": "Essay"}, "outcome": "unreviewed", "score": null, "max_score": 5.0, "checks": [], "misconceptions": [], "examples": [], "by_hand": {"answer": "A text", "fingerprint": "ffffffffffff", "review": null}}], "cell_errors": [{"cell": 3, "line": 2, "message": {"ko": "NameError(한국어)", "en": "NameError"}}], "notes": [{"ko": "A note(한국어)", "en": "A note"}]}');
CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    student TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,        -- id of the answer that was read: another one has other marks
    points REAL NOT NULL,
    comment TEXT NOT NULL
) STRICT;
INSERT INTO "review" VALUES(1,'2026-09-01T09:00:00.000+00:00','01-one','kim','q2','ae07c530bd649',3.0,'Good');
CREATE INDEX result_of_student ON result (assignment, student, id);
CREATE INDEX review_of_answer ON review (assignment, answer, id);
