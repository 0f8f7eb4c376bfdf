"""What the checks of a question ask of a function goes in one request: small, soon done, and with an answer each."""

from types import SimpleNamespace

import numpy as np
import pytest

from fcnkit.allowances import Limits
from fcnkit.grading.examiner.account import Account
from fcnkit.grading.examiner.check import Function, Look, case
from fcnkit.grading.examiner.hidden_calls import HiddenCalls
from fcnkit.grading.examiner.public_answers import PublicAnswers
from fcnkit.grading.examiner.public_inputs import Asked as Ask
from fcnkit.grading.examiner.public_inputs import Listener
from fcnkit.grading.examiner.replies import Lost, Raise, Value, read_all
from fcnkit.grading.examiner.session import MAX_CALLS, MAX_TOGETHER, Session
from fcnkit.grading.protocol import Decoder, Encoder, ProtocolError
from fcnkit.grading.worker import request_loop
from fcnkit.grading.worker.request_loop import Answerer
from fcnkit.text import same

LOST = Lost(same("it was lost"))
NUMBERS = [("f", (n,), {}, False) for n in range(5)]


@pytest.fixture(autouse=True)
def _never_late(monkeypatch):
    """A busy machine may stand still for longer than calls may go together."""
    monkeypatch.setattr(request_loop, "SECONDS_TOGETHER", 60)


class Asked(Session):
    """A session whose requests go nowhere: it notes how many calls each has, and `tells` what comes back."""

    def __init__(self, tells):
        super().__init__(None, [], Account(Limits()), (), [])
        self.tells, self.requests = tells, []

    def _ask_all(self, names, _request, _arrays):
        self.requests.append(len(names))
        return self.tells(names, len(names))

    def call_all(self, calls):
        """Goes on after the replies of each request, up to as many replies as calls."""
        replies = []
        while len(replies) < len(calls):
            replies += self.call_some(calls[len(replies) :])
        return replies


def test_several_go_together_and_what_is_left_of_them_in_the_next_request():
    session = Asked(lambda _, count: [Value(0)] * min(count, 2))
    assert len(session.call_all(NUMBERS)) == 5
    assert session.requests == [5, 3, 1]


def test_what_does_not_get_through_together_is_asked_one_by_one():
    session = Asked(lambda _, count: [Value(0)] if count == 1 else [])
    assert len(session.call_all(NUMBERS)) == 5
    assert session.requests == [5, 1, 1, 1, 1, 1]


def test_a_function_that_has_cost_a_process_is_asked_one_by_one():
    session = Asked(lambda *_: [Value(0)])
    session._hangs.note_lost("f")
    assert len(session.call_all(NUMBERS)) == 5
    assert session.requests == [1] * 5


