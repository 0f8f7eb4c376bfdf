"""`fcnkit similar`: what makes two hand-ins alike, and what does not."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from graded_terms import COURSE, answered, graded

from fcnkit.cli import main
from fcnkit.course import Question
from fcnkit.grading.results import CheckResult, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.reports.instructor_pages import similar_page
from fcnkit.reports.similar_pairs import Similar
from fcnkit.teaching.code_prints import blocks
from fcnkit.teaching.copied_work import Work, similar
from fcnkit.text import LANGS, Lang, Text


def repr_of(text: str) -> str:
    """A name for a hostile text."""
    return ascii(text[:10])


TITLE = Text(ko="제목", en="title")
LONG = Question(id="q1", title=Text(ko="긴 문제", en="long one"), points=1, functions=("area",))
SHORT = Question(id="q2", title=Text(ko="짧은 문제", en="short one"), points=1, functions=("double",))
DOUBLE = "def double(x):\n    return 2 * x\n"
PLAIN = """def area(boxes, limit):
    total = 0
    for left, top, right, bottom in boxes:
        width = max(0, right - left)
        height = max(0, bottom - top)
        if width * height > limit:
            total += width * height
        else:
            total += limit * (width + height) / 4
    kept = [box for box in boxes if box[2] - box[0] > 3 and box[3] - box[1] > 3]
    return total / max(1, len(kept))
"""
DISGUISED = '''# 넓이를 구한다
def area(상자들, 한계):
    """상자의 넓이"""
    합 = 0
    for a, b, c, d in 상자들:  # 하나씩
        w = max(0, (c - a))
        h = max(0, (d - b))
        if (w * h) > 한계:
            합 = 합 + w * h
        else:
            합 = 합 + 한계 * (w + h) / 4
    남은것 = [x for x in 상자들 if x[2] - x[0] > 3 and x[3] - x[1] > 3]
    return 합 / max(1, len(남은것))
'''


def own(number: int) -> str:
    """Somebody's own way, unlike any other's."""
    names = f"{number:b}abcdefghij".replace("0", "o").replace("1", "i")
    steps = "\n".join(
        f"    x = x.{name}(boxes[{number}], {at}) {sign} y.{name}{number}[{number + at}]"
        for at, (name, sign) in enumerate(zip(names, "+-*/%|&^@<", strict=False))
    )
    return f"def area(boxes, limit):\n    x = y = {number}\n{steps}\n    return x\n"


def class_of(*extra: Work) -> list[Work]:
    return [*extra, *(Work(f"s{number}", code=own(number) + DOUBLE) for number in range(20, 32))]


def compared(*extra: Work, handed_out: tuple[str, ...] = ()) -> Similar:
    return similar(class_of(*extra), [LONG, SHORT], handed_out)


def labels(found: Similar) -> list[set[str]]:
    return [{side.label for side in pair.sides} for pair in found.pairs]


def wrong(label: str, *reasons: str) -> Work:
    """A result with one question per reason, in which one check failed for it."""
    questions = tuple(
        QuestionResult(
            id=f"q{number}", title=TITLE, outcome=Outcome.FAILED, score=0, max_score=1,
            checks=(
                CheckResult(
                    name="test_a", question=f"q{number}", title=TITLE, points=1, outcome=Outcome.FAILED,
                    misconception=reason or None,
                ),
            ),
            misconceptions=answered("q", reason).misconceptions if reason else (),
        )
        for number, reason in enumerate(reasons, 1)
    )  # fmt: skip
    result = SubmissionResult(
        assignment="01-a", student=label, submission=label, lang="ko", status=Status.GRADED, score=0, max_score=1,
        questions=questions,
    )  # fmt: skip
    return Work(label, result=result)


def test_a_disguised_copy_is_found_and_its_lines_marked() -> None:
    found = compared(Work("a", code=PLAIN + DOUBLE), Work("b", code=f"import math\n\n{DOUBLE}\n\n{DISGUISED}"))
    assert labels(found) == [{"a", "b"}]
    (pair,) = found.pairs
    assert pair.likeness is not None
    assert pair.likeness > 0.9
    marked = {line.text.strip() for line in pair.sides[1].lines if line.is_shared}
    assert "w = max(0, (c - a))" in marked
    assert not marked & {"# 넓이를 구한다", "return 2 * x"}


def test_short_answers_are_no_suspicion_and_the_page_says_so() -> None:
    found = compared()
    assert not found.pairs
    assert found.short == (SHORT.title,)


def test_what_was_handed_out_is_taken_away() -> None:
    works = [Work("a", code=PLAIN), Work("b", code=DISGUISED)]
    assert not compared(*works, handed_out=(PLAIN,)).pairs


def test_what_many_wrote_says_nothing() -> None:
    many = [Work(f"m{number}", code=PLAIN) for number in range(20)]
    assert not compared(*many).pairs


def test_the_same_rare_mistakes_count_and_common_ones_do_not() -> None:
    rare = [wrong("a", "one", "two", "three"), wrong("b", "one", "two", "three")]
    rest = [wrong(f"s{number}", "common", "common", "common") for number in range(30)]
    found = similar([*rare, *rest], [LONG], [])
    assert labels(found) == [{"a", "b"}]
    assert found.pairs[0].likeness is None
    assert [each.count for each in found.pairs[0].mistakes] == [2, 2, 2]
    assert found.pairs[0].mistakes[0].reasons == (Text(ko="one", en="one"),)


def test_wrong_without_a_known_reason_is_no_evidence() -> None:
    assert not similar([wrong("a", "", "", ""), wrong("b", "", "", ""), *class_of()], [LONG], []).pairs


def test_earlier_terms_are_compared_with_but_not_among_themselves_and_nobody_with_themself() -> None:
    old = [Work(f"old{number}", code=PLAIN, is_earlier=True) for number in range(2)]
    assert not compared(*old).pairs
    assert labels(compared(Work("a", code=DISGUISED), *old)) == [{"a", "old0"}, {"a", "old1"}]
    assert not compared(Work("Kim", code=PLAIN), Work("kim", code=PLAIN, is_earlier=True)).pairs


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("lang", LANGS)
def test_tiny_classes_have_a_page(count: int, lang: Lang) -> None:
    found = similar([Work(f"<b>{n}", code="<script>" + PLAIN) for n in range(count)], [LONG], [])
    page = similar_page(found, TITLE, lang)
    assert "nan" not in page
    assert "<b>" not in page
    assert len(found.pairs) == (count == 2)


@pytest.mark.parametrize(
    "text",
    [
        *('"""\\' * 40_000, "'" * 99_999, '"' * 100_000, "\\" * 100_000, "(" * 100_000, "a" * 1_000_000),
        "def f():\n" * 20_000,
     "\n" * 100_000, "f'''{" * 30_000, "\ud800\0" * 1000, "가" * 100_000, "+=" * 50_000, "1" * 100_000],
    ids=repr_of,
)  # fmt: skip
def test_hostile_code_takes_linear_time(text: str) -> None:
    start = time.process_time()
    for block in blocks(text):
        block.prints()
    assert time.process_time() - start < 5


