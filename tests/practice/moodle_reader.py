"""Reads and marks Moodle XML as https://docs.moodle.org describes it, knowing nothing of how ours is written."""

from __future__ import annotations

import base64
import html
import re
import unicodedata
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

# A gap of a Cloze question: weight, type, and alternatives, each with its fraction and feedback.
_GAP = re.compile(r"\{(\d*):(NUMERICAL|NM|SHORTANSWER|SA|MW|MULTICHOICE|MC):((?:\\.|[^}\\])+)\}")
_ALTERNATIVE = re.compile(r"(=|%-?\d+%)?((?:\\.|[^~#\\])+)(?:#((?:\\.|[^~\\])*))?")


@dataclass(frozen=True)
class Answer:
    text: str
    fraction: float
    feedback: str = ""


@dataclass(frozen=True)
class Part:
    """What is marked by itself: a question, or one gap of it."""

    kind: str
    mark: float
    answers: list[Answer]
    prompt: str = ""

    def matching(self, response: str) -> Answer | None:
        """The first answer that the response is taken for."""
        return next((each for each in self.answers if self._is(response, each.text)), None)

    def _is(self, response: str, answer: str) -> bool:
        if self.kind in ("multichoice", "matching"):
            return response == answer
        if self.kind == "numerical":
            return float(response) == float(answer)
        return _like(response, answer)


@dataclass(frozen=True)
class Question:
    category: str
    name: str
    kind: str
    text: str
    feedback: str
    mark: float
    parts: list[Part]
    files: dict[str, bytes] = field(default_factory=dict)

    def marks(self, responses: list[str]) -> float:
        """What the responses are worth, one for each part."""
        found = [part.matching(response) for part, response in zip(self.parts, responses, strict=True)]
        return sum(part.mark * answer.fraction for part, answer in zip(self.parts, found, strict=True) if answer)


def read(content: bytes) -> list[Question]:
    found, category = [], ""
    for element in ET.fromstring(content):  # noqa: S314  # made by the test
        assert element.tag == "question"
        if element.get("type") == "category":
            category = _text(element.find("category"))
        else:
            found.append(_question(element, category))
    return found


def _question(element: ET.Element, category: str) -> Question:
    kind, mark = element.attrib["type"], float(element.findtext("defaultgrade", "nan"))
    text = _text(element.find("questiontext"))
    if kind == "cloze":
        parts = [_gap(*match.groups()) for match in _GAP.finditer(text)]
        mark = sum(part.mark for part in parts)  # the grade that is written is ignored
    elif kind == "matching":
        parts = _pairs(element, mark)
    else:
        parts = [Part(kind, mark, [_answer(each, kind) for each in element.iterfind("answer")])]
    files = {}
    for owner in (*element.iter("questiontext"), *element.iter("generalfeedback"), *element.iter("answer")):
        names = re.findall(r'src="@@PLUGINFILE@@/([^"]+)"', _text(owner))
        own = {file.attrib["name"]: base64.b64decode(file.text or "") for file in owner.iterfind("file")}
        assert set(names) == set(own), "pictures that are shown and files that are there differ"
        files |= own
    feedback = _text(element.find("generalfeedback"))
    return Question(category, _text(element.find("name")), kind, text, feedback, mark, parts, files)


def _pairs(element: ET.Element, mark: float) -> list[Part]:
    """A part for each subquestion; where one has no text, its answer is but one more to choose from."""
    pairs = [(_text(each), _text(each.find("answer"))) for each in element.iterfind("subquestion")]
    asked = [(prompt, right) for prompt, right in pairs if prompt]
    names = dict.fromkeys(right for _, right in pairs)
    return [
        Part("matching", mark / len(asked), [Answer(name, float(name == right)) for name in names], prompt)
        for prompt, right in asked
    ]


def _answer(element: ET.Element, kind: str) -> Answer:
    if kind == "numerical":
        assert element.findtext("tolerance") == "0"
    return Answer(_text(element), float(element.attrib["fraction"]) / 100, _text(element.find("feedback")))


def _gap(weight: str, kind: str, alternatives: str) -> Part:
    answers = []
    number = kind in ("NUMERICAL", "NM")
    for fraction, text, feedback in _ALTERNATIVE.findall(alternatives):
        share = 1.0 if fraction == "=" else float(fraction.strip("%") or 0) / 100
        written = text
        if number:
            (written,) = re.fullmatch(r"(-?[\d.]+):0", text).groups()  # type: ignore[union-attr]
        decoded = html.unescape(written).replace(r"\}", "}").replace(r"\#", "#")
        answers.append(Answer(decoded, share, html.unescape(feedback)))
    return Part("numerical" if number else "shortanswer", float(weight or 1), answers)


def _like(response: str, pattern: str) -> bool:
    """Letter case does not count, and a star that is not escaped stands for anything."""
    pieces = re.split(r"(?<!\\)\*+", unicodedata.normalize("NFC", pattern))
    expression = ".*".join(re.escape(piece.replace(r"\*", "*")) for piece in pieces)
    return bool(re.fullmatch(expression, unicodedata.normalize("NFC", response).strip(), re.IGNORECASE))


def _text(element: ET.Element | None) -> str:
    assert element is not None
    return (element.findtext("text") or "").strip()
