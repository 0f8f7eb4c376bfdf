"""`fcnkit practice`: exam practice sets, or one item in the terminal."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.markup import escape
from rich.panel import Panel
from rich.syntax import Syntax
from rich.table import Table as Grid
from rich.text import Text as Styled

from fcnkit.commands.console import err as messages
from fcnkit.commands.console import out as screen
from fcnkit.commands.console import progress, say_remarks
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Course
from fcnkit.practice import markup
from fcnkit.practice.blueprint import Blueprint, read_blueprint
from fcnkit.practice.compose import practice_sets
from fcnkit.practice.document import Answer, Block, Choice, Code, Figure, FillIn, Matching, Paragraph, Table
from fcnkit.practice.export_sets import SEED, ExportRequest, export, export_file
from fcnkit.practice.item import sample
from fcnkit.practice.item_texts import LETTERS, paired
from fcnkit.practice.pools import pool_set
from fcnkit.practice.registry import Registry, load_registry
from fcnkit.practice.selection import left_out
from fcnkit.practice.takers import takers
from fcnkit.practice.writers import Format
from fcnkit.roster import read_roster
from fcnkit.text import Lang, Text
from fcnkit.toml_file import TomlFile

WRITING = Text(ko="연습 문제", en="practice sets")
DONE = Text(
    ko="{sets}세트, 세트마다 {items}문항 {points}점 {minutes}분: {out}",
    en="Sets: {sets}, each of {items} items, {points} points and {minutes} minutes: {out}",
)
PAGE = Text(
    ko="연습 페이지: {file} (문항 {items}개, 문제 {draws}개). 학생에게는 이 파일만 주세요.",
    en="The practice page: {file} ({items} items, {draws} draws). Give students this file alone.",
)
POOLS = Text(
    ko="문항 자리 {pools}개, 문제 {draws}개, 모두 {points}점: {out}",
    en="Pools: {pools}, with {draws} draws, {points} points in all: {out}",
)
FEWER = Text(
    ko="{pool}: 다른 문제의 답을 알려 주지 않는 문제가 {count}개뿐입니다.",
    en="{pool}: no more draws than {count} tell no other question's answer.",
)
ON_CARDS = Text(
    ko="Anki에는 모든 용어와 짧은 문제만 담았습니다. 짝짓기 문제의 쌍은 용어 카드가 하나씩 묻습니다.",
    en="Anki has all terms, and of the problems the short ones; the pairs of matching are asked by the terms' cards.",
)
LEFT_OUT = Text(ko="이 구성으로는 나오지 않는 문항: {items}", en="Items that this blueprint never asks: {items}")
RARE = Text(
    ko="{names}: 시험지에 넣는 글꼴에 없는 글자({letters})는 이 컴퓨터의 글꼴로 인쇄합니다. 네모로 나오면 그 글자가 "
    "있는 글꼴(예: Noto Sans CJK KR)을 설치한 뒤 다시 만드세요.",
    en="{names}: the paper's own fonts lack {letters}, so this machine's fonts are taken; where a box is printed, "
    "install a font that has the letter, such as Noto Sans CJK KR, and run this again.",
)
SECRET = Text(
    ko="새로 뽑은 시드는 {file}에 있습니다. 같은 문제를 다시 만들 때 쓰고, 정답과 마찬가지로 학생에게는 주지 마세요.",
    en="The seed that was drawn stands in {file}: it makes the same sets again. Like the keys, it is not for students.",
)
SHORT = Text(
    ko="시드 {seed:은} 짧아서 하나씩 해 보면 누구나 찾을 수 있습니다. 시험에 쓸 문제라면 --seed를 빼고 다시 만드세요. "
    "긴 시드를 뽑아 {file}에 적어 둡니다.",
    en="Everybody can find the seed {seed} by trying, and with it the keys. For an exam, run this without --seed: a "
    "long one is drawn and kept in {file}.",
)
ABOUT = Text(
    ko="{topic} · 난이도 {difficulty} · {minutes}분 · {book}",
    en="{topic} · difficulty {difficulty} · {minutes} min · {book}",
)
BOOK = {"closed": Text(ko="클로즈드 북", en="closed book"), "open": Text(ko="오픈 북", en="open book")}
ANSWER = Text(ko="정답", en="Answer")
SOLUTION = Text(ko="풀이", en="Solution")
STYLES = {"strong": "bold", "code": "cyan", "math": "italic", "sub": "italic", "sup": "italic", "plain": ""}


LONG = 128
"""Bits of a seed that nobody finds by trying."""
SHORTEST = 64


def practice(
    course: Course,
    seed: int | None,
    blueprint: Path | None,
    langs: tuple[Lang, ...],
    formats: Sequence[Format],
    sets: int,
    roster: Path | None,
    out: Path,
    workers: int,
) -> None:
    """Write the sets below `out` and say where they are; without a seed, a secret one is drawn."""
    given, seed = seed, secrets.randbits(LONG) if seed is None else seed
    registry = load_registry(course)
    plan, source = read_blueprint(blueprint, registry)
    people = read_roster(roster) if roster else None
    students = takers(people) if people else []
    speak = langs[0] if len(langs) == 1 else detect_lang()
    on_paper = tuple(dict.fromkeys(each for each in formats if each is not Format.WEB))
    if people:
        say_remarks(people.remarks, speak)
    if Format.WEB in formats:
        _write_page(registry, plan, source, seed, langs, out, speak)
    if on_paper:
        order = ExportRequest(seed, on_paper, langs)
        total = len(students) or sets
        if Format.PDF in formats:
            _warn_of_rare_letters([student.name for student in students], speak)
        chosen = practice_sets(registry, plan, source, seed, sets, students)
        for _ in progress(export(order, chosen, total, out, workers), total, WRITING[speak]):
            pass
        items = sum(slot.count for section in plan.sections for slot in section.items)
        minutes = sum(section.minutes for section in plan.sections)
        done = DONE.format(sets=total, items=items, points=plan.points, minutes=minutes, out=out)
        screen.print(escape(done[speak]))
    if given is None:
        screen.print(escape(SECRET.format(file=out / SEED)[speak]))
    elif given.bit_length() < SHORTEST and on_paper:
        screen.print(escape(SHORT.format(seed=given, file=SEED)[speak]))
    if missing := left_out(registry, plan):
        screen.print(escape(LEFT_OUT.format(items=", ".join(missing))[speak]))
    if Format.ANKI in formats:
        screen.print(ON_CARDS[speak])


def pool(
    course: Course,
    seed: int | None,
    blueprint: Path | None,
    langs: tuple[Lang, ...],
    formats: Sequence[Format],
    size: int,
    out: Path,
) -> None:
    """Write the pools of a blueprint below `out`, and say which of them have fewer draws than were asked for."""
    given, seed = seed, secrets.randbits(LONG) if seed is None else seed
    registry = load_registry(course)
    plan, source = read_blueprint(blueprint, registry)
    speak = langs[0] if len(langs) == 1 else detect_lang()
    made = pool_set(registry, plan, source, seed, size)
    for _ in export(ExportRequest(seed, tuple(dict.fromkeys(formats)), langs), [made], 1, out, 1):
        pass
    draws = sum(1 for _ in made.entries)
    screen.print(escape(POOLS.format(pools=len(made.sections), draws=draws, points=made.points, out=out)[speak]))
    for section in made.sections:
        if len(section.entries) < size:
            fewer = FEWER.format(pool=section.title, count=len(section.entries))
            screen.print(escape(markup.plain(fewer[speak])))
    if given is None:
        screen.print(escape(SECRET.format(file=out / SEED)[speak]))
    elif given.bit_length() < SHORTEST:
        screen.print(escape(SHORT.format(seed=given, file=SEED)[speak]))


def _write_page(
    registry: Registry,
    plan: Blueprint,
    source: TomlFile,
    seed: int,
    langs: tuple[Lang, ...],
    out: Path,
    speak: Lang,
) -> None:
    """The page that answers back, and where it is."""
    from fcnkit.practice.web.bank import bank  # noqa: PLC0415  # what only this format needs
    from fcnkit.practice.web.page import FILE, page  # noqa: PLC0415

    held = bank(registry, plan, source, seed)
    export_file(FILE, page(registry, held, langs[0] if len(langs) == 1 else None), seed, out)
    draws = sum(map(len, held.problems.values()))
    screen.print(escape(PAGE.format(file=out / FILE, items=len(held.problems), draws=draws)[speak]))


def _warn_of_rare_letters(students: Sequence[str], lang: Lang) -> None:
    """Say whose names the paper's own fonts cannot print."""
    from fcnkit.practice.writers.paper_fonts import missing_glyphs  # noqa: PLC0415  # Matplotlib, which only paper needs

    names = [student for student in students if missing_glyphs(student)]
    if names:
        rare = RARE.format(names=", ".join(names), letters=" ".join(missing_glyphs("".join(names))))
        messages.print(escape(rare[lang]), style="yellow", soft_wrap=True)


