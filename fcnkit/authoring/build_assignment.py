"""`fcnkit build`: turns a master into `assignments/NN-topic/` with Otter Assign.

Otter Assign changes the working folder, PATH and logging, and starts a kernel to run the public checks on the
solution; so it runs in a process of its own, one for each language at the same time. Its import takes seconds, so all
of them are forked from one process that has done it.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from fcnkit.authoring import handout, handout_readme, master_blocks, passed_checks, public_misconceptions
from fcnkit.authoring.block_complaints import RAISES
from fcnkit.authoring.master import AuthoringError, Cell, Master
from fcnkit.authoring.older_pythons import readable
from fcnkit.authoring.open_files import allow_open_files
from fcnkit.authoring.places import read_master
from fcnkit.course import Assignment
from fcnkit.quiet_pool import QuietPool
from fcnkit.text import LANGS, Lang, Text

_OTTER_CONFIG = """\
# ASSIGNMENT CONFIG
init_cell: true
check_all_cell: true
export_cell:
    pdf: false
    run_tests: false
tests:
    files: true
    ok_format: false
"""
"""Test files lie beside the notebook, so that a renamed notebook finds them. Checks are functions, Otter's
exception-based format: it shows the line that failed and its message, where doctests (`ok_format`) show tracebacks
through Otter's insides. Export runs no checks: it would run the notebook once more in a temporary folder, and decode
that run's output as UTF-8, which fails on Korean Windows."""

_MOST_BYTES = 75
"""Of the name of the temporary folder: with more, that of the socket in it, at which a fork server listens, is too long
for the system."""


def build(assignment: Assignment, *, runs_checks: bool = True) -> Path:
    """Write the handout to `assignments/NN-topic/`, and return the folder.

    Files in it that the build does not write are removed (names that begin with a dot stay).
    `runs_checks`: whether the solution has to pass its public checks, which takes a kernel for each language; where it
    has passed them before and nothing has changed since, they are not run again.
    Raises AuthoringError when the master cannot be built.
    """
    files = _render(assignment, runs_checks=runs_checks)
    folder = assignment.paths.handout
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name in _present(folder) - files.keys():
        (folder / name).unlink()
    return folder


def check(assignment: Assignment) -> list[Text]:
    """One sentence for each file of `assignments/NN-topic/` that is not, byte for byte, what `build` would write.

    The solution is not run: what is there was written when it had passed its public checks. Raises AuthoringError when
    the master cannot be built.
    """
    files = _render(assignment, runs_checks=False)
    folder = assignment.paths.handout
    present = _present(folder)
    number = assignment.name.split("-")[0]
    problems = dict.fromkeys(files.keys() - present, handout.MISSING)
    problems |= dict.fromkeys(present - files.keys(), NO_PART)
    problems |= {name: DIFFERS for name in files.keys() & present if (folder / name).read_bytes() != files[name]}
    return [handout.STALE.format(path=folder / name, what=problems[name], number=number) for name in sorted(problems)]


def _present(folder: Path) -> set[str]:
    """The folder's files as relative POSIX names, without what editors and kernels leave behind."""
    names = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {
        name.as_posix()
        for name in names
        if not any(part.startswith(".") or part == "__pycache__" for part in name.parts)
    }


def _render(assignment: Assignment, *, runs_checks: bool) -> dict[str, bytes]:
    """Every file of the handout by its relative name."""
    master = read_master(assignment)
    question_lines = master_blocks.check(master, assignment.config)
    files = handout_readme.files(assignment) | public_misconceptions.file(assignment, master)
    if runs_checks:
        allow_open_files()
    with tempfile.TemporaryDirectory() as scratch, _pool() as pool:
        sources = {lang: _write_for_otter(master, assignment, lang, Path(scratch)) for lang in LANGS}
        root = assignment.paths.root
        run = passed_checks.digest((path.read_bytes() for path in sources.values()), root)
        assign = partial(_otter_assign, runs_checks=runs_checks and not passed_checks.are_known(root, run))
        failures = dict(zip(LANGS, pool.map(assign, sources.values()), strict=True))
        for lang, source in sources.items():
            failure = failures[lang]
            if failure is not None:
                raise _explained(failure, master, lang, question_lines)
            student = source.parent / "student"
            files[source.name] = handout.render((student / source.name).read_bytes(), master, assignment, lang)
            files |= {f"tests/{path.name}": _ascii(path) for path in sorted((student / "tests").glob("*.py"))}
        if runs_checks:
            passed_checks.remember(root, run)
    return files


def _pool() -> QuietPool:
    """A process for each language, which has Otter from the start."""
    if len(os.fsencode(tempfile.gettempdir())) > _MOST_BYTES:  # where each takes Otter in by itself
        return QuietPool(len(LANGS), multiprocessing.get_context("spawn"))
    forked = multiprocessing.get_context("forkserver")
    forked.set_forkserver_preload(["fcnkit.authoring.before_otter", "otter.assign"])
    return QuietPool(len(LANGS), forked)


