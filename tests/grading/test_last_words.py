"""What is told of a process that ended without an answer."""

from __future__ import annotations

import pytest

from fcnkit.grading.last_words import SILENT, last_words
from fcnkit.text import Text, same


@pytest.mark.parametrize(
    ("errors", "told"),
    [
        ("", SILENT),
        (" \n\n", SILENT),
        ("Traceback\n  in a file\nOSError: no space\n", same("OSError: no space")),
        ('a warning\n{"ko": "없음", "en": "none"}\n', Text(ko="없음", en="none")),
        ('{"ko": "", "en": "none"}', same('{"ko": "", "en": "none"}')),
        ("[1, 2]", same("[1, 2]")),
    ],
    ids=["nothing", "blanks", "a line", "both languages", "half a text", "other JSON"],
)
def test_the_last_line_is_told_in_both_languages_where_it_has_them(errors: str, told: Text) -> None:
    assert last_words(errors) == told
