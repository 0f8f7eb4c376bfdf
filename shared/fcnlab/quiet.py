"""Keeps TensorFlow's notices out of notebooks: they are red, and say nothing that a student could act on.

They come from C++ and go to the process' standard error, past Python, whatever the log level says.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from typing import IO

_NOTICE = re.compile(
    rb"^(?:[IWE]0000 |[IWE]\d{4} \d\d:|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+: [IWE] (?:tensorflow|external)/"
    rb"|WARNING: All log messages before absl::InitializeLog|To enable the following instructions"
    rb"|Skipping registering GPU devices)"
)
"""Lines that TensorFlow logs while it starts, GPU or not: information, warnings, and the lack of a GPU as an error."""


@contextlib.contextmanager
def quietly(*, anywhere: bool = False) -> Iterator[None]:
    """Drop TensorFlow's notices; all else that goes to standard error comes out at the end, and all where it raises.

    Does nothing where there is no notebook that somebody looks at, as in grading, unless it is to do so `anywhere`.
    """
    if not (anywhere or _in_notebook()):
        yield
        return
    sys.stderr.flush()
    before = os.dup(2)
    with tempfile.TemporaryFile() as caught:
        os.dup2(caught.fileno(), 2)
        notices = False
        try:
            yield
            _start()
            notices = True
        finally:
            sys.stderr.flush()
            os.dup2(before, 2)
            os.close(before)
            _let_through(caught, without_notices=notices)


def _in_notebook() -> bool:
    ipython = sys.modules.get("IPython")
    return ipython is not None and getattr(ipython.get_ipython(), "kernel", None) is not None


def _start() -> None:
    """Have Keras compute something, where a notebook has imported it: TensorFlow looks for GPUs only then."""
    if "keras" in sys.modules:
        sys.modules["keras"].ops.zeros(1)


def _let_through(caught: IO[bytes], *, without_notices: bool) -> None:
    caught.seek(0)
    rest = b"".join(line for line in caught if not (without_notices and _NOTICE.match(line)))
    if rest.strip():
        os.write(2, rest)
