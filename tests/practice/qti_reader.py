"""Reads and marks QTI 1.2 packages as Canvas' importer does, knowing nothing of how ours are made."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree import ElementTree as ET

_NAMESPACE = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True)
class Item:
    title: str
    kind: str
    points: float
    text: str
    choices: dict[str, dict[str, str]]
    """The texts to choose from, by their ids, for each response."""
    prompts: dict[str, str]
    """What stands before each response that has a text of its own."""
    element: ET.Element

    def score(self, **responses: str) -> float:
        """Out of 100: what `resprocessing` gives for what was written, or for the id of what was chosen."""
        found = 0.0
        for condition in self.element.iter("respcondition"):
            mark = condition.find("setvar")
            if mark is not None and _holds(_only(condition, "conditionvar"), responses):
                assert mark.attrib["varname"] == "SCORE"
                found = float(mark.text or 0) + (found if mark.attrib["action"] == "Add" else 0)
        return found

    def feedback(self, **responses: str) -> dict[str, str]:
        """All that is shown after these responses, by its id."""
        texts = {each.attrib["ident"]: _mattext(each) for each in self.element.iter("itemfeedback")}
        shown = {}
        for condition in self.element.iter("respcondition"):
            display = condition.find("displayfeedback")
            if display is not None and _holds(_only(condition, "conditionvar"), responses):
                shown[display.attrib["linkrefid"]] = texts[display.attrib["linkrefid"]]
        return shown


@dataclass(frozen=True)
class Package:
    title: str
    items: list[Item]
    files: dict[str, bytes]
    settings: dict[str, str]


def read(content: bytes) -> Package:
    archive = zipfile.ZipFile(io.BytesIO(content))
    manifest = _parsed(archive.read("imsmanifest.xml"))
    resources = {each.attrib["identifier"]: each for each in manifest.iter("resource")}
    hrefs = [each.attrib["href"] for each in manifest.iter("file")]
    assert sorted([*hrefs, "imsmanifest.xml"]) == sorted(archive.namelist())
    (quiz,) = (each for each in resources.values() if each.attrib["type"] == "imsqti_xmlv1p2")
    settings = resources[_only(quiz, "dependency").attrib["identifierref"]]
    (assessment,) = _parsed(archive.read(_only(quiz, "file").attrib["href"]))
    ids = [each.attrib["ident"] for each in assessment.iter("item")]
    assert len(set(ids)) == len(ids)
    pictures = {each.attrib["href"] for each in resources.values() if each.attrib["type"] == "webcontent"}
    found = Package(
        assessment.attrib["title"],
        [_item(each) for each in assessment.iter("item")],
        {name: archive.read(name) for name in pictures},
        {each.tag: each.text or "" for each in _parsed(archive.read(settings.attrib["href"]))},
    )
    wanted = re.findall(
        r'src="(%24IMS-CC-FILEBASE%24/[^"]+)"', "".join(each.text or "" for each in assessment.iter("mattext"))
    )
    assert {unquote(each).partition("$/")[2] for each in wanted} == pictures
    return found


def _item(element: ET.Element) -> Item:
    about = {
        each.findtext("fieldlabel", ""): each.findtext("fieldentry", "") for each in element.iter("qtimetadatafield")
    }
    presentation = _only(element, "presentation")
    choices = {
        response.attrib["ident"]: {label.attrib["ident"]: _mattext(label) for label in response.iter("response_label")}
        for response in presentation.iter("response_lid")
    }
    prompts = {
        response.attrib["ident"]: _mattext(_only(response, "material"))
        for response in presentation.iter("response_lid")
        if response.find("material") is not None
    }
    return Item(
        element.attrib["title"],
        about["question_type"],
        float(about["points_possible"]),
        _mattext(_only(presentation, "material")),
        choices,
        prompts,
        element,
    )


def _holds(condition: ET.Element, responses: dict[str, str]) -> bool:
    inner = [_holds(each, responses) for each in condition]
    given, value = responses.get(condition.get("respident", ""), "").strip(), (condition.text or "").strip()
    match condition.tag:
        case "conditionvar" | "or":  # Canvas takes several answers below a conditionvar for alternatives
            return any(inner)
        case "and":
            return all(inner)
        case "other":
            return True
        case "varequal":
            return given.casefold() == value.casefold()
        case "vargte":
            return float(given) >= float(value)
        case "varlte":
            return float(given) <= float(value)
    raise AssertionError(f"unknown condition {condition.tag}")


def _mattext(element: ET.Element) -> str:
    return next(element.iter("mattext")).text or ""


def _only(element: ET.Element, tag: str) -> ET.Element:
    (found,) = element.findall(tag)
    return found


def _parsed(content: bytes) -> ET.Element:
    """The tree without its namespaces, which every file has one of."""
    root = ET.fromstring(content)  # noqa: S314  # made by the test
    for element in root.iter():
        element.tag = _NAMESPACE.sub("", element.tag)
    return root
