"""`fcnkit practice --preview`: one item in the terminal, with its answer and solution."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.panel import Panel
from rich.syntax import Syntax
from rich.table import Table as Grid
from rich.text import Text as Styled

from fcnkit.commands.console import out as screen
from fcnkit.course import Course
from fcnkit.practice import markup
from fcnkit.practice.answers import Answer, Choice, Explanation, FillIn, Matching
from fcnkit.practice.document_blocks import Block, Code, Figure, Paragraph, Table
from fcnkit.practice.item import sample
from fcnkit.practice.item_texts import LETTERS, MESSAGES, paired, points_of
from fcnkit.practice.registry import load_registry
from fcnkit.practice.selection import BOOK
from fcnkit.practice.values import format_value
from fcnkit.text import Lang, Text

ABOUT = Text(
    ko="{topic} · 난이도 {difficulty} · {minutes}분 · {book}",
    en="{topic} · difficulty {difficulty} · {minutes} min · {book}",
)
STYLES = {"strong": "bold", "code": "cyan", "math": "italic", "sub": "italic", "sup": "italic", "plain": ""}


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
        heading = MESSAGES["model_answer" if isinstance(problem.answer, Explanation) else "solution"]
        screen.print(Styled(heading[lang], "bold green"))
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
                why = _styled(option.why[lang]) if option.why else Styled(f"✓ {MESSAGES['answer'][lang]}", "bold green")
                grid.add_row(LETTERS[index], _shown(option.content, lang), why)
            screen.print(grid)
        case Matching():
            _pairs(answer, lang)
        case FillIn():
            _gaps(answer, lang)
        case Explanation():
            _rubric(answer, lang)


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


def _rubric(answer: Explanation, lang: Lang) -> None:
    for each in answer.criteria:
        screen.print(Styled(f"{points_of(each.points)[lang]}  ", "bold green") + _styled(each.text[lang]))
    for wrong in answer.misconceptions:
        screen.print(Styled(f"✗ {markup.plain(format_value(wrong.value)[lang])}  ", "dim") + _styled(wrong.why[lang]))


def _styled(text: str) -> Styled:
    runs = markup.runs(text)
    parts = ((f"^{run.text}" if run.kind == "sup" else run.text, STYLES[run.kind]) for run in runs)
    # Rich ends a line of Korean that just fits with …, as it counts the space behind it by letters, not by columns.
    return Styled.assemble(*parts, overflow="fold")
