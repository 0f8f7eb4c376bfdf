"""Which term a student's words stand for, small slips of typing allowed where they cannot make a wrong answer right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein, Levenshtein
from rapidfuzz.process import extract_iter

from fcnkit.terminology.lexicon import ALWAYS, Lexicon, Words, sorts
from fcnkit.terminology.model import Term, Terminology, WrongName
from fcnkit.terminology.spelling import is_korean, letters, normalise, word
from fcnkit.terminology.typing_slips import is_slip_of, is_small_slip_of
from fcnkit.terminology.wording import Wording, are_initials, denies, is_plural, take_apart

MAX_LENGTH = 200
"""Characters of an answer that may still be a term."""
_SLIPS = ((14, 2), (5, 1))
"""(letters that a spelling has at least, slips allowed in it); shorter ones are to be exact, as MLP is not MMP."""
MARGIN = 2
"""By how much everything else has to be farther away."""
_SHORT = 7
"""A spelling of fewer letters may have two neighbours exchanged, as in trimpa, and few other slips."""
_BETWEEN, _DOT = re.compile(r"[()\[\]/,;:=]"), "·"
"""What separates two names of one term: “완전 합성곱 신경망(FCN)”. A name may have the dot in it, as 곱셈·덧셈 has."""
_TOPIC = re.compile(r"(.+?)(?:[은는]|\s(?:is|means|stands\s+for|is\s+short\s+for))\s")
"""What names a term before it is said what it is: “YOLO는 You Only Look Once의 약자입니다”."""
_OF = re.compile(r"\s*(?P<whole>\S.*?)의\s+(?P<part>.+)")

Meaning = Term | WrongName


class TermMatcher:
    """Reads answers against one sheet.

    The distance is Damerau and Levenshtein's over single letters: one insertion, deletion, replacement or exchange of
    neighbours counts 1. An answer that is a slip or two away from a spelling still means it, if every spelling that
    means something else is farther away by MARGIN at least: “supervised lerning” is no unsupervised learning, and
    “usupervised learning” may be either. Only what fingers and ears do is a slip (`typing_slips.py`): You Only Cook
    Once is something else.

    An answer that consists of known words has no slips: its words make a term's name, or it is another name.
    """

    def __init__(self, terminology: Terminology) -> None:
        self._exact: dict[str, Meaning] = dict(_spellings(terminology))
        self._typed: defaultdict[int, tuple[list[str], list[Meaning]]] = defaultdict(lambda: ([], []))
        """By the number of letters: spellings whose lengths differ by n letters differ in n slips at least."""
        for spelling, meaning in self._exact.items():
            typed = letters(spelling)
            spellings, meanings = self._typed[len(typed)]
            spellings.append(typed)
            meanings.append(meaning)
        self._lexicon = Lexicon(self._exact)
        self._made_of: dict[tuple[frozenset[str], Words], list[tuple[frozenset[str], Meaning]]] = {}
        """(The words that may be added to a name, its other words) → those of the former that it needs; its meaning."""
        for term in terminology:
            for name, meaning in _names(term):
                core, present = _apart(self._lexicon.words(name) or (), sorts(term))
                self._made_of.setdefault((sorts(term), core), []).append((present - ALWAYS, meaning))
        self._sorts = {added for added, _ in self._made_of}

    def read(self, answer: str) -> Meaning | None:
        """The term, or the known wrong name, that an answer stands for; None for anything else.

        Several names in one answer must all stand for the same: “FCN (fully connected network)” means nothing.
        """
        meanings = self.read_each(answer)
        return meanings[0] if meanings and all(meaning is meanings[0] for meaning in meanings) else None

    def read_each(self, answer: str) -> list[Meaning | None]:
        """What each of several names in one answer stands for; of a long text, nothing.

        What the answer says that it is not is left out: “바운딩 박스가 아니라 앵커 박스” is an anchor box.
        """
        if len(answer) > MAX_LENGTH:
            return []
        wording = take_apart(answer)
        meanings = [self._read_one(part) for part in self._parts(wording)]
        if wording.ratio:
            meanings.append(self._exact.get(wording.ratio))
        denied = self._read_one(wording.denied) if normalise(wording.denied) else None
        return [None] if denied is not None and denied in meanings else meanings

    def is_spelt_out(self, answer: str, term: Term) -> bool:
        """Whether an answer that was read as `term` is the name that its letters stand for, in either language.

        Short forms, such as FCN or 욜로, are not; nor is another name, such as fully connected network for MLP.
        """
        short = {normalise(spelling) for spelling in term.spellings if " " not in spelling}
        parts = self._parts(take_apart(answer))
        said = [each for each in parts if short.isdisjoint((normalise(each), self._bare(each, term)))]
        return any(self._is_of_the_name(each, term) for each in said)

    def _is_of_the_name(self, answer: str, term: Term) -> bool:
        """Whether an answer has a word of the term's own name, but for what sort of thing it is.

        Slips pass, and so do names that are known as a whole alone, such as 피크 신호 대 잡음비.
        """
        own = {each for name in (term.name.ko, term.name.en) for each in self._lexicon.words(name) or ()} - sorts(term)
        words = self._lexicon.words(answer)
        return words is None or len(words) == 1 or not own.isdisjoint(words)

    def _parts(self, wording: Wording) -> list[str]:
        """The names in an answer, without what brackets add to them."""
        answer = wording.said
        topic = _TOPIC.match(answer)
        if topic and normalise(topic[1]) in self._exact:
            answer = f"{topic[1]};{answer[topic.end() :]}"
        parts = self._separated(answer)
        meanings = [self._read_one(part) for part in parts]
        term = next((meaning for meaning in meanings if isinstance(meaning, Term)), None)
        if term is None and len(parts) == len(wording.glosses) == 1:
            return self._explained(parts[0], wording.glosses[0])
        if term is not None:  # YOLO: 이미지를 한 번만 본다
            parts = [parts[0], *(part for part in parts[1:] if not self._is_phrase_about(part, parts[0], term))]
        for gloss in wording.glosses:
            if term is None or not self._only_adds(gloss, parts[0], term):
                parts += self._separated(gloss)
        return parts

    def _explained(self, text: str, gloss: str) -> list[str]:
        """The names where one stands in brackets behind what it means: 한 번만 본다 (You Only Look Once)."""
        names = self._separated(gloss)
        term = self._read_one(names[0]) if names else None
        return names if isinstance(term, Term) and self._is_phrase_about(text, names[0], term) else [text, *names]

    def _is_phrase_about(self, text: str, name: str, term: Term) -> bool:
        """Whether several words only say what a term is; one alone may be meant as its name."""
        if len(text.split()) < 2 or self._read_one(text) is not None:
            return False
        return self._only_adds(text, name, term) or set(map(word, text.split())) <= _defining(term)

    def _separated(self, answer: str) -> list[str]:
        if normalise(answer) in self._exact:  # You, Only, Look, Once
            return [answer]
        split = _BETWEEN.split(answer)
        parts = [[part] if normalise(part) in self._exact else part.split(_DOT) for part in split]
        return [name for names in parts for name in names if normalise(name)]

    def _only_adds(self, gloss: str, name: str, term: Term) -> bool:
        """Whether what stands in brackets behind a term's name says nothing else: 한 번만 본다, box(es), words of the
        name itself, numbers of its definition as in trimap (1, 2, 3). It may be any Korean in which nothing belongs to
        another term."""
        tokens = re.findall(r"\w+", gloss)
        numbers = bool(tokens) and all(each.isdecimal() and each in _defining(term) for each in tokens)
        if is_plural(gloss) or are_initials(gloss, name) or numbers:
            return True
        words = self._lexicon.words(gloss)
        if words is not None:
            return self._read_one(gloss) is None and set(words) <= set(self._lexicon.words(name) or ())
        return is_korean(gloss) and not any(self._is_of_another(each, term) for each in tokens)

    def _is_of_another(self, token: str, term: Term) -> bool:
        """Whether a word in a text belongs to names, but not to this term's: it is in none of them, nor defines it."""
        own = {each for name in term.spellings for each in self._lexicon.words(name) or ()} | sorts(term)
        begins = self._lexicon.beginning(token)
        return bool(begins - own) and token not in _defining(term) and self._read_one(token) is not term

    def _bare(self, name: str, term: Term) -> str:
        """A name without the words that may be added to it: YOLO of “YOLO model”."""
        return "".join(_apart(self._lexicon.words(name) or (), sorts(term))[0])

    def _read_one(self, name: str) -> Meaning | None:
        spelling = normalise(name)
        known = self._exact.get(spelling) or self._side_by_side(name.split())
        if known is not None:
            return known
        words = self._lexicon.words(name)
        if words is not None:
            return self._of(words)
        if any(map(self._lexicon.is_of_another_thing, re.findall(r"\w+", name))):
            return None  # intersection over onion
        return self._nearly(spelling) or self._described(name)

    def _described(self, name: str) -> Term | None:
        """A term behind another one that it is of (커널의 보폭), or behind words of its definition (a fixed anchor)."""
        if denies(name):
            return None
        whole = _OF.match(name)
        if whole and normalise(whole["whole"]) in self._exact:
            found = self._read_one(whole["part"])
            return found if isinstance(found, Term) else None
        words = name.split()
        for place in range(1, len(words)):
            term = self._exact.get(normalise(" ".join(words[place:])))
            if isinstance(term, Term):
                added = [word(each) for each in words[:place]]
                defining = _defining(term)
                return term if all(each in defining and not self._lexicon.words(each) for each in added) else None
        return None

    def _of(self, words: Words) -> Meaning | None:
        """The one meaning whose name these words are, but for added words that say what sort of thing it is."""
        found = []
        for added in self._sorts:
            core, present = _apart(words, added)
            named = self._made_of.get((added, core), ()) if core else ()
            found += [meaning for needed, meaning in named if needed <= present]
        return found[0] if found and all(meaning is found[0] for meaning in found) else None

    def _side_by_side(self, words: list[str]) -> Meaning | None:
        """Two names of one term without anything between: “완전 합성곱 신경망 FCN”."""
        for place in range(1, len(words)):
            left = self._exact.get(normalise(" ".join(words[:place])))
            if left is not None and left is self._exact.get(normalise(" ".join(words[place:]))):
                return left
        return None

    def _nearly(self, spelling: str) -> Term | None:
        typed = letters(spelling)
        for right, term, slips in self._near(typed, _SLIPS[0][1]):
            if (
                isinstance(term, Term)
                and slips <= next((most for length, most in _SLIPS if len(right) >= length), 0)
                and _digits(typed) == _digits(right)
                and _is_slip(typed, right, slips)
                and not self._is_near_another(typed, term, slips + MARGIN - 1)
            ):
                return term
        return None

    def _is_near_another(self, typed: str, term: Term, limit: int) -> bool:
        return any(its is not term for _, its, _ in self._near(typed, limit))

    def _near(self, typed: str, most: int) -> Iterator[tuple[str, Meaning, int]]:
        """Spellings that so many slips at most make of what was typed, with their meanings and the slips."""
        for length in range(len(typed) - most, len(typed) + most + 1):
            spellings, meanings = self._typed.get(length, ((), ()))
            # There an exchange of neighbours counts 2, and all is done in a quarter of the time.
            near = extract_iter(typed, spellings, scorer=Levenshtein.distance, score_cutoff=2 * most)
            for spelling, _, place in near:
                slips = DamerauLevenshtein.distance(typed, spelling, score_cutoff=most)
                if slips <= most:
                    yield spelling, meanings[place], slips


