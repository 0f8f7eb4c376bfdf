"""Hidden cases of one check go in one request, as far as they are small, soon done and have an answer."""

from types import SimpleNamespace

import numpy as np
import pytest

from fcnkit.allowances import Limits
from fcnkit.grading.examiner.account import Account
from fcnkit.grading.examiner.replies import Lost, Raise, Value, read_all
from fcnkit.grading.examiner.session import MAX_TOGETHER, Session
from fcnkit.grading.protocol import Decoder, Encoder, ProtocolError
from fcnkit.grading.worker import request_loop
from fcnkit.grading.worker.request_loop import Answerer
from fcnkit.text import same

LOST = Lost(same("it was lost"))
NUMBERS = [((n,), {}) for n in range(5)]


@pytest.fixture(autouse=True)
def _never_late(monkeypatch):
    """A busy machine may stand still for longer than calls may go together."""
    monkeypatch.setattr(request_loop, "SECONDS_TOGETHER", 60)


class Asked(Session):
    """A session whose requests go nowhere: it notes how many calls each has, and `tells` what comes back."""

    def __init__(self, tells):
        super().__init__(None, [], Account(Limits()), (), [])
        self.tells, self.requests = tells, []

    def _ask_all(self, name, _request, _arrays, count):
        self.requests.append(count)
        return self.tells(name, count)


def test_several_go_together_and_what_is_left_of_them_in_the_next_request():
    session = Asked(lambda _, count: [Value(0)] * min(count, 2))
    assert len(list(session.call_in_turn("f", NUMBERS))) == 5
    assert session.requests == [5, 3, 1]


def test_what_does_not_get_through_together_is_asked_one_by_one():
    session = Asked(lambda _, count: [Value(0)] if count == 1 else [])
    assert len(list(session.call_in_turn("f", NUMBERS))) == 5
    assert session.requests == [5, 1, 1, 1, 1, 1]


def test_a_function_that_has_cost_a_process_is_asked_one_by_one():
    session = Asked(lambda *_: [Value(0)])
    session._hangs.note_lost("f")
    assert len(list(session.call_in_turn("f", NUMBERS))) == 5
    assert session.requests == [1] * 5


def test_nothing_is_asked_before_it_is_wanted():
    session = Asked(lambda _, count: [Value(0), LOST][:count])
    replies = session.call_in_turn("f", NUMBERS)
    assert session.requests == []
    assert [next(replies), next(replies)] == [Value(0), LOST]
    assert session.requests == [5]


def test_large_arguments_fill_a_request():
    large = np.zeros(MAX_TOGETHER // 8 * 3 // 4)
    session = Asked(lambda _, count: [Value(0)] * count)
    assert len(list(session.call_in_turn("f", [((large,), {})] * 5))) == 5
    assert session.requests == [2, 2, 1]


def answered(function, *inputs, in_turn=True):
    """The worker's replies to a request for these calls, as the examiner reads them."""
    arrays, encoder = bytearray(), Encoder()
    calls = [[Encoder(arrays).encode(args), Encoder(arrays).encode({})] for args in inputs]
    request = {"do": "call each", "name": "f", "calls": calls, "in_turn": in_turn, "left": True, "seconds": 9}
    notebook = SimpleNamespace(defines=lambda _: True, get=lambda _: function)
    reply = Answerer(notebook, SimpleNamespace()).reply(request, bytes(arrays), encoder)
    return read_all(reply, Decoder(bytes(encoder.arrays)), len(inputs), in_turn=in_turn)


def test_calls_in_turn_end_with_the_first_that_raises_and_others_go_on():
    inputs = (2,), (0,), (1,)
    assert [type(each) for each in answered(lambda n: 1 / n, *inputs)] == [Value, Raise]
    assert [type(each) for each in answered(lambda n: 1 / n, *inputs, in_turn=False)] == [Value, Raise, Value]


def test_no_call_in_turn_is_begun_late(monkeypatch):
    monkeypatch.setattr(request_loop, "SECONDS_TOGETHER", -1.0)
    assert [each.value for each in answered(abs, (1,), (2,))] == [1]
    assert len(answered(abs, (1,), (2,), in_turn=False)) == 2


def test_each_of_several_calls_may_have_as_many_keys_as_one_alone():
    counts = [len(each.value) for each in answered(lambda n: dict.fromkeys(range(n)), (900,), (901,), (902,))]
    assert counts == [900, 901, 902]


def test_each_array_comes_back_by_itself():
    first, second = answered(lambda x: x + 1, (np.zeros(2),), (np.ones((1, 3)),))
    np.testing.assert_array_equal(first.value, np.ones(2))
    np.testing.assert_array_equal(second.value, np.full((1, 3), 2))
    np.testing.assert_array_equal(second.args[0], np.ones((1, 3)))


def test_in_turn_too_a_limit_ends_the_replies():
    ended = {"raised": {"type": "E", "builtin": False, "message": "E", "cell": 1, "line": 1, "limit": "time"}}
    assert len(read_all({"each": [{"value": 1}, ended]}, Decoder(b""), 3, in_turn=True)) == 2
    for each in ([], [ended, {"value": 1}], [{"value": 1}] * 4):
        with pytest.raises(ProtocolError):
            read_all({"each": each}, Decoder(b""), 3, in_turn=True)
