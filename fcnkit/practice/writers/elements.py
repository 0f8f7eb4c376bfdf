"""XML in a few words."""

from __future__ import annotations

from xml.etree.ElementTree import Element, indent, tostring


def node(tag: str, *children: Element | str, **attributes: str) -> Element:
    """An element; what is text among its children stands in front of the others."""
    element = Element(tag, attributes)
    element.text = "".join(child for child in children if isinstance(child, str)) or None
    element.extend(child for child in children if not isinstance(child, str))
    return element


def document(root: Element) -> bytes:
    """A whole file, laid out to be read."""
    indent(root)
    file: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return file + b"\n"
