"""The course's terms, for items that ask about them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from random import Random

from fcnkit.course import Course
from fcnkit.practice.document import Mistake
from fcnkit.practice.values import Value
from fcnkit.terminology import Term, Terminology, read
from fcnkit.text import LANGS, Text

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


FACTS = {
    "batch": ("axis-order",),
    "bounding-box": ("yolo-order",),
    "downsampling": ("upsampling-layer",),
    "kernel": ("parameter",),
    "max-pooling": ("upsampling-layer",),
    "transposed-convolution": ("upsampling-layer", "parameter"),
    "upsampling": ("upsampling-layer",),
}
"""What can be learned from a term's definition besides what the term means: facts that other items ask for."""


def name_of(term: str) -> str:
    """The fact what a term is called in full, in either language."""
    return f"{term}:name"


def told_by_definitions(terms: Iterable[str]) -> tuple[str, ...]:
    """The facts that can be read off the definitions of these terms."""
    return tuple(fact for term in terms for fact in (term, *FACTS.get(term, ())))


def definitions(terms: Iterable[str]) -> tuple[str, ...]:
    """What these terms mean, in both languages: what no question may show beside one that asks for it."""
    return tuple(terminology()[term].definition[lang] for term in terms for lang in LANGS)


GROUP = 4
"""Terms to choose from."""


def group(rng: Random, among: Iterable[str] | None = None) -> tuple[str, ...]:
    """Terms that are easily taken for each other, and of which no definition is true of two.

    Who asks for any of them, drawn after that, asks a question whose options tell nothing of which one is right.
    """
    sheet = terminology()
    names = [*among] if among is not None else [term.id for term in sheet]
    first = rng.choice(names)
    near = [each for each in nearest(sheet[first])[: 2 * GROUP] if each in names]
    far = [each for each in names if each not in near]
    found = [first]
    for other in (*rng.sample(near, len(near)), *rng.sample(far, len(far))):
        if len(found) < GROUP and all(apart(sheet[other], sheet[each]) for each in found):
            found.append(other)
    return tuple(sorted(found))


def apart(one: Term, other: Term) -> bool:
    """Whether they are two terms, and neither a kind of the other."""
    return one is not other and not also_fits(one, other) and not also_fits(other, one)


def nearest(term: Term) -> list[str]:
    """What a term can be taken for: terms that the sheet tells apart from it, then those of its section.

    Of its section, those come first whose names are most like its own.
    """
    sheet = terminology()
    confusions = sheet.confused_with(term)
    (section,) = (section for section in sheet.sections if term in section.terms)
    neighbours = [each for each in section.terms if each != term and each.id not in confusions]
    neighbours.sort(key=lambda each: SequenceMatcher(None, each.label, term.label).ratio(), reverse=True)
    return [*confusions, *(each.id for each in neighbours)]


def taken_for(term: Term, value: dict[str, Value]) -> list[Mistake]:
    """Mistakes from taking a term for each of the others that have a value."""
    meaning = Text(ko="{name}: {definition}", en="{name}: {definition}")
    confusions = terminology().confused_with(term)
    return [
        Mistake(
            f"taken-for-{other.id}",
            value[other.id],
            confusions.get(other.id) or meaning.format(name=other.title, definition=other.definition),
        )
        for other in map(terminology().__getitem__, value)
        if other is not term
    ]


def raw_sheet() -> str:
    """The sheet as it is written, with each paragraph in one line: what independent searches look through."""
    text = (Course.find().root / SHEET).read_text(encoding="utf-8")
    return "\n".join(" ".join(paragraph.split()) for paragraph in text.replace("### ", "\n\n### ").split("\n\n"))
