"""Problems as the page's script takes them: HTML in both languages, and the key, packed so that nobody reads it."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from fcnkit.practice import figures, markup
from fcnkit.practice.answer_key import AnswerKey, answer_key
from fcnkit.practice.answers import Answer, Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import Problem
from fcnkit.practice.document_blocks import Block, Figure, Paragraph, shown
from fcnkit.practice.item_texts import LETTERS
from fcnkit.practice.values import Value, format_value
from fcnkit.practice.writers import html_fragments
from fcnkit.practice.writers.self_check import spelled
from fcnkit.terminology import Terminology
from fcnkit.text import LANGS, Lang, Text

WHOLE = -1
"""In place of a gap's number: the mistake fills all gaps."""


def packed(content: object) -> str:
    """JSON, deflated, in Base64: the browser unpacks it by itself."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    deflate = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    return base64.b64encode(deflate.compress(text.encode()) + deflate.flush()).decode()


def problem_data(problem: Problem) -> dict[str, Any]:
    """One draw. Texts come in pairs, Korean and English."""
    key = answer_key(problem.answer)
    return {
        "id": problem.uid,
        "question": both(partial(_html, problem.question)),
        "steps": [both(partial(_html, step)) for step in steps(problem.solution)],
        **_answer(problem.answer),
        "gaps": [[*dict.fromkeys(map(spelled, gap))] for gap in key.gaps],
        "mistakes": _mistakes(key),
    }


def steps(solution: Sequence[Block]) -> list[list[Block]]:
    """The worked solution step by step: what is shown belongs to the words before it."""
    found: list[list[Block]] = []
    for block in solution:
        if isinstance(block, Paragraph) or not found:
            found.append([])
        found[-1].append(block)
    return found


def terms_data(terms: Terminology) -> list[dict[str, Any]]:
    """What may be looked up in an open-book exercise."""
    return [{"name": both(term.title.__getitem__), "meaning": inline(term.definition)} for term in terms]


def is_written_with_digits(problems: Sequence[Problem]) -> bool:
    """Whether a phone may show its number pad, which has no minus, for every draw of an item."""
    texts = (spelled(text) for problem in problems for text in _written(answer_key(problem.answer)))
    return all(text.replace(".", "").isdecimal() for text in texts)


def _written(key: AnswerKey) -> Iterator[Any]:
    yield from (gap[0] for gap in key.gaps if gap)
    yield from (part for mistake in key.mistakes for part in mistake.given)


def _mistakes(key: AnswerKey) -> list[list[Any]]:
    """Gap, what is written there, and the reason."""
    return [
        [WHOLE if each.place is None else each.place, [spelled(part) for part in each.given], inline(each.why)]
        for each in key.mistakes
    ]


def _answer(answer: Answer) -> dict[str, Any]:
    match answer:
        case Choice(options):
            content = [both(partial(_html, [each.content])) for each in options]
            return {"kind": "choice", "options": content, "right": [both(partial(_chosen, answer))]}
        case Matching(prompts, options, correct):
            right = [both(partial(_lettered, options, place)) for place in correct]
            return {
                "kind": "matching",
                "prompts": [inline(each) for each in prompts],
                "options": [both(partial(_plain, each)) for each in options],
                "right": right,
            }
        case FillIn(blanks, columns):
            return {
                "kind": "grid" if columns else "gaps",
                "columns": columns,
                "labels": [] if columns else [inline(each.label) for each in blanks],
                "right": [inline(each.formatted) for each in blanks],
                "known": [[_filled(answer, each.value), inline(each.why)] for each in answer.distractors],
            }
        case Explanation(criteria, misconceptions):
            return {
                "kind": "explanation",
                "right": [],
                "criteria": [[inline(each.text), each.points] for each in criteria],
                "known": [[inline(format_value(each.value)), inline(each.why)] for each in misconceptions],
            }


def _filled(answer: FillIn, value: Value) -> list[str]:
    content = shown(value) if answer.columns else Paragraph(answer.format_filled(value))
    return both(partial(_html, [content]))


def inline(text: Text) -> list[str]:
    """Running text as HTML, in both languages."""
    return both(partial(_inline, text))


def both(said: Callable[[Lang], str]) -> list[str]:
    """A pair, or one text where both languages have the same."""
    pair = [said(lang) for lang in LANGS]
    return pair[:1] if pair[0] == pair[1] else pair


def _inline(text: Text, lang: Lang) -> str:
    return str(html_fragments.inline(text, lang))


def _plain(text: Text, lang: Lang) -> str:
    return markup.plain(text[lang])


def _chosen(choice: Choice, lang: Lang) -> str:
    return f"{LETTERS[choice.correct]} {_html([choice.options[choice.correct].content], lang)}"


def _lettered(options: Sequence[Text], place: int, lang: Lang) -> str:
    return f"{LETTERS[place]} {html_fragments.inline(options[place], lang)}"


def _html(blocks: Sequence[Block], lang: Lang) -> str:
    return "".join(_block(block, lang) for block in blocks)


def _block(block: Block, lang: Lang) -> str:
    if not isinstance(block, Figure):
        return str(html_fragments.block(block, lang))
    drawn = figures.svg(block, lang)
    if b"<text" not in drawn:
        return str(html_fragments.block(block, lang))
    label = Markup('<figure role="img" aria-label="{}" tabindex="0">{}</figure>')
    return str(label.format(markup.plain(block.alt[lang]), Markup(drawn.decode())))  # noqa: S704  # our own drawing
