"""What no student may learn. CANARY"""

NUMBER = 0
HIDDEN_INPUT = ""


def answer(n: int, hint: str) -> int:  # noqa: ARG001  # there to be leaked
    """Right for n = 0, the public example, without knowing anything."""
    return NUMBER * n
