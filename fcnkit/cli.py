"""The command line: every command thin, every mistake of the user's one sentence with exit status 2."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Annotated, Literal

import typer

from fcnkit.course import Assignment, Course
from fcnkit.errors import CannotGoOn, UserError
from fcnkit.practice.writers import Format
from fcnkit.text import LANGS, Lang

Numbers = Annotated[
    list[str] | None, typer.Argument(metavar="NN", help="Assignments, by number or name; all by default.")
]
Workers = Annotated[int, typer.Option(min=1, help="How many submissions are graded at the same time.")]
IsolationLevel = Annotated[
    Literal["auto", "strict", "landlock", "uid", "none"],
    typer.Option(help="How students' code is confined; `fcnkit doctor` shows what this machine offers."),
]
CPUS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

app = typer.Typer(
    name="fcnkit",
    help="Auto-graded programming assignments, in Korean and English.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _say_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"fcnkit {metadata.version('fcnkit')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[  # its callback has acted before any command
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version and exit.")
    ] = False,
) -> None:
    """What stands before the name of a command."""


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or an empty one.")],
) -> None:
    """Make a small complete course to start from."""
    from fcnkit.commands.new import init as make  # noqa: PLC0415  # as below

    make(folder)


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NN-TOPIC", help="Number and topic, such as 02-padding.")],
) -> None:
    """Add an assignment, with an example question, to this course."""
    from fcnkit.commands.new import new as add  # noqa: PLC0415  # as below

    add(Course.find(), name)


@app.command()
def build(
    numbers: Numbers = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what differs.")] = False,
) -> None:
    """Make the students' notebooks in assignments/ from the masters in solutions/."""
    # Each command imports its own libraries: `--help` and mistakes should answer at once.
    from fcnkit.authoring import build as authoring  # noqa: PLC0415

    differences = []
    for assignment in _chosen(numbers):
        if check:
            differences += authoring.check(assignment)
        else:
            typer.echo(f"built {authoring.build(assignment)}")
    for difference in differences:
        typer.echo(difference)
    if check and not differences:
        typer.echo("assignments/ is up to date")
    raise typer.Exit(1 if differences else 0)


@app.command()
def verify(numbers: Numbers = None, workers: Workers = CPUS, isolation: IsolationLevel = "auto") -> None:
    """Prove assignments: untouched 0, solution and alternatives full marks, misconceptions lose marks and are named."""
    from fcnkit.commands.verify import verify as prove  # noqa: PLC0415

    proved = [prove(assignment, workers, isolation) for assignment in _chosen(numbers)]
    raise typer.Exit(0 if all(proved) else 1)


def _folder(name: str) -> Path:
    """A folder that was named: an empty name, as of a variable that is not set, would be the working folder."""
    if not name.strip():
        raise typer.BadParameter("the name is empty; name a folder")
    return Path(name)


@app.command()
def grade(
    number: Annotated[str, typer.Argument(metavar="NN", help="The assignment, by number or name.")],
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Notebooks, folders, zips.")],
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Where grades.csv, pages and the gradebook go.", parser=_folder)
    ],
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many at the same time; by default all that fit.")
    ] = None,
    engine: Annotated[
        Literal["local", "ray"], typer.Option(help="Where grading runs: on this machine, or on a Ray cluster.")
    ] = "local",
    address: Annotated[
        str | None, typer.Option(metavar="HOST:PORT", help="The Ray cluster's head; by default RAY_ADDRESS.")
    ] = None,
    device: Annotated[
        Literal["cpu", "gpu", "auto"], typer.Option(help="What Keras computes on; marks are the same on each.")
    ] = "cpu",
    isolation: IsolationLevel = "auto",
    lang: Annotated[
        Lang | None, typer.Option(help="Language of all pages; by default each student's page follows the notebook.")
    ] = None,
    regrade: Annotated[bool, typer.Option("--regrade", help="Also grade what has not changed.")] = False,
    reviews: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Take in marks given by hand, from the review sheet that grading left."),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Who is in the course, as your platform lists it: shows who is missing."),
    ] = None,
) -> None:
    """Grade submissions; only what is new or changed is run again."""
    from fcnkit.commands.grade import grade as grade_class  # noqa: PLC0415
    from fcnkit.commands.place import Place  # noqa: PLC0415

    if address is not None and engine != "ray":
        raise UserError("--address names a Ray cluster: add --engine ray, or leave it out")
    place = Place(engine, isolation, workers or (CPUS if engine == "local" else None), address, device)
    status = grade_class(
        Course.find().assignment(number),
        paths,
        out,
        place=place,
        lang=lang,
        regrade=regrade,
        reviews=reviews,
        roster=roster,
    )
    raise typer.Exit(status)