def test_large_arguments_fill_a_request_and_so_do_many():
    large = np.zeros(MAX_TOGETHER // 8 * 3 // 4)
    session = Asked(lambda _, count: [Value(0)] * count)
    assert len(session.call_all([("f", (large,), {}, False)] * 5)) == 5
    assert session.requests == [2, 2, 1]
    assert len(session.call_some(NUMBERS * MAX_CALLS)) == MAX_CALLS


def test_calls_of_several_functions_go_together_until_they_do_not_get_through():
    """Then it is found out which function it is that does not, and only that one is asked one by one."""
    session = Asked(lambda names, count: [] if "bad" in names and count > 1 else [Value(0)] * count)
    calls = [(name, (n,), {}, False) for name in ("f", "bad", "g") for n in range(2)]
    assert len(session.call_all(calls)) == 6
    assert session.requests == [6, 2, 2, 1, 1, 2]
    assert session.call_all([calls[0], calls[-1]]) == [Value(0)] * 2
    assert session.requests[6:] == [1, 1]


def test_a_function_that_is_asked_one_by_one_ends_a_request_of_others():
    session = Asked(lambda _, count: [Value(0)] * count)
    session._hangs.note_lost("bad")
    assert len(session.call_all([("f", (), {}, False), ("g", (), {}, False), ("bad", (), {}, False)])) == 3
    assert session.requests == [2, 1]


def theme(*numbers):
    """A theme with these cases."""

    def of(_draw):
        return [case(n) for n in numbers]

    of.__name__ = f"theme_{numbers}"
    return of


def function(name, **more):
    return Function(name, abs, lambda *_: None, case(-1), **more)


class Hidden(HiddenCalls):
    """Hidden calls that note what goes in each request; replies are the arguments, up to the first `bad` one."""

    def __init__(self, bad=None):
        super().__init__(self, PublicAnswers(), "seed")
        self.bad, self.requests = bad, []

    def call_some(self, calls):
        numbers = [args[0] for _, args, _, _ in calls]
        self.requests.append([f"{name}{args[0]}" for name, args, _, _ in calls])
        count = numbers.index(self.bad) + 1 if self.bad in numbers else len(numbers)
        return [LOST if number == self.bad else Value(number) for number in numbers[:count]]

    def numbers(self, asked):
        return [getattr(reply, "value", None) for reply in self.replies(asked)]


F, G = function("f"), function("g")
ASKED = [Ask(F, theme(1, 2)), Ask(F, theme(3), left=True), Ask(G, theme(4)), Ask(F, theme(5))]


def test_what_checks_in_a_row_ask_goes_together():
    hidden = Hidden()
    hidden.expect(ASKED)
    assert [hidden.numbers(each) for each in ASKED] == [[1, 2], [3], [4], [5]]
    assert hidden.requests == [["f1", "f2", "f3", "g4", "f5"]]


def test_backwards_the_last_case_comes_right_behind_itself():
    hidden, listener = Hidden(), Listener()
    listener.assert_deterministic(F, theme(1, 2))
    hidden.expect(listener.calls)
    assert [number for asked in listener.calls for number in hidden.numbers(asked)] == [1, 2, 2, 1]
    assert hidden.requests == [["f1", "f2", "f2", "f1"]]


def test_a_call_without_a_value_costs_only_its_own_check():
    hidden = Hidden(bad=2)
    hidden.expect(ASKED)
    first = hidden.replies(ASKED[0])
    assert hidden.requests == []
    assert [next(first), next(first)] == [Value(1), LOST]
    assert hidden.numbers(ASKED[1]) == [3]
    assert hidden.requests == [["f1", "f2", "f3", "g4", "f5"], ["f3", "g4", "f5"]]


def test_what_a_check_does_not_wait_for_is_no_answer_to_another():
    hidden = Hidden()
    hidden.expect(ASKED)
    next(hidden.replies(ASKED[0]))
    assert hidden.numbers(ASKED[1]) == [3]
    assert hidden.numbers(Ask(F, ASKED[1].theme)) == [3]  # without what is left: another question, which nobody expects
    assert hidden.requests == [["f1", "f2", "f3", "g4", "f5"], ["f3"]]


def test_a_theme_that_breaks_down_does_so_in_its_own_check():
    def broken(_draw):
        raise ValueError("no such numbers")

    hidden = Hidden()
    hidden.expect([ASKED[0], Ask(F, broken), ASKED[1]])
    assert hidden.numbers(ASKED[0]) == [1, 2]
    with pytest.raises(ValueError, match="no such numbers"):
        hidden.numbers(Ask(F, broken))


def test_each_model_that_is_returned_is_asked_for_alone():
    hidden = Hidden()
    model = function("f", look=Look(lambda *_: None, lambda _: None))
    hidden.expect([ASKED[0], Ask(model, theme(9))])
    assert hidden.numbers(ASKED[0]) == [1, 2]
    assert hidden.requests == [["f1", "f2"]]


def answered(function, *inputs, in_turn=True):
    """The worker's replies to a request for these calls, as the examiner reads them."""
    arrays, encoder = bytearray(), Encoder()
    calls = [["f", [Encoder(arrays).encode(arg) for arg in args], {}, True] for args in inputs]
    request = {"do": "call each", "calls": calls, "in_turn": in_turn, "seconds": 9}
    notebook = SimpleNamespace(defines=lambda _: True, get=lambda _: function)
    reply = Answerer(notebook, SimpleNamespace()).reply(request, bytes(arrays), encoder)
    return read_all(reply, Decoder(bytes(encoder.arrays)), len(inputs))


def test_calls_in_turn_end_with_the_first_that_raises_and_others_go_on():
    inputs = (2,), (0,), (1,)
    assert [type(each) for each in answered(lambda n: 1 / n, *inputs)] == [Value, Raise]
    assert [type(each) for each in answered(lambda n: 1 / n, *inputs, in_turn=False)] == [Value, Raise, Value]


@pytest.mark.parametrize("in_turn", [True, False])
def test_no_further_call_is_begun_late(monkeypatch, in_turn):
    monkeypatch.setattr(request_loop, "SECONDS_TOGETHER", -1.0)
    assert [each.value for each in answered(abs, (1,), (2,), in_turn=in_turn)] == [1]


def test_each_of_several_calls_may_have_as_many_keys_as_one_alone():
    counts = [len(each.value) for each in answered(lambda n: dict.fromkeys(range(n)), (900,), (901,), (902,))]
    assert counts == [900, 901, 902]


def test_each_array_comes_back_by_itself():
    first, second = answered(lambda x: x + 1, (np.zeros(2),), (np.ones((1, 3)),))
    np.testing.assert_array_equal(first.value, np.ones(2))
    np.testing.assert_array_equal(second.value, np.full((1, 3), 2))
    np.testing.assert_array_equal(second.args[0], np.ones((1, 3)))


def test_a_limit_ends_the_replies():
    ended = {"raised": {"type": "E", "builtin": False, "message": "E", "cell": 1, "line": 1, "limit": "time"}}
    assert len(read_all({"each": [{"value": 1}, ended]}, Decoder(b""), 3)) == 2
    for each in ([], [ended, {"value": 1}], [{"value": 1}] * 4):
        with pytest.raises(ProtocolError):
            read_all({"each": each}, Decoder(b""), 3)