def _ascii(test_file: Path) -> bytes:
    """A test file with Korean text as escapes: Otter reads it in the machine's own encoding, on Windows often cp949."""
    return test_file.read_text(encoding="utf-8").encode("ascii", "backslashreplace")


def _write_for_otter(master: Master, assignment: Assignment, lang: Lang, scratch: Path) -> Path:
    """One language's notebook as Otter Assign takes it, in a folder of its own."""
    config: dict[str, Any] = {"cell_type": "raw", "source": _OTTER_CONFIG, "metadata": {}, "id": "config"}
    written = _without_config(master, lang)
    checks = {cell.line for cell, block in master_blocks.placed(written) if block == "TESTS"}
    cells = [
        {
            "cell_type": cell.kind,
            "source": readable(cell.source) if cell.line in checks else cell.source,
            "metadata": {**cell.metadata, handout.ORIGIN: cell.line},
            "id": f"line-{cell.line}",
        }
        for cell in written
    ]
    path = scratch / lang / handout.notebook_name(assignment, lang)
    path.parent.mkdir()
    path.write_bytes(handout.notebook_file([config, *cells], {}))
    return path


def _without_config(master: Master, lang: Lang) -> list[Cell]:
    return [cell for cell in master.cells_in(lang) if not master_blocks.is_assignment_config(cell)]


NO_PART = Text(ko="과제에 속하지 않는 파일입니다.", en="is not part of the assignment")
DIFFERS = Text(ko="원본으로 만든 것과 다릅니다.", en="differs from what its master gives")
OWN_CHECK = Text(
    ko="{lang} 답이 자신의 공개 검사를 통과하지 못합니다: {names}{reason}. 답이나 검사를 고치세요.",
    en="the {lang} solution fails its own public check of {names}{reason}; correct the solution or the check",
)
NOT_READ = Text(
    ko="Otter Assign이 {lang} 노트북을 읽지 못합니다({why}). 고치세요.",
    en="Otter Assign cannot read the {lang} notebook: {why}; correct it",
)


@dataclass(frozen=True)
class _Failure:
    """Why Otter Assign gave up. Otter's exceptions do not survive pickling."""

    kind: str
    message: str


def _otter_assign(source: Path, *, runs_checks: bool) -> _Failure | None:
    """Run Otter Assign on one notebook; the result lies in `student/` beside it. Runs in a process of its own."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)  # the kernel inherits the descriptors
    os.dup2(silence, 2)
    os.environ["PYTHONUTF8"] = "1"  # for the kernel, whose sources and outputs are Korean

    from otter.assign import main  # noqa: PLC0415 - takes seconds, and no other process needs it

    from fcnkit import otter_logging  # noqa: PLC0415 - imports Otter, too

    otter_logging.let_the_process_end()
    try:
        main(str(source), str(source.parent), no_pdfs=True, no_run_tests=not runs_checks, debug=True)
    except Exception as error:  # whatever it is, the author gets a sentence
        return _Failure(type(error).__name__, str(error))
    return None


def _explained(failure: _Failure, master: Master, lang: Lang, question_lines: dict[str, int]) -> AuthoringError:
    if failure.kind == "CellExecutionError":
        return _raising_cell(failure.message, master, lang)
    if failure.message.startswith("Some autograder tests failed"):
        failed = re.findall(r"^\s*((?:q|stretch)\d+) results:\s*$", failure.message, re.MULTILINE)
        said = re.findall(r"^\s*(?:NotYet: )?(?!Error at line)(.+?)[.:]*\s*$", failure.message, re.MULTILINE)
        reason = f" ({said[-1]})" if said else ""  # what the check said last
        line = question_lines.get(failed[0], 1) if failed else 1
        names = ", ".join(failed)
        return AuthoringError.at(master.path, line, OWN_CHECK, lang=lang, names=names, reason=reason)
    number = re.search(r"cell number (\d+)", failure.message)
    # Otter counts from one, and the first cell is the configuration.
    line = _without_config(master, lang)[int(number[1]) - 2].line if number else 1
    return AuthoringError.at(
        master.path,
        line,
        NOT_READ,
        lang=lang,
        why=failure.message.splitlines()[0],
    )


def _raising_cell(message: str, master: Master, lang: Lang) -> AuthoringError:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", message)
    source = re.search(r"^-{18}\n(.*?)\n-{18}$", plain, re.DOTALL | re.MULTILINE)
    line = next((cell.line for cell in master.cells_in(lang) if source and cell.source.strip() == source[1].strip()), 1)
    reason = plain.strip().splitlines()[-1]
    return AuthoringError.at(master.path, line, RAISES, lang=lang, reason=reason)
