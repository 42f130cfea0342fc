"""What the XML formats share: elements whose text any XML parser accepts."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from replylint.reporters.visible import inert, visible, visible_lines


def element(parent: Element | None, tag: str, **attributes: object) -> Element:
    """A new element, under `parent` if there is one; values are made safe for XML."""
    values = {name: visible(str(value)) for name, value in attributes.items()}
    return Element(tag, values) if parent is None else SubElement(parent, tag, values)


def set_text(parent: Element, text: str) -> None:
    """Give an element its text, safe for XML."""
    parent.text = visible_lines(text)


def document(root: Element) -> str:
    """The XML document of `root`, indented."""
    indent(root)
    body = inert(tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'
