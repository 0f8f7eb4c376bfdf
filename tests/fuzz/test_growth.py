"""What `make fuzz` measures runs, here on texts so small that no algorithm matters."""

import pytest
from growth import cases

CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_a_text_that_may_be_bad_for_a_function_raises_nothing(name: str) -> None:
    function, text = CASES[name]
    function(text(300))
