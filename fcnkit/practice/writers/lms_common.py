"""What Moodle and Canvas alike ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from fcnkit.practice import markup
from fcnkit.practice.answers import Answer, Blank, Explanation, FillIn, Matching
from fcnkit.practice.document import Entry, PracticeSet, Problem
from fcnkit.practice.item_texts import MESSAGES
from fcnkit.practice.values import untranslated
from fcnkit.practice.writers import html_fragments
from fcnkit.practice.writers.html_fragments import HtmlDialect
from fcnkit.text import Lang, Text

LINED = Markup(' border="1" cellpadding="6" cellspacing="0"')
"""Attributes of tables: these platforms' style sheets draw no lines."""
_SPACE = re.compile(r"(?<!\d)\s+|\s+(?![-\d])")  # not the one that stands between numbers in place of a comma
_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")  # between letters: elsewhere it is a minus


def set_title(practice_set: PracticeSet, lang: Lang) -> str:
    """What the set is called among others."""
    return f"{markup.plain(practice_set.title[lang])} · {practice_set.label}"


def question_name(entry: Entry, lang: Lang) -> str:
    """What instructors see in lists of questions; sorted, it keeps their order."""
    return f"{entry.number:02}. {entry.topic[lang]}"


def is_number(blank: Blank) -> bool:
    """Whether the answer is a number and nothing else."""
    return isinstance(blank.value, int | float) and len(blank.accepted) == 1


def spellings(blank: Blank) -> tuple[str, ...]:
    """Every right answer with and without its spaces and hyphens, for platforms on which these count."""
    with_spaces = [each for text in blank.accepted for each in (text, _HYPHEN.sub(" ", text))]
    return tuple(dict.fromkeys(each for text in with_spaces for each in (text, _SPACE.sub("", text))))


def labelled(blank: Blank, gap: str, lang: Lang, dialect: HtmlDialect) -> Markup:
    """A gap in a line of its own, behind its label."""
    return Markup("<p>{}: {}</p>").format(html_fragments.inline(blank.label, lang, dialect), gap)


def filled(answer: FillIn, gaps: list[Markup], lang: Lang, dialect: HtmlDialect) -> Markup:
    """All gaps as they stand in the question: below each other, or as cells of a grid."""
    if answer.columns:
        starts = range(0, len(gaps), answer.columns)
        return html_fragments.table([gaps[start : start + answer.columns] for start in starts], "grid", dialect)
    return Markup("\n").join(
        labelled(blank, gap, lang, dialect) for blank, gap in zip(answer.blanks, gaps, strict=True)
    )


def solution(problem: Problem, lang: Lang, dialect: HtmlDialect) -> Markup:
    """The way to the answer, and what leads to others. Wrong options say that themselves."""
    worked = html_fragments.blocks(problem.solution, lang, dialect)
    if isinstance(problem.answer, Explanation):
        heading = Markup("<p><b>{}</b></p>\n").format(MESSAGES["model_answer"][lang])
        return heading + worked + "\n" + html_fragments.rubric(problem.answer, lang, dialect)
    lines = [
        Markup("<li>{}: {}</li>").format(
            html_fragments.inline(wrong, lang, dialect), html_fragments.inline(why, lang, dialect)
        )
        for wrong, why in _explained(problem.answer)
    ]
    if not lines:
        return worked
    return worked + Markup("\n<p>{}</p><ul>{}</ul>").format(MESSAGES["if_instead"][lang], Markup("").join(lines))


def _explained(answer: Answer) -> Iterator[tuple[Text, Text]]:
    """Wrong answers, and what leads to them; of a matching, one term that is taken for another."""
    if isinstance(answer, FillIn):
        yield from ((answer.format_filled(each.value), each.why) for each in answer.distractors)
    if isinstance(answer, Matching):
        for each in answer.mix_ups:
            prompt, option = each.pairs[0]
            names = {"right": answer.matched[prompt], "wrong": answer.options[option]}
            yield untranslated("{right} ≠ {wrong}").format(**names), each.why
