"""An explanation in a text cell, where no variable holds it, is pointed out to whoever grades by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fcnkit.class_grading.best_notebook import notes
from fcnkit.course import Course
from fcnkit.grading.intake import find, handed_out, read, select
from fcnkit.grading.messages import Examination
from fcnkit.grading.results import ManualGrading, Outcome, QuestionResult

ASSIGNMENT = Course.find(Path(__file__)).assignment("04")


def _told(folder: Path, added: list[str], answer: str) -> list[str]:
    """What is said of a hand-out with these text cells more, whose question 6 has this answer."""
    document = json.loads((ASSIGNMENT.paths.handout / f"{ASSIGNMENT.name}.ko.ipynb").read_text(encoding="utf-8"))
    document["cells"] += [{"cell_type": "markdown", "metadata": {}, "source": text} for text in added]
    document["cells"].append({"cell_type": "code", "metadata": {}, "source": "mine = 1", "outputs": []})
    (folder / "kim.ipynb").write_text(json.dumps(document), encoding="utf-8")
    (found,) = find([folder / "kim.ipynb"])
    (notebook,) = select(read(found), handed_out(ASSIGNMENT)).notebooks
    (asked,) = (question for question in ASSIGNMENT.config.questions if question.rubric is not None)
    result = QuestionResult(
        id=asked.id, title=asked.title, outcome=Outcome.UNATTEMPTED, score=0, max_score=asked.points,
        checks=(), by_hand=ManualGrading(answer=answer, fingerprint="a"),
    )  # fmt: skip
    one = notebook, Examination(questions=(result,))
    return [note.en for note in notes(one, [one], ASSIGNMENT)]


@pytest.mark.parametrize(
    ("added", "answer", "is_told"),
    [
        (["튜플의 +는 이어 붙입니다."], "", True),
        (["튜플의 +는 이어 붙입니다."], "It joins.", False),
        ([" \n"], "", False),
        ([], "", False),
    ],
)
def test_text_of_the_students_own_is_told_where_the_answer_is_empty(
    added: list[str], answer: str, is_told: bool, tmp_path: Path
) -> None:
    told = _told(tmp_path, added, answer)
    assert [note for note in told if "text of the student's own" in note] == told
    assert bool(told) is is_told
