"""`fcnkit verify`: shows what was proved of an assignment."""

from __future__ import annotations

from rich.markup import escape

from fcnkit.authoring.verification import verify as proofs
from fcnkit.commands.console import out, warn_if_unprotected
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment
from fcnkit.engines.fork_servers import trouble_for
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.sandbox.level import choose
from fcnkit.text import Text

HOLDS = Text(ko="통과", en="ok  ")
FAILS = Text(ko="실패", en="FAIL")
SUMMARY = Text(ko="{count}개 가운데 {holding}개 통과", en="{holding} of {count} hold")


def verify(assignment: Assignment, workers: int, isolation: str) -> bool:
    """Print one line per proof; whether all hold."""
    out.print(f"[bold]{assignment.name}[/]")
    level, lang = choose(isolation, trouble_for(assignment)), detect_lang()
    warn_if_unprotected(level)
    count = complaints = 0
    with LocalEngine(assignment, level) as engine:
        for proof in proofs(assignment, engine, workers):
            count += 1
            complaints += proof.mismatch is not None
            mark = f"[green]{HOLDS[lang]}[/]" if proof.mismatch is None else f"[red]{FAILS[lang]}[/]"
            score = "" if proof.score is None else f"{proof.score:g}"
            complaint = f"  [red]{escape(proof.mismatch[lang])}[/]" if proof.mismatch else ""
            out.print(f"{mark} {score:>5}  {escape(proof.subject[lang])}{complaint}")
    out.print(SUMMARY.format(holding=count - complaints, count=count)[lang])
    return not complaints
