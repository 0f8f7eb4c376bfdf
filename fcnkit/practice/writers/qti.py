"""QTI 1.2 in Canvas' flavour: a zip that Canvas imports as a quiz and a question bank.

There is no description of the flavour but Canvas' own exports and importers: canvas-lms, gems/plugins/qti_exporter, and
for New Quizzes the gem qti. The latter takes QTI 2.1, too, but of that neither feedback nor several gaps.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from markupsafe import Markup

from fcnkit.practice import markup
from fcnkit.practice.answers import Blank, Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import Entry, PracticeSet, Problem, Section
from fcnkit.practice.writers import html_fragments, media
from fcnkit.practice.writers.html_fragments import HtmlDialect
from fcnkit.practice.writers.latex import equation_image
from fcnkit.practice.writers.lms_common import (
    LINED,
    filled,
    is_number,
    labelled,
    question_name,
    set_title,
    solution,
    spellings,
)
from fcnkit.practice.writers.qti_package import FOLDER, manifest, settings
from fcnkit.practice.writers.xml_tree import document, node
from fcnkit.reproducible_zip import zip_bytes
from fcnkit.text import Lang

_CANVAS = HtmlDialect(
    source=lambda figure, lang: f"%24IMS-CC-FILEBASE%24/{FOLDER}/{media.file_name(figure, lang)}",
    maths=equation_image,
    table=LINED,
)
_AMONG_GAPS = replace(_CANVAS, maths=html_fragments.italics)
"""Among gaps, New Quizzes turns no picture of a formula into a formula, and has none at the picture's address."""
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_GENERAL = "general_fb"
_RESPONSE = "response1"


def write(practice_set: PracticeSet, lang: Lang) -> dict[str, bytes]:
    """`.qti.zip` goes into a course by Canvas' “Import Course Content”, as a QTI .zip file."""
    problems = (entry.problem.uid for entry in practice_set.entries)
    ident = _ident("/".join((practice_set.name, lang, *problems)))
    pictures: dict[str, bytes] = {}
    for entry in practice_set.entries:
        pictures |= media.files(media.all_blocks(entry.problem), lang)
    members = {
        "imsmanifest.xml": document(manifest(ident, pictures)),
        f"{ident}/{ident}.xml": document(_assessment(practice_set, ident, lang)),
        f"{ident}/assessment_meta.xml": document(settings(practice_set, ident, lang)),
    }
    return {".qti.zip": zip_bytes(members | {f"{FOLDER}/{name}": picture for name, picture in pictures.items()})}


def _ident(name: str) -> str:
    """An identifier that is the same each time, so that Canvas can replace what it imported before."""
    return f"fcnkit-{hashlib.sha256(name.encode()).hexdigest()[:32]}"


def _assessment(practice_set: PracticeSet, ident: str, lang: Lang) -> Element:
    root = node("section", ident="root_section")
    for number, section in enumerate(practice_set.sections, 1):
        items = [_item(entry, f"{ident}-{entry.number}", lang) for entry in section.entries]
        name = f"{ident}-section-{number}"
        root.extend(
            [_heading(section, name, lang), *items] if section.chosen is None else [_group(section, name, items, lang)]
        )
    quiz = node("assessment", root, ident=ident, title=set_title(practice_set, lang))
    return node("questestinterop", quiz, xmlns=_QTI)


def _heading(section: Section, ident: str, lang: Lang) -> Element:
    """Canvas has no sections but random groups; a text between the questions serves as the section's heading."""
    shown = Markup("<h3>{}</h3>").format(html_fragments.inline(section.title, lang, _CANVAS))
    if section.note:
        shown += Markup("<p>{}</p>").format(html_fragments.inline(section.note, lang, _CANVAS))
    about = _metadata(question_type="text_only_question", points_possible="0")
    return node("item", about, node("presentation", _html(shown)), ident=ident, title=markup.plain(section.title[lang]))


def _group(section: Section, ident: str, items: Iterable[Element], lang: Lang) -> Element:
    """A question group: Canvas chooses so many of its questions for each student."""
    worth = node("selection_extension", node("points_per_item", str(section.entries[0].points)))
    selection = node("selection", node("selection_number", str(section.chosen)), worth)
    ordering = node("selection_ordering", selection)
    return node("section", ordering, *items, ident=ident, title=markup.plain(section.title[lang]))


def _item(entry: Entry, ident: str, lang: Lang) -> Element:
    problem = entry.problem
    asked = html_fragments.blocks(problem.question, lang, _CANVAS)
    match problem.answer:
        case Choice() as choice:
            kind = "multiple_choice_question"
            responses, conditions = [_options(choice, lang)], list(_choice_conditions(choice))
        case Matching() as matching:
            kind = "matching_question"
            responses, conditions = list(_prompts(matching, lang)), list(_matching_conditions(matching))
        case Explanation():
            kind, responses, conditions = "essay_question", [_line()], []
        case FillIn(blanks=(blank,), columns=0):
            kind = "numerical_question" if is_number(blank) else "short_answer_question"
            asked += labelled(blank, "", lang, _CANVAS)
            responses, conditions = [_line()], [_right_condition(blank)]
        case FillIn(blanks=blanks) as several:
            kind = "fill_in_multiple_blanks_question"
            gaps = [Markup("[{}]").format(_gap(place)) for place in range(len(blanks))]
            asked = html_fragments.blocks(problem.question, lang, _AMONG_GAPS)
            asked += filled(several, gaps, lang, _AMONG_GAPS)
            responses = [_gap_spellings(blank, _gap(place)) for place, blank in enumerate(blanks)]
            conditions = [
                each for place, blank in enumerate(blanks) for each in _gap_conditions(blank, _gap(place), len(blanks))
            ]
    about = _metadata(
        question_type=kind,
        points_possible=str(entry.points),
        assessment_question_identifierref=_ident(f"{problem.uid}/{lang}"),
    )
    return node(
        "item",
        about,
        node("presentation", _html(asked), *responses),
        node("resprocessing", _outcomes(), _shows(_GENERAL, node("other")), *conditions),
        *_feedback(problem, lang),
        ident=ident,
        title=question_name(entry, lang),
    )


