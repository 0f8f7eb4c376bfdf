"""What rosters have said of students' deadlines: rows that are only ever added, of which the newest holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from fcnkit.deadlines.late_work import Terms
from fcnkit.gradebook.schema import now


class GrantedTerms:
    """The terms in one gradebook's journal, given as an open connection."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._known: dict[str, dict[str, Terms]] = {}

    def of(self, assignment: str) -> Mapping[str, Terms]:
        """Everybody's terms, by the identity that the roster gives."""
        if assignment not in self._known:
            query = "SELECT whose, due, extension, waive, submitted FROM term WHERE assignment = ? ORDER BY id"
            rows = self._database.execute(query, (assignment,))
            self._known[assignment] = {whose: Terms(*said) for whose, *said in rows}
        return self._known[assignment]

    def history(self, assignment: str, whose: str) -> list[tuple[str, Terms]]:
        """All that was ever said of one student, and when; the newest last."""
        query = "SELECT at, due, extension, waive, submitted FROM term WHERE assignment = ? AND whose = ? ORDER BY id"
        return [(at, Terms(*said)) for at, *said in self._database.execute(query, (assignment, whose))]

    def record(self, assignment: str, terms: Mapping[str, Terms]) -> None:
        """Write down what a roster says of everybody on it, where that is new."""
        at, known = now(), self.of(assignment)
        new = {whose: said for whose, said in terms.items() if said != known.get(whose, Terms())}
        self._database.execute("BEGIN IMMEDIATE")
        with self._database:
            self._database.executemany(
                "INSERT INTO term VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
                [(at, assignment, whose, s.due, s.extension, s.waive, s.submitted) for whose, s in new.items()],
            )
        self._known.pop(assignment)
