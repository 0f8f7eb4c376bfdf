"""What one student handed in, where the platform calls the grader for each student alone."""

from handed_in import notebook, refusal, write_tree, zipped

from fcnkit.grading.intake import find_own, read

ONE = notebook("x = 1")


def test_a_folder_is_all_one_students(tmp_path):
    write_tree(
        tmp_path / "submission", {"hw.ipynb": ONE, "notes.txt": b"", "copy/hw.ipynb": ONE, ".OTTER_LOG": b"\x80"}
    )
    submission = read(find_own(tmp_path / "submission"))
    assert [cell.source for cell in submission.cells] == ["x = 1"]
    assert len(submission.warnings) == 1  # the copy holds the same code


def test_a_file_is_named_after_its_stem(tmp_path):
    write_tree(tmp_path, {"Ada L.ipynb": ONE, "Grace.zip": zipped({"hw.ipynb": ONE})})
    assert [read(find_own(tmp_path / name)).student for name in ("Ada L.ipynb", "Grace.zip")] == ["Ada L", "Grace"]


def test_what_holds_no_notebook_says_so(tmp_path):
    write_tree(tmp_path, {"hw.py": b"x = 1"})
    (tmp_path / "nothing").mkdir()
    assert "only 'hw.py'" in refusal(read(find_own(tmp_path / "hw.py")))
    assert "'nothing' is empty" in refusal(read(find_own(tmp_path / "nothing")))
