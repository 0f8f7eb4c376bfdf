"""A page that needs nothing else: answers and solutions unfold below each question. No script, nothing to load."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from fcnkit.practice.document import PracticeSet, shown
from fcnkit.practice.topics import TOPICS
from fcnkit.practice.words import LETTERS, WORDS, paired
from fcnkit.practice.writers import fragments
from fcnkit.text import Lang


def write(practice_set: PracticeSet, lang: Lang) -> dict[str, bytes]:
    """`.html` holds questions and answers."""

    def say(word: str, **values: object) -> str:
        return WORDS[word].format(**values)[lang]

    page = _template().render(set=practice_set, lang=lang, t=say, topics=TOPICS, fragments=fragments, shown=shown)
    return {".html": page.encode()}


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("fcnkit.practice.writers", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (files("fcnkit.practice.writers") / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    environment.globals.update(style=Markup(style), policy=policy, letters=LETTERS, paired=paired, enumerate=enumerate)  # noqa: S704  # our own style sheet
    return environment.get_template("page.html.j2")
