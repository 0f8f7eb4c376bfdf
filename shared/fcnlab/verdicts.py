"""What `grader.check(...)` shows: whether the check passed, and else its sentence, in the notebook's language.

Otter shows a check that fails as an English report with the check's source line in it. Jupyter lets a type's display
be chosen, and here the display of Otter's results is: the results themselves stay Otter's.
"""

from __future__ import annotations

import html
import re
from typing import Any

from fcnlab.wording import Lang, say

_RESULT = ("otter.test_files.abstract_test", "TestFile")
_RESULTS = ("otter.test_files", "GradingResults")
STRETCH = "stretch"
"""What the names of exercises begin with that are worth no points."""
_CHIP = "#f4f4f4"
"""Behind the verdict: its colours are dark, and a notebook may be, too."""
_CODE = re.compile(r"`([^`]+)`")


class NotYet(AssertionError):
    """A check that does not pass; its message is the sentence for the student."""


def show_in(lang: Lang) -> None:
    """From now on, show the results of checks in this language, where a notebook shows anything."""
    shell = _shell()
    if shell is None:
        return
    as_html = shell.display_formatter.formatters["text/html"]
    as_text = shell.display_formatter.formatters["text/plain"]
    as_html.for_type_by_name(*_RESULT, lambda result: _html(result, lang))
    as_text.for_type_by_name(*_RESULT, lambda result, printer, _: printer.text(_text(result, lang)))
    as_html.for_type_by_name(*_RESULTS, lambda all_: "".join(_html(result, lang) for result in all_.results.values()))
    as_text.for_type_by_name(
        *_RESULTS, lambda all_, printer, _: printer.text("\n".join(_text(r, lang) for r in all_.results.values()))
    )


def show(picture: object) -> None:
    """Show a picture above the sentence, where there is one and a notebook shows it."""
    if picture is not None and getattr(_shell(), "kernel", None) is not None:
        from IPython.display import display  # noqa: PLC0415 - there in a notebook alone

        display(picture)  # type: ignore[no-untyped-call]  # IPython is annotated in part


def _shell() -> Any:
    try:
        from IPython.core.getipython import get_ipython  # noqa: PLC0415 - there in a notebook alone
    except ImportError:
        return None
    return get_ipython()


def _html(result: Any, lang: Lang) -> str:
    colour, verdict, sentences = _verdict(result, lang)
    chip = f"color: {colour}; background-color: {_CHIP}; padding: 0.1em 0.4em; border-radius: 0.3em"
    name = f'<strong style="{chip}">{html.escape(result.name)}: {verdict}</strong>'
    told = "".join("<br>" + _CODE.sub(r"<code>\1</code>", html.escape(each)) for each in sentences)
    return f'<p style="max-width: 60em; word-break: keep-all; overflow-wrap: anywhere">{name}{told}</p>'


def _text(result: Any, lang: Lang) -> str:
    _, verdict, sentences = _verdict(result, lang)
    return "\n  ".join([f"{result.name}: {verdict}", *sentences])


def _verdict(result: Any, lang: Lang) -> tuple[str, str, list[str]]:
    """The colour, the word, and the sentence of each check that did not pass."""
    failed = [each.message or "" for each in result.test_case_results if not each.passed]
    if not failed:
        return "#1b6e2b", say(lang, ko="공개 검사를 통과했습니다.", en="the public check passes."), []
    sentences = list(dict.fromkeys(_sentence(text, lang) for text in failed))
    if result.name.startswith(STRETCH):
        return "#5f6368", say(lang, ko="아직입니다(채점하지 않음).", en="not yet (not graded)."), sentences
    return "#b3261e", say(lang, ko="아직 통과하지 못했습니다.", en="not yet."), sentences


def _sentence(message: str, lang: Lang) -> str:
    """The sentence in Otter's report on a check; a check that broke down itself is reported as it is."""
    _, mark, sentence = message.partition(f"\n{NotYet.__name__}: ")
    if mark:
        return sentence
    reason = message.rpartition("\n")[2]
    return say(
        lang,
        ko=f"검사를 끝내지 못했습니다. `{reason}`",
        en=f"The check could not be finished: `{reason}`",
    )
