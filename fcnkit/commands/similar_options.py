"""The options and arguments of `fcnkit similar`."""

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
        ko="`fcnkit grade --out`으로 채점한 결과가 든 폴더. 첫 폴더가 살펴볼 반이고, 그다음은 비교할 지난 학기의 같은 "
        "과제입니다.",
        en="Folders that `fcnkit grade --out` has filled: first the class, then earlier terms of the same assignment "
        "to compare it with.",
    ),
]
Submissions = Annotated[
    list[Path] | None,
    typer.Option("--submissions", metavar="PATH"),
    Text(
        ko="`fcnkit grade`에 준 제출물 폴더나 zip. 채점 결과에는 코드가 들어 있지 않으므로, 이것이 없으면 같은 오답만 "
        "비교합니다. 폴더마다 한 번씩, 폴더와 같은 순서로 씁니다.",
        en="The folder or zip of hand-ins that `fcnkit grade` was given. A graded folder holds no code, so without it "
        "only wrong answers are compared. Once for each DIR, in the same order.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FILE", parser=named_folder),
    Text(
        ko="페이지를 쓸 파일(.html)이나 폴더. 쓰지 않으면 첫 폴더의 similar.html입니다.",
        en="The page (.html), or its folder; by default similar.html in the first folder.",
    ),
]
