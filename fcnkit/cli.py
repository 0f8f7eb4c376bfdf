"""The command line: every command thin, every mistake of the user's one sentence with exit status 2.

Help and messages are in the language of the terminal; `--ui-lang` asks for another one.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import metadata
from typing import Annotated

import typer

from fcnkit.commands import options
from fcnkit.commands.application import COMMANDS, app, command, declare_itself, page
from fcnkit.commands.terminal_lang import OPTION, choose_lang, detect_lang
from fcnkit.commands.usage_errors import sentence
from fcnkit.course import Assignment, Course
from fcnkit.errors import CannotGoOn, UserError, reason
from fcnkit.practice.writers import Format
from fcnkit.text import LANGS, Lang, Text

CPUS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
NO_CLUSTER = Text(
    ko="--address는 Ray 클러스터의 주소입니다. --engine ray를 함께 쓰거나 빼세요.",
    en="--address names a Ray cluster: add --engine ray, or leave it out",
)
NO_OUT = Text(
    ko="--out 옵션이 없습니다. 연습 문제를 쓸 폴더를 `--out DIR`로 지정하세요.",
    en="--out is missing: write --out DIR, where the practice sets should go",
)
SETS_AND_ROSTER = Text(
    ko="--roster는 학생마다 한 벌씩 만들므로 --sets와 함께 쓸 수 없습니다. 둘 가운데 하나를 빼세요.",
    en="--roster makes one set for each student, so --sets has nothing to say: leave one of them out",
)
POOL_ALONE = Text(
    ko="--pool은 반 전체가 함께 쓰는 문제 은행이므로 --roster, --sets와 함께 쓸 수 없고, 형식은 moodle과 qti뿐입니다. "
    "다른 옵션을 빼세요.",
    en="--pool makes question banks for the whole class, as moodle and qti alone: leave out --roster, --sets and other "
    "formats",
)
NOT_POSSIBLE = Text(
    ko="{file}: {reason}. 파일이 있는지, 쓸 수 있는지, 자리가 남아 있는지 살펴보세요.",
    en="{file}: {reason}; check that it is there, may be written and has room",
)
BUILT = Text(ko="{path:을} 만들었습니다.", en="built {path}")
UP_TO_DATE = Text(ko="assignments/가 최신입니다.", en="assignments/ is up to date")


def _say_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"fcnkit {metadata.version('fcnkit')}")
        raise typer.Exit


def _options(
    ui_lang: Annotated[  # `main` has read it before the command line is parsed
        Lang | None,
        typer.Option(OPTION),
        Text(
            ko="도움말과 메시지의 언어. 쓰지 않으면 로캘(LANG)을 따릅니다.",
            en="Language of help and messages; by default the locale's (LANG).",
        ),
    ] = None,
    version: Annotated[  # its callback has acted before any command
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True),
        Text(ko="버전을 보여 줍니다.", en="Say the version and exit."),
    ] = False,
) -> None:
    """What stands before the name of a command."""


ABOUT = Text(
    ko="자동 채점 프로그래밍 과제를 만들고 채점합니다. 과제와 화면은 한국어와 영어를 모두 갖추고 있습니다.",
    en="Auto-graded programming assignments, in Korean and English.",
)
declare_itself(ABOUT, _options)


@command(Text(ko="시작할 수 있는 작은 과목 하나를 만듭니다.", en="Make a small complete course to start from."))
def init(folder: options.NewFolder) -> None:
    """Make a small complete course to start from."""
    from fcnkit.commands.new import init as make  # noqa: PLC0415  # as below

    make(folder)


@command(
    Text(
        ko="이 과목에 과제 하나를 예시 문제와 함께 더합니다.",
        en="Add an assignment, with an example question, to this course.",
    )
)
def new(name: options.NewAssignment) -> None:
    """Add an assignment, with an example question, to this course."""
    from fcnkit.commands.new import new as add  # noqa: PLC0415  # as below

    add(Course.find(), name)


@command(
    Text(
        ko="solutions/의 원본으로 assignments/에 학생용 노트북을 만듭니다.",
        en="Make the students' notebooks in assignments/ from the masters in solutions/.",
    )
)
def build(
    numbers: options.Numbers = None,
    check: options.BuildCheck = False,
) -> None:
    """Make the students' notebooks in assignments/ from the masters in solutions/."""
    # Each command imports its own libraries: `--help` and mistakes should answer at once.
    from fcnkit.authoring import build as authoring  # noqa: PLC0415

    differences = []
    for assignment in _chosen(numbers):
        if check:
            differences += authoring.check(assignment)
        else:
            typer.echo(BUILT.format(path=authoring.build(assignment))[detect_lang()])
    for difference in differences:
        typer.echo(difference[detect_lang()])
    if check and not differences:
        typer.echo(UP_TO_DATE[detect_lang()])
    raise typer.Exit(1 if differences else 0)


@command(
    Text(
        ko="과제를 검증합니다. 빈 노트북은 0점, 모범 답안과 다른 풀이는 만점을 받고, 오개념은 점수를 잃으면서 그 "
        "이름이 나와야 합니다.",
        en="Prove assignments: untouched 0, solution and alternatives full marks, misconceptions lose marks and are "
        "named.",
    )
)
def verify(
    numbers: options.Numbers = None, workers: options.Workers = CPUS, isolation: options.IsolationLevel = "auto"
) -> None:
    """Prove assignments: untouched 0, solution and alternatives full marks, misconceptions lose marks and are named."""
    from fcnkit.commands.verify import verify as prove  # noqa: PLC0415

    proved = [prove(assignment, workers, isolation) for assignment in _chosen(numbers)]
    raise typer.Exit(0 if all(proved) else 1)


