"""Papers read back with PDFium and pypdf, and fonts with fontTools."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import matplotlib
import pypdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from this_course import ITEMS, compose, default_set, read_blueprint

from fcnkit.practice import markup
from fcnkit.practice.answers import Choice, FillIn, Matching
from fcnkit.practice.compose import SetSpec
from fcnkit.practice.document import Entry, PracticeSet
from fcnkit.practice.document_blocks import Paragraph, Table, shown
from fcnkit.practice.item import sample
from fcnkit.practice.item_texts import LETTERS, MESSAGES, paired
from fcnkit.practice.validate import texts
from fcnkit.practice.writers import ipynb, paper_fonts, pdf
from fcnkit.text import LANGS, Lang, Text, same

both_languages = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture(scope="module")
def papers(practice_set: PracticeSet) -> dict[tuple[Lang, str], bytes]:
    return {(lang, ending): content for lang in LANGS for ending, content in pdf.write(practice_set, lang).items()}


def _texts(content: bytes) -> list[str]:
    """What stands on each page; pypdf, written in Python, takes four times as long over it."""
    with pypdfium2.PdfDocument(content) as paper:
        return [page.get_textpage().get_text_bounded() for page in paper]


def _text(content: bytes) -> str:
    return "\n".join(_texts(content))


def _words(practice_set: PracticeSet, lang: Lang) -> Iterator[str]:
    """The words of all questions; those in code may be broken, as may formulas at their spaces."""
    for entry in practice_set.entries:
        answer = entry.problem.answer
        texts = [block.text for block in entry.problem.question if isinstance(block, Paragraph)]
        for text in (*texts, *((*answer.prompts, *answer.options) if isinstance(answer, Matching) else ())):
            for word in markup.words(text[lang]):
                if all(run.kind in ("plain", "strong") for run in word):
                    yield "".join(run.text for run in word)


@both_languages
def test_every_word_of_every_question_is_found_unbroken(
    papers: dict[tuple[Lang, str], bytes], practice_set: PracticeSet, lang: Lang
) -> None:
    text = _text(papers[lang, ".pdf"])
    words = set(_words(practice_set, lang))
    assert len(words) > 100
    assert not {word for word in words if word not in text}


@pytest.mark.parametrize("letters", [7, 12, 13, 20, 34, 35, 47, 95, 143])
def test_no_word_is_broken_however_long_the_texts_around_it(practice_set: PracticeSet, letters: int) -> None:
    """The widest letters, in words of three, nine and eleven: a line may end at any of them."""
    for size in (3, 9, 11):
        numbers = iter(range(2000))

        def said(size: int = size, numbers: Iterator[int] = numbers) -> Text:
            count = max(letters // (size + 1), 1)
            return same(" ".join(chr(0xAC00 + next(numbers)) + "뷁" * (size - 1) for _ in range(count)))

        drawn = _reworded(practice_set, said)
        words = {word for number in range(next(numbers)) if (word := chr(0xAC00 + number) + "뷁" * (size - 1))}
        text = "".join(_text(content) for content in pdf.write(drawn, "ko").values())
        assert len(words) >= 4
        assert not {word for word in words if word not in text}


def _reworded(practice_set: PracticeSet, said: Callable[[], Text]) -> PracticeSet:
    """One question with options and one with a gap, in which all is said anew."""
    entries: dict[type, Entry] = {}
    for entry in practice_set.entries:
        answer = entry.problem.answer
        if type(answer) in entries:
            continue
        if isinstance(answer, Choice):
            values = [said() for _ in answer.options]
            options = tuple(
                replace(each, content=shown(value), value=value, why=each.why and said())
                for each, value in zip(answer.options, values, strict=True)
            )
            new: Choice | FillIn = replace(answer, options=options)
        elif isinstance(answer, FillIn) and not answer.columns and answer.distractors:
            told = tuple(replace(each, why=said()) for each in answer.distractors)
            new = FillIn(tuple(replace(each, label=said()) for each in answer.blanks), 0, told)
        else:
            continue
        whole = replace(entry.problem, question=(Paragraph(said()),), answer=new, solution=(Paragraph(said()),))
        entries[type(answer)] = replace(entry, problem=whole)
    return replace(practice_set, sections=(replace(practice_set.sections[0], entries=tuple(entries.values())),))


@both_languages
def test_the_key_holds_each_answer(
    papers: dict[tuple[Lang, str], bytes], practice_set: PracticeSet, lang: Lang
) -> None:
    text = " ".join(_text(papers[lang, ".key.pdf"]).split())
    starts = [re.search(rf"(?<![\d.]){entry.number}\. ", text) for entry in practice_set.entries]
    assert all(starts)
    for entry in practice_set.entries:
        answer = entry.problem.answer
        if isinstance(answer, Choice):
            assert re.search(rf"(?<![\d.]){entry.number}\. {LETTERS[answer.correct]} ", text), entry.number
        elif isinstance(answer, Matching):
            assert f" {entry.number}. {paired(enumerate(answer.correct))} " in text
        elif not answer.columns:
            for blank in answer.blanks:
                assert markup.plain(blank.formatted[lang]) in text


@both_languages
def test_the_question_paper_gives_no_answer_away(papers: dict[tuple[Lang, str], bytes], lang: Lang) -> None:
    text = _text(papers[lang, ".pdf"])
    assert MESSAGES["key"][lang] not in text
    assert MESSAGES["name"][lang] in text


@both_languages
def test_numbers_and_letters_to_match_are_on_the_paper(
    papers: dict[tuple[Lang, str], bytes], practice_set: PracticeSet, lang: Lang
) -> None:
    text = " ".join(_text(papers[lang, ".pdf"]).replace("\u200b", "").split())
    (answer,) = (e.problem.answer for e in practice_set.entries if isinstance(e.problem.answer, Matching))
    for number, prompt in enumerate(answer.prompts, 1):
        assert f"{number} {markup.words(prompt[lang])[0][0].text}" in text
    for letter, option in zip(LETTERS, answer.options, strict=False):
        assert f"{letter} {option[lang]}" in text
    assert paired(enumerate(answer.correct)) not in text


def test_all_fonts_are_embedded(papers: dict[tuple[Lang, str], bytes]) -> None:
    for content in papers.values():
        found = 0
        for page in pypdf.PdfReader(io.BytesIO(content)).pages:
            for font in page["/Resources"].get("/Font", {}).values():
                descendant = font.get_object()["/DescendantFonts"][0].get_object()
                assert {"/FontFile2", "/FontFile3"} & descendant["/FontDescriptor"].get_object().keys()
                found += 1
        assert found


def test_every_letter_of_every_item_is_in_the_fonts() -> None:
    spec = find_spec("koreanize_matplotlib")
    assert spec is not None
    assert spec.submodule_search_locations
    nanum = Path(spec.submodule_search_locations[0], "fonts", "NanumGothic.ttf")
    dejavu = Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSansMono.ttf")
    known = set().union(*(TTFont(path).getBestCmap() for path in (nanum, dejavu)))
    for item in ITEMS.values():
        for seed in range(5):
            for text in texts(sample(item, str(seed)).problem):
                missing = {letter for lang in LANGS for letter in text[lang] if ord(letter) not in known}
                assert not missing, (item.id, missing)


@pytest.mark.parametrize(
    ("name", "missing_glyphs"), [("김민지 李旻志", ""), ("Zoë Müller − 3×3 →", ""), ("홍㛃", "㛃"), ("Nguyễn", "ễ")]
)
def test_letters_that_the_paper_does_not_carry_are_known(name: str, missing_glyphs: str) -> None:
    assert paper_fonts.missing_glyphs(name) == missing_glyphs


def test_a_name_with_a_letter_that_no_font_has_is_on_a_paper_all_the_same(practice_set: PracticeSet) -> None:
    papers = pdf.write(replace(practice_set, student="홍\U000f0000"), "ko")
    assert "홍" in "".join(_texts(papers[".pdf"]))


def test_signs_that_are_not_looked_up_are_in_the_fonts() -> None:
    assert {*map(ord, paper_fonts.COMMON)} <= paper_fonts._letters()


def test_the_same_set_gives_the_same_bytes(papers: dict[tuple[Lang, str], bytes], practice_set: PracticeSet) -> None:
    assert pdf.write(practice_set, "ko")[".pdf"] == papers["ko", ".pdf"]


def test_a_grid_to_fill_in_is_empty_on_the_paper(
    papers: dict[tuple[Lang, str], bytes], practice_set: PracticeSet
) -> None:
    grids = [e for e in practice_set.entries if isinstance(e.problem.answer, FillIn) and e.problem.answer.columns]
    assert grids
    key = " ".join(_text(papers["en", ".key.pdf"]).split())
    paper = " ".join(_text(papers["en", ".pdf"]).split())
    for entry in grids:
        assert isinstance(entry.problem.answer, FillIn)
        row = " ".join(blank.formatted["en"] for blank in entry.problem.answer.blanks[: entry.problem.answer.columns])
        assert row in key
        assert row not in paper


@pytest.mark.parametrize("draw", ["1/0", "2/0", "3/0"])
@both_languages
def test_no_page_of_a_key_tears_a_grid_or_ends_with_a_number(draw: str, lang: Lang) -> None:
    whole = default_set(draw)
    pages = _texts(pdf.write(whole, lang)[".key.pdf"])
    for text in pages:
        *_, last, _footer = text.strip().splitlines()
        assert not re.fullmatch(r"\d+\.( [A-J])?( .*)?\(\d+ ?\w+\)", last.strip()), last
    for entry in whole.entries:
        answer = entry.problem.answer
        if isinstance(answer, FillIn) and answer.columns:
            cells = " ".join(blank.formatted[lang] for blank in answer.blanks)
            # A picture of the way to it, on the page before, may hold it, too.
            assert any(cells in " ".join(text.split()) for text in pages), entry.number


def test_each_part_that_is_collected_has_room_for_a_name(practice_set: PracticeSet) -> None:
    pages = [" ".join(page.split()) for page in _texts(pdf.write(practice_set, "en")[".pdf"])]
    for section in practice_set.sections:
        (page,) = (page for page in pages if section.title.en in page)
        assert MESSAGES["name"].en in page
        assert MESSAGES["student_id"].en in page


@both_languages
def test_papers_are_accessible(papers: dict[tuple[Lang, str], bytes], practice_set: PracticeSet, lang: Lang) -> None:
    for ending in (".pdf", ".key.pdf"):
        reader = pypdf.PdfReader(io.BytesIO(papers[lang, ending]))
        assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
        assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
        roles = Counter(_roles(reader.trailer["/Root"]["/StructTreeRoot"]))
        assert roles["/H1"] == 1
        assert roles["/H2"] == len(practice_set.sections)
        assert roles["/H3"] == len(list(practice_set.entries))
        assert roles["/TH"] >= sum(
            len(block.rows[0])
            for entry in practice_set.entries
            for block in (entry.problem.question if ending == ".pdf" else entry.problem.solution)
            if isinstance(block, Table) and block.style == "data"
        )


def test_the_seed_is_nowhere_in_what_students_get() -> None:
    blueprint, _ = read_blueprint(None)
    seed = 3141592653589793
    whole = compose(blueprint, seed, SetSpec("set-01", "김민지", "김민지/0"))
    assert str(seed) not in repr(whole)  # which is all that the writers know
    files = {**pdf.write(whole, "ko"), **ipynb.write(whole, "ko")}
    for paper in (files[".pdf"], files[".key.pdf"]):
        assert str(seed) not in str(pypdf.PdfReader(io.BytesIO(paper)).metadata)
        assert str(seed).encode() not in paper
    assert str(seed) not in _text(files[".pdf"]) + _text(files[".key.pdf"])
    assert str(seed).encode() not in files[".ipynb"] + files[".key.ipynb"]


def _roles(element: object) -> Iterator[str]:
    """The structure's roles, depth first."""
    if isinstance(element, pypdf.generic.IndirectObject):
        element = element.get_object()
    if isinstance(element, pypdf.generic.ArrayObject):
        for child in element:
            yield from _roles(child)
    elif isinstance(element, pypdf.generic.DictionaryObject):
        if "/S" in element:
            yield str(element["/S"])
        if "/K" in element:
            yield from _roles(element["/K"])
