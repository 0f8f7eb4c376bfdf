"""The options of `fcnkit exam` and `fcnkit scan`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fcnkit.commands.options import named_folder
from fcnkit.text import Lang, Text

SeedFile = Annotated[
    Path,
    typer.Option("--seed-file", metavar="FILE"),
    Text(
        ko="비밀 시드가 든 파일. 없으면 새로 만들며, 만든 사람만 읽을 수 있습니다.",
        en="The file with the secret seed; made if it is not there, and only its owner can read it.",
    ),
]
Forms = Annotated[
    str,
    typer.Option(metavar="A,B,C"),
    Text(
        ko="문제지 종류의 이름. 종류마다 문항과 답지의 순서가 다릅니다.",
        en="The forms' names; each has its own order of items and options.",
    ),
]
ExamRoster = Annotated[
    Path,
    typer.Option("--roster", metavar="FILE"),
    Text(ko="응시할 학생의 명단.", en="Who takes the exam."),
]
ExamOut = Annotated[
    Path,
    typer.Option("--out", metavar="DIR", parser=named_folder),
    Text(
        ko="시험을 쓸 폴더. 정답이 들어가므로 학생에게 주지 마세요.",
        en="Where the exam goes; not for students, as it holds the keys.",
    ),
]
OwnNumbers = Annotated[
    bool,
    typer.Option("--numbers"),
    Text(
        ko="문제지 종류마다 난이도가 같은 다른 숫자를 씁니다.",
        en="Give each form numbers of its own, equally difficult.",
    ),
]
Columns = Annotated[
    int,
    typer.Option(min=1, max=100, metavar="N"),
    Text(ko="시험장의 한 줄에 있는 자리 수.", en="How many seats a row of the room has."),
]
Spares = Annotated[
    int,
    typer.Option(min=0, max=100, metavar="N"),
    Text(ko="이름 없는 여분의 부수.", en="How many copies without a name there are for latecomers."),
]
ExamLang = Annotated[
    Lang | None,
    typer.Option("--lang"),
    Text(ko="시험지의 언어. 쓰지 않으면 두 언어로 만듭니다.", en="Language of the papers; by default both."),
]
Sheets = Annotated[
    list[Path],
    typer.Argument(metavar="SHEETS.pdf"),
    Text(ko="스캔한 답안지의 PDF. 여럿이어도, 순서가 섞여도 됩니다.", en="PDFs of scanned sheets, in any order."),
]
ExamFolder = Annotated[
    Path,
    typer.Option("--exam", metavar="DIR"),
    Text(ko="`fcnkit exam`이 시험을 쓴 폴더.", en="The folder that `fcnkit exam` has written."),
]
ScanOut = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", parser=named_folder),
    Text(
        ko="결과를 쓸 폴더. 쓰지 않으면 시험 폴더의 scan입니다.",
        en="Where results go; by default scan in the exam's folder.",
    ),
]
ScanLang = Annotated[
    Lang | None,
    typer.Option("--lang"),
    Text(ko="결과 페이지의 언어.", en="Language of the pages."),
]
