"""The course's terms, for items that ask about them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import islice

from fcnkit.course import Course
from fcnkit.practice.document import Mistake
from fcnkit.practice.values import Value
from fcnkit.terminology import Term, Terminology, read
from fcnkit.text import Text

SHEET = "terminology.md"


@cache
def terminology() -> Terminology:
    """The sheet of the course around the working folder."""
    return read(Course.find().root / SHEET)


NARROWER = {
    "cnn": ("fcn", "densenet", "resnet", "inception", "xception", "vgg16", "mobilenet", "yolo"),
    "fcn": ("yolo",),
    "convolution": ("pointwise-convolution", "depthwise-convolution", "depthwise-separable-convolution"),
    "downsampling": ("max-pooling",),
    "upsampling": ("transposed-convolution",),
    "hyperparameter": ("stride", "padding", "dilation"),
    "mask": ("trimap",),
}
"""Terms that are kinds of another one, by their ids: what defines the wider term is true of them, too."""


def also_fits(definition_of: Term, term: Term) -> bool:
    """Whether one term's definition is true of another one, so that no question may show both."""
    return term.id in NARROWER.get(definition_of.id, ())


MOST = 5
"""Terms that another one can be taken for; more would be ever less likely."""


def others(term: Term) -> Iterator[tuple[Term, Text]]:
    """What a term can be taken for, and why that is wrong: terms that the sheet tells apart from it, then its section.

    Of its section, those come first whose names are most like its own; what they mean says why they are wrong.
    """
    sheet = terminology()
    confusions = sheet.confused_with(term)
    for other, why in confusions.items():
        yield sheet[other], why
    (section,) = (section for section in sheet.sections if term in section.terms)
    neighbours = [each for each in section.terms if each != term and each.id not in confusions]
    neighbours.sort(key=lambda each: SequenceMatcher(None, each.label, term.label).ratio(), reverse=True)
    for neighbour in neighbours:
        meaning = Text(ko="{name}: {definition}", en="{name}: {definition}")
        yield neighbour, meaning.format(name=neighbour.title, definition=neighbour.definition)


def taken_for(term: Term, value: dict[str, Value]) -> list[Mistake]:
    """Mistakes from taking a term for each of the others that have a value."""
    likely = ((other, why) for other, why in others(term) if other.id in value)
    return [Mistake(f"taken-for-{other.id}", value[other.id], why) for other, why in islice(likely, MOST)]


def raw_sheet() -> str:
    """The sheet as it is written, with each paragraph in one line: what independent searches look through."""
    text = (Course.find().root / SHEET).read_text(encoding="utf-8")
    return "\n".join(" ".join(paragraph.split()) for paragraph in text.replace("### ", "\n\n### ").split("\n\n"))
