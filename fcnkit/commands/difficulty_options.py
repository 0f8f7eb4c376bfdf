"""The options and arguments of `fcnkit difficulty`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fcnkit.text import Text

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE"),
    Text(
        ko="Moodle 퀴즈의 '응답' 보고서나 Canvas의 'Student Analysis'(CSV), 연습 페이지에서 내보낸 진도 파일.",
        en="Responses of a Moodle quiz or Canvas' Student Analysis, as CSV, or progress files of the practice page.",
    ),
]
Practice = Annotated[
    Path | None,
    typer.Option("--practice", metavar="DIR"),
    Text(
        ko="그 퀴즈의 문제를 쓴 `fcnkit practice`의 폴더. 어느 문항인지 여기에서 찾습니다.",
        en="The folder that `fcnkit practice` wrote the quiz' questions into: by it items are told.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FILE"),
    Text(ko="새로 쓸 표. 쓰지 않으면 difficulty.csv입니다.", en="The new table; by default difficulty.csv."),
]
