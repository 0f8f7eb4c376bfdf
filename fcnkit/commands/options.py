"""The options and arguments of the commands: what each takes, and its help in both languages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from fcnkit.errors import UserError
from fcnkit.text import Lang, Text

CPUS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
"""Those that this process may use."""
NO_NAME = Text(ko="--out: 이름이 비어 있습니다. 폴더를 지정하세요.", en="--out: the name is empty; name a folder")


def named_folder(name: str) -> Path:
    """A folder that was named: an empty name, as of a variable that is not set, would be the working folder."""
    if not name.strip():
        raise UserError(NO_NAME)
    return Path(name)


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
NewFolder = Annotated[
    Path,
    typer.Argument(metavar="DIR"),
    Text(ko="새 폴더, 또는 빈 폴더.", en="A new folder, or an empty one."),
]
NewAssignment = Annotated[
    str,
    typer.Argument(metavar="NN-TOPIC"),
    Text(ko="번호와 주제. 02-padding처럼 씁니다.", en="Number and topic, such as 02-padding."),
]
GradedFolder = Annotated[
    Path,
    typer.Argument(metavar="DIR"),
    Text(
        ko="`fcnkit grade --out`으로 채점한 결과가 든 폴더.",
        en="The folder that `fcnkit grade --out` has filled.",
    ),
]
BuildCheck = Annotated[
    bool,
    typer.Option("--check"),
    Text(
        ko="아무것도 쓰지 않고, 다른 점만 알려 줍니다.",
        en="Write nothing; say what differs.",
    ),
]
GradePaths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH"),
    Text(
        ko="채점할 노트북이나 폴더, zip.",
        en="Notebooks, folders, zips.",
    ),
]
GradeOut = Annotated[
    Path,
    typer.Option(metavar="DIR", parser=named_folder),
    Text(
        ko="점수표(grades.csv)와 결과 페이지, 성적부를 쓸 폴더.",
        en="Where grades.csv, pages and the gradebook go.",
    ),
]
GradeWorkers = Annotated[
    int | None,
    typer.Option(min=1),
    Text(
        ko="동시에 채점할 제출물의 수. 쓰지 않으면 자리가 되는 만큼 채점합니다.",
        en="How many at the same time; by default all that fit.",
    ),
]
GradeEngine = Annotated[
    Literal["local", "ray"],
    typer.Option(),
    Text(
        ko="채점하는 곳. 이 컴퓨터(local)나 Ray 클러스터(ray).",
        en="Where grading runs: on this machine, or on a Ray cluster.",
    ),
]
GradeAddress = Annotated[
    str | None,
    typer.Option(metavar="HOST:PORT"),
    Text(
        ko="Ray 클러스터 헤드의 주소. 쓰지 않으면 RAY_ADDRESS를 따릅니다.",
        en="The Ray cluster's head; by default RAY_ADDRESS.",
    ),
]
GradeDevice = Annotated[
    Literal["cpu", "gpu", "auto"],
    typer.Option(),
    Text(
        ko="Keras가 계산하는 장치. 어느 것을 써도 점수는 같습니다.",
        en="What Keras computes on; marks are the same on each.",
    ),
]
GradeLang = Annotated[
    Lang | None,
    typer.Option(),
    Text(
        ko="결과 페이지의 언어. 쓰지 않으면 학생마다 노트북의 언어를 따릅니다.",
        en="Language of all pages; by default each student's page follows the notebook.",
    ),
]
GradeRegrade = Annotated[
    bool,
    typer.Option("--regrade"),
    Text(
        ko="바뀌지 않은 제출물도 다시 채점합니다.",
        en="Also grade what has not changed.",
    ),
]
GradeReviews = Annotated[
    Path | None,
    typer.Option(metavar="FILE"),
    Text(
        ko="채점표에 적은, 사람이 매기거나 고친 점수를 성적부에 넣습니다.",
        en="Take in marks that a person gave or corrected, from a review sheet.",
    ),
]
GradeRoster = Annotated[
    Path | None,
    typer.Option(metavar="FILE"),
    Text(
        ko="학습 관리 시스템에서 내려받은 수강생 명단. 누가 내지 않았는지 알려 주고, 연장도 여기에서 읽습니다.",
        en="Who is in the course, as your platform lists it: shows who is missing, and who has an extension.",
    ),
]
PageLang = Annotated[
    Lang | None,
    typer.Option(),
    Text(ko="페이지의 언어. 쓰지 않으면 터미널의 언어입니다.", en="Language of the pages; by default the terminal's."),
]
ExportTo = Annotated[
    Literal["canvas", "moodle", "gradescope", "csv"],
    typer.Option(metavar="PLATFORM"),
    Text(
        ko="어느 시스템의 파일을 채울지. csv는 --template이 없으면 표를 만들고, 있으면 그 표를 채웁니다.",
        en="Whose file is filled in; csv makes a table without --template, and fills in that one with it.",
    ),
]
ExportTemplate = Annotated[
    Path | None,
    typer.Option(metavar="FILE"),
    Text(
        ko="채울 파일. Canvas의 성적부, Moodle의 채점 워크시트, Gradescope의 성적 파일. csv라면 학생마다 한 줄인 표.",
        en="Canvas' gradebook, Moodle's grading worksheet, Gradescope's grades or, for csv, a table of students.",
    ),
]
ExportColumn = Annotated[
    str | None,
    typer.Option(metavar="NAME"),
    Text(
        ko="점수를 채울 열. 머리글이나 이름, 번호로 지정합니다.",
        en="The column for the marks, by its heading, name or id.",
    ),
]
ExportOut = Annotated[
    Path | None,
    typer.Option(metavar="FILE"),
    Text(
        ko="채운 파일. 쓰지 않으면 DIR/export/ 안에 같은 이름으로 씁니다.",
        en="The filled file; by default DIR/export/ and its name.",
    ),
]
ExportScale = Annotated[
    bool,
    typer.Option("--scale"),
    Text(
        ko="시스템의 만점이 다르면 그 비율로 점수를 환산합니다.",
        en="Scale marks to the points that the platform gives, where they differ.",
    ),
]
MarksStudent = Annotated[
    str,
    typer.Argument(metavar="STUDENT"),
    Text(ko="grades.csv에 적힌 이름이나 학번.", en="By name as in grades.csv, or by id."),
]
PackageOut = Annotated[
    Path,
    typer.Option(metavar="DIR", parser=named_folder),
    Text(
        ko="두 zip을 쓸 폴더.",
        en="Where both zips go.",
    ),
]
PackageVisibility = Annotated[
    Literal["hidden", "after_due_date", "after_published", "visible"],
    typer.Option(metavar="WHEN"),
    Text(
        ko="Gradescope가 학생에게 점수를 보여 주는 때.",
        en="When Gradescope shows the marks.",
    ),
]
PackageVariants = Annotated[
    int | None,
    typer.Option(min=1, max=10_000, metavar="N"),
    Text(
        ko="퀴즈 과제에서 만들 학생용 zip의 수. zip마다 문제를 따로 뽑습니다.",
        en="Of a quiz, so many zips for students, each with its own draw.",
    ),
]
PackageRoster = Annotated[
    Path | None,
    typer.Option(metavar="FILE"),
    Text(
        ko="퀴즈 과제에서 명단의 학생마다 문제지를 하나씩 만들고, 누가 어느 것을 받는지 표로 남깁니다.",
        en="Of a quiz, a variant for each student on this list, and a table of who gets which.",
    ),
]
