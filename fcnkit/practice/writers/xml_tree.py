"""XML in a few words."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, indent, tostring

_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML has no way to write, such as control characters in a student's name."""


def node(tag: str, *children: Element | str, **attributes: str) -> Element:
    """An element; what is text among its children stands in front of the others."""
    element = Element(tag, {name: _UNWRITABLE.sub("", value) for name, value in attributes.items()})
    element.text = _UNWRITABLE.sub("", "".join(child for child in children if isinstance(child, str))) or None
    element.extend(child for child in children if not isinstance(child, str))
    return element


def document(root: Element) -> bytes:
    """A whole file, laid out to be read."""
    indent(root)
    file: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return file + b"\n"
