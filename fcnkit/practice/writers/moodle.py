"""Moodle XML: questions for a question bank, with a category for each section and solutions as general feedback.

The format is described at https://docs.moodle.org/en/Moodle_XML_format, gaps inside a question at
https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type.
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from xml.etree.ElementTree import Element

from markupsafe import Markup

from fcnkit.practice import markup
from fcnkit.practice.answers import Blank, Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import Entry, PracticeSet, Section
from fcnkit.practice.document_blocks import Block
from fcnkit.practice.values import format_value, gap_values
from fcnkit.practice.writers import html_fragments, latex, media
from fcnkit.practice.writers.html_fragments import HtmlDialect
from fcnkit.practice.writers.lms_common import LINED, filled, is_number, labelled, question_name, solution, spellings
from fcnkit.practice.writers.xml_tree import document, node
from fcnkit.text import Lang, Text

_MOODLE = HtmlDialect(
    source=lambda figure, lang: f"@@PLUGINFILE@@/{media.file_name(figure, lang)}",
    maths=latex.delimited,
    table=LINED,
)
_LIKE_A_GAP = re.compile(r"\{(?=#|\d*:)")
_PLACE = Markup("\N{OBJECT REPLACEMENT CHARACTER}")


def write(practice_set: PracticeSet, lang: Lang) -> dict[str, bytes]:
    """`.moodle.xml` goes into a course's question bank."""
    quiz = node("quiz")
    for section in practice_set.sections:
        quiz.append(_category(practice_set, section, lang))
        quiz.extend(_question(entry, lang) for entry in section.entries)
    return {".moodle.xml": document(quiz)}


def _category(practice_set: PracticeSet, section: Section, lang: Lang) -> Element:
    names = (
        markup.plain(practice_set.title[lang]),
        f"{practice_set.label} ({lang})",
        markup.plain(section.title[lang]),
    )
    path = "/".join(("top", *(name.replace("/", "//") for name in names)))
    note = html_fragments.inline(section.note, lang, _MOODLE) if section.note else Markup("")
    return node("question", node("category", _text(path)), _html("info", note), type="category")


def _question(entry: Entry, lang: Lang) -> Element:
    problem = entry.problem
    asked = html_fragments.blocks(problem.question, lang, _MOODLE)
    match problem.answer:
        case Choice() as choice:
            kind, parts = "multichoice", list(_choice(choice, lang))
        case Matching() as matching:
            kind, parts = "matching", list(_matching(matching, lang))
        case Explanation():
            kind, parts = "essay", list(_essay(solution(problem, lang, _MOODLE)))
        case FillIn(blanks=(blank,), columns=0) as single:
            kind, parts = _single(single, blank, lang)
            asked += labelled(blank, "", lang, _MOODLE)
        case FillIn() as several:
            kind, parts = "cloze", []
            gaps = _gaps(several, _weight(entry.points, several), lang)
            asked = _with_gaps(asked + filled(several, [_PLACE] * len(gaps), lang, _MOODLE), gaps)
    return node(
        "question",
        node("name", _text(question_name(entry, lang))),
        _html("questiontext", asked, *_pictures(problem.question, lang)),
        _html("generalfeedback", solution(problem, lang, _MOODLE), *_pictures(problem.solution, lang)),
        node("defaultgrade", str(entry.points)),
        node("penalty", "0.3333333"),
        node("hidden", "0"),
        node("idnumber", f"{problem.uid}-{lang}"),
        *parts,
        node("tags", *(node("tag", _text(tag)) for tag in (problem.topic, problem.item))),
        type=kind,
    )


def _choice(choice: Choice, lang: Lang) -> Iterator[Element]:
    """The options in their order, which the key in `keys.csv` counts on."""
    yield node("single", "true")
    yield node("shuffleanswers", "false")
    yield node("answernumbering", "ABCD")
    for option in choice.options:
        yield _html(
            "answer",
            html_fragments.block(option.content, lang, _MOODLE),
            *_pictures([option.content], lang),
            _feedback(option.why, lang),
            fraction="0" if option.why else "100",
        )


def _matching(matching: Matching, lang: Lang) -> Iterator[Element]:
    """Each prompt with its answer, then the answers that are left over, which Moodle shows among the others."""
    yield node("shuffleanswers", "false")
    prompts = [html_fragments.inline(prompt, lang, _MOODLE) for prompt in matching.prompts]
    left_over = [name for name in matching.options if name not in matching.matched]
    for prompt, name in zip([*prompts, *(Markup("") for _ in left_over)], [*matching.matched, *left_over], strict=True):
        yield _html("subquestion", prompt, node("answer", _text(markup.plain(name[lang]))))


def _essay(rubric: Markup) -> Iterator[Element]:
    """A box to write in; graders see the rubric beside what was written."""
    fields = {"responseformat": "plain", "responserequired": "1", "responsefieldlines": "5", "attachments": "0"}
    for name, value in fields.items():
        yield node(name, value)
    yield _html("graderinfo", rubric)
    yield node("responsetemplate", _text(""), format="html")


