"""Puts the page together: markup, style, script, words and the packed bank; its policy lets in nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from fcnkit.content_policy import policy
from fcnkit.practice.document import PracticeSet
from fcnkit.practice.registry import Registry
from fcnkit.practice.web.bank import Bank
from fcnkit.practice.web.pack import both, inline, is_written_with_digits, packed, problem_data, terms_data
from fcnkit.practice.web.words import WORDS
from fcnkit.text import LANGS, Lang

FILE = "practice.html"


def page(registry: Registry, bank: Bank, lang: Lang | None) -> bytes:
    """The whole file. It opens in `lang`, or else in the browser's language."""
    style, script = _source("page.css"), _source("page.js")
    terms = registry.glossary.terms
    parts = {f"item-{name}": packed([*map(problem_data, found)]) for name, found in bank.problems.items()}
    parts["terms"] = packed(terms_data(terms) if terms is not None else [])
    return (
        _template()
        .render(
            lang=lang or LANGS[0],
            title=registry.glossary.course[lang or LANGS[0]],
            words=WORDS,
            policy=policy(style, script),
            style=Markup(style),  # noqa: S704  # our own style sheet
            script=Markup(script),  # noqa: S704  # our own script
            course=Markup(_json(_course(registry, bank, lang))),  # noqa: S704  # no < is left in it
            parts=parts,
        )
        .encode()
    )


def _course(registry: Registry, bank: Bank, lang: Lang | None) -> dict[str, Any]:
    """All that is known before anything is unpacked: nothing of a question."""
    names = [*bank.problems]
    return {
        "id": hashlib.sha256(registry.glossary.course.en.encode()).hexdigest()[:12],
        "lang": lang,
        "title": both(registry.glossary.course.__getitem__),
        "words": {name: both(text.__getitem__) for name, text in WORDS.items()},
        "topics": {topic: inline(title) for topic, title in registry.topics.items()},
        "items": [
            {
                "id": name,
                "topic": registry.items[name].topic,
                "difficulty": registry.items[name].difficulty,
                "minutes": registry.items[name].minutes,
                "book": registry.items[name].book,
                "kind": registry.items[name].kind,
                "draws": len(bank.problems[name]),
                "digits": is_written_with_digits(bank.problems[name]),
            }
            for name in names
        ],
        "rehearsals": [[*_sections(each, bank)] for each in bank.rehearsals],
    }


def _sections(practice_set: PracticeSet, bank: Bank) -> Iterator[dict[str, Any]]:
    """A set's parts; a question by its item and the place of its draw."""
    for section in practice_set.sections:
        yield {
            "title": inline(section.title),
            "note": inline(section.note) if section.note else None,
            "minutes": section.minutes,
            "questions": [
                [
                    entry.problem.item,
                    [each.uid for each in bank.problems[entry.problem.item]].index(entry.problem.uid),
                    entry.points,
                ]
                for entry in section.entries
            ],
        }


def _json(content: object) -> str:
    """As it may stand in a script element, of which no text can be the end."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@cache
def _source(name: str) -> str:
    return (files("fcnkit.practice.web") / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("fcnkit.practice.web", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2")
