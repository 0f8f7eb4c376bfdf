"""The cases of hidden checks."""

import numpy as np

from fcnkit.grading.examiner.check import case


def test_a_case_stays_as_it_is_whatever_a_function_does_to_its_arguments() -> None:
    def spoils(x, *, names):
        x[:] = 0
        names.append("more")
        return "result"

    asked = case(np.ones(3), names=["one"])
    assert asked.call(spoils) == "result"
    assert asked.call(spoils, in_place=True).tolist() == [0, 0, 0]
    assert asked.args[0].tolist() == [1, 1, 1]
    assert asked.kwargs == {"names": ["one"]}


def test_what_one_of_ours_answers_is_asked_for_once() -> None:
    asked, calls = case(np.ones(3)), []

    def grows(x):
        calls.append(len(calls))
        x += 1
        return "result"

    assert [asked.answer(grows), asked.answer(grows)] == ["result", "result"]
    assert asked.answer(grows, in_place=True).tolist() == [2, 2, 2]
    assert calls == [0, 1]
    assert asked.args[0].tolist() == [1, 1, 1]
