"""The commands that go on from a graded class: marks given back, corrected and read."""

from __future__ import annotations

import typer

from fcnkit.commands import (
    handing_back_options,
    interview_options,
    options,
    similar_options,
    term_options,
)
from fcnkit.commands.application import command
from fcnkit.text import Text


@command(
    Text(
        ko="학습 관리 시스템에서 내려받은 파일에 점수를 채우고, 줄마다 어떻게 되었는지 알려 줍니다.",
        en="Fill marks into the file that a learning platform exported, and account for each of its rows.",
    )
)
def export(
    folder: options.GradedFolder,
    to: options.ExportTo,
    template: options.ExportTemplate = None,
    column: options.ExportColumn = None,
    out: options.ExportOut = None,
    scale: options.ExportScale = False,
) -> None:
    from fcnkit.commands.export import export as fill_in  # noqa: PLC0415

    raise typer.Exit(fill_in(folder, to, template, column, out, scale))


@command(
    Text(
        ko="학생들의 피드백 페이지를 학습 관리 시스템이나 메일로 돌려줄 수 있게 묶습니다. 직접 보내지는 않습니다.",
        en="Bundle students' pages for a learning platform or as mails; nothing is sent.",
    ),
    name="return",
)
def return_(
    folder: options.GradedFolder,
    to: handing_back_options.ReturnTo,
    roster: handing_back_options.ReturnRoster = None,
    out: handing_back_options.ReturnOut = None,
    sender: handing_back_options.ReturnSender = None,
    lang: options.GradeLang = None,
    after_deadline: handing_back_options.AfterDeadline = False,
) -> None:
    from fcnkit.commands.hand_back import hand_back  # noqa: PLC0415

    raise typer.Exit(hand_back(folder, to, roster, out, sender, lang, after_deadline=after_deadline))


@command(
    Text(
        ko="직접 채점하는 답에 점수를 주거나, 자동으로 채점한 점수를 고칩니다. 이 컴퓨터에서만 열리는 페이지입니다.",
        en="Mark by hand, or correct marks, in the browser, on a page that only this machine can open.",
    )
)
def review(
    folder: options.GradedFolder,
    question: handing_back_options.ReviewQuestion = None,
    port: handing_back_options.ReviewPort = 0,
    by: handing_back_options.ReviewBy = None,
) -> None:
    from fcnkit.commands.review import review as serve  # noqa: PLC0415

    serve(folder, port, by, question or ())


@command(
    Text(ko="학생 한 명의 점수 기록을 처음부터 모두 보여 줍니다.", en="Tell the whole history of one student's marks.")
)
def marks(
    folder: options.GradedFolder,
    student: options.MarksStudent,
) -> None:
    from fcnkit.commands.marks import marks as tell  # noqa: PLC0415

    tell(folder, student)


@command(
    Text(
        ko="점수를 다시 봐 달라는 학생들의 요청을 답, 검사 결과, 점수와 함께 표로 모읍니다.",
        en="Collect students' regrade requests into a sheet, beside answer, checks and mark.",
    )
)
def requests(
    path: handing_back_options.RequestsPath,
    out: handing_back_options.RequestsOut,
) -> None:
    from fcnkit.commands.requests import requests as collect  # noqa: PLC0415

    raise typer.Exit(collect(path, out))


@command(
    Text(
        ko="모든 과제를 한 페이지에 모아, 학생별 흐름과 안 낸 과제, 이어지는 오개념, 분반을 보여 줍니다.",
        en="Put all assignments on one page: each student's course, missing work, what persists, sections compared.",
    )
)
def term(
    folders: term_options.Folders,
    out: term_options.Out = None,
    roster: term_options.WithRoster = None,
    lang: options.PageLang = None,
) -> None:
    from fcnkit.commands.term import term as write_page  # noqa: PLC0415

    write_page(folders, out, roster, lang)


@command(
    Text(
        ko="비슷한 제출물을 찾아 나란히 보여 줍니다. 살펴볼 곳일 뿐 판정이 아닙니다.",
        en="Find hand-ins that are alike and show them side by side: places to look, never a verdict.",
    )
)
def similar(
    folders: similar_options.Folders,
    submissions: similar_options.Submissions = None,
    out: similar_options.Out = None,
    lang: options.PageLang = None,
) -> None:
    from fcnkit.commands.similar import find_similar  # noqa: PLC0415

    find_similar(folders, submissions or [], out, lang)


@command(
    Text(
        ko="학생마다 자기 코드에 대한 짧은 질문 세 개를, 그 코드를 실행해 얻은 답과 함께 페이지로 만듭니다.",
        en="Make a page for each student: three short questions on their own code, with keys from running it.",
    )
)
def interview(
    folder: options.GradedFolder,
    students: interview_options.Students,
    submissions: interview_options.Submissions,
    out: interview_options.Out = None,
    lang: options.PageLang = None,
    isolation: options.IsolationLevel = "auto",
) -> None:
    from fcnkit.commands.interview import interview as write_pages  # noqa: PLC0415

    raise typer.Exit(write_pages(folder, students, submissions, out, lang, isolation))
