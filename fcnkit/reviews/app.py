"""The review page as an ASGI application: the page, the answers, whose they are when asked for, and marks."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from fcnkit.reviews.access import Access, Guarded
from fcnkit.reviews.corrections import ReviewError
from fcnkit.reviews.desk import Desk, Marks
from fcnkit.reviews.review_page import page_policy, review_page
from fcnkit.text import Lang, Text

MAX_BYTES = 512 * 1024
"""Bytes of one request: marks for a class of ten thousand."""
NOT_READ = Text(
    ko="이 점수를 읽을 수 없습니다. 페이지를 새로 고치세요.", en="These marks cannot be read; reload the page."
)


def review_app(desk: Desk, access: Access, lang: Lang) -> ASGIApp:
    """The whole of it; nothing but the link and what it leads to gets an answer."""

    async def page(_: Request) -> Response:
        html = review_page(desk.assignment.config.title, lang)
        return Response(html, media_type="text/html", headers={"content-security-policy": page_policy()})

    async def answers(_: Request) -> Response:
        return _json({"questions": desk.questions(lang)})

    async def names(_: Request) -> Response:
        return _json({"names": desk.names(), "hand_ins": desk.hand_ins()})

    async def marks(request: Request) -> Response:
        body = await _body(request)
        try:
            saved = desk.save(Marks.model_validate_json(body))
        except ReviewError as error:
            return _json({"error": error.text[lang]}, 400)
        except ValidationError:
            return _json({"error": NOT_READ[lang]}, 400)
        return _json({"saved": saved})

    at = access.folder
    routes = [
        Route(f"{at}/", page),
        Route(f"{at}/answers", answers),
        Route(f"{at}/names", names),
        Route(f"{at}/marks", marks, methods=["POST"]),
    ]
    return Guarded(Starlette(routes=routes), access)


async def _body(request: Request) -> bytes:
    """What was sent, up to one byte more than is accepted."""
    content = b""
    async for part in request.stream():
        content += part
        if len(content) > MAX_BYTES:
            break
    return content[: MAX_BYTES + 1]


def _json(data: dict[str, Any], status: int = 200) -> Response:
    """ASCII alone: what students write may hold halves of characters, which no encoding has."""
    return Response(json.dumps(data), status, media_type="application/json")