def notebook(path: Path, code: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    cell = {"cell_type": "code", "metadata": {}, "source": code, "outputs": [], "execution_count": None, "id": "a"}
    content = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(content), encoding="utf-8")


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["--ui-lang", "en", "similar", *map(str, arguments)])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_the_command_reads_hand_ins_and_leaves_the_page_in_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(COURSE.root)
    people = {f"name: s{number}": [answered("q1")] for number in range(20, 30)}
    folder = graded(tmp_path / "now", "01", {**people, "name: kim": [answered("q1")]})
    old = graded(tmp_path / "old", "01", {"name: lee": [answered("q1")]})
    for number in range(20, 30):
        notebook(tmp_path / "in" / f"s{number}.ipynb", own(number).replace("area", "transposed_conv2d"))
    notebook(tmp_path / "in" / "kim.ipynb", PLAIN.replace("area", "transposed_conv2d"))
    notebook(tmp_path / "before" / "lee.ipynb", DISGUISED.replace("area", "transposed_conv2d"))
    both = ("--submissions", tmp_path / "in", "--submissions", tmp_path / "before")
    assert run(folder, old, *both) == 0
    told = capsys.readouterr().out
    assert "Students: 11, hand-ins read: 12, places to look: 1" in told
    assert "--submissions" not in told
    assert "kim" in (folder / "similar.html").read_text(encoding="utf-8")
    assert run(folder, old, "--submissions", tmp_path / "in") == 0
    assert f"they hold no code: {old}. To compare the code, too, add `--submissions" in capsys.readouterr().out
    assert run(folder) == 0
    assert "wrong answers alone" in (folder / "similar.html").read_text(encoding="utf-8")


def test_what_does_not_fit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(COURSE.root)
    folders = [graded(tmp_path / number, number, {"name: kim": [answered("q1")]}) for number in ("01", "02")]
    assert run(*folders) == 2
    assert str(folders[1]) in capsys.readouterr().err
    assert run(folders[0], "--submissions", tmp_path, "--submissions", "b") == 2
    assert "--submissions b" in capsys.readouterr().err
