"""`fcnkit package`: the zip that students get, and the one that Otter and Gradescope grade with."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from fcnkit.bundles.autograder_zip import autograder_zip
from fcnkit.bundles.student_zip import student_zip
from fcnkit.bundles.variant_table import assign_variants, newcomers, read_variant_table, write_variant_table
from fcnkit.bundles.variant_zips import NO_VARIANTS, variant_zips
from fcnkit.commands.after_deadline import check_key_may_be_told
from fcnkit.commands.console import out as screen
from fcnkit.commands.console import say, say_remarks
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment
from fcnkit.errors import ConfigError
from fcnkit.quiz.feature import feature_of
from fcnkit.reports.gradescope import Visibility
from fcnkit.roster import read_roster
from fcnkit.text import Text

FOR_STUDENTS = Text(
    ko="학생에게 나누어 주세요. 시작하는 방법은 zip 안의 README.md에 있습니다.",
    en="for students: hand it out; its README.md says how to start",
)
VARIANTS_FOR_STUDENTS = Text(
    ko="학생마다 하나씩 나누어 주세요. 문제지마다 문제가 다릅니다. 채점에 쓰는 {file} 파일은 지우지 마세요.",
    en="for students: give each of them one, every variant asks other questions; keep {file}, which grading needs",
)
WHO_GETS_WHICH = Text(
    ko="누구에게 어느 문제지를 나누어 줄지 적은 표입니다. 지우지 마세요. "
    "이 표가 있으면 학생이 늘어도 이미 받은 문제지는 바뀌지 않습니다.",
    en="who gets which variant: keep it, since with it nobody's variant changes when the roster grows",
)
FOR_GRADERS = Text(
    ko="채점용: `otter run -a`나 `otter grade -a`에 쓰거나 Gradescope에 올리세요. "
    "숨은 검사가 들어 있으니 학생에게는 주지 마세요.",
    en="for grading: give it to `otter run -a` or `otter grade -a`, or upload it to Gradescope; "
    "it holds the hidden tests, so never hand it out",
)

TELLS_THE_KEY = Text(
    ko="이 zip으로 채점한 결과는 학생에게 퀴즈의 정답을 보여 줍니다. 모두의 마감이 지난 뒤에 쓰세요.",
    en="results of this zip show students the quiz's right answers: use it once everybody's deadline has passed",
)


def package(
    assignment: Assignment,
    out: Path,
    visibility: Visibility,
    isolation: str,
    variants: int | None,
    roster: Path | None,
    *,
    after_deadline: bool,
) -> None:
    """Write the zips into `out` and say what each is for.

    `visibility` and `isolation` hold for the one that grades. A quiz of which there are variants, or `variants` are
    wanted, gets a zip for each of them; with a roster also the table of who gets which. `after_deadline` lets students
    read a quiz's right answers; raises ConfigError for what is no quiz, and while the deadline is still ahead.
    """
    if after_deadline:
        check_key_may_be_told(assignment)
    lang = detect_lang()
    table = out / f"{assignment.name}-variants.csv"
    if roster is None:
        handed_out = variant_zips(assignment, out, variants) or [student_zip(assignment, out)]
    else:
        handed_out = _handed_out_by_name(assignment, out, variants, roster, table)
    kept = autograder_zip(assignment, out, visibility, isolation, after_deadline=after_deadline)
    if len(handed_out) > 1:
        shown = f"{handed_out[0]} … {handed_out[-1].name}"
        purpose = VARIANTS_FOR_STUDENTS.format(file=assignment.paths.variants)
    else:
        shown, purpose = str(handed_out[0]), FOR_STUDENTS
    tables = [] if roster is None else [(table, WHO_GETS_WHICH)]
    for path, why in ((shown, purpose), *tables, (kept, FOR_GRADERS)):
        screen.print(f"[bold]{escape(str(path))}[/]\n  {escape(why[lang])}", soft_wrap=True)
    if after_deadline:
        say(f"  {TELLS_THE_KEY[lang]}")


def _handed_out_by_name(assignment: Assignment, out: Path, wanted: int | None, roster: Path, table: Path) -> list[Path]:
    """The variants' zips, one for each student unless fewer are wanted, and the table of who gets which."""
    feature = feature_of(assignment)
    if not feature.has_variants:
        raise ConfigError(NO_VARIANTS, name=assignment.name, option="--roster")
    people = read_roster(roster)
    say_remarks(people.remarks, detect_lang())
    known = feature.variant_ids()
    given = read_variant_table(table, known)
    new = newcomers(people, given)
    in_use = max((known.index(row.variant) + 1 for row in given), default=1)
    zips = variant_zips(assignment, out, max(wanted or max(len(known), len(given) + len(new)), in_use))
    ids = feature.variant_ids()[: len(zips)]
    files = dict(zip(ids, (path.name for path in zips), strict=True))
    write_variant_table(table, assign_variants(new, given, ids), files)
    return zips