def _defining(term: Term) -> frozenset[str]:
    """The words of a term's definition, in both languages, with and without what Korean puts behind them."""
    words = re.findall(r"\w+", f"{term.definition.ko} {term.definition.en}".casefold())
    return frozenset((*words, *map(word, words)))


def _spellings(terminology: Terminology) -> Iterator[tuple[str, Meaning]]:
    return ((normalise(name), meaning) for term in terminology for name, meaning in _names(term))


def _names(term: Term) -> Iterator[tuple[str, Meaning]]:
    for wrong in term.wrong_names:
        yield from ((name, wrong) for name in wrong.names)
    yield from ((spelling, term) for spelling in term.spellings)


def _apart(words: Words, added: frozenset[str]) -> tuple[Words, frozenset[str]]:
    """Words without those that may be added, and which of these there are."""
    return tuple(each for each in words if each not in added), added.intersection(words)


def _is_slip(typed: str, right: str, count: int) -> bool:
    """Whether the two differ in this many slips at most; in a short word only small ones count."""
    return is_slip_of(typed, right, count) if len(right) >= _SHORT else is_small_slip_of(typed, right)


def _digits(text: str) -> list[str]:
    """A digit is never a slip: VGG19 is not VGG16, and 3×3 is not 1×1."""
    return re.findall(r"\d", text)
