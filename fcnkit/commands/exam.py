"""`fcnkit exam`: forms, seat plan, papers and answer sheets in one print file, keys and rubric."""

from __future__ import annotations

from fcnkit.commands.console import say, say_remarks
from fcnkit.commands.exam_request import ExamRequest
from fcnkit.commands.practice import warn_of_rare_letters
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Course
from fcnkit.exams.build_exam import Class, Person, build
from fcnkit.exams.exam_files import export
from fcnkit.exams.forms import FormSpec, forms
from fcnkit.exams.record import FILE
from fcnkit.exams.seed import secret_seed
from fcnkit.practice.blueprint import read_blueprint
from fcnkit.practice.registry import load_registry
from fcnkit.practice.takers import takers
from fcnkit.roster import read_roster
from fcnkit.text import Text

DONE = Text(
    ko="문제지 {forms}종, 학생 {people}명, 여분 {spares}부: {out}",
    en="Forms: {forms}, students: {people}, spare copies: {spares}. Open {out}",
)
PRINT = Text(
    ko="{files} 파일을 실제 크기(100%)로 인쇄하세요. 자리 순서대로 나옵니다. {record:은} 답안지를 읽을 때 필요하며, "
    "정답이 들어 있습니다.",
    en="Print {files} in actual size (100 %); copies come in the order of the seats. {record} is needed to read the "
    "sheets, and holds the keys.",
)


def exam(course: Course, asked: ExamRequest) -> None:
    """Write the exam below `asked.out` and say what to print."""
    registry = load_registry(course)
    plan, source = read_blueprint(asked.blueprint, registry)
    roster = read_roster(asked.roster)
    speak = asked.langs[0] if len(asked.langs) == 1 else detect_lang()
    say_remarks(roster.remarks, speak)
    everybody = takers(roster)
    people = [Person(taker.file_name, student.id) for taker, student in zip(everybody, roster.students, strict=True)]
    warn_of_rare_letters([person.name for person in people], speak)
    seed = secret_seed(asked.seed_file)
    made = forms(registry, plan, source, seed, FormSpec(asked.forms, asked.has_own_numbers))
    built = build(registry, made, Class(people, asked.columns, asked.spares), seed)
    printed = export(built, asked.langs, asked.out)
    done = DONE.format(forms=len(made), people=len(people), spares=asked.spares, out=asked.out)
    say(done[speak])
    said = PRINT.format(files=", ".join(path.name for path in printed), record=FILE)
    say(said[speak])
