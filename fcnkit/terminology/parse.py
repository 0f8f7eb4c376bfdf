"""Read `terminology.md`. Its form is described in docs/how-to/terms.md; anything else is refused, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from fcnkit.bounded_file import read_bounded_text
from fcnkit.errors import NOT_UTF8, UserError
from fcnkit.terminology import terminology_complaints
from fcnkit.terminology.markdown_blocks import Block, Kind, read_blocks
from fcnkit.terminology.model import Confusion, Section, Term, Terminology, WrongName
from fcnkit.terminology.spelling import is_korean, normalise
from fcnkit.text import AT, Text

_DEFINITION = re.compile(r"\*\*(?P<name>[^*]+)\.\*\*(?P<text>.*)")
_SPELLINGS = re.compile(r"= *(?P<list>(`[^`]+` *)+)")
_CONFUSION = re.compile(r"\*\*≠ *\[(?P<label>[^]]+)\]\(#(?P<id>[^)]*)\)\*\*(?P<why>.*)")
_WRONG_NAMES = re.compile(r"\*\*≠ *(?P<list>(~~[^~]+~~ *)+)\*\*(?P<why>.*)")


_EXAM = re.compile(r"<!-- exam: (?P<ids>[a-z0-9-]+(, [a-z0-9-]+)*) -->")


class TerminologyError(UserError):
    """The sheet cannot be read; the message names the file, the line, what was found and what to write instead."""


def read(path: Path) -> Terminology:
    """The sheet in `path`.

    Raises TerminologyError where a language, a definition or a reason is missing, where two terms share a spelling,
    where a confusion leads nowhere, where a definition gives its own term away, and for what is no part of the form.
    """
    try:
        source = read_bounded_text(path)
    except FileNotFoundError as error:
        raise TerminologyError(terminology_complaints.NO_FILE, path=path) from error
    except UnicodeDecodeError as error:
        raise TerminologyError(NOT_UTF8, path=path, byte=error.start) from error
    return _parsed(path, source)


@lru_cache(maxsize=1)
def _parsed(path: Path, source: str) -> Terminology:
    """Once for a course's quiz, its hidden suite and its practice items, which each read the same sheet."""
    return _Reader(path).terminology(read_blocks(source))


_EXAMPLES = ((terminology_complaints.KOREAN, "**이름.** 뜻"), (terminology_complaints.ENGLISH, "**Name.** Meaning"))


