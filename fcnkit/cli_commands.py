"""The commands that make, grade and look: what each takes, what it does in a sentence, and who does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from fcnkit.commands import (
    difficulty_options,
    exam_options,
    handing_back_options,
    options,
    practice_options,
)
from fcnkit.commands.application import command
from fcnkit.commands.options import CPUS
from fcnkit.errors import ConfigError
from fcnkit.text import LANGS, Text

NO_ASSIGNMENTS = Text(
    ko="{path}: solutions/에 과제가 없습니다(과제마다 assignment.toml이 든 폴더가 있어야 합니다). `fcnkit new "
    "NN-topic`으로 과제를 만드세요.",
    en="{path}: no assignment in solutions/, where each is a folder with an assignment.toml; make one with `fcnkit new "
    "NN-topic`",
)

if TYPE_CHECKING:  # as in the commands: Pydantic takes longer than all else here
    from fcnkit.course import Assignment, Course


@command(Text(ko="시작할 수 있는 작은 과목 하나를 만듭니다.", en="Make a small complete course to start from."))
def init(folder: options.NewFolder) -> None:
    from fcnkit.commands.new import init as make  # noqa: PLC0415  # as below

    make(folder)


@command(
    Text(
        ko="이 과목에 과제 하나를 예시 문제와 함께 더합니다.",
        en="Add an assignment, with an example question, to this course.",
    )
)
def new(name: options.NewAssignment) -> None:
    from fcnkit.commands.new import new as add  # noqa: PLC0415  # as below

    add(_course(), name)


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
    # Each command imports its own libraries: `--help` and mistakes should answer at once.
    from fcnkit.commands.build import build as make  # noqa: PLC0415

    raise typer.Exit(0 if make(_chosen(numbers), check=check) else 1)


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
    from fcnkit.commands.engine_options import EngineOptions, begin  # noqa: PLC0415

    place = EngineOptions(engine, isolation, workers or (CPUS if engine == "local" else None), address, device)
    assignment = _course().assignment(number)
    is_known = out.is_dir() and not regrade  # then perhaps nothing is new
    with begin(place, assignment, when_asked=is_known) as begun:  # else graders import while the following is imported
        from fcnkit.commands.grade import grade as grade_class  # noqa: PLC0415

        status = grade_class(
            assignment, paths, out, begun=begun, lang=lang, regrade=regrade, reviews=reviews, roster=roster
        )
    raise typer.Exit(status)


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
    after_deadline: handing_back_options.AfterDeadline = False,
) -> None:
    from fcnkit.commands.package import package as write_zips  # noqa: PLC0415

    assignment = _course().assignment(number)
    write_zips(assignment, out, visibility, isolation, variants, roster, after_deadline=after_deadline)


@command(
    Text(
        ko="모범 답안을 실행해 두 언어의 노트북으로 씁니다. 마감이 지난 뒤 나누어 주세요.",
        en="Run the solution and write it as notebooks in both languages, to hand out after the deadline.",
    )
)
def solution(number: options.Number, out: handing_back_options.SolutionOut) -> None:
    from fcnkit.commands.solution import solution as write_notebooks  # noqa: PLC0415

    write_notebooks(_course().assignment(number), out)


@command(
    Text(
        ko="시험 연습 문제를 정답지와 함께 만들거나, 문항 하나를 보여 줍니다.",
        en="Make exam practice sets with separate keys, or show one item.",
    )
)
def practice(
    seed: practice_options.Seed = None,
    blueprint: practice_options.Blueprint = None,
    lang: practice_options.LangOfSets = None,
    format_: practice_options.FormatOfSets = None,
    sets: practice_options.Sets = 1,
    roster: practice_options.Roster = None,
    pool: practice_options.Pool = None,
    out: practice_options.Out = None,
    preview: practice_options.Preview = None,
    focus: practice_options.Focus = None,
    more: practice_options.More = None,
) -> None:
    course, langs = _course(), (lang,) if lang else LANGS
    if preview is not None:
        from fcnkit.commands.practice_preview import preview as show  # noqa: PLC0415

        show(course, preview, seed or 0, langs)
        return
    from fcnkit.commands.practice import practice as write  # noqa: PLC0415
    from fcnkit.commands.practice_request import practice_request  # noqa: PLC0415

    asked = practice_request(out, seed, blueprint, langs, format_ or (), sets, roster, pool, focus or (), more or ())
    write(course, asked, CPUS)


@command(
    Text(
        ko="종이 시험을 만듭니다. 여러 종의 문제지, 자리 배치, 스캐너로 읽는 답안지, 정답과 채점 기준이 나옵니다.",
        en="Make an exam on paper: forms, seat plan, answer sheets that a scanner reads, keys and rubric.",
    )
)
def exam(
    seed_file: exam_options.SeedFile,
    roster: exam_options.ExamRoster,
    out: exam_options.ExamOut,
    forms: exam_options.Forms = "A,B",
    numbers: exam_options.OwnNumbers = False,
    blueprint: practice_options.Blueprint = None,
    columns: exam_options.Columns = 8,
    spares: exam_options.Spares = 2,
    lang: exam_options.ExamLang = None,
) -> None:
    from fcnkit.commands.exam import exam as write  # noqa: PLC0415
    from fcnkit.commands.exam_request import ExamRequest, form_names  # noqa: PLC0415

    langs = (lang,) if lang else LANGS
    asked = ExamRequest(seed_file, form_names(forms), roster, out, blueprint, langs, numbers, columns, spares)
    write(_course(), asked)


@command(
    Text(
        ko="스캔한 답안지를 읽어 채점합니다. 분명하지 않은 것은 그림과 함께 사람에게 넘깁니다.",
        en="Read scanned answer sheets and mark them; what is doubtful goes to a person, with its picture.",
    )
)
def scan(
    sheets: exam_options.Sheets,
    exam: exam_options.ExamFolder,
    out: exam_options.ScanOut = None,
    lang: exam_options.ScanLang = None,
) -> None:
    from fcnkit.commands.scan import scan as read  # noqa: PLC0415

    raise typer.Exit(0 if read(sheets, exam, out, lang, CPUS) else 1)


@command(
    Text(
        ko="학생들이 푼 결과로 연습 문항의 난이도를 살펴봅니다.",
        en="Tell how hard practice items are, by what students did with them.",
    )
)
def difficulty(
    files: difficulty_options.Files,
    practice: difficulty_options.Practice = None,
    out: difficulty_options.Out = None,
) -> None:
    from fcnkit.commands.difficulty import difficulty as tell  # noqa: PLC0415

    tell(_course(), files, practice, out)


@command(
    Text(
        ko="이 컴퓨터에서 할 수 있는 일과, 빠진 것을 갖추는 방법을 알려 줍니다.",
        en="Say what this machine can do, and how to fix what is missing.",
    )
)
def doctor() -> None:
    from fcnkit.commands.doctor import doctor as diagnose  # noqa: PLC0415

    raise typer.Exit(0 if diagnose() else 1)


def _chosen(numbers: Sequence[str] | None) -> list[Assignment]:
    course = _course()
    wanted = numbers or course.names()
    if not wanted:
        raise ConfigError(NO_ASSIGNMENTS, path=course.root)
    return [course.assignment(number) for number in wanted]


def _course() -> Course:
    from fcnkit.course import Course  # noqa: PLC0415  # as above

    return Course.find()
