"""What a name that a question asks for stands for after the last cell: the answer, not the stub."""

import functools
from collections import OrderedDict

import numpy as np
import pytest

from fcnkit.grading.worker.definitions import Definitions, does_nothing, is_blank


def stub(x, y=1):
    """What it does."""
    ...


def also_a_stub(_x):
    result: object = ...
    return result  # as stubs are written


def written_none(_x):
    model = None
    return model  # noqa: RET504  # as somebody has begun to write


def not_implemented(x):
    raise NotImplementedError("write this")


def constant(_x):
    return 3


def same(x):
    return x


def raises(x):
    raise ValueError(x)


def lists(_x):
    return []


class Answer:
    def __call__(self, x):
        return x


@pytest.mark.parametrize("function", [stub, also_a_stub, not_implemented, lambda _x: None, functools.lru_cache(stub)])
def test_a_function_that_does_nothing_is_told_by_its_code(function):
    assert does_nothing(function)


@pytest.mark.parametrize(
    "function",
    [constant, written_none, same, raises, lists, Answer(), Answer, len, functools.partial(same, 1), lambda x: x()],
)
def test_a_function_that_does_something_is_not(function):
    assert not does_nothing(function)


def test_a_variable_is_blank_as_it_was_handed_out():
    blank = [..., None, "", " \n", {}, [], (), {"a": ..., "b": None}, [..., ""], (({"a": ...},),), OrderedDict(a=...)]
    assert all(map(is_blank, blank))
    assert not any(map(is_blank, [0, False, "x", {"a": ..., "b": 1}, [0], object(), OrderedDict(a=1), np.zeros(0)]))


def bound(*values):
    """What counts where the n-th cell binds the n-th of these values to `f`, or several."""
    namespace = {}
    definitions = Definitions(namespace, ["f"], ["v"])
    for cell, value in enumerate(values, 1):
        namespace["f"] = value
        definitions.look(cell)
    return definitions, namespace


def settled(*values):
    definitions, namespace = bound(*values)
    told = definitions.settle({})["f"]
    return namespace["f"], told["cell"], told["is_stub"], told["replaced"], told["passed"]


def test_the_last_answer_counts_and_what_it_replaced_is_told():
    assert settled(stub, same, lists) == (lists, 3, False, [2], [])


def test_a_stub_or_a_number_below_the_answer_is_passed_over():
    assert settled(same, stub) == (same, 1, False, [], [2])
    assert settled(stub, same, 7) == (same, 2, False, [], [3])


def test_a_stub_alone_counts():
    assert settled(also_a_stub, stub) == (stub, 2, True, [], [])


def test_an_answer_that_was_pasted_twice_replaces_nothing():
    again = [lambda x: [x, "a", lambda y: y], lambda x: [x, "a", lambda y: y]]
    assert settled(*again)[3] == []
    assert settled(lambda x: [x, "a"], lambda x: [x, "b"])[3] == [1]


def test_an_earlier_answer_can_be_chosen_by_its_cell_and_back():
    definitions, namespace = bound(same, lists)
    assert definitions.settle({"f": 1})["f"]["cell"] == 1
    assert namespace["f"] is same
    definitions.settle({})
    assert namespace["f"] is lists


def test_a_name_that_was_deleted_still_stands_for_its_answer():
    definitions, namespace = bound(same)
    del namespace["f"]
    definitions.look(2)
    assert definitions.settle({})["f"]["is_stub"] is False
    assert namespace["f"] is same


def test_values_that_compare_or_answer_in_their_own_way_do_no_harm():
    class Odd:
        def __getattr__(self, name):
            raise ValueError(name)

        def __eq__(self, other):
            raise ValueError

        def __hash__(self):
            return 0

        def __call__(self, x):
            return x

    assert settled(Odd(), Odd())[1:] == (2, False, [1], [])


def test_a_variable_that_holds_itself_is_no_blank():
    endless = []
    endless.append(endless)
    assert not is_blank(endless)