@command(
    Text(
        ko="제출물을 채점합니다. 새로 들어왔거나 바뀐 것만 다시 채점합니다.",
        en="Grade submissions; only what is new or changed is run again.",
    )
)
def grade(
    number: options.Number,
    paths: options.GradePaths,
    out: options.GradeOut,
    workers: options.GradeWorkers = None,
    engine: options.GradeEngine = "local",
    address: options.GradeAddress = None,
    device: options.GradeDevice = "cpu",
    isolation: options.IsolationLevel = "auto",
    lang: options.GradeLang = None,
    regrade: options.GradeRegrade = False,
    reviews: options.GradeReviews = None,
    roster: options.GradeRoster = None,
) -> None:
    """Grade submissions; only what is new or changed is run again."""
    from fcnkit.commands.engine_options import EngineOptions  # noqa: PLC0415
    from fcnkit.commands.grade import grade as grade_class  # noqa: PLC0415

    if address is not None and engine != "ray":
        raise UserError(NO_CLUSTER)
    place = EngineOptions(engine, isolation, workers or (CPUS if engine == "local" else None), address, device)
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


@command(
    Text(
        ko="학습 관리 시스템에서 내려받은 파일에 점수를 채우고, 줄마다 어떻게 되었는지 알려 줍니다.",
        en="Fill marks into the file that a learning platform exported, and account for each of its rows.",
    )
)
def export(
    folder: options.GradedFolder,
    to: options.ExportTo,
    template: options.ExportTemplate = None,
    column: options.ExportColumn = None,
    out: options.ExportOut = None,
    scale: options.ExportScale = False,
) -> None:
    from fcnkit.commands.export import export as fill_in  # noqa: PLC0415

    raise typer.Exit(fill_in(folder, to, template, column, out, scale))


@command(
    Text(ko="학생 한 명의 점수 기록을 처음부터 모두 보여 줍니다.", en="Tell the whole history of one student's marks.")
)
def marks(
    folder: options.GradedFolder,
    student: options.MarksStudent,
) -> None:
    from fcnkit.commands.marks import marks as tell  # noqa: PLC0415

    tell(folder, student)


@command(
    Text(
        ko="학생에게 나누어 줄 zip과, Otter와 Gradescope가 채점에 쓸 zip을 만듭니다.",
        en="Make the zip for students, and the zip with which Otter and Gradescope grade.",
    )
)
def package(
    number: options.Number,
    out: options.PackageOut,
    visibility: options.PackageVisibility = "hidden",
    isolation: options.IsolationLevel = "auto",
    variants: options.PackageVariants = None,
    roster: options.PackageRoster = None,
) -> None:
    """Make the zip for students, and the zip with which Otter and Gradescope grade."""
    from fcnkit.commands.package import package as write_zips  # noqa: PLC0415

    write_zips(Course.find().assignment(number), out, visibility, isolation, variants, roster)


@command(
    Text(
        ko="시험 연습 문제를 정답지와 함께 만들거나, 문항 하나를 보여 줍니다.",
        en="Make exam practice sets with separate keys, or show one item.",
    )
)
def practice(
    seed: options.PracticeSeed = None,
    blueprint: options.PracticeBlueprint = None,
    lang: options.PracticeLang = None,
    format_: options.PracticeFormat = None,
    sets: options.PracticeSets = 1,
    roster: options.PracticeRoster = None,
    pool: options.PracticePool = None,
    out: options.PracticeOut = None,
    preview: options.PracticePreview = None,
) -> None:
    """Make exam practice sets with separate keys, or show one item."""
    from fcnkit.commands import practice as command  # noqa: PLC0415

    langs = (lang,) if lang else LANGS
    if preview is not None:
        command.preview(Course.find(), preview, seed or 0, langs)
    elif out is None:
        raise UserError(NO_OUT)
    elif roster is not None and sets != 1:
        raise UserError(SETS_AND_ROSTER)
    elif pool is not None:
        formats = format_ or [Format.MOODLE, Format.QTI]
        if roster is not None or sets != 1 or not {*formats} <= {Format.MOODLE, Format.QTI}:
            raise UserError(POOL_ALONE)
        command.pool(Course.find(), seed, blueprint, langs, formats, pool, out)
    else:
        command.practice(Course.find(), seed, blueprint, langs, format_ or [Format.PDF], sets, roster, out, CPUS)


@command(
    Text(
        ko="이 컴퓨터에서 할 수 있는 일과, 빠진 것을 갖추는 방법을 알려 줍니다.",
        en="Say what this machine can do, and how to fix what is missing.",
    )
)
def doctor() -> None:
    """Say what this machine can do, and how to fix what is missing."""
    from fcnkit.commands.doctor import doctor as diagnose  # noqa: PLC0415

    raise typer.Exit(0 if diagnose() else 1)


def main(arguments: Sequence[str] | None = None) -> None:
    """The `fcnkit` command; ends the process with its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    choose_lang(arguments)
    try:
        sys.exit(app(arguments, prog_name="fcnkit", standalone_mode=False) or 0)
    except typer.TyperException as error:
        if not arguments:
            typer.echo(page(""))
            sys.exit(error.exit_code)
        said, status = sentence(error, arguments, COMMANDS), error.exit_code
    except UserError as error:
        said, status = error.text, error.exit_status
    except OSError as error:
        if error.filename is None:
            raise
        said = NOT_POSSIBLE.format(file=error.filename, reason=reason(error))
        status = CannotGoOn.exit_status if error.errno in (errno.ENOSPC, errno.EDQUOT) else UserError.exit_status
    typer.echo(f"fcnkit: {said[detect_lang()]}", err=True)
    sys.exit(status)


def _chosen(numbers: Sequence[str] | None) -> list[Assignment]:
    course = Course.find()
    return [course.assignment(number) for number in numbers or course.names()]
