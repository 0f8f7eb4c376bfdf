"""A student zip for each variant of a quiz: the built handout with other questions in it."""

from __future__ import annotations

import json
from pathlib import Path

from fcnlab.hand_in import cell_id

from fcnkit.authoring import quiz_cells
from fcnkit.authoring.handout import ORIGIN, notebook_file, notebook_name
from fcnkit.bundles.student_zip import student_files
from fcnkit.course import Assignment
from fcnkit.errors import ConfigError
from fcnkit.quiz.questions import Quiz
from fcnkit.quiz.variants import more_variants, read_variants
from fcnkit.reproducible_zip import write_zip
from fcnkit.terminology import Terminology, read
from fcnkit.text import LANGS, Lang, Text

MARK = Text(ko="# 문제지: {variant}", en="# variant: {variant}")
"""The first line of the answer sheet's cell. The metadata say the same, but not every platform keeps them."""

NO_VARIANTS = Text(
    ko="{name} 과제는 문제를 뽑아서 내는 과제가 아니어서 문제지가 하나뿐입니다. {option:을} 빼세요.",
    en="{name} has no variants, its questions are not drawn; leave out {option}",
)


def variant_zips(assignment: Assignment, into: Path, count: int | None) -> list[Path]:
    """Write `into/NN-topic-01.zip` and so on, one for each of `count` variants, and return their paths.

    Variants that were made before come first and stay as they are; `count` None means just these, which may be none.
    Raises ConfigError when the assignment is no quiz, and StaleHandout as `student_zip` does.
    """
    if not assignment.config.quiz:
        if count is None:
            return []
        raise ConfigError(NO_VARIANTS, name=assignment.name, option="--variants")
    terminology = read(assignment.terminology)
    known = read_variants(assignment.variants, terminology)
    files = student_files(assignment)
    variants = known if count is None else more_variants(assignment.variants, terminology, count)
    return [
        _write(
            assignment, into, f"{assignment.name}-{number:02}.zip", _redrawn(assignment, files, id, quiz, terminology)
        )
        for number, (id, quiz) in enumerate(variants.items(), 1)
    ]


def _write(assignment: Assignment, into: Path, name: str, files: dict[str, bytes]) -> Path:
    readme = files["README.md"].replace(f"{assignment.name}.zip".encode(), name.encode())
    members = {f"{assignment.name}/{file}": content for file, content in {**files, "README.md": readme}.items()}
    return write_zip(into / name, members)


def _redrawn(
    assignment: Assignment, files: dict[str, bytes], id: str, quiz: Quiz, terminology: Terminology
) -> dict[str, bytes]:
    """The handout's files with the variant's questions in both notebooks."""
    changed = {}
    for lang in LANGS:
        name = notebook_name(assignment, lang)
        changed[name] = _notebook(files[name], id, lang, quiz_cells.texts(quiz, terminology, lang))
    return {**files, **changed}


def _notebook(handed_out: bytes, id: str, lang: Lang, texts: dict[str, str]) -> bytes:
    content = json.loads(handed_out)
    cells = []
    for place, cell in enumerate(content["cells"]):
        kind, source = cell["cell_type"], "".join(cell["source"])
        tags = cell["metadata"].get("tags", [])
        for tag in tags:
            source = texts.get(tag, source)
        if quiz_cells.ANSWERS_TAG in tags:
            source = f"{MARK.format(variant=id)[lang]}\n{source}"
        identity = cell_id(place, kind, source)
        cells.append({"cell_type": kind, "source": source, "metadata": cell["metadata"], "id": identity})
    return notebook_file(cells, {ORIGIN: {**content["metadata"][ORIGIN], "variant": id}})