def _single(answer: FillIn, blank: Blank, lang: Lang) -> tuple[str, list[Element]]:
    """A question with one gap, and what well-known wrong answers come from."""
    number = is_number(blank)
    right = blank.accepted if number else spellings(blank)
    found = [_answer(text, "100", None, number=number, lang=lang) for text in right]
    for mistake in answer.distractors:
        value = mistake.value
        if isinstance(value, int | float) or not number:
            wrong = f"{value:.10g}" if isinstance(value, int | float) else markup.plain(format_value(value)[lang])
            found.append(_answer(wrong, "0", mistake.why, number=number, lang=lang))
    return ("numerical", found) if number else ("shortanswer", [node("usecase", "0"), *found])


def _answer(text: str, fraction: str, why: Text | None, *, number: bool, lang: Lang) -> Element:
    written = node("text", text if number else text.replace("*", r"\*"))  # a star alone would stand for anything
    tolerance = [node("tolerance", "0")] if number else []
    return node("answer", written, _feedback(why, lang), *tolerance, fraction=fraction, format="moodle_auto_format")


def _gaps(answer: FillIn, weight: int, lang: Lang) -> list[Markup]:
    """The gaps inside the text of a question, each with what well-known wrong answers to it come from.

    Moodle makes a gap as wide as the longest answer that it knows. So that no width tells which numbers have more
    digits, every gap knows one, a wrong one, that is as long as the longest of all.
    """
    right = [blank.accepted if is_number(blank) else spellings(blank) for blank in answer.blanks]
    wrong = [_mistaken(answer, place, lang) for place in range(len(right))]
    longest = max(len(text) for texts in (*right, *wrong) for text in texts)
    for texts, known in zip(right, wrong, strict=True):
        if max(map(len, [*texts, *known])) < longest:
            known["9" * longest] = ""
    return [
        _gap(weight, texts, known, is_number(blank))
        for texts, known, blank in zip(right, wrong, answer.blanks, strict=True)
    ]


def _gap(weight: int, right: Sequence[str], wrong: Mapping[str, str], number: bool) -> Markup:
    kind, tolerance = ("NUMERICAL", ":0") if number else ("SHORTANSWER", "")
    alternatives = [Markup("={}{}").format(_quoted(text), tolerance) for text in right]
    for text, why in wrong.items():
        feedback = Markup("#{}").format(_quoted(why)) if why else ""
        alternatives.append(Markup("%0%{}{}{}").format(_quoted(text), tolerance, feedback))
    return Markup("{{{}:{}:{}}}").format(weight, kind, Markup("~").join(alternatives))


def _mistaken(answer: FillIn, place: int, lang: Lang) -> dict[str, str]:
    """What one gap holds after a mistake → the reason, where only one reason leads to it."""
    blank = answer.blanks[place]
    reasons: dict[str, list[str]] = {}
    for each in answer.distractors:
        part = gap_values(each.value, answer.columns)[place]
        if part != blank.value and isinstance(part, int | float) == is_number(blank):
            written = f"{part:.10g}" if isinstance(part, int | float) else markup.plain(format_value(part)[lang])
            reasons.setdefault(written, []).append(markup.plain(each.why[lang]))
    return {text: whys[0] for text, whys in reasons.items() if len(whys) == 1 and text not in spellings(blank)}


def _with_gaps(text: Markup, gaps: Iterable[Markup]) -> Markup:
    """Gaps in their places, in a text of which nothing else may be taken for one."""
    pieces = Markup(_LIKE_A_GAP.sub("&#123;", text)).split(_PLACE)  # noqa: S704  # a sign as its entity is as safe
    return Markup("").join(chain.from_iterable(zip(pieces, [*gaps, Markup("")], strict=True)))


def _quoted(text: str) -> Markup:
    """A gap's answer or the feedback to it, in which nothing is taken for the end of it."""
    if "~" in text or "\\" in text:
        raise ValueError(f"{text!r} cannot stand in one of several gaps in Moodle")
    escaped = html.escape(text, quote=False)  # quotation marks are entities with #, which would end the answer
    return Markup(escaped.replace("}", r"\}").replace("#", r"\#").replace("*", r"\*"))  # noqa: S704  # just escaped


def _weight(points: int, answer: FillIn) -> int:
    """The marks of each gap; Moodle takes whole numbers only, and adds them up to those of the question."""
    each, left = divmod(points, len(answer.blanks))
    return 1 if left else each


def _feedback(why: Text | None, lang: Lang) -> Element:
    return _html("feedback", html_fragments.inline(why, lang, _MOODLE) if why else Markup(""))


def _html(tag: str, content: Markup, *others: Element, **attributes: str) -> Element:
    return node(tag, _text(content), *others, format="html", **attributes)


def _pictures(blocks: Sequence[Block], lang: Lang) -> Iterator[Element]:
    """The files that the HTML of the blocks asks for."""
    for name, picture in media.files(blocks, lang).items():
        yield node("file", base64.b64encode(picture).decode(), name=name, path="/", encoding="base64")


def _text(content: str) -> Element:
    return node("text", content)
