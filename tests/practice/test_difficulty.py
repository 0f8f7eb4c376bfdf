"""Difficulty from data: files as Moodle, Canvas and the practice page write them, and classes whose truth is known."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections import Counter
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from this_course import REGISTRY

from fcnkit.cli import main
from fcnkit.errors import UserError
from fcnkit.practice.blueprint import read_blueprint
from fcnkit.practice.compose import practice_sets
from fcnkit.practice.export_sets import ExportRequest, export
from fcnkit.practice.rasch import rasch
from fcnkit.practice.responses import Response, read_responses
from fcnkit.practice.writers import Format
from fcnkit.practice.written import Written, read_written
from fcnkit.teaching.item_difficulty import ENOUGH, difficulties

HEADS = {
    "en": (
        "Last name,First name,Email address,Status,Started,Completed,Duration,Grade/10.00",
        ("Question {}", "Response {}", "Right answer {}"),
    ),
    "ko": ("성,이름,이메일 주소,상태,시작,완료,소요 시간,성적/10.00", ("질문 {}", "응답 {}", "정답 {}")),
    "de": (
        "Nachname,Vorname,E-Mail-Adresse,Status,Begonnen,Beendet,Dauer,Bewertung/10",
        ("Frage {}", "Antwort {}", "Richtige Antwort {}"),
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("practice") / "out"
    plan, source = read_blueprint(None, REGISTRY)
    sets = practice_sets(REGISTRY, plan, source, 5, 1, [])
    list(export(ExportRequest(5, (Format.MOODLE, Format.QTI), ("en",)), sets, 1, out, 1))
    return out


@pytest.fixture(scope="module")
def questions(folder: Path) -> dict[str, str]:
    """What each item's question says in Moodle, without tags."""
    (path,) = folder.glob("*.moodle.xml")
    said = {}
    for question in ElementTree.parse(path).getroot().iter("question"):  # noqa: S314  # ours
        if uid := question.findtext("idnumber"):
            html = question.findtext("questiontext/text", "")
            plain = unescape(re.sub(r"<[^<>]*>", " ", html)).partition("{1:")[0]
            said[re.sub(r"-[0-9a-f]{12}(-[0-9a-f]{6})?-en$", "", uid)] = f"{plain}: one; two"
    return said


def moodle(path: Path, questions: list[str], rows: dict[str, list[tuple[str, str]]], lang: str = "en") -> Path:
    front, heads = HEADS[lang]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    numbered = [head.format(number) for number in range(1, len(questions) + 1) for head in heads]
    writer.writerow([*front.split(","), *numbered])
    for mail, answers in rows.items():
        cells = [cell for asked, pair in zip(questions, answers, strict=True) for cell in (asked, *pair)]
        writer.writerow(["Kim", "Ha", mail, "Finished", "2 March 2026  9:00 AM", "-", "5 mins", "7.00", *cells])
    path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    return path


def canvas(path: Path, questions: list[str], rows: dict[str, list[str]]) -> Path:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    asked = [cell for number, said in enumerate(questions) for cell in (f"{700 + number}: {said}", "2.0")]
    writer.writerow(["name", "id", "section", "section_id", "submitted", *asked, "n correct", "n incorrect", "score"])
    for id, points in rows.items():
        cells = [cell for each in points for cell in ("said", each)]
        writer.writerow(["Ha Kim", id, "A", "3", "2026-03-02 09:00:00 UTC", *cells, "1", "1", "2"])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def test_each_question_of_a_set_is_told_in_what_moodle_and_canvas_say(folder: Path, questions: dict[str, str]) -> None:
    written = read_written(folder)
    assert written.items == questions.keys()
    assert {item: written.item_of(said) for item, said in questions.items()} == {item: item for item in questions}
    assert written.item_of("Something else altogether, which nobody has written in any set of ours") is None


def test_keys_that_excel_has_saved_are_read(folder: Path, tmp_path: Path) -> None:
    saved = shutil.copytree(folder, tmp_path / "saved")
    keys = (saved / "keys.csv").read_text(encoding="utf-8-sig")
    (saved / "keys.csv").write_text(f"{keys.replace(',', ';')}2;1;김;1\n", encoding="cp949", errors="replace")
    assert sorted(read_written(saved).questions) == sorted(read_written(folder).questions)


def test_keys_with_a_cell_that_is_no_items_are_told(folder: Path, tmp_path: Path) -> None:
    saved = shutil.copytree(folder, tmp_path / "saved")
    with (saved / "keys.csv").open("a", encoding="utf-8") as file:
        file.write(f"1,{'x' * 200_000}\n")
    with pytest.raises(UserError, match=r"keys\.csv: cannot be read; it is not as `fcnkit practice` wrote it"):
        read_written(saved)