class _Reader:
    """One file being read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._labels: dict[str, str] = {}
        """Each term's label, by its id."""
        self._spellings: dict[str, tuple[str, int]] = {}
        """The label that a normalised spelling belongs to, and the line where that was said."""
        self._named: list[tuple[Block, str]] = []
        """Struck-out names, which must be spellings of no term."""
        self._linked: list[tuple[Block, str, str]] = []
        """Blocks that link to a term, with the label and the id that they write."""

    def terminology(self, blocks: list[Block]) -> Terminology:
        before, groups = _split(blocks, "section")
        for block in before:
            if block.kind == "term":
                raise self._error(block, terminology_complaints.BEFORE_SECTIONS, term=block.text)
        sections = tuple(self._section(heading, inside) for heading, inside in groups)
        if not sections:
            raise TerminologyError(terminology_complaints.NO_TERMS, path=self._path)
        self._check_links()
        return Terminology(sections, tuple(self._exam(before)))

    def _exam(self, before: list[Block]) -> Iterator[str]:
        """The terms that the comment above the first section names, if there is one."""
        for block in before:
            if block.kind != "comment":
                continue
            named = _EXAM.fullmatch(block.text)
            if named is None:
                raise self._error(block, terminology_complaints.OTHER_COMMENT, comment=block.text)
            for id in named["ids"].split(", "):
                if id not in self._labels:
                    raise self._error(block, terminology_complaints.NO_EXAM_TERM, term=id)
                yield id

    def _section(self, heading: Block, blocks: list[Block]) -> Section:
        before, groups = _split(blocks, "term")
        if before or not groups:
            raise self._error(heading, terminology_complaints.NO_TERM_FIRST, section=heading.text)
        ko, dot, en = heading.text.partition(" · ")
        if bool(dot) != is_korean(ko) or is_korean(en) or (dot and not en.strip()):
            raise self._error(heading, terminology_complaints.ONE_LANGUAGE, section=heading.text)
        title = Text(ko=ko, en=en or ko)
        return Section(title, tuple(self._term(name, inside) for name, inside in groups))

    def _term(self, heading: Block, parts: list[Block]) -> Term:
        label, term_id = heading.text, _anchor(heading.text)
        if is_korean(label) or not term_id:
            raise self._error(heading, terminology_complaints.NO_LABEL, term=label)
        self._claim(label, label, heading)
        self._labels[term_id] = label
        names, definitions = zip(*self._definitions(heading, parts[:2]), strict=True)
        also: tuple[str, ...] = ()
        confusions: list[Confusion] = []
        wrong_names: list[WrongName] = []
        for place, block in enumerate(parts[2:]):
            spellings = _SPELLINGS.fullmatch(block.text) if block.kind == "paragraph" and place == 0 else None
            if spellings:
                also = tuple(re.findall(r"`([^`]+)`", spellings["list"]))
                for spelling in also:
                    self._claim(spelling, label, block)
            elif block.kind == "quotation":
                found = self._quotation(block, label)
                (confusions if isinstance(found, Confusion) else wrong_names).append(found)  # type: ignore[arg-type]
            else:
                raise self._error(block, terminology_complaints.UNKNOWN_PART, term=label)
        term = Term(
            id=term_id,
            label=label,
            name=Text(*names),
            definition=Text(*definitions),
            also=also,
            confusions=tuple(confusions),
            wrong_names=tuple(wrong_names),
        )
        self._check_gives_nothing_away(term, parts)
        self._check_pairs(term, heading)
        return term

    def _definitions(self, heading: Block, blocks: list[Block]) -> Iterator[tuple[str, str]]:
        """Name and definition, first in Korean, then in English."""
        for place, (language, example) in enumerate(_EXAMPLES):
            block = blocks[place] if place < len(blocks) else heading
            match = _DEFINITION.fullmatch(block.text) if block.kind == "paragraph" else None
            if match and not match["text"].strip():
                raise self._error(block, terminology_complaints.EMPTY_DEFINITION, language=language, term=heading.text)
            if match is None or is_korean(match["text"]) != (language is terminology_complaints.KOREAN):
                raise self._error(
                    block, terminology_complaints.NO_DEFINITION, term=heading.text, language=language, example=example
                )
            self._claim(match["name"], heading.text, block)
            yield match["name"], match["text"].strip()

    def _quotation(self, block: Block, label: str) -> Confusion | WrongName:
        match = _CONFUSION.fullmatch(block.text) or _WRONG_NAMES.fullmatch(block.text)
        if match is None:
            raise self._error(block, terminology_complaints.CONFUSION_HEAD, term=label)
        reasons = (match["why"].strip(), *block.texts[1:])
        if len(reasons) != 2 or not is_korean(reasons[0]) or is_korean(reasons[1]):
            raise self._error(block, terminology_complaints.TWO_REASONS, term=label)
        if match.re is _CONFUSION:
            self._linked.append((block, match["label"], match["id"]))
            return Confusion(match["id"], Text(*reasons))
        names = tuple(re.findall(r"~~([^~]+)~~", match["list"]))
        self._named += [(block, name) for name in names]
        return WrongName(names, Text(*reasons))

    def _claim(self, spelling: str, label: str, block: Block) -> None:
        """Note that a spelling means a term: no other term's, and said once (label and full name may be the same)."""
        key = normalise(spelling)
        owner, line = self._spellings.setdefault(key, (label, block.line))
        if not key:
            raise self._error(block, terminology_complaints.NO_LETTERS, spelling=spelling, term=label)
        if line != block.line and (owner != label or block.kind == "term" or _SPELLINGS.fullmatch(block.text)):
            raise self._error(block, terminology_complaints.TAKEN, spelling=spelling, owner=owner, line=line)

    def _check_gives_nothing_away(self, term: Term, parts: list[Block]) -> None:
        for block, definition in zip(parts, (term.definition.ko, term.definition.en), strict=False):
            spelling = term.named_in(definition)
            if spelling:
                raise self._error(block, terminology_complaints.GIVES_AWAY, term=term.label, spelling=spelling)

    def _check_pairs(self, term: Term, heading: Block) -> None:
        others = [confusion.term for confusion in term.confusions]
        if term.id in others or len(set(others)) < len(others):
            raise self._error(heading, terminology_complaints.TWICE, term=term.label)

    def _check_links(self) -> None:
        for block, label, term_id in self._linked:
            if self._labels.get(term_id) != label:
                known = {name: f"[{name}](#{known_id})" for known_id, name in self._labels.items()}
                fix = (
                    terminology_complaints.WRITE.format(link=known[label])
                    if label in known
                    else terminology_complaints.NO_SUCH_TERM
                )
                raise self._error(block, terminology_complaints.NO_LINK, link=f"[{label}](#{term_id})", fix=fix)
        for block, name in self._named:
            if normalise(name) in self._spellings:
                owner, line = self._spellings[normalise(name)]
                raise self._error(block, terminology_complaints.STRUCK_OUT, name=name, owner=owner, line=line)

    def _error(self, block: Block, what: Text, **values: object) -> TerminologyError:
        return TerminologyError(AT, place=f"{self._path}:{block.line}", what=what.format(**values))


def _split(blocks: list[Block], kind: Kind) -> tuple[list[Block], list[tuple[Block, list[Block]]]]:
    """What comes before the first heading of a kind, and each such heading with what follows it."""
    starts = [place for place, block in enumerate(blocks) if block.kind == kind]
    ends = [*starts[1:], len(blocks)]
    groups = [(blocks[start], blocks[start + 1 : end]) for start, end in zip(starts, ends, strict=False)]
    return blocks[: starts[0] if starts else len(blocks)], groups


def _anchor(heading: str) -> str:
    """What GitHub makes of a heading for links to it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
