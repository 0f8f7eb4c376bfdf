"""Grades attackers together with honest neighbours, as `fcnkit grade` does, and prints what they achieved.

    python tests/hostile/grade_attackers.py LEVEL [NAME...]

At `none` only those may be named that say that they succeed without isolation: of the others, some end every process of
the machine.

A process of its own: level `uid` needs a Python that every user can read, and an attack that gets through may end it.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from attack_files import UNCONFINED, Attack, attacks
from field import NAME, Field, Remains
from page_check import trouble_in_page, trouble_in_table

from fcnkit.class_grading.run import Grading
from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.gradebook import Gradebook
from fcnkit.grading.case_secret import new_secret
from fcnkit.grading.intake import find
from fcnkit.grading.results import Outcome, SubmissionResult
from fcnkit.grading.sandbox.level import Isolation
from fcnkit.reports.tables import grades_csv
from fcnkit.reports.write import write_class, write_student

NEIGHBOURS = ["a-neighbour", "g-neighbour", "n-neighbour", "z-neighbour"]
HANDED_IN = "handed_in"
"""The attacks that are files of their own making, not code in a notebook."""
ON_MODELS = "models"
"""The attacks on who rebuilds a Keras model: their process has Keras in it."""
WORKERS = 6
"""More than there are processors: many an attack waits."""


@dataclass(frozen=True)
class Achieved:
    """What came of one attack."""

    evidence: list[str]
    """What shows that it succeeded."""
    status: str
    outcomes: dict[str, str]
    """Question → outcome."""
    says: list[str]
    """What its page tells of it."""


@dataclass(frozen=True)
class Report:
    attacks: dict[str, Achieved]
    of_the_class: list[str]
    """What is wrong with the class' page and table."""
    neighbours_before: list[dict[str, object]]
    """Their results when they are graded by themselves."""
    neighbours: list[dict[str, object]]


def main(level: Isolation, chosen: list[Attack]) -> Report:
    """What came of the attacks; those with models are another class, of another assignment."""
    on_models = [attack for attack in chosen if attack.theme == ON_MODELS]
    classes = (("target", [attack for attack in chosen if attack not in on_models]), ("keras_target", on_models))
    reports = [_graded(level, target, attacks) for target, attacks in classes if attacks]
    return Report(
        {name: achieved for report in reports for name, achieved in report.attacks.items()},
        [trouble for report in reports for trouble in report.of_the_class],
        [each for report in reports for each in report.neighbours_before],
        [each for report in reports for each in report.neighbours],
    )


def _graded(level: Isolation, target: str, chosen: list[Attack]) -> Report:
    with tempfile.TemporaryDirectory(prefix="fcnkit-hostile-") as place:
        Path(place).chmod(0o755)
        field = Field(Path(place), target)
        with field.open():
            by_code = {attack.name: attack.cells for attack in chosen if attack.theme != HANDED_IN}
            field.write(by_code, NEIGHBOURS)
            assignment = Course(field.folder).assignment(NAME)
            out = field.folder / "out"
            with LocalEngine(assignment, level) as engine, Gradebook(_made(out) / "gradebook.sqlite") as gradebook:
                grading = Grading(assignment, gradebook, new_secret(), "en", regrade=True)
                neighbours = find([field.students / f"{name}.ipynb" for name in NEIGHBOURS])
                run = grading.run(neighbours, engine, WORKERS)
                alone = sorted((each.result for each in run), key=lambda result: result.student)
                for attack in chosen:
                    if attack.theme == HANDED_IN:
                        _module(attack).hand_in(field.students, attack.name)
                graded = []
                for each in grading.run(find([field.students]), engine, WORKERS):
                    write_student(out, each.result, assignment.config.title)
                    graded.append(each.result)
            write_class(out, graded, assignment.config.title, grades_csv(graded, ["q1", "q2"], "en"), "en")
            results = {result.student: result for result in graded}
            remains = field.remains()
            return Report(
                {attack.name: _achieved(field, attack.name, results, out, remains) for attack in chosen},
                _of_the_class(out),
                [_plain(result) for result in alone],
                [_plain(results[name]) for name in NEIGHBOURS if name in results],
            )


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder


def _module(attack: Attack):
    spec = importlib.util.spec_from_file_location(attack.name.replace("-", "_"), attack.path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _achieved(field: Field, name: str, results: dict[str, SubmissionResult], out: Path, remains: Remains) -> Achieved:
    result = next((results[student] for student in sorted(results) if student.startswith(name)), None)
    if result is None:
        return Achieved(["vanished from the class"], "missing", {}, [])
    files = (out / "results" / f"{result.student}.json", out / "feedback" / f"{result.student}.html")
    pages = "".join(path.read_text(encoding="utf-8") for path in files)
    told = [note.en for note in result.notes] + [error.message.en for error in result.cell_errors]
    told += [c.message.en for question in result.questions for c in question.checks if c.message is not None]
    outcomes = {question.id: question.outcome.value for question in result.questions}
    marks = sum(question.score for question in result.questions if question.id == "q2")
    evidence = field.evidence(name, marks, pages, remains) + trouble_in_page(files[1].read_text(encoding="utf-8"))
    return Achieved(evidence, result.status.value, outcomes, told)


def _of_the_class(out: Path) -> list[str]:
    page, table = ((out / name).read_text(encoding="utf-8") for name in ("index.html", "grades.csv"))
    return [*trouble_in_page(page), *trouble_in_table(table)]


def _plain(result: SubmissionResult) -> dict[str, object]:
    assert result.questions[0].outcome is Outcome.PASSED, result
    return result.model_dump(mode="json", exclude={"submission"})


def wanted(level: Isolation, names: list[str]) -> list[Attack]:
    """All attacks without names; at `none` never one that is not meant for it."""
    chosen = [attack for attack in attacks() if not names or attack.name in names]
    loose = [attack.name for attack in chosen if not attack.succeeds.startswith(UNCONFINED)]
    if level is Isolation.NONE and loose:
        sys.exit(f"not without isolation, where they harm the machine: {', '.join(loose)}")
    return chosen


if __name__ == "__main__":
    level = Isolation(sys.argv[1])
    json.dump(asdict(main(level, wanted(level, sys.argv[2:]))), sys.stdout, indent=1, ensure_ascii=False)
