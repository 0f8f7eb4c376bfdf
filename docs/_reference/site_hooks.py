"""MkDocs hooks: fill in what reference pages say is generated, `<!-- generated: commands -->` and so on.

MkDocs puts this folder on `sys.path` while it loads this file.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import reference_of_commands as commands
import reference_of_names as names
import reference_of_settings as settings

from fcnkit.text import Lang

ROOT = Path(__file__).resolve().parents[2]
MARK = re.compile(r"^<!-- generated: ([\w.]+) -->$", re.MULTILINE)
LOADED = re.compile(
    r"<(?:script|img|iframe|source|link)\b[^>]*(?:src|href)=[\"']?(?:https?:)?//|(?:url\(|@import )[\"']?(?:https?:)?//"
)
"""What a browser would fetch from another host; ordinary links are not."""
_TITLE_AND_LANGUAGE = re.compile(r"\A# [^\n]*\n\n\*\[[^\n]*\]\([^\n]*\)\*\n")
"""How SECURITY begins: its title, which the site's page has, and a link to the other language, as the site's switch."""


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Replaces the marks of one page."""
    return filled(markdown, "ko" if page.file.src_uri.endswith(".ko.md") else "en")


def on_post_build(config: Any) -> None:
    """Fails the build where a page would load something from another host."""
    site = Path(config.site_dir)
    pages = [path for ending in ("html", "css") for path in site.rglob(f"*.{ending}")]
    found = [path.relative_to(site) for path in pages if LOADED.search(path.read_text(encoding="utf-8"))]
    if found:
        from mkdocs.exceptions import PluginError  # noqa: PLC0415  # tests read these hooks without MkDocs

        raise PluginError(f"loads something from another host: {', '.join(map(str, found))}")


vars(on_post_build)["mkdocs_priority"] = -200  # after i18n, which builds the other language at -100


def filled(markdown: str, lang: Lang) -> str:
    """`markdown` with what its marks name in their place."""
    return MARK.sub(lambda mark: GENERATED[mark[1]](lang), markdown)


def _security(lang: Lang) -> str:
    name = "SECURITY.md" if lang == "en" else "SECURITY.ko.md"
    return _TITLE_AND_LANGUAGE.sub("", (ROOT / name).read_text(encoding="utf-8"))


GENERATED = {
    "commands": commands.reference,
    "course.toml": settings.course,
    "assignment.toml": settings.assignment,
    "suite": names.suite,
    "fcnlab": names.fcnlab_names,
    "SECURITY": _security,
}
