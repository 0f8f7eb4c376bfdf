"""What `make quick` leaves out, and how long a test's name may be."""

from __future__ import annotations

from pathlib import Path

import names
import pytest
import quick

TESTS = Path(__file__).parent


def test_all_that_is_said_to_take_long_is_there() -> None:
    assert all((TESTS / place).exists() for place in quick.LONG)


@pytest.mark.parametrize(("event", "args"), [("os.fork", ()), ("import", ("keras.layers", None)), ("import", ("ray",))])
def test_what_starts_a_process_or_imports_what_takes_long_is_skipped(event: str, args: tuple[str, ...]) -> None:
    with pytest.raises(pytest.skip.Exception, match="not quick"):
        quick._skip(event, args)
    quick._skip("import", ("keras_like", None))
    quick._skip("open", ("keras", "r", 0))


def test_what_is_slow_by_itself_fails() -> None:
    call = quick.timed(-1)
    next(call)
    with pytest.raises(pytest.fail.Exception, match="name its file"):
        next(call)


@pytest.mark.parametrize("argument", ["[" * 6_000_000, b"\xff" * 500, "한" * 500, 10**400, "\n" * 50])
def test_a_long_argument_stands_in_a_name_with_its_beginning(argument: str | bytes | int) -> None:
    part = names.part(argument)
    assert part
    assert len(ascii(part)) <= names.LONGEST_PART


@pytest.mark.parametrize("argument", ["short", b"short", 7, 1.5, None, True])
def test_any_other_is_named_by_pytest(argument: object) -> None:
    assert names.part(argument) is None
