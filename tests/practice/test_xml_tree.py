"""Whatever text there is, the XML that it is written into can be read."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from fcnkit.practice.writers.xml_tree import document, node


@given(st.text(), st.text())
def test_any_text_can_be_read_back(text: str, attribute: str) -> None:
    (child,) = ET.fromstring(document(node("root", node("child", text, name=attribute))))  # noqa: S314  # made here
    assert child.text is None or set(child.text) <= {*text, "\n"}
    assert "a" not in text or "a" in (child.text or "")
    assert "a" not in attribute or "a" in child.attrib["name"]


def test_what_xml_cannot_hold_is_left_out() -> None:
    (child,) = ET.fromstring(document(node("root", node("child", "김\x07민지\ufffe", name="\x00a"))))  # noqa: S314
    assert (child.text, child.attrib["name"]) == ("김민지", "a")
