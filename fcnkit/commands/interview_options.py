"""The options and arguments of `fcnkit interview`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fcnkit.commands.options import named_folder
from fcnkit.text import Text

Students = Annotated[
    list[str],
    typer.Argument(metavar="STUDENT"),
    Text(ko="grades.csv의 이름이나 학번.", en="Their names as in grades.csv, or their ids."),
]
Submissions = Annotated[
    list[Path],
    typer.Option(metavar="PATH"),
    Text(
        ko="채점할 때 지정한 제출물의 파일, zip, 폴더. 성적부에는 코드가 없어서 여기에서 다시 읽습니다. 여러 번 쓸 "
        "수 있습니다.",
        en="The files, zips or folders that were graded: the gradebook holds no code, so it is read there again. May "
        "be given several times.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", parser=named_folder),
    Text(
        ko="페이지를 쓸 폴더. 쓰지 않으면 DIR 안의 interview입니다.",
        en="Where the pages go; by default the folder interview in DIR.",
    ),
]
