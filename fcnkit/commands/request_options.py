"""The arguments of `fcnkit requests`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fcnkit.text import Text

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
