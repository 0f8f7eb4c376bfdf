"""Renders a quiz as Markdown in one language. Nothing in it depends on which option is right."""

from __future__ import annotations

from collections.abc import Iterable

from fcnkit.quiz.questions import Choice, Quiz, Writing, letter
from fcnkit.terminology import Terminology
from fcnkit.text import Lang, Text, same

WHICH_TERM = Text(
    ko="**{key}** 다음 설명에 가장 알맞은 용어는 무엇인가요?", en="**{key}** Which term does this describe best?"
)
WHICH_DEFINITION = Text(
    ko="**{key}** 다음 용어의 뜻을 가장 알맞게 설명한 것은 무엇인가요?",
    en="**{key}** Which of these says best what this term means?",
)
WRITE_TERM = Text(
    ko="**{key}** 다음 설명에 알맞은 용어를 쓰세요.", en="**{key}** Write down the term that this describes."
)
WRITE_NAME = Text(
    ko="**{key}** 다음 약자를 풀어 쓰세요: **{label}**",
    en="**{key}** What is **{label}** short for? Write the name in full.",
)
TERMS, DEFINITIONS = Text(ko="**용어**", en="**Terms**"), Text(ko="**설명**", en="**Descriptions**")


def choices(quiz: Quiz, terminology: Terminology, lang: Lang) -> str:
    """The first part: one of several options."""
    return "\n\n".join(_choice(question, terminology, lang) for question in quiz.choices)


def writings(quiz: Quiz, terminology: Terminology, lang: Lang) -> str:
    """The second part: terms to be written down."""
    return "\n\n".join(_writing(question, terminology, lang) for question in quiz.writings)


def matching(quiz: Quiz, terminology: Terminology, lang: Lang) -> str:
    """The third part: terms and descriptions to be matched."""
    pairs = zip(quiz.matching.keys, quiz.matching.terms, strict=True)
    terms = "\n".join(f"- **{key}** {terminology[term].title[lang]}" for key, term in pairs)
    descriptions = _options((terminology[term].definition for term in quiz.matching.definitions), lang)
    return "\n\n".join((TERMS[lang], terms, DEFINITIONS[lang], descriptions))


def asked(quiz: Quiz, terminology: Terminology) -> dict[str, Text]:
    """Each question's text by its key, for a page shown without the notebook."""
    found = {}
    single: tuple[Choice | Writing, ...] = (*quiz.choices, *quiz.writings)
    for question in single:
        term = terminology[question.term]
        given = {"definition": term.definition, "term": term.title, "abbreviation": same(term.label)}
        found[question.key] = given[question.shows]
    pairs = zip(quiz.matching.keys, quiz.matching.terms, strict=True)
    return {**found, **{key: terminology[term].title for key, term in pairs}}


def _choice(question: Choice, terminology: Terminology, lang: Lang) -> str:
    right, options = terminology[question.term], [terminology[term] for term in question.options]
    if question.shows == "definition":
        asked = WHICH_TERM.format(key=question.key)[lang]
        return f"{asked}\n\n> {right.definition[lang]}\n\n{_options((term.title for term in options), lang)}"
    asked = WHICH_DEFINITION.format(key=question.key)[lang]
    return f"{asked}\n\n> {right.title[lang]}\n\n{_options((term.definition for term in options), lang)}"


def _writing(question: Writing, terminology: Terminology, lang: Lang) -> str:
    term = terminology[question.term]
    if question.shows == "abbreviation":
        return WRITE_NAME.format(key=question.key, label=term.label)[lang]
    return f"{WRITE_TERM.format(key=question.key)[lang]}\n\n> {term.definition[lang]}"


def _options(texts: Iterable[Text], lang: Lang) -> str:
    return "\n".join(f"- **({letter(place)})** {text[lang]}" for place, text in enumerate(texts))
