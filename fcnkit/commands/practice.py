"""`fcnkit practice`: exam practice sets, a page that answers back, or pools for learning platforms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fcnkit.commands.console import progress, say, say_remarks, warn
from fcnkit.commands.practice_request import PracticeRequest
from fcnkit.commands.practice_seed import practice_seed
from fcnkit.commands.term import read_classes
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Course
from fcnkit.practice import markup
from fcnkit.practice.blueprint import Blueprint, read_blueprint
from fcnkit.practice.compose import practice_sets
from fcnkit.practice.document import PracticeSet
from fcnkit.practice.export_sets import ExportRequest, export, export_file
from fcnkit.practice.focused_sets import focused_sets
from fcnkit.practice.mistakes import items_by_mistake
from fcnkit.practice.pools import pool_set
from fcnkit.practice.registry import Registry, load_registry
from fcnkit.practice.selection import left_out
from fcnkit.practice.takers import Taker, takers
from fcnkit.practice.writers import Format
from fcnkit.roster import Roster, read_roster
from fcnkit.teaching.needs_of_students import takers_of
from fcnkit.text import Lang, Text
from fcnkit.toml_file import TomlFile

WRITING = Text(ko="연습 문제", en="practice sets")
DONE = Text(
    ko="{sets}세트, 세트마다 {items}문항 {points}점 {minutes}분: {out}",
    en="Sets: {sets}, each of {items:+item}, {points:+point} and {minutes:+minute}: {out}",
)
PAGE = Text(
    ko="연습 페이지: {file} (문항 {items}개, 문제 {draws:,}개). 학생에게는 이 파일만 주세요.",
    en="The practice page: {file} ({items:+item}, {draws:+draw}). Give students this file alone.",
)
POOLS = Text(
    ko="문항 자리 {pools}개, 문제 {draws:,}개, 모두 {points}점: {out}",
    en="Pools: {pools}, with {draws:+draw}, {points:+point} in all: {out}",
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


@dataclass(frozen=True)
class _Material:
    """What everything is made from, and the language to say so in."""

    registry: Registry
    plan: Blueprint
    source: TomlFile
    seed: int
    speak: Lang


def practice(course: Course, asked: PracticeRequest, workers: int) -> None:
    """Write what was asked for below `out` and say where it is."""
    registry = load_registry(course)
    plan, source = read_blueprint(asked.blueprint, registry)
    seed = practice_seed(asked)
    speak = asked.langs[0] if len(asked.langs) == 1 else detect_lang()
    material = _Material(registry, plan, source, seed.value, speak)
    if asked.pool is not None:
        _write_pools(material, asked, asked.pool)
    else:
        if Format.WEB in asked.formats:
            _write_page(material, asked)
        _write_sets(material, asked, workers)
    if seed.remark is not None:
        say(seed.remark[speak])
    if not asked.focus and asked.pool is None and (missing := left_out(registry, plan)):
        say(LEFT_OUT.format(items=", ".join(missing))[speak])
    if Format.ANKI in asked.formats:
        say(ON_CARDS[speak])


def _write_sets(material: _Material, asked: PracticeRequest, workers: int) -> None:
    on_paper = tuple(each for each in asked.formats if each is not Format.WEB)
    people = read_roster(asked.roster) if asked.roster else None
    if people:
        say_remarks(people.remarks, material.speak)
    if not on_paper:
        return
    students, chosen = _chosen(material, asked, people)
    if Format.PDF in on_paper:
        warn_of_rare_letters([student.name for student in students], material.speak)
    total = len(students) or asked.sets
    order = ExportRequest(material.seed, on_paper, asked.langs)
    for _ in progress(export(order, chosen, total, asked.out, workers), total, WRITING[material.speak]):
        pass
    sections, points = material.plan.sections, material.plan.points
    items = sum(slot.count for section in sections for slot in section.items)
    minutes = sum(section.minutes for section in sections)
    done = DONE.format(sets=total, items=items, points=points, minutes=minutes, out=asked.out)
    say(done[material.speak])


def _chosen(
    material: _Material, asked: PracticeRequest, people: Roster | None
) -> tuple[Sequence[Taker], Iterator[PracticeSet]]:
    """Who gets a set of their own, and the sets."""
    registry, plan, source, seed = material.registry, material.plan, material.source, material.seed
    if asked.focus:
        shown_by = items_by_mistake(registry)
        classes = [each for _, each in read_classes(asked.focus, people).values()]
        needs = takers_of(classes, people, shown_by)
        return [*needs], focused_sets(registry, plan, source, seed, needs, shown_by)
    students = takers(people) if people else []
    return students, practice_sets(registry, plan, source, seed, asked.sets, students)


def _write_page(material: _Material, asked: PracticeRequest) -> None:
    """The page that answers back, and where it is."""
    from fcnkit.practice.web.bank import bank  # noqa: PLC0415  # what only this format needs
    from fcnkit.practice.web.web_page import FILE, page  # noqa: PLC0415

    held = bank(material.registry, material.plan, material.source, material.seed)
    content = page(material.registry, held, asked.langs[0] if len(asked.langs) == 1 else None)
    export_file(FILE, content, material.seed, asked.out)
    draws = sum(map(len, held.problems.values()))
    said = PAGE.format(file=asked.out / FILE, items=len(held.problems), draws=draws)
    say(said[material.speak])


def _write_pools(material: _Material, asked: PracticeRequest, size: int) -> None:
    """Pools of a blueprint, and which of them have fewer draws than were asked for."""
    made = pool_set(material.registry, material.plan, material.source, material.seed, size)
    for _ in export(ExportRequest(material.seed, asked.formats, asked.langs), [made], 1, asked.out, 1):
        pass
    draws = sum(1 for _ in made.entries)
    said = POOLS.format(pools=len(made.sections), draws=draws, points=made.points, out=asked.out)
    say(said[material.speak])
    for section in made.sections:
        if len(section.entries) < size:
            fewer = FEWER.format(pool=section.title, count=len(section.entries))
            say(markup.plain(fewer[material.speak]))


def warn_of_rare_letters(students: Sequence[str], lang: Lang) -> None:
    """Say whose names the paper's own fonts cannot print."""
    from fcnkit.practice.writers.paper_fonts import missing_glyphs  # noqa: PLC0415  # Matplotlib, which only paper needs

    names = [student for student in students if missing_glyphs(student)]
    if names:
        rare = RARE.format(names=", ".join(names), letters=" ".join(missing_glyphs("".join(names))))
        warn(rare[lang])
