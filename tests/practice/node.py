"""Node.js, where it is, with the packages of `web/`; whatever lacks is told by the test that is skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "web"
OLDEST = 20


@cache
def node() -> str:
    """The program, or the test is skipped."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("Node.js is not here: the page's script is not tried")
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.removeprefix("v").partition(".")[0]) < OLDEST:
        pytest.skip(f"Node.js {version.strip()} is too old: {OLDEST} is needed to try the page's script")
    return found


@cache
def install_packages() -> str:
    """Install what `web/package-lock.json` names, where it is not there already; why not, if that fails."""
    kept, lock = WEB / "node_modules" / ".package-lock.json", WEB / "package-lock.json"
    if kept.exists() and kept.stat().st_mtime >= lock.stat().st_mtime:
        return ""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not here"
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    try:
        done = subprocess.run(command, cwd=WEB, capture_output=True, text=True, check=False, timeout=180)
    except subprocess.TimeoutExpired:
        return "npm's registry does not answer"
    return "" if done.returncode == 0 else f"npm could not install the packages: {done.stderr.strip()[-200:]}"


def packages() -> Path:
    """Where the packages' programs are, or the test is skipped."""
    node()
    missing = install_packages()
    if missing:
        pytest.skip(f"{missing}: the page's script is not built or tried")
    return WEB / "node_modules" / ".bin"


def browser() -> str:
    """Chromium, or the test is skipped."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("no Chromium is here: the page is not tried in a browser")
    return found
