from fcnkit.grading.examiner.hangs import MAX_HANGS, Hangs


def test_a_function_is_given_up_after_hidden_inputs_alone() -> None:
    hangs = Hangs()
    for _ in range(MAX_HANGS + 1):
        hangs.note_hang("f", is_hidden=False)
    assert (hangs.has_hung("f"), hangs.is_harmful("f"), hangs.is_given_up("f")) == (True, True, False)
    for _ in range(MAX_HANGS):
        assert not hangs.is_given_up("f")
        hangs.note_hang("f", is_hidden=True)
    assert hangs.is_given_up("f")
    assert not hangs.is_given_up("g")


def test_who_brings_a_process_down_has_not_hung() -> None:
    hangs = Hangs()
    hangs.note_lost("f")
    assert (hangs.has_hung("f"), hangs.is_harmful("f")) == (False, True)