@pytest.mark.parametrize("lang", HEADS)
def test_moodles_responses_in_any_language(lang: str, folder: Path, questions: dict[str, str], tmp_path: Path) -> None:
    items = ["yolo-depth", "tuple-concatenation", "conv-size"]
    rows = {
        "a@example.edu": [("615", "615"), ("(96, 64, 3)", "(96,64,3)"), ("-", "10")],
        "b@example.edu": [("615.0", "615"), ("(3, 96, 64)", "(96, 64, 3)"), ("11", "10")],
        "c@example.edu": [("-", "615"), ("-", "(96, 64, 3)"), ("-", "10")],
    }
    path = moodle(tmp_path / "responses.csv", [questions[item] for item in items], rows, lang)
    found = read_responses(path, read_written(folder))
    assert {(each.student[0], each.item): each.is_right for each in found} == {
        ("a", "yolo-depth"): True, ("a", "tuple-concatenation"): True, ("a", "conv-size"): False,
        ("b", "yolo-depth"): True, ("b", "tuple-concatenation"): False, ("b", "conv-size"): False,
    }  # fmt: skip


def test_canvas_tells_points_and_leaves_out_who_had_another_draw(
    folder: Path, questions: dict[str, str], tmp_path: Path
) -> None:
    asked = [questions["yolo-depth"], questions["conv-size"]]
    path = canvas(tmp_path / "analysis.csv", asked, {"7": ["2.0", "1.0"], "8": ["", "2.0"]})
    found = read_responses(path, read_written(folder))
    assert {(each.student, each.item): each.is_right for each in found} == {
        ("Ha Kim/7", "yolo-depth"): True,
        ("Ha Kim/7", "conv-size"): False,
        ("Ha Kim/8", "conv-size"): True,
    }


def test_of_several_attempts_the_first_counts(folder: Path, questions: dict[str, str], tmp_path: Path) -> None:
    path = canvas(tmp_path / "analysis.csv", [questions["yolo-depth"]], {"7": ["2.0"]})
    head, row = path.read_text("utf-8").splitlines()
    newest_first = [row, row.replace("said,2.0", "said,0.0")]
    path.write_text("\n".join([head, *newest_first]), encoding="utf-8")
    assert [each.is_right for each in read_responses(path, read_written(folder))] == [False]
    numbered = [row.replace("UTC,", "UTC,2,"), row.replace("UTC,said,2.0", "UTC,1,said,0.0")]
    path.write_text("\n".join([head.replace("submitted,", "submitted,attempt,"), *numbered[::-1]]), encoding="utf-8")
    assert [each.is_right for each in read_responses(path, read_written(folder))] == [False]


def test_a_practice_pages_progress_needs_no_questions(tmp_path: Path) -> None:
    path = tmp_path / "practice-progress.json"
    cards = {"yolo-depth": {"box": 1, "due": 0, "seen": 3, "once": 2}, "conv-size": {"seen": 1, "once": 0}}
    path.write_text(json.dumps({"form": "fcnkit practice progress 1", "course": "x", "items": cards}), encoding="utf-8")
    assert {each.item: each.is_right for each in read_responses(path, None)} == {"yolo-depth": True, "conv-size": False}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,b\n1,2\n", "no responses; download as CSV"),
        ("{}", "no responses"),
        ("{", "no responses"),
        ("", "no responses"),
        ('{"form": "fcnkit practice progress 1", "items": {"a": 3}}', "no responses"),
        ('{"form": "fcnkit practice progress 1", "items": {"a": {"once": 1e999, "seen": 1}}}', "no responses"),
        ('{"form": "fcnkit practice progress 1", "items": {"\\u001b[2J": {"once": 1, "seen": 1}}}', "no responses"),
        ('{"form": "fcnkit practice progress 1", "items": {"\\ud800": {"once": 1, "seen": 1}}}', "no responses"),
        pytest.param('{"form": ' + "[" * 100_000, "no responses", id="deep"),
        pytest.param(
            f"Email address,Question 1,Response 1,Right answer 1\na@b,What?,{'1' * 200_000},1\n",
            "no responses",
            id="long",
        ),
        ("Email address,Question 1,Response 1,Right answer 1\na@b,What?,1,1\n", "none of its questions"),
    ],
)
def test_other_files_are_one_sentence(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=said) as caught:
        read_responses(path, Written((("a", "somethingelse"),)))
    assert caught.value.text.ko


def simulated(truth: list[float], students: int, seed: int, per_student: int) -> list[Response]:
    """Answers by the Rasch model; each student has some of the items, as pools give them."""
    draw = np.random.default_rng(seed)
    found = []
    for student, ability in enumerate(draw.normal(0, 1.2, students)):
        for item in draw.choice(len(truth), per_student, replace=False):
            chance = 1 / (1 + np.exp(truth[item] - ability))
            found.append(Response(str(student), f"item{item:02}", bool(draw.random() < chance)))
    return found


