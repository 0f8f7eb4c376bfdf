"""What tests of pages in a browser have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Error, Page, Request


@contextmanager
def heard(page: Page) -> Iterator[tuple[list[str], list[str]]]:
    """What goes wrong in the page meanwhile, and the addresses that it asks."""
    errors, asked = list[str](), list[str]()

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def on_error(error: Error) -> None:
        errors.append(str(error))

    def on_request(request: Request) -> None:
        asked.append(request.url)

    page.on("console", on_console)
    page.on("pageerror", on_error)
    page.on("request", on_request)
    yield errors, asked
    page.remove_listener("console", on_console)
    page.remove_listener("pageerror", on_error)
    page.remove_listener("request", on_request)


def violations(page: Page, **options: Any) -> list[Any]:
    """What keeps people from using the page as it is now, by axe-core."""
    found: list[Any] = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return found
