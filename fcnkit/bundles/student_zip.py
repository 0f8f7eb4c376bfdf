"""`NN-topic.zip`: everything that a student needs, in one folder, with nothing to fetch but the Python packages."""

from __future__ import annotations

import json
from pathlib import Path

from fcnlab.hand_in import cell_id

from fcnkit.authoring import handout_readme
from fcnkit.authoring.handout import MISSING, ORIGIN, STALE, fingerprint, notebook_name
from fcnkit.course import Assignment
from fcnkit.errors import UserError
from fcnkit.reproducible_zip import write_zip
from fcnkit.text import LANGS, Text

OUT_OF_DATE = Text(ko="최신이 아닙니다.", en="is not up to date")
NOT_BUILT = Text(ko="빌드가 만든 노트북이 아닙니다.", en="is no notebook that the build wrote")
OTHER_MASTER = Text(ko="지금의 원본으로 만든 것이 아닙니다.", en="is not made from the present master")
CHANGED = Text(ko="내용이 바뀌었거나 실행한 흔적이 있습니다(셀 {cell}).", en="has been changed or run (cell {cell})")


class StaleHandout(UserError):
    """What lies in `assignments/NN-topic/` is not what the build wrote from the present master."""


def student_zip(assignment: Assignment, into: Path) -> Path:
    """Write `into/NN-topic.zip` and return its path; equal files give equal bytes.

    The zip holds one folder `NN-topic/`: the hand-out and, where notebooks can import it, `fcnlab`.
    Raises StaleHandout when the handout is missing, or when it can be seen without building that it is out of date or
    has been worked in.
    """
    members = {f"{assignment.name}/{name}": content for name, content in student_files(assignment).items()}
    return write_zip(into / f"{assignment.name}.zip", members)


def student_files(assignment: Assignment) -> dict[str, bytes]:
    """What a student gets, by the names in their folder. Raises StaleHandout."""
    files = _handout(assignment)
    lab = assignment.course.fcnlab
    parts = [path for path in lab.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return files | {f"fcnlab/{path.relative_to(lab).as_posix()}": path.read_bytes() for path in parts}


def _handout(assignment: Assignment) -> dict[str, bytes]:
    """The handout's files by relative name; only what the build writes, whatever else lies there."""
    folder = assignment.paths.handout
    names = [*handout_readme.files(assignment), *(notebook_name(assignment, lang) for lang in LANGS)]
    names += [f"tests/{path.name}" for pattern in ("*.py", "*.json") for path in folder.glob(f"tests/{pattern}")]
    try:
        files = {name: (folder / name).read_bytes() for name in names}
    except FileNotFoundError as error:
        raise _stale(assignment, Path(error.filename), MISSING) from error
    for name, content in handout_readme.files(assignment).items():
        if files[name] != content:
            raise _stale(assignment, folder / name, OUT_OF_DATE)
    for lang in LANGS:
        name = notebook_name(assignment, lang)
        complaint = _complaint(files[name], assignment)
        if complaint:
            raise _stale(assignment, folder / name, complaint)
    return files


def _complaint(notebook: bytes, assignment: Assignment) -> Text | None:
    """What is wrong with a built notebook, as far as it can be seen without building."""
    try:
        content = json.loads(notebook)
        built_from = content["metadata"][ORIGIN]["master"]
        cells = [
            (cell["cell_type"], "".join(cell["source"]), cell["id"], cell.get("outputs")) for cell in content["cells"]
        ]
    except (ValueError, KeyError, TypeError, RecursionError):
        return NOT_BUILT
    if built_from != fingerprint(assignment):
        return OTHER_MASTER
    for place, (kind, source, identity, outputs) in enumerate(cells):
        if identity != cell_id(place, kind, source) or outputs:
            return CHANGED.format(cell=place + 1)
    return None


def _stale(assignment: Assignment, path: Path, what: Text) -> StaleHandout:
    return StaleHandout(STALE, path=path, what=what, number=assignment.name.split("-")[0])
