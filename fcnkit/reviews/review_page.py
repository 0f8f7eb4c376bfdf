"""The review page itself: one file with its own style and script, and no student's text in it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from fcnkit.content_policy import source_hash
from fcnkit.reviews.page_texts import TEXTS
from fcnkit.text import Lang, Text


def review_page(title: Text, lang: Lang) -> str:
    """The page, before its script has fetched anything."""
    said = {key: text[lang] for key, text in TEXTS.items()}
    return (
        _environment()
        .get_template("review.html.j2")
        .render(
            lang=lang,
            title=title[lang].replace("`", ""),
            t=said,
            # in a script element a text may not end it
            texts=Markup(json.dumps(said).replace("<", "\\u003c")),  # noqa: S704
            style=Markup(_file("review.css")),  # noqa: S704  # ours
            script=Markup(_file("review.js")),  # noqa: S704  # likewise
        )
    )


@cache
def page_policy() -> str:
    """Its own script and style by their hashes, requests to its own server, and nothing ever made of text but text.

    Trusted Types are required and no policy exists, so that even a mistake in the script could not write HTML.
    """
    return (
        f"default-src 'none'; script-src '{source_hash(_file('review.js'))}'; "
        f"style-src '{source_hash(_file('review.css'))}'; connect-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


@cache
def _file(name: str) -> str:
    return (files("fcnkit.reviews") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("fcnkit.reviews"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
