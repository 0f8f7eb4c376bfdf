"""One notebook file: what is taken from it, and the one sentence that refuses it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from handed_in import notebook, only, refusal

from fcnkit.grading.intake import Cell, Submission, find, read
from fcnkit.grading.intake.disk import MAX_BYTES
from fcnkit.grading.intake.notebook_parser import MAX_SOURCE, MAX_VALUES
from fcnkit.grading.intake.old_format import MAX_CELLS

LAST_OF_4 = '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "answer = 1"}]}'


def read_file(tmp_path: Path, content: bytes) -> Submission:
    path = tmp_path / "hw.ipynb"
    path.write_bytes(content)
    return only(path)


def test_only_code_cells_are_kept_and_counted_as_a_reader_counts(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "source": "# 과제"},
        {"cell_type": "code", "source": ["a = 1\n", "b = 2"]},
        {"cell_type": "raw", "source": ""},
        {"cell_type": "code", "source": "한글 = '\N{SLIGHTLY SMILING FACE}'"},
    ]
    submission = read_file(tmp_path, json.dumps({"nbformat": 4, "cells": cells}).encode())
    assert submission.problem is None
    assert submission.cells == (Cell(2, "a = 1\nb = 2"), Cell(4, "한글 = '\N{SLIGHTLY SMILING FACE}'"))


def test_metadata_is_a_hint(tmp_path: Path) -> None:
    ours = {"lang": "en", "assignment": "01-transposed-convolution", "variant": "7"}
    submission = read_file(tmp_path, notebook("1", fcnkit=ours))
    assert (submission.lang, submission.assignment, submission.variant) == ("en", "01-transposed-convolution", "7")


@pytest.mark.parametrize(
    "ours", [None, 1, "ko", [], {"lang": "fr", "assignment": "../x", "variant": ""}, {"lang": [], "assignment": 1}]
)
def test_metadata_that_is_not_ours_tells_nothing(ours: object, tmp_path: Path) -> None:
    submission = read_file(tmp_path, notebook("1", fcnkit=ours))
    assert (submission.lang, submission.assignment, submission.variant) == (None, None, None)
    assert submission.problem is None


def test_the_digest_is_of_the_code_and_the_draw_of_questions_alone(tmp_path: Path) -> None:
    digest = read_file(tmp_path, notebook("a", "b")).digest
    assert read_file(tmp_path, notebook("a", "b", fcnkit={"lang": "ko"})).digest == digest
    assert read_file(tmp_path, notebook("a", "b", fcnkit={"variant": "7"})).digest != digest
    assert read_file(tmp_path, notebook("ab")).digest != digest
    assert read_file(tmp_path, notebook("a", "c")).digest != digest
    assert len(digest) == 64


WITHOUT_CODE = {
    "no cells": [],
    "Markdown alone": [{"cell_type": "markdown", "source": "def conv_output_size(): return 1"}],
    "blank cells": [{"cell_type": "code", "source": " \n"}, {"cell_type": "code", "source": []}],
}


@pytest.mark.parametrize("cells", WITHOUT_CODE.values(), ids=WITHOUT_CODE)
def test_a_notebook_without_code_is_refused_in_one_sentence(cells: list[Any], tmp_path: Path) -> None:
    submission = read_file(tmp_path, json.dumps({"nbformat": 4, "cells": cells}).encode())
    assert refusal(submission) == "There is no code in the notebook. Please check that the right file was handed in."
    assert submission.warnings == ()


OLD = {
    "3": {"worksheets": [{"cells": [{"cell_type": "code", "input": ["a = 1\n", "b = 2"], "outputs": [{"odd": 1}]}]}]},
    "3 in several sheets": {
        "worksheets": [
            {"cells": [{"cell_type": "heading", "level": 1, "source": "Title"}]},
            {"cells": [{"cell_type": "code", "input": "a = 1\nb = 2", "language": "python", "collapsed": False}]},
        ]
    },
    "2": {"worksheets": [{"cells": [{"cell_type": "code", "input": ["a = 1", "b = 2"]}]}]},
    "1": {"cells": [{"cell_type": "text", "text": "Title"}, {"cell_type": "code", "code": "a = 1\nb = 2"}]},
    "4 of a draft": {"worksheets": [{"cells": [{"cell_type": "code", "input": "a = 1\nb = 2"}]}]},
}


@pytest.mark.parametrize("form", OLD)
def test_old_formats_are_upgraded(form: str, tmp_path: Path) -> None:
    ours = {"fcnkit": {"assignment": "01-transposed-convolution", "lang": "en"}}
    submission = read_file(tmp_path, json.dumps({"nbformat": int(form[0]), "metadata": ours, **OLD[form]}).encode())
    assert [cell.source for cell in submission.cells] == ["a = 1\nb = 2"]
    assert (submission.assignment, submission.lang) == ("01-transposed-convolution", "en")


@pytest.mark.filterwarnings("error")
def test_what_is_odd_in_an_old_format_is_not_told_to_the_instructors_terminal(tmp_path: Path) -> None:
    mixed = [{"cell_type": kind, "source": "a = 1"} for kind in ("code", "markdown")]
    refused = read_file(tmp_path, json.dumps({"nbformat": 1, "cells": mixed}).encode())
    assert refusal(refused) == "There is no code in the notebook. Please check that the right file was handed in."


def test_only_an_old_format_has_nbformat_imported() -> None:
    code = "import sys, fcnkit.class_grading.run as grade; assert 'nbformat' not in sys.modules, grade"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_line_ends_are_those_that_python_reads(ends: str, tmp_path: Path) -> None:
    code = f"# variant: 0a1b2c{ends}answers = {{}}{ends}"
    submission = read_file(tmp_path, notebook(code))
    assert submission.cells == (Cell(1, "# variant: 0a1b2c\nanswers = {}\n"),)
    assert submission.variant == "0a1b2c"


@pytest.mark.parametrize(
    "content",
    [
        LAST_OF_4.encode("utf-8-sig"),
        b"\n\n" + LAST_OF_4.encode(),
        LAST_OF_4.replace('"nbformat"', '"nbformat": 9, "nbformat"', 1).encode(),  # a key twice: the last one counts
        LAST_OF_4.replace('"answer = 1"', '"answer = 1", "outputs": [NaN, 1e999]').encode(),
    ],
    ids=["bom", "blank lines", "duplicate key", "odd numbers"],
)
def test_oddities_that_do_no_harm(content: bytes, tmp_path: Path) -> None:
    assert read_file(tmp_path, content).cells == (Cell(1, "answer = 1"),)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp949"])
def test_what_an_editor_saved_in_another_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    content = LAST_OF_4.replace("answer = 1", "answer = 1  # 뷁, ∀, 兜").encode(encoding)
    assert read_file(tmp_path, content).cells == (Cell(1, "answer = 1  # 뷁, ∀, 兜"),)


def test_half_an_emoji_in_the_code_becomes_a_question_mark(tmp_path: Path) -> None:
    content = LAST_OF_4.replace("answer = 1", r"# \ud83d!").encode()
    assert read_file(tmp_path, content).cells == (Cell(1, "# ?!"),)


def with_cell(cell: object) -> bytes:
    cells = [{"cell_type": "markdown", "source": ""}, cell]
    return json.dumps({"nbformat": 4, "cells": cells}).encode()


@pytest.mark.parametrize(
    ("content", "phrase"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (LAST_OF_4.encode("utf-16")[:-1], "instead of UTF-8"),
        (("[" * 100_000).encode("utf-16"), "too deep or too large"),
        (("[" + "[]," * MAX_VALUES + "[]]").encode("utf-16"), "too deep or too large"),
        (b'{"nbformat": 4, "\xff": 1}', "instead of UTF-8"),
        ("{'한글'}".encode("cp949"), "not valid JSON"),
        (b"%PDF-1.4\xe2\xe3\xcf\xd3", "instead of UTF-8"),
        (b"<!DOCTYPE html><html>", "saved web page"),
        (LAST_OF_4[:40].encode(), "breaks off in line 1"),
        (b"import numpy as np\n", "is not a Jupyter notebook"),
        (b"PK\x03\x04 and more", "is a zip that is called a notebook"),
        (b"7z\xbc\xaf\x27\x1c and more", "an archive of another kind (7z)"),
        (b"\x1f\x8b\x08\0", "an archive of another kind (gzip)"),
        (bytes(2000), "holds nothing but zeros"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 3\n", "a pointer of Git LFS"),
        (b"<<<<<<< HEAD\n" + notebook("x = 1"), "Line 1 of"),
        (notebook("x = 1") + b"\n=======\n>>>>>>> theirs\n", "Line 3 of"),
        (b'{"nbformat": 4,\n "cells": oops}', "not valid JSON at line 2, column 11"),
        (b"[1, 2]", "not a Jupyter notebook"),
        (b'"text"', "not a Jupyter notebook"),
        (b"{}", "not a Jupyter notebook"),
        (b'{"nbformat": "4", "cells": []}', "not a Jupyter notebook"),
        (b'{"nbformat": true, "cells": []}', "not a Jupyter notebook"),
        (b'{"nbformat": 4}', "not a Jupyter notebook"),
        (b'{"nbformat": 4, "cells": {}}', "not a Jupyter notebook"),
        (b'{"nbformat": 3}', "old notebook format (version 3)"),
        (b'{"nbformat": 0, "worksheets": []}', "old notebook format (version 0)"),
        (b'{"nbformat": 3, "worksheets": [{"cells": [1]}]}', "old notebook format (version 3)"),
        (b'{"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": 1}]}]}', "Cell 1 of"),
        (b'{"nbformat": 1, "cells": [%s]}' % b",".join([b'{"cell_type": "code"}'] * 6000), "has 6000 cells"),
        (b'{"nbformat": 5, "cells": []}', "unknown notebook format (version 5)"),
        (b'{"nbformat": %s, "cells": []}' % (b"9" * 5000), "too deep or too large"),
        (b'{"a":' * 100_000 + b"}", "too deep or too large"),
        (b"[" * 100_000, "too deep or too large"),
        (with_cell(None), "Cell 2 of"),
        (with_cell({"source": "x"}), "Cell 2 of"),
        (with_cell({"cell_type": 1, "source": "x"}), "Cell 2 of"),
        (with_cell({"cell_type": "code"}), "Cell 2 of"),
        (with_cell({"cell_type": "code", "source": ["x", 1]}), "Cell 2 of"),
        (with_cell({"cell_type": "code", "source": {"x": 1}}), "Cell 2 of"),
        (notebook(*["1"] * (MAX_CELLS + 1)), "has 5001 cells"),
        (notebook("x" * MAX_SOURCE, "1"), "too much code"),
        (b"[" + b"[]," * MAX_VALUES + b"[]]", "too deep or too large"),
    ],
)
def test_refusals(content: bytes, phrase: str, tmp_path: Path) -> None:
    said = refusal(read_file(tmp_path, content))
    assert phrase in said
    assert "'hw.ipynb'" in said


def test_long_output_is_no_reason_to_refuse(tmp_path: Path) -> None:
    document: Any = json.loads(notebook("print(x)"))
    document["cells"][0]["outputs"] = [{"output_type": "stream", "text": "[0, 1, 2], " * MAX_VALUES}]
    assert read_file(tmp_path, json.dumps(document).encode()).cells == (Cell(1, "print(x)"),)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "hw.ipynb"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # a sparse file: no disk is used
    assert refusal(only(path)) == (
        "'hw.ipynb' is too large (the limit is 100 MB). Clear all outputs, save, and hand in again."
    )


def test_links_and_special_files_are_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.ipynb"
    secret.write_bytes(notebook("secret"))
    for folder in ("link", "pipe", "both", "folder"):
        (tmp_path / "class" / folder).mkdir(parents=True)
    (tmp_path / "class" / "link" / "hw.ipynb").symlink_to(secret)
    os.mkfifo(tmp_path / "class" / "pipe" / "hw.ipynb")
    (tmp_path / "class" / "both" / "a.ipynb").symlink_to(secret)
    (tmp_path / "class" / "both" / "b.ipynb").write_bytes(notebook("mine"))
    (tmp_path / "class" / "folder" / "work").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "class" / "direct.ipynb").symlink_to(secret)
    assert "is a link" in refusal(only(tmp_path / "class" / "direct.ipynb"))
    assert "is a link" in refusal(only(tmp_path / "class" / "link"))
    assert "not an ordinary file" in refusal(only(tmp_path / "class" / "pipe"))
    assert "'work' is a link" in refusal(only(tmp_path / "class" / "folder"))


def test_a_link_beside_the_notebook_is_a_warning(tmp_path: Path) -> None:
    kim = tmp_path / "class" / "kim"
    kim.mkdir(parents=True)
    (kim / "a.ipynb").symlink_to("/etc/passwd")
    (kim / "b.ipynb").write_bytes(notebook("mine"))
    submission = only(tmp_path / "class")
    assert [cell.source for cell in submission.cells] == ["mine"]
    assert ["'a.ipynb' is a link" in warning.en for warning in submission.warnings] == [True]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "hw.ipynb"
    path.write_bytes(notebook("1"))
    path.chmod(0)
    assert "cannot be read (Permission denied)" in refusal(only(path))


def test_a_file_that_is_gone_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "hw.ipynb"
    path.write_bytes(notebook("1"))
    (found,) = find([path])
    path.unlink()
    assert "cannot be read (No such file or directory)" in refusal(read(found))
