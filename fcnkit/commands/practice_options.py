"""The options of `fcnkit practice`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fcnkit.commands.options import named_folder
from fcnkit.practice.writers import Format
from fcnkit.text import Lang, Text

Seed = Annotated[
    int | None,
    typer.Option(min=0, metavar="N"),
    Text(
        ko="같은 시드를 쓰면 같은 문제지가 다시 나옵니다. 쓰지 않으면 비밀 시드를 뽑습니다.",
        en="The same seed gives the same sets again; without one, a secret one is drawn.",
    ),
]
Blueprint = Annotated[
    Path | None,
    typer.Option(metavar="FILE"),
    Text(
        ko="문제지 한 벌에 넣을 문항(TOML). 쓰지 않으면 과목의 blueprint.toml을 따릅니다.",
        en="What a set holds (TOML); by default the course's own blueprint.toml.",
    ),
]
LangOfSets = Annotated[
    Lang | None,
    typer.Option(),
    Text(
        ko="문제지의 언어. 쓰지 않으면 두 언어로 만들고, 숫자와 정답은 서로 같습니다.",
        en="Language; by default both, with the same numbers and keys.",
    ),
]
FormatOfSets = Annotated[
    list[Format] | None,
    typer.Option("--format", metavar="FORMAT"),
    Text(
        ko="파일 형식. 쓰지 않으면 pdf이고, qti는 Canvas용, web은 답을 바로 알려 주는 페이지입니다. 여러 번 쓸 수 "
        "있습니다.",
        en="The kind of file; by default pdf, qti is for Canvas, web a page that answers back; may be given several "
        "times.",
    ),
]
Sets = Annotated[
    int,
    typer.Option(min=1, max=10_000, metavar="N"),
    Text(
        ko="서로 다른 문제지를 몇 벌 만들지.",
        en="How many different sets.",
    ),
]
Pool = Annotated[
    int | None,
    typer.Option(min=1, max=1000, metavar="N"),
    Text(
        ko="문제지 대신, 문항 자리마다 서로 바꿔 쓸 수 있는 문제 N개를 Moodle 범주와 Canvas 문항 그룹으로 만듭니다.",
        en="Instead of sets, N parallel draws for each question: a Moodle category or Canvas question group each.",
    ),
]
Roster = Annotated[
    Path | None,
    typer.Option(metavar="FILE"),
    Text(
        ko="명단의 학생마다 한 벌씩 만듭니다. 이름 목록, CSV, 엑셀, 학습 관리 시스템에서 내려받은 명단을 쓸 수 "
        "있습니다.",
        en="One set for each student on this list: names, CSV, Excel, an LMS' export.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="DIR", parser=named_folder),
    Text(
        ko="문제지와 정답(keys.csv)을 쓸 폴더.",
        en="Where the sets and keys.csv go.",
    ),
]
Preview = Annotated[
    str | None,
    typer.Option(metavar="ITEM"),
    Text(
        ko="문항 하나를 화면에 보여 주고, 파일은 쓰지 않습니다.",
        en="Show one item in the terminal and write nothing.",
    ),
]
Focus = Annotated[
    list[Path] | None,
    typer.Option("--focus", metavar="DIR"),
    Text(
        ko="채점 결과가 든 폴더(여럿도 됩니다). 학생마다 틀린 것과 답하지 않은 것에 맞춘 문제지를 한 벌씩 만듭니다.",
        en="Graded folders: one set for each student, aimed at what they got wrong or left out.",
    ),
]
More = Annotated[
    list[Path] | None,
    typer.Argument(metavar="DIR"),
    Text(ko="--focus에 이어지는 다른 폴더들.", en="Further folders for --focus."),
]