def preview(course: Course, name: str, seed: int, langs: tuple[Lang, ...]) -> None:
    """Show one item with its answer and solution."""
    registry = load_registry(course)
    problem = sample(registry.find(name), str(seed)).problem
    for lang in langs:
        about = ABOUT.format(
            topic=registry.topics[problem.topic],
            difficulty=problem.difficulty,
            minutes=problem.minutes,
            book=BOOK[problem.book],
        )
        screen.print(Panel(_styled(about[lang]), title=f"{problem.item} ({lang})", title_align="left", box=box.ROUNDED))
        _blocks(problem.question, lang)
        _answer(problem.answer, lang)
        screen.print(Styled(SOLUTION[lang], "bold green"))
        _blocks(problem.solution, lang)
        screen.print()


def _blocks(blocks: Sequence[Block], lang: Lang) -> None:
    for block in blocks:
        screen.print(_shown(block, lang))


def _shown(block: Block, lang: Lang) -> Styled | Syntax | Grid:
    match block:
        case Paragraph(text):
            return _styled(text[lang])
        case Code(source):
            return Syntax(source, "python", background_color="default")
        case Figure(_, alt):
            return Styled(markup.plain(alt[lang]), "cyan")
    return _table(block, lang)


def _table(table: Table, lang: Lang) -> Grid:
    grid = Grid(box=box.SQUARE, show_header=table.style == "data", show_lines=table.style == "grid")
    head, *rows = table.rows
    for cell in head:
        grid.add_column(_styled(cell[lang]), justify="right" if table.style == "grid" else "left")
    for row in rows if table.style == "data" else table.rows:
        grid.add_row(*(_styled(cell[lang]) for cell in row))
    return grid


