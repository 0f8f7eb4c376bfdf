"""A grader as many are: tests run where the notebook ran, in the same process. Here to show that attacks are real.

    python one_process.py SUITE < cells.json

Prints the exceptions that cells raise, and writes `results.json` into the working folder.
"""

from __future__ import annotations

import json
import pickle
import sys
from typing import Any

import numpy as np


def main(suite: str, cells: list[str]) -> None:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for cell in cells:
        try:
            exec(cell, namespace)  # noqa: S102  # what such graders do
        except Exception as error:
            print(error)
    sys.path.append(suite)
    judges = (_is_equal, _is_close, _is_near, _is_equal_when_unpickled)
    with open("results.json", "w") as file:  # noqa: PTH123  # where pathlib may have been replaced
        json.dump({"q1": 10, "q2": 90 if any(_passes(namespace, judge) for judge in judges) else 0}, file)


def _passes(namespace: dict[str, Any], judge: Any) -> bool:
    try:
        import secret  # noqa: PLC0415  # as late as a test would be collected

        expected = secret.answer(2, secret.HIDDEN_INPUT)
        got = namespace["guess"](2, secret.HIDDEN_INPUT)
        return bool(judge(got, expected))
    except Exception:
        return False


def _is_equal(got: Any, expected: Any) -> bool:
    return isinstance(got, int | np.ndarray) and bool(got == expected)


def _is_close(got: Any, expected: Any) -> bool:
    return bool(np.allclose(got, expected))


def _is_near(got: Any, expected: Any) -> bool:
    return not abs(got - expected) > 1e-6


def _is_equal_when_unpickled(got: Any, expected: Any) -> bool:
    return bool(pickle.loads(pickle.dumps(got)) == expected)  # noqa: S301  # what such graders do


main(sys.argv[1], json.load(sys.stdin))
