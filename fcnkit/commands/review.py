"""`fcnkit review`: marks by hand in the browser, through a server that only this machine can reach."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from fcnkit.commands.console import say
from fcnkit.commands.graded_folder import open_graded
from fcnkit.commands.manual_marks import somebody
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.errors import UserError, reason
from fcnkit.reviews.access import HOST, Access
from fcnkit.reviews.app import review_app
from fcnkit.reviews.desk import Desk
from fcnkit.text import Text

OPEN = Text(
    ko="브라우저에서 이 주소를 여세요. 한 번만 열 수 있습니다.\n\n  {link}\n\n"
    "점수는 클릭할 때마다 성적부에 저장됩니다. 마치려면 여기서 Ctrl-C를 누르세요.",
    en="Open this link in your browser; it works once.\n\n  {link}\n\n"
    "Marks are saved into the gradebook at every click. To stop, press Ctrl-C here.",
)
AFTERWARDS = Text(
    ko="직접 채점을 기다리는 답이 {count}개 남았습니다. `fcnkit grade`나 `fcnkit scan` 명령을 다시 실행하면 표와 "
    "페이지에 새 점수가 들어갑니다.",
    en="Answers that still wait for marks: {count}. Run your `fcnkit grade` or `fcnkit scan` command again to bring "
    "the new marks into tables and pages.",
)
NO_ANSWERS = Text(
    ko="{folder}: 직접 채점할 답안이 없습니다. 자동으로 채점한 점수를 고치려면 --question {id}처럼 문제를 지정하세요.",
    en="{folder}: no answers to mark by hand; to correct marks that checks gave, name the question, such as "
    "--question {id}",
)
NO_PORT = Text(
    ko="--port {port}: 쓸 수 없는 포트입니다({error}). 다른 포트를 쓰거나 빼세요.",
    en="--port {port} cannot be used ({error}); name another, or leave it out",
)


def review(folder: Path, port: int, by: str | None, asked: Sequence[str] = ()) -> None:
    """Serve the review page until Ctrl-C, with the questions that are asked for, or those that people grade.

    Raises UserError where there is nothing to review, or the port is taken.
    """
    lang = detect_lang()
    with (
        open_graded(folder, takes_exams=True) as (assignment, gradebook),
        contextlib.closing(_listening(port)) as listener,
    ):
        desk = Desk(gradebook, assignment, somebody() if by is None else by, asked)
        if not len(desk):
            raise UserError(NO_ANSWERS, folder=folder, id=assignment.config.questions[0].id)
        access = Access(listener.getsockname()[1])
        say(OPEN.format(link=access.link)[lang])
        config = uvicorn.Config(
            review_app(desk, access, lang),
            http="h11",
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])
        say(AFTERWARDS.format(count=desk.waiting)[lang])


def _listening(port: int) -> socket.socket:
    """A socket on this machine's own address; port 0 takes any that is free.

    It listens at once: who opens the link before the server runs is kept waiting, not refused.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise UserError(NO_PORT, port=port, error=reason(error)) from error
    return listener
