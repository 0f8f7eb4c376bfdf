"""Who may ask the review page's server: the one browser that opened the link, and nothing that other pages send."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
_COOKIE = "fcnkit-review"
_SAME = {"same-origin", "none"}
_ALWAYS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
REFUSED = (
    "403: 이 주소는 한 번만 열 수 있습니다. 처음 연 탭으로 돌아가거나 fcnkit review를 다시 실행해 새 주소를 여세요.\n"
    "403: the link works once. Go back to the tab that it opened, or run fcnkit review again for a new one.\n"
)


class Access:
    """A link that can be opened once; from then on a cookie that only its browser has.

    The cookie is bound to a path that nobody can guess, since browsers send cookies to every port of a host.
    """

    def __init__(self, port: int) -> None:
        self.origin = f"http://{HOST}:{port}"
        self.folder = f"/{secrets.token_urlsafe(16)}"
        self._host = f"{HOST}:{port}"
        self._key = secrets.token_urlsafe(32)
        self._token: str | None = secrets.token_urlsafe(32)
        self.link = f"{self.origin}/?token={self._token}"

    def is_from_here(self, headers: Headers, method: str) -> bool:
        """Whether a request is made for this server by name, and by no other page.

        A name that was rebound to this address stands in `Host`; a page elsewhere in `Origin` or `Sec-Fetch-Site`.
        """
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
        if headers.getlist("host") != [self._host] or (origin is None and method != "GET"):
            return False
        return origin in (None, self.origin) and site in _SAME

    def has_key(self, headers: Headers) -> bool:
        """Whether a request comes from the browser that opened the link."""
        return any(secrets.compare_digest(value.encode(), self._key.encode()) for value in _cookies(headers))

    def opened(self, request: Request) -> Response:
        """The answer to the link: where the page is and the cookie, once; after that 403 as for any other token."""
        given, token = request.query_params.get("token", ""), self._token
        if token is None or not secrets.compare_digest(given.encode(), token.encode()):
            return refused()
        self._token = None
        response = RedirectResponse(f"{self.folder}/", 303)
        response.set_cookie(_COOKIE, self._key, path=f"{self.folder}/", httponly=True, samesite="strict")
        return response


class Guarded:
    """An ASGI application behind that: what may not ask gets 403, and every answer the headers of a private page."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app, self._access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_ALWAYS)
            await send(message)

        await self._chosen(scope)(scope, receive, send_with_headers)

    def _chosen(self, scope: Scope) -> ASGIApp:
        headers, path = Headers(scope=scope), scope["path"]
        if not self._access.is_from_here(headers, scope["method"]):
            return refused()
        if path == "/" and scope["method"] == "GET":
            return self._access.opened(Request(scope))
        return self._app if self._access.has_key(headers) else refused()


def refused() -> Response:
    return PlainTextResponse(REFUSED, 403)


def _cookies(headers: Headers) -> Iterable[str]:
    """All that the request has under the cookie's name."""
    for line in headers.getlist("cookie"):
        try:
            found = SimpleCookie(line).get(_COOKIE)
        except CookieError:
            continue
        if found is not None:
            yield found.value
