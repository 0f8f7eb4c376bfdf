"""How soon the practice page is there, and the next question: `make bench`.

In a real browser, Chromium, which must be installed. A second and a tenth of one are wanted; nothing is asserted.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from checkout import FCNKIT
from playwright.sync_api import Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

FIRST_PAINT = """() => new Promise((done) => {
    const observer = new PerformanceObserver((seen) => done(seen.getEntries().at(-1).startTime));
    observer.observe({ type: "paint", buffered: true });
})"""
NEXT_QUESTION = """async () => {
    const [begun, before] = [performance.now(), document.querySelector("article")];
    document.getElementById("do-next").click();
    while (document.querySelector("article") === before) await new Promise((done) => setTimeout(done));
    return performance.now() - begun;
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5, help="how often the page is opened")
    parser.add_argument("--questions", type=int, default=5, help="how many are drawn each time")
    options = parser.parse_args()
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("no Chromium on this machine: apt install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        command = [FCNKIT, "practice", "--seed", "1", "--format", "web", "--out", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = started.new_page(locale="en-US")
        page.goto(next(Path(folder).glob("*.html")).as_uri())
        opened, drawn = [], []
        for _ in range(options.times):
            page.reload()
            opened.append(page.evaluate(FIRST_PAINT))
            drawn += _drawn(page, options.questions)
        started.close()
    print(f"opens in {median(opened):.0f} ms ({max(opened):.0f} at worst), the next question in {median(drawn):.1f} ms")


def _drawn(page: Page, questions: int) -> list[float]:
    """How long each next question took, in milliseconds."""
    page.click("form button.main")
    page.wait_for_selector(".asked")
    times = []
    for _ in range(questions):
        _give_up(page)
        times.append(page.evaluate(NEXT_QUESTION))
    return times


def _give_up(page: Page) -> None:
    """Have the solution shown; an explanation shows its own only when something is written."""
    if page.is_visible("#do-show"):
        page.click("#do-show")
    else:
        page.fill("textarea", "A few words.")
        page.click("#do-check")
        page.click("#do-judge")
    page.wait_for_selector("#do-next")


if __name__ == "__main__":
    main()
