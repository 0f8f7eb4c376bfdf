"""What is said of cells that bind a name more than once."""

from fcnkit.grading.examiner.bound_names import Defined, notes_on


def test_answers_in_one_cell_above_their_stubs_are_told_in_one_sentence() -> None:
    defined = {name: Defined(2, is_stub=False, replaced=(), passed=(cell,)) for name, cell in {"a": 9, "b": 5}.items()}
    (note,) = notes_on(defined)
    assert note.en.startswith("a, b: answered in cell 2, but cell 5, 9 further down")


def test_answers_in_several_cells_are_told_apart() -> None:
    defined = {name: Defined(cell, is_stub=False, replaced=(), passed=(9,)) for name, cell in {"a": 2, "b": 5}.items()}
    assert len(list(notes_on(defined))) == 2
    assert list(notes_on({"a": Defined(2, is_stub=True, replaced=(), passed=(9,))})) == []