@app.command()
def package(
    number: Annotated[str, typer.Argument(metavar="NN", help="The assignment, by number or name.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where both zips go.")],
    visibility: Annotated[
        Literal["hidden", "after_due_date", "after_published", "visible"],
        typer.Option(help="When Gradescope shows the marks."),
    ] = "hidden",
    isolation: IsolationLevel = "auto",
    variants: Annotated[
        int | None,
        typer.Option(
            min=1, max=10_000, metavar="N", help="Of a quiz, so many zips for students, each with its own draw."
        ),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Of a quiz, a variant for each student on this list, and a table of who gets which."
        ),
    ] = None,
) -> None:
    """Make the zip for students, and the zip with which Otter and Gradescope grade."""
    from fcnkit.commands.package import package as write_zips  # noqa: PLC0415

    write_zips(Course.find().assignment(number), out, visibility, isolation, variants, roster)


@app.command()
def practice(
    seed: Annotated[
        int | None,
        typer.Option(
            min=0, metavar="N", help="The same seed gives the same sets again; without one, a secret one is drawn."
        ),
    ] = None,
    blueprint: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What a set holds (TOML); by default the course's own blueprint.toml."),
    ] = None,
    lang: Annotated[
        Lang | None, typer.Option(help="Language; by default both, with the same numbers and keys.")
    ] = None,
    format_: Annotated[
        list[Format] | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="pdf (the default), html, ipynb, moodle, qti (for Canvas) or anki; may be given several times.",
        ),
    ] = None,
    sets: Annotated[int, typer.Option(min=1, max=10_000, metavar="N", help="How many different sets.")] = 1,
    roster: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="One set for each student on this list: names, CSV, Excel, an LMS' export."),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the sets and keys.csv go.")] = None,
    preview: Annotated[
        str | None, typer.Option(metavar="ITEM", help="Show one item in the terminal and write nothing.")
    ] = None,
) -> None:
    """Make exam practice sets with separate keys, or show one item."""
    from fcnkit.commands import practice as command  # noqa: PLC0415

    langs = (lang,) if lang else LANGS
    if preview is not None:
        command.preview(Course.find(), preview, seed or 0, langs)
    elif out is None:
        raise UserError("--out is missing: write --out DIR, where the practice sets should go")
    elif roster is not None and sets != 1:
        raise UserError("--roster makes one set for each student, so --sets has nothing to say: leave one of them out")
    else:
        command.practice(Course.find(), seed, blueprint, langs, format_ or [Format.PDF], sets, roster, out, CPUS)


@app.command()
def doctor() -> None:
    """Say what this machine can do, and how to fix what is missing."""
    from fcnkit.commands.doctor import doctor as diagnose  # noqa: PLC0415

    raise typer.Exit(0 if diagnose() else 1)


def main() -> None:
    """The `fcnkit` command."""
    try:
        app()
    except UserError as error:
        sentence, status = str(error), error.exit_status
    except OSError as error:
        if error.filename is None:
            raise
        sentence = f"{error.filename}: {error.strerror}; check that it is there, may be written and has room"
        status = CannotGoOn.exit_status if error.errno in (errno.ENOSPC, errno.EDQUOT) else UserError.exit_status
    typer.echo(f"fcnkit: {sentence}", err=True)
    sys.exit(status)


def _chosen(numbers: Sequence[str] | None) -> list[Assignment]:
    course = Course.find()
    return [course.assignment(number) for number in numbers or course.names()]
