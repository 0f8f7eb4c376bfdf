"""The command line: every command thin, every mistake of the user's one sentence with exit status 2.

Help and messages are in the language of the terminal; `--ui-lang` asks for another one.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from fcnkit.commands.help_page import help_page
from fcnkit.commands.parameters import Command, declared
from fcnkit.commands.terminal_lang import OPTION, choose_lang, detect_lang
from fcnkit.commands.usage import sentence
from fcnkit.course import Assignment, Course
from fcnkit.errors import CannotGoOn, UserError, reason
from fcnkit.practice.writers import Format
from fcnkit.text import LANGS, Lang, Text

Numbers = Annotated[
    list[str] | None,
    typer.Argument(metavar="NN"),
    Text(
        ko="과제의 번호나 이름. 쓰지 않으면 모든 과제를 대상으로 합니다.",
        en="Assignments, by number or name; all by default.",
    ),
]
Number = Annotated[
    str,
    typer.Argument(metavar="NN"),
    Text(ko="과제의 번호나 이름.", en="The assignment, by number or name."),
]
Workers = Annotated[
    int,
    typer.Option(min=1),
    Text(ko="동시에 채점할 제출물의 수.", en="How many submissions are graded at the same time."),
]
IsolationLevel = Annotated[
    Literal["auto", "strict", "landlock", "uid", "none"],
    typer.Option(metavar="LEVEL"),
    Text(
        ko="학생의 코드를 격리하는 수준. 이 컴퓨터에서 쓸 수 있는 수준은 `fcnkit doctor`가 알려 줍니다.",
        en="How students' code is confined; `fcnkit doctor` shows what this machine offers.",
    ),
]
CPUS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
NO_NAME = Text(ko="--out: 이름이 비어 있습니다. 폴더를 지정하세요.", en="--out: the name is empty; name a folder")
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
NOT_POSSIBLE = Text(
    ko="{file}: {reason}. 파일이 있는지, 쓸 수 있는지, 자리가 남아 있는지 살펴보세요.",
    en="{file}: {reason}; check that it is there, may be written and has room",
)
BUILT = Text(ko="{path:을} 만들었습니다.", en="built {path}")
UP_TO_DATE = Text(ko="assignments/가 최신입니다.", en="assignments/ is up to date")

COMMANDS: dict[str, Command] = {}
"""All commands by name; `fcnkit` itself has an empty one."""
Function = TypeVar("Function", bound=Callable[..., None])


def _page(name: str) -> str:
    commands = [] if name else [command for command in COMMANDS.values() if command.name]
    return help_page(COMMANDS[name], detect_lang(), shutil.get_terminal_size().columns, commands)


class _Command(TyperCommand):
    """A command whose help is in the language of the terminal."""

    def get_help(self, ctx: Any) -> str:  # noqa: ARG002
        return _page(self.name or "")


class _Group(TyperGroup):
    """`fcnkit` itself, likewise."""

    def get_help(self, ctx: Any) -> str:  # noqa: ARG002
        return _page("")


app = typer.Typer(
    name="fcnkit",
    cls=_Group,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def command(help: Text) -> Callable[[Function], Function]:
    """Makes a function a command, which is called as the function is."""

    def register(function: Function) -> Function:
        COMMANDS[function.__name__] = declared(function.__name__, help, function)
        return app.command(cls=_Command, help=help.en)(function)

    return register


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
    ko="전치 합성곱과 완전 합성곱 네트워크를 다루는 자동 채점 과제입니다. 과제와 화면은 한국어와 영어를 모두 갖추고 "
    "있습니다.",
    en="Auto-graded assignments on transposed and fully convolutional networks, in Korean and English.",
)
COMMANDS[""] = declared("", ABOUT, _options)
app.callback(help=ABOUT.en)(_options)


@command(
    Text(
        ko="solutions/의 마스터로 assignments/에 학생용 노트북을 만듭니다.",
        en="Make the students' notebooks in assignments/ from the masters in solutions/.",
    )
)
def build(
    numbers: Numbers = None,
    check: Annotated[
        bool,
        typer.Option("--check"),
        Text(
            ko="아무것도 쓰지 않고, 다른 점만 알려 줍니다.",
            en="Write nothing; say what differs.",
        ),
    ] = False,
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
        typer.echo(difference)
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
def verify(numbers: Numbers = None, workers: Workers = CPUS, isolation: IsolationLevel = "auto") -> None:
    """Prove assignments: untouched 0, solution and alternatives full marks, misconceptions lose marks and are named."""
    from fcnkit.commands.verify import verify as prove  # noqa: PLC0415

    proved = [prove(assignment, workers, isolation) for assignment in _chosen(numbers)]
    raise typer.Exit(0 if all(proved) else 1)


def _folder(name: str) -> Path:
    """A folder that was named: an empty name, as of a variable that is not set, would be the working folder."""
    if not name.strip():
        raise UserError(NO_NAME)
    return Path(name)


@command(
    Text(
        ko="제출물을 채점합니다. 새로 들어왔거나 바뀐 것만 다시 채점합니다.",
        en="Grade submissions; only what is new or changed is run again.",
    )
)
def grade(
    number: Number,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH"),
        Text(
            ko="채점할 노트북이나 폴더, zip.",
            en="Notebooks, folders, zips.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(metavar="DIR", parser=_folder),
        Text(
            ko="성적표(grades.csv)와 결과 페이지, 성적부를 쓸 폴더.",
            en="Where grades.csv, pages and the gradebook go.",
        ),
    ],
    workers: Annotated[
        int | None,
        typer.Option(min=1),
        Text(
            ko="동시에 채점할 제출물의 수. 쓰지 않으면 자리가 되는 만큼 채점합니다.",
            en="How many at the same time; by default all that fit.",
        ),
    ] = None,
    engine: Annotated[
        Literal["local", "ray"],
        typer.Option(),
        Text(
            ko="채점하는 곳. 이 컴퓨터(local)나 Ray 클러스터(ray).",
            en="Where grading runs: on this machine, or on a Ray cluster.",
        ),
    ] = "local",
    address: Annotated[
        str | None,
        typer.Option(metavar="HOST:PORT"),
        Text(
            ko="Ray 클러스터 헤드의 주소. 쓰지 않으면 RAY_ADDRESS를 따릅니다.",
            en="The Ray cluster's head; by default RAY_ADDRESS.",
        ),
    ] = None,
    device: Annotated[
        Literal["cpu", "gpu", "auto"],
        typer.Option(),
        Text(
            ko="Keras가 계산하는 장치. 어느 것을 써도 점수는 같습니다.",
            en="What Keras computes on; marks are the same on each.",
        ),
    ] = "cpu",
    isolation: IsolationLevel = "auto",
    lang: Annotated[
        Lang | None,
        typer.Option(),
        Text(
            ko="결과 페이지의 언어. 쓰지 않으면 학생마다 노트북의 언어를 따릅니다.",
            en="Language of all pages; by default each student's page follows the notebook.",
        ),
    ] = None,
    regrade: Annotated[
        bool,
        typer.Option("--regrade"),
        Text(
            ko="바뀌지 않은 제출물도 다시 채점합니다.",
            en="Also grade what has not changed.",
        ),
    ] = False,
    reviews: Annotated[
        Path | None,
        typer.Option(metavar="FILE"),
        Text(
            ko="채점하면서 만든 채점표에 직접 매긴 점수를 성적부에 넣습니다.",
            en="Take in marks given by hand, from the review sheet that grading left.",
        ),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(metavar="FILE"),
        Text(
            ko="학습 관리 시스템에서 내려받은 수강생 명단. 누가 내지 않았는지 알려 줍니다.",
            en="Who is in the course, as your platform lists it: shows who is missing.",
        ),
    ] = None,
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
        ko="학생에게 나누어 줄 zip과, Otter와 Gradescope가 채점에 쓸 zip을 만듭니다.",
        en="Make the zip for students, and the zip with which Otter and Gradescope grade.",
    )
)
def package(
    number: Number,
    out: Annotated[
        Path,
        typer.Option(metavar="DIR"),
        Text(
            ko="두 zip을 쓸 폴더.",
            en="Where both zips go.",
        ),
    ],
    visibility: Annotated[
        Literal["hidden", "after_due_date", "after_published", "visible"],
        typer.Option(metavar="WHEN"),
        Text(
            ko="Gradescope가 학생에게 점수를 보여 주는 때.",
            en="When Gradescope shows the marks.",
        ),
    ] = "hidden",
    isolation: IsolationLevel = "auto",
    variants: Annotated[
        int | None,
        typer.Option(min=1, max=10_000, metavar="N"),
        Text(
            ko="퀴즈 과제에서 만들 학생용 zip의 수. zip마다 문제를 따로 뽑습니다.",
            en="Of a quiz, so many zips for students, each with its own draw.",
        ),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(metavar="FILE"),
        Text(
            ko="퀴즈 과제에서 명단의 학생마다 문제지를 하나씩 만들고, 누가 어느 것을 받는지 표로 남깁니다.",
            en="Of a quiz, a variant for each student on this list, and a table of who gets which.",
        ),
    ] = None,
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
    seed: Annotated[
        int | None,
        typer.Option(min=0, metavar="N"),
        Text(
            ko="같은 시드를 쓰면 같은 문제지가 다시 나옵니다. 쓰지 않으면 비밀 시드를 뽑습니다.",
            en="The same seed gives the same sets again; without one, a secret one is drawn.",
        ),
    ] = None,
    blueprint: Annotated[
        Path | None,
        typer.Option(metavar="FILE"),
        Text(
            ko="문제지 한 벌에 넣을 문항(TOML). 쓰지 않으면 22문항, 100점입니다.",
            en="What a set holds (TOML); by default 22 items, 100 points.",
        ),
    ] = None,
    lang: Annotated[
        Lang | None,
        typer.Option(),
        Text(
            ko="문제지의 언어. 쓰지 않으면 두 언어로 만들고, 숫자와 정답은 서로 같습니다.",
            en="Language; by default both, with the same numbers and keys.",
        ),
    ] = None,
    format_: Annotated[
        list[Format] | None,
        typer.Option("--format", metavar="FORMAT"),
        Text(
            ko="파일 형식. 쓰지 않으면 pdf이고, qti는 Canvas용입니다. 여러 번 쓸 수 있습니다.",
            en="The kind of file; by default pdf, qti is for Canvas; may be given several times.",
        ),
    ] = None,
    sets: Annotated[
        int,
        typer.Option(min=1, max=10_000, metavar="N"),
        Text(
            ko="서로 다른 문제지를 몇 벌 만들지.",
            en="How many different sets.",
        ),
    ] = 1,
    roster: Annotated[
        Path | None,
        typer.Option(metavar="FILE"),
        Text(
            ko="명단의 학생마다 한 벌씩 만듭니다. 이름 목록, CSV, 엑셀, 학습 관리 시스템에서 내려받은 명단을 쓸 수 "
            "있습니다.",
            en="One set for each student on this list: names, CSV, Excel, an LMS' export.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR"),
        Text(
            ko="문제지와 정답(keys.csv)을 쓸 폴더.",
            en="Where the sets and keys.csv go.",
        ),
    ] = None,
    preview: Annotated[
        str | None,
        typer.Option(metavar="ITEM"),
        Text(
            ko="문항 하나를 화면에 보여 주고, 파일은 쓰지 않습니다.",
            en="Show one item in the terminal and write nothing.",
        ),
    ] = None,
) -> None:
    """Make exam practice sets with separate keys, or show one item."""
    from fcnkit.commands import practice as command  # noqa: PLC0415

    langs = (lang,) if lang else LANGS
    if preview is not None:
        command.preview(preview, seed or 0, langs)
    elif out is None:
        raise UserError(NO_OUT)
    elif roster is not None and sets != 1:
        raise UserError(SETS_AND_ROSTER)
    else:
        command.practice(seed, blueprint, langs, format_ or [Format.PDF], sets, roster, out, CPUS)


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
            typer.echo(_page(""))
            sys.exit(error.exit_code)
        said, status = sentence(error, COMMANDS), error.exit_code
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
