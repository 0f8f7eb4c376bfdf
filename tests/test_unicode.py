"""Normal forms of what students write: as Unicode has them, and in time that grows with the length alone."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcnkit.unicode import FORMS, MAX_MARKS, is_stream_safe, normalised


@given(st.text(), st.sampled_from(FORMS))
def test_what_people_write_is_normalised_as_ever(text, form):
    assert normalised(form, text) == unicodedata.normalize(form, text)


@pytest.mark.parametrize("form", FORMS)
def test_no_character_becomes_a_long_row_of_marks(form):
    """Whatever one character is repeated: the row that Python sorts stays short."""
    for char in map(chr, range(sys.maxunicode + 1)):
        one = unicodedata.normalize(form, char)
        if all(map(unicodedata.combining, one)):
            assert len(normalised(form, char * 200)) <= MAX_MARKS * len(one)
            assert not is_stream_safe(char * 200)


def test_hangul_in_pieces_is_left_whole():
    pieces = unicodedata.normalize("NFD", "전치 합성곱" * 1000)
    assert is_stream_safe(pieces)
    assert normalised("NFC", pieces) == "전치 합성곱" * 1000
