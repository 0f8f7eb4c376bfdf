"""`fcnkit verify`: shows what was proved of an assignment."""

from __future__ import annotations

from rich.markup import escape

from fcnkit.authoring.verification import verify as proofs
from fcnkit.commands.console import out, warn_if_unprotected
from fcnkit.course import Assignment
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.sandbox.level import choose


def verify(assignment: Assignment, workers: int, isolation: str) -> bool:
    """Print one line per proof; whether all hold."""
    out.print(f"[bold]{assignment.name}[/]")
    level = choose(isolation)
    warn_if_unprotected(level)
    count = complaints = 0
    with LocalEngine(assignment, level) as engine:
        for proof in proofs(assignment, engine, workers):
            count += 1
            complaints += proof.mismatch is not None
            mark = "[green]ok[/]  " if proof.mismatch is None else "[red]FAIL[/]"
            score = "" if proof.score is None else f"{proof.score:g}"
            said = f"{escape(proof.subject)}  [red]{escape(proof.mismatch or '')}[/]"
            out.print(f"{mark} {score:>5}  {said}".rstrip())
    out.print(f"{count - complaints} of {count} hold")
    return not complaints
