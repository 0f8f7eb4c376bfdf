"""The options and arguments of `fcnkit term`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fcnkit.commands.options import named_folder
from fcnkit.text import Text

Folders = Annotated[
    list[Path],
    typer.Argument(metavar="DIR"),
    Text(
        ko="`fcnkit grade --out`으로 채점한 결과가 든 폴더들. 과제마다 하나씩입니다.",
        en="Folders that `fcnkit grade --out` has filled, one for each assignment.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FILE", parser=named_folder),
    Text(
        ko="페이지를 쓸 파일(.html)이나 폴더. 쓰지 않으면 첫 폴더 옆의 term.html입니다.",
        en="The page (.html), or its folder; by default term.html beside the first folder.",
    ),
]
WithRoster = Annotated[
    Path | None,
    typer.Option(metavar="FILE"),
    Text(
        ko="수강생 명단. 한 번도 내지 않은 학생과 분반까지 알 수 있습니다.",
        en="Who is in the course: shows who has never handed in, and sections.",
    ),
]
