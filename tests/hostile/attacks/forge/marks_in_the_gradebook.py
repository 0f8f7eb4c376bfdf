"""Opens the gradebook and gives itself full marks.

Success: it can read or write the gradebook.
Succeeds: without isolation
"""

import sqlite3

with sqlite3.connect(FIELD["out"] + "/gradebook.sqlite", timeout=0.5) as gradebook:
    (count,) = gradebook.execute("SELECT count(*) FROM result").fetchone()
claim(f"the gradebook holds {count} results")