def test_known_difficulties_lie_within_the_interval() -> None:
    truth = [float(value) for value in np.linspace(-2, 2, 12)]
    inside = 0
    for seed in range(10):
        for at, each in enumerate(difficulties(simulated(truth, 200, seed, 8), {})):
            assert each.logit_interval is not None
            inside += each.logit_interval[0] <= truth[at] <= each.logit_interval[1]
    assert inside / (10 * len(truth)) == pytest.approx(0.95, abs=0.05)


def test_all_of_two_items_solved_alike_are_equally_hard_and_order_does_not_count() -> None:
    table = (np.random.default_rng(3).random((80, 5)) < [0.2, 0.4, 0.5, 0.7, 0.9]).astype(float)
    found, turned = rasch(table), rasch(table[::-1, ::-1])
    assert found.difficulties == pytest.approx(turned.difficulties[::-1], abs=1e-4)
    assert list(found.difficulties) == sorted(found.difficulties, reverse=True)
    doubled = rasch(np.hstack([table, table[:, :1]]))
    assert doubled.difficulties[0] == pytest.approx(doubled.difficulties[-1], abs=1e-6)


def test_a_small_class_has_shares_and_no_model() -> None:
    few = difficulties(simulated([0.0, 1.0], ENOUGH - 15, 1, 2), {"item00": 2, "item01": 2})
    assert all(
        (each.logit, each.discrimination, each.proposed, each.is_flagged) == (None, None, None, False) for each in few
    )
    assert all("Too few" in each.remarks[0].en for each in few)
    (easy,) = difficulties([Response(str(n), "x", is_right=True) for n in range(9)], {})
    assert not easy.is_flagged
    assert difficulties([], {}) == []
    (one,) = difficulties([Response("a", "x", is_right=True)], {})
    assert (one.facility, one.facility_interval[1], one.difficulty) == (1, 1, None)


def test_another_difficulty_is_proposed_where_the_interval_says_so_and_odd_items_are_flagged() -> None:
    found = simulated([-2.5, 0.0, 2.5, 0.0, 0.5, -0.5, 1.0, -1.0], 300, 2, 8)
    solved = Counter(each.student for each in found if each.is_right)
    draw = np.random.default_rng(4)
    odd = [
        Response(student, "odd", bool(draw.random() < (0.2 if count > 4 else 0.7))) for student, count in solved.items()
    ]
    told = {each.item: each for each in difficulties([*found, *odd], {"item00": 3, "item01": 2, "item02": 1, "odd": 2})}
    assert (told["item00"].proposed, told["item02"].proposed) == (1, 3)
    assert told["item01"].proposed is None
    assert [name for name, each in told.items() if each.is_flagged] == ["item02", "odd"]
    easy = [Response(str(student), "easy", is_right=True) for student in range(60)]
    (flagged,) = difficulties(easy, {"easy": 1})
    assert "tells nothing" in flagged.remarks[-1].en


def test_items_that_no_student_has_in_common_are_on_no_scale() -> None:
    one, other = simulated([0.0, 0.5], 60, 1, 2), simulated([0.0, 0.5], 60, 2, 2)
    apart = [*one, *(Response(f"b{each.student}", f"b{each.item}", each.is_right) for each in other)]
    assert {each.logit for each in difficulties(apart, {})} == {None}


def status(*arguments: str | Path) -> object:
    with pytest.raises(SystemExit) as ended:
        main([*map(str, arguments)])
    return ended.value.code


def test_the_command_writes_a_table(
    folder: Path,
    questions: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(REGISTRY.course.root)
    asked = [questions["yolo-depth"], questions["conv-size"]]
    rows = {str(number): ["2.0", "2.0" if number % 3 else "0.0"] for number in range(45)}
    path, out = canvas(tmp_path / "analysis.csv", asked, rows), tmp_path / "difficulty.csv"
    assert status("difficulty", path, "--practice", folder, "--out", out) == 0
    table = {row["item"]: row for row in csv.DictReader(io.StringIO(out.read_text("utf-8-sig"), newline=""))}
    assert (table["conv-size"]["students"], table["conv-size"]["facility"]) == ("45", "0.667")
    assert table["yolo-depth"]["look_at_it"] == "x"
    assert "45" in capsys.readouterr().out
    assert status("difficulty", path, "--practice", folder, "--out", out) == 2
    assert status("difficulty", path, "--out", tmp_path / "other.csv") == 2
    assert status("difficulty", path, "--practice", tmp_path, "--out", tmp_path / "other.csv") == 2
    assert not (tmp_path / "other.csv").exists()
