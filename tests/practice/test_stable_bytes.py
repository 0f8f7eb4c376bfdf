"""The same set gives the same bytes, whenever it is written."""

from __future__ import annotations

import time

import pytest
from whole_bank import whole_bank

from fcnkit.practice import figures
from fcnkit.practice.writers import Format, writer


@pytest.mark.parametrize("format_", [Format.MOODLE, Format.QTI, Format.ANKI])
def test_a_set_is_written_the_same_way_again(format_: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    first = writer(format_)(whole_bank(), "ko")
    figures.png.cache_clear()
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + 86_400)
    assert writer(format_)(whole_bank(), "ko") == first
