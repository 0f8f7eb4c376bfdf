"""The Jinja environment of the pages. Importing it imports Jinja, so only what renders does."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.resources import files
from importlib.util import cache_from_source
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from fcnkit.content_policy import policy
from fcnkit.reports import number_format
from fcnkit.reports.carried import carried
from fcnkit.reports.corrected import corrected, corrected_note
from fcnkit.reports.example_grids import example_grids
from fcnkit.reports.phrases import phrase
from fcnkit.reports.slip import slips
from fcnkit.reports.waiting import waiting
from fcnkit.text import Lang

_CODE = re.compile(r"`([^`\n]+)`")
_SIGNS = {"passed": "✓", "partly": "◐", "failed": "✗", "error": "!", "unattempted": "–", "unreviewed": "…"}


def render(template: str, lang: Lang, *, sheet: str = "", script: str = "", **context: object) -> str:
    """A whole page: the template filled, with stylesheet, script and their policy inside.

    `sheet` and `script` name files beside the templates, which this page has beyond the common stylesheet.
    """

    def say(key: str, **values: object) -> str:
        return phrase(key, lang, **values)

    style, code = _source("style.css") + _source(sheet), _source(script)
    return (
        _environment()
        .get_template(template)
        .render(lang=lang, t=say, style=Markup(style), script=Markup(code), policy=policy(style, code), **context)  # noqa: S704  # ours, and escaping would change them
    )


def compile_templates(names: Iterable[str]) -> None:
    """Beforehand, while there is nothing else to do."""
    for name in names:
        _environment().get_template(name)


@cache
def _source(name: str) -> str:
    """A file beside the templates; empty without a name."""
    return (files("fcnkit.reports") / "templates" / name).read_text(encoding="utf-8") if name else ""


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps compiled templates beside Python's compiled modules, where those may be written."""

    def __init__(self) -> None:
        super().__init__(os.fspath(Path(cache_from_source(__file__)).parent))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):  # the folder is not there or read-only: compiled again the next time
                super().dump_bytecode(bucket)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("fcnkit.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(),
    )
    environment.globals.update(
        signs=_SIGNS,
        example_grids=example_grids,
        carried=carried,
        corrected=corrected,
        corrected_note=corrected_note,
        slips=slips,
        waiting=waiting,
    )
    environment.filters.update(plain=number_format.plain, percent=number_format.percent, prose=_prose, href=_href)
    return environment


def _prose(text: str) -> Markup:
    """Escaped text in which `code` between backticks is set as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704  # escaped first


def _href(student: str) -> str:
    """The address of a student's feedback page as seen from the class page: the file's name, byte for byte."""
    return f"feedback/{quote(os.fsencode(student), safe='')}.html"
