"""Which language the terminal speaks: what `--ui-lang` asks for, else that of the locale."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise

from fcnkit.text import LANGS, Lang

OPTION = "--ui-lang"
_chosen: list[Lang] = []


def detect_lang() -> Lang:
    """What was chosen; else Korean where the locale is Korean, else English."""
    if _chosen:
        return _chosen[-1]
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "ko" if locale.startswith("ko") else "en"


def choose_lang(arguments: Sequence[str]) -> None:
    """Take the language that a command line asks for, wherever in it; none where it asks for none that there is.

    It is known before the command line is parsed, since mistakes in it are told in this language too.
    """
    words = [part for word in arguments for part in (word.split("=", 1) if word.startswith(f"{OPTION}=") else [word])]
    asked = [after for word, after in pairwise(words) if word == OPTION]
    _chosen[:] = [lang for lang in LANGS if lang in asked[-1:]]
