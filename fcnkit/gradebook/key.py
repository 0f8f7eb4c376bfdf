"""What a result is known by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """What a mark depends on: the same key needs no second grading."""

    identity: str
    digest: str
    suite: str
    environment: str
    device: str
    attempt: str = ""
    """Digest of what was handed in alone, which tells attempts apart."""
    uploaded: str = ""
    """The platform's order of uploads, as in `Found`; no mark depends on it."""
    submitted: str = ""
    """When, as in `Found`; what lateness takes off is no part of a result."""

    def same(self, assignment: str) -> tuple[str, ...]:
        """The values of `SAME` for this key."""
        return (assignment, self.identity, self.digest, self.suite, self.environment, self.device)


SAME = "assignment = ? AND identity = ? AND digest = ? AND suite = ? AND environment = ? AND device = ?"
"""In SQL, rows of the table `result` that have a key."""