def _answer(answer: Answer, lang: Lang) -> None:
    """The options, the pairs or the gaps filled in, with what leads to a wrong answer."""
    match answer:
        case Choice(options):
            grid = Grid.grid(padding=(0, 2))
            for index, option in enumerate(options):
                why = _styled(option.why[lang]) if option.why else Styled(f"✓ {ANSWER[lang]}", "bold green")
                grid.add_row(LETTERS[index], _shown(option.content, lang), why)
            screen.print(grid)
        case Matching():
            _pairs(answer, lang)
        case FillIn():
            _gaps(answer, lang)


def _pairs(answer: Matching, lang: Lang) -> None:
    prompts, options = Grid.grid(padding=(0, 2)), Grid.grid(padding=(0, 2))
    for number, (prompt, place) in enumerate(zip(answer.prompts, answer.correct, strict=True), 1):
        prompts.add_row(str(number), Styled(LETTERS[place], "bold green"), _styled(prompt[lang]))
    for letter, option in zip(LETTERS, answer.options, strict=False):
        options.add_row(letter, _styled(option[lang]))
    screen.print(prompts, options)
    for each in answer.mix_ups:
        screen.print(Styled(f"✗ {paired(each.pairs)}  ", "dim") + _styled(each.why[lang]))


def _gaps(answer: FillIn, lang: Lang) -> None:
    if not answer.columns:
        for blank in answer.blanks:
            screen.print(
                Styled.assemble(_styled(blank.label[lang]), ": ", (markup.plain(blank.formatted[lang]), "bold green"))
            )
    for mistake in answer.distractors:
        wrong = Styled(f"✗ {markup.plain(answer.format_filled(mistake.value)[lang])}  ", "dim")
        screen.print(wrong + _styled(mistake.why[lang]))


def _styled(text: str) -> Styled:
    runs = markup.runs(text)
    return Styled.assemble(*((f"^{run.text}" if run.kind == "sup" else run.text, STYLES[run.kind]) for run in runs))
