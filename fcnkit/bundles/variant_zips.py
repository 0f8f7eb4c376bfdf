"""A student zip for each variant, as a quiz has them: the built handout with other questions in it."""

from __future__ import annotations

import json
from pathlib import Path

from fcnlab.hand_in import cell_id

from fcnkit.authoring.handout import ORIGIN, notebook_file, notebook_name
from fcnkit.bundles.student_zip import student_files
from fcnkit.course import Assignment
from fcnkit.errors import ConfigError
from fcnkit.quiz.feature import Feature, feature_of
from fcnkit.reproducible_zip import write_zip
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
    Raises ConfigError when the assignment has no variants, and StaleHandout as `student_zip` does.
    """
    feature = feature_of(assignment)
    if not feature.has_variants:
        if count is None:
            return []
        raise ConfigError(NO_VARIANTS, name=assignment.name, option="--variants")
    files, variants = student_files(assignment), feature.variants(count)
    names = [f"{assignment.name}-{number:02}.zip" for number in range(1, len(variants) + 1)]
    return [
        _write(assignment, into, name, _redrawn(assignment, files, id, variant))
        for name, (id, variant) in zip(names, variants.items(), strict=True)
    ]


def _write(assignment: Assignment, into: Path, name: str, files: dict[str, bytes]) -> Path:
    readme = files["README.md"].replace(f"{assignment.name}.zip".encode(), name.encode())
    members = {f"{assignment.name}/{file}": content for file, content in {**files, "README.md": readme}.items()}
    return write_zip(into / name, members)


def _redrawn(assignment: Assignment, files: dict[str, bytes], id: str, variant: Feature) -> dict[str, bytes]:
    """The handout's files with the variant's questions in both notebooks."""
    changed = {}
    for lang in LANGS:
        name = notebook_name(assignment, lang)
        by_tag = {variant.tag(place): text(lang) for place, text in variant.texts().items()}
        changed[name] = _notebook(files[name], id, lang, by_tag, variant.tag("answers"))
    return {**files, **changed}


def _notebook(handed_out: bytes, id: str, lang: Lang, texts: dict[str, str], answers: str) -> bytes:
    """`texts` by the tags of their cells; `answers` is the tag of the cell that students answer in."""
    content = json.loads(handed_out)
    cells = []
    for place, cell in enumerate(content["cells"]):
        kind, source = cell["cell_type"], "".join(cell["source"])
        tags = cell["metadata"].get("tags", [])
        for tag in tags:
            source = texts.get(tag, source)
        if answers in tags:
            source = f"{MARK.format(variant=id)[lang]}\n{source}"
        identity = cell_id(place, kind, source)
        cells.append({"cell_type": kind, "source": source, "metadata": cell["metadata"], "id": identity})
    return notebook_file(cells, {ORIGIN: {**content["metadata"][ORIGIN], "variant": id}})
