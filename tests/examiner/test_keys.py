import time

import pytest

from fcnkit.grading.examiner.check import Variable
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.variables import NOT_WRITTEN, judge_entry

ANSWERS = Variable("answers", {f"q{number}": "right" for number in range(30)}, lambda *_: None)


def test_a_key_is_known_whatever_blanks_and_quotes_it_has() -> None:
    quoted = Variable("answers", {"x['a'] + 1": 1}, lambda *_: None)
    judge_entry(quoted, {"x[\u201ca\u201d]\u3000+\n1": 1}, "x['a'] + 1", {})
    with pytest.raises(CheckFailed, match="none of the keys"):
        judge_entry(quoted, {"x['b'] + 1": 1}, "x['a'] + 1", {})


def test_keys_of_nothing_but_blanks_are_read_at_once() -> None:
    got = {" " * 3_900 + str(number): "x" for number in range(990)} | {"q0": NOT_WRITTEN}
    begun = time.process_time()
    for key in ANSWERS.expected:
        with pytest.raises(CheckFailed):
            judge_entry(ANSWERS, got, key, {})
    assert time.process_time() - begun < 3
