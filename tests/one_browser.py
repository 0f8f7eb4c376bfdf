"""A browser that stays open from one test file to the next: to start it takes more than a second of CPU."""

import shutil
from contextlib import ExitStack

import pytest

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60_000
"""Milliseconds for what is expected to come, which a busy machine keeps waiting."""
_open = ExitStack()
_started = []


def started():
    """The browser, or the test is skipped."""
    if not _started:
        path = next(filter(None, map(shutil.which, _PROGRAMS)), None)
        if path is None:
            pytest.skip("no Chromium on this machine: apt install chromium")
        from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415 - no other test needs it

        expect.set_options(timeout=PATIENCE)
        playwright = _open.enter_context(sync_playwright())
        _started.append(playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]))
        _open.callback(_started.clear)
        _open.callback(_started[0].close)
    return _started[0]


def close_unless_asked_for(item):
    """Before a test that asks for none: beside its driver's event loop nobody can run one of their own."""
    if item is None or "browser" not in item.fixturenames:
        _open.close()
