"""Every file that is given is somebody's or told as passed over, whatever it is called, and never another's."""

from __future__ import annotations

import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from handed_in import ASSIGNMENT, notebook, write_tree, zipped
from hypothesis import given
from hypothesis import strategies as st
from proof import examples

from fcnkit.grading.intake import Findings, Found, survey
from fcnkit.grading.intake.submission import readable

WORDS = st.sampled_from(
    """kim|Kim Minji|김민지|Group A-Lee|x|anon|LATE|late|Participant|20231237|20240312|2023-12390|12345|678901
    |111|1|1-2|assignsubmission|file|onlinetext|text|attempt|2026-11-10-10-00-00|submission|Nov 10, 2026 1005 AM
    |01-transposed-convolution|main|submitted|results|feedback|gradebook|hw|README|명단|사본|Copy of|(1)|tests|.git
    |__MACOSX|~$|=1+1|a;=2|\u202e|ｋim""".replace("\n    ", "").split("|")
)
JOINTS = st.sampled_from(["_", "_", "_", " - ", "-", " ", "", "_assignsubmission_file_", "_LATE_"])
ENDS = st.sampled_from([".ipynb"] * 4 + [".ko.ipynb", ".zip", ".html", ".txt", ".csv", ".sqlite", ".yml", "", "."])


@st.composite
def names(draw: st.DrawFn) -> str:
    """A name of parts of the platforms' forms."""
    parts = draw(st.lists(WORDS, min_size=1, max_size=7))
    name = parts[0] + "".join(draw(JOINTS) + part for part in parts[1:])
    return name.strip("/")[:80] or "x"


@st.composite
def trees(draw: st.DrawFn) -> dict[str, bytes]:
    """Files in folders, and each notebook with a code of its own."""
    files: dict[str, bytes] = {}
    for number in range(draw(st.integers(1, 6))):
        folders = draw(st.lists(names(), max_size=2))
        name = "/".join([*folders, draw(names()) + draw(ENDS)])
        name = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), name)
        parts = name.split("/")
        above = {"/".join(parts[:length]) for length in range(1, len(parts))}
        if above & files.keys() or any(one.startswith(f"{name}/") for one in files) or {".", ".."} & set(parts):
            continue
        content = notebook(f"answer = {number}")
        inside = draw(st.sampled_from([["hw.ipynb"], ["kim_12345_67890_h.ipynb", "lee_12346_67891_h.ipynb"]]))
        files[name] = zipped(dict.fromkeys(inside, content)) if name.endswith(".zip") else content
    return files | {"one more.ipynb": b""}  # a folder in which everything is hidden is refused


def claims(findings: Findings) -> Counter[str]:
    """How often each file or folder is told of; a zip that is a class is told of by what is in it."""
    told = [shown for one in findings.people for shown in (*(entry.shown for entry in one.entries), *one.beside)]
    counted = Counter(shown for shown in [*told, *findings.passed_over] if "!" not in shown)
    return counted + Counter({shown.partition("!")[0] for shown in [*told, *findings.passed_over] if "!" in shown})


def check_each_has_one_owner(files: dict[str, bytes], findings: Findings) -> None:
    """Names are below the place, which may be a folder inside the one that is given."""
    told = claims(findings)
    folders = {shown.removesuffix(".") for shown in told if shown.endswith(("/", "/."))}
    alone = Counter({shown: count for shown, count in told.items() if not shown.endswith(("/", "/."))})
    left = 0
    for name in map(readable, files):
        if name in alone:
            continue
        if any(f"/{shown}" in f"/{name}" for shown in folders):
            left += 1
        else:
            assert any(f"/{name}".endswith(f"/{shown}") for shown in alone), f"{name} is nobody's"
    assert alone.total() == len(files) - left


@examples(100)
@given(trees(), st.sampled_from(["", ASSIGNMENT]))
def test_every_file_belongs_to_one_row_or_is_passed_over(files: dict[str, bytes], assignment: str) -> None:
    with tempfile.TemporaryDirectory() as root:
        findings = survey([write_tree(Path(root) / "class", files)], assignment)
        check_each_has_one_owner(files, findings)
        assert len({one.student.casefold() for one in findings.people}) == len(findings.people)


@examples(50)
@given(trees(), st.sampled_from(["", ASSIGNMENT]))
def test_so_it_does_in_a_zip_which_else_is_one_persons(files: dict[str, bytes], assignment: str) -> None:
    with tempfile.TemporaryDirectory() as root:
        path = Path(root) / "download.zip"
        path.write_bytes(zipped(files))
        findings = survey([path], assignment)
        if [entry.shown for one in findings.people for entry in one.entries] == ["download.zip"]:
            return
        inside = [replace(one, entries=(), beside=tuple(inner(told_by(one)))) for one in findings.people]
        findings = Findings(tuple(inside), tuple(inner(findings.passed_over)))
        check_each_has_one_owner(files, findings)


def told_by(one: Found) -> list[str]:
    return [*(entry.shown for entry in one.entries), *one.beside]


def inner(shown: Iterable[str]) -> list[str]:
    return [each.removeprefix("download.zip!") for each in shown]