def _metadata(**fields: str) -> Element:
    pairs = (
        node("qtimetadatafield", node("fieldlabel", label), node("fieldentry", entry))
        for label, entry in fields.items()
    )
    return node("itemmetadata", node("qtimetadata", *pairs))


def _html(content: Markup) -> Element:
    return node("material", node("mattext", content, texttype="text/html"))


# Multiple choice


def _options(choice: Choice, lang: Lang) -> Element:
    labels = (
        node("response_label", _html(html_fragments.block(option.content, lang, _CANVAS)), ident=_option(place))
        for place, option in enumerate(choice.options)
    )
    return node("response_lid", node("render_choice", *labels), ident=_RESPONSE, rcardinality="Single")


def _choice_conditions(choice: Choice) -> Iterator[Element]:
    for place, option in enumerate(choice.options):
        if option.why:
            yield _shows(f"{_option(place)}_fb", _equal(_option(place)))
    yield _scores(_equal(_option(choice.correct)))


def _option(place: int) -> str:
    return f"option{place + 1}"


# Matching


def _prompts(matching: Matching, lang: Lang) -> Iterator[Element]:
    """Each prompt with all options, which Canvas shows as plain text."""
    for number, prompt in enumerate(matching.prompts, 1):
        labels = (
            node("response_label", node("material", node("mattext", markup.plain(name[lang]))), ident=_option(place))
            for place, name in enumerate(matching.options)
        )
        shown = _html(html_fragments.inline(prompt, lang, _CANVAS))
        yield node("response_lid", shown, node("render_choice", *labels), ident=_of(str(number)))


def _matching_conditions(matching: Matching) -> Iterator[Element]:
    share = f"{100 / len(matching.prompts):.2f}"
    for number, place in enumerate(matching.correct, 1):
        yield _scores(_equal(_option(place), _of(str(number))), action="Add", score=share)


# One line to write in


def _line() -> Element:
    label = node("response_label", ident="answer1", rshuffle="No")
    return node("response_str", node("render_fib", label), ident=_RESPONSE, rcardinality="Single")


def _right_condition(blank: Blank) -> Element:
    """A number within a margin of 0, or any of the spellings; Canvas does not mind letter case."""
    if not is_number(blank):
        return _scores(*map(_equal, spellings(blank)))
    (number,) = blank.accepted
    bounds = node("and", *(node(bound, number, respident=_RESPONSE) for bound in ("vargte", "varlte")))
    return _scores(node("or", _equal(number), bounds))


# Several gaps


def _gap(place: int) -> str:
    return f"gap{place + 1}"


def _gap_spellings(blank: Blank, gap: str) -> Element:
    """All that may stand in a gap: Canvas takes every one of these for right."""
    labels = (
        node("response_label", node("material", node("mattext", text)), ident=f"{gap}_{number}")
        for number, text in enumerate(spellings(blank), 1)
    )
    return node("response_lid", node("material", node("mattext", gap)), node("render_choice", *labels), ident=_of(gap))


def _gap_conditions(blank: Blank, gap: str, gaps: int) -> Iterator[Element]:
    for number, _ in enumerate(spellings(blank), 1):
        yield _scores(_equal(f"{gap}_{number}", _of(gap)), action="Add", score=f"{100 / gaps:.2f}")


def _of(gap: str) -> str:
    return f"response_{gap}"


# Marks and feedback


def _outcomes() -> Element:
    return node("outcomes", node("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal"))


def _equal(value: str, response: str = _RESPONSE) -> Element:
    return node("varequal", value, respident=response)


def _scores(*conditions: Element, action: str = "Set", score: str = "100") -> Element:
    mark = node("setvar", score, action=action, varname="SCORE")
    return node("respcondition", node("conditionvar", *conditions), mark, **{"continue": "No"})


def _shows(feedback: str, condition: Element) -> Element:
    shown = node("displayfeedback", feedbacktype="Response", linkrefid=feedback)
    return node("respcondition", node("conditionvar", condition), shown, **{"continue": "Yes"})


def _feedback(problem: Problem, lang: Lang) -> Iterator[Element]:
    """The solution for everyone, and for each wrong option what leads to it."""
    yield _comment(_GENERAL, solution(problem, lang, _CANVAS))
    for place, option in enumerate(problem.answer.options if isinstance(problem.answer, Choice) else ()):
        if option.why:
            why = Markup("<p>{}</p>").format(html_fragments.inline(option.why, lang, _CANVAS))
            yield _comment(f"{_option(place)}_fb", why)


def _comment(ident: str, content: Markup) -> Element:
    return node("itemfeedback", node("flow_mat", _html(content)), ident=ident)
