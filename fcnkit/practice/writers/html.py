"""A page that needs nothing else: answers and solutions unfold below each question. No script, nothing to load."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from fcnkit.content_policy import policy
from fcnkit.practice import markup
from fcnkit.practice.document import PracticeSet, Problem
from fcnkit.practice.document_blocks import shown
from fcnkit.practice.item_texts import LETTERS, MESSAGES, paired
from fcnkit.practice.writers import html_fragments
from fcnkit.text import Lang


def write(practice_set: PracticeSet, lang: Lang) -> dict[str, bytes]:
    """`.html` holds questions and answers."""
    page = _environment().get_template("page.html.j2")
    text = page.render(set=practice_set, title=markup.plain(practice_set.title[lang]), **_words(lang))
    return {".html": text.encode()}


def problem_html(problem: Problem, lang: Lang) -> Markup:
    """One problem as a piece of a page of somebody else's; its answer unfolds."""
    template = _environment().get_template("problem.html.j2")
    return Markup(template.make_module(_words(lang)).asked(problem))  # type: ignore[attr-defined]  # noqa: S704  # a macro's output, which is escaped


def _words(lang: Lang) -> dict[str, object]:
    def say(word: str, **values: object) -> str:
        return MESSAGES[word].format(**values)[lang]

    return {"lang": lang, "t": say}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("fcnkit.practice.writers", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (files("fcnkit.practice.writers") / "page.css").read_text(encoding="utf-8")
    environment.globals.update(
        style=Markup(style),  # noqa: S704  # our own style sheet
        policy=policy(style),
        letters=LETTERS,
        paired=paired,
        enumerate=enumerate,
        fragments=html_fragments,
        shown=shown,
    )
    return environment
