"""The options of what is done with marks by people and for students: review, return, solution, requests."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from fcnkit.commands.options import named_folder
from fcnkit.text import Text

ReturnTo = Annotated[
    Literal["moodle", "canvas", "eml", "mbox"],
    typer.Option(metavar="WAY"),
    Text(
        ko="Moodle이나 Canvas에 올릴 zip, 메일마다 파일 하나(eml), 메일을 모두 담은 파일(mbox) 가운데 무엇을 만들지.",
        en="A zip to upload to Moodle or Canvas, a file for each mail, or all mails in one.",
    ),
]
ReturnRoster = Annotated[
    Path | None,
    typer.Option(metavar="FILE"),
    Text(
        ko="메일 주소가 있는 수강생 명단. Moodle이면 채점 워크시트.",
        en="The course list, for mail addresses; of Moodle the grading worksheet.",
    ),
]
ReturnOut = Annotated[
    Path | None,
    typer.Option(metavar="PATH"),
    Text(
        ko="새로 쓸 파일이나 폴더. 쓰지 않으면 DIR/return/ 안에 만듭니다.",
        en="The new file or folder; by default in DIR/return/.",
    ),
]
ReturnSender = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS"),
    Text(
        ko="메일의 보내는 사람. 쓰지 않으면 메일 프로그램이 채웁니다.",
        en="Whom mails are from; by default the mail program fills it in.",
    ),
]
AfterDeadline = Annotated[
    bool,
    typer.Option("--after-deadline"),
    Text(
        ko="퀴즈의 페이지에 문제와 학생의 답과 정답을 보여 줍니다. 마감이 지난 뒤에 쓰세요.",
        en="Let pages of a quiz show question, own answer and right answer; for after the deadline.",
    ),
]
SolutionOut = Annotated[
    Path,
    typer.Option(metavar="DIR", parser=named_folder),
    Text(ko="노트북을 쓸 폴더.", en="Where the notebooks go."),
]
ReviewQuestion = Annotated[
    list[str] | None,
    typer.Option("--question", metavar="ID"),
    Text(
        ko="볼 문제. 여러 번 쓸 수 있고, 자동으로 채점한 문제면 점수를 고칠 수 있습니다. 쓰지 않으면 직접 채점하는 "
        "문제입니다.",
        en="A question to show; may be given several times. Of one that checks grade, marks can be corrected. By "
        "default those that a person grades.",
    ),
]
ReviewPort = Annotated[
    int,
    typer.Option(min=0, max=65535, metavar="PORT"),
    Text(
        ko="127.0.0.1의 포트. 쓰지 않으면 비어 있는 것을 고릅니다.",
        en="The port on 127.0.0.1; by default any that is free.",
    ),
]
ReviewBy = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME"),
    Text(
        ko="누가 준 점수인지 성적부에 남길 이름. 쓰지 않으면 이 컴퓨터의 계정 이름입니다.",
        en="Who gives the marks, for the gradebook; by default your account's name.",
    ),
]
RequestsPath = Annotated[
    Path,
    typer.Argument(metavar="PATH"),
    Text(
        ko="학생들이 보낸 글이 든 파일이나 폴더: 글, 메일(.eml, .mbox), 표(.csv).",
        en="A file or folder with what students have sent: texts, mails (.eml, .mbox), tables (.csv).",
    ),
]
RequestsOut = Annotated[
    Path,
    typer.Option("--out", metavar="DIR"),
    Text(
        ko="`fcnkit grade --out`으로 채점한 결과가 든 폴더. 여기에 requests.csv를 씁니다.",
        en="The folder that `fcnkit grade --out` has filled; requests.csv is written there.",
    ),
]
