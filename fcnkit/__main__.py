"""The start of the `fcnkit` command and of `python -m fcnkit`: quiet at Ctrl-C, even while all else is imported."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

INTERRUPTED = 130
"""Exit status after Ctrl-C, by shell convention (128 + SIGINT)."""
_OBJECTS = 200_000
"""After which Python looks for garbage: as many as a command imports, all of which stays. With Python's own 700 that
takes a tenth of grading a class of 60."""

_OTHERWISE = ("--isolation", "--engine", "--help")
"""Options of `fcnkit grade` with which it tries another level of isolation, or none."""


def _grading_begun(words: Sequence[str]) -> AbstractContextManager[None]:
    """For `grade` the trial of the strongest level of isolation, which takes as long as the imports before it asks."""
    if words[:1] != ["grade"] or any(word.startswith(_OTHERWISE) for word in words):
        return nullcontext()
    from fcnkit.grading.sandbox.level import Isolation, beginning  # noqa: PLC0415  # `grade` alone needs it

    return beginning(Isolation.STRICT)


def main() -> None:
    """The command; ends the process with its exit status."""
    gc.set_threshold(_OBJECTS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # of other packages: all are looked through for them
    try:
        with _grading_begun(sys.argv[1:]):
            from fcnkit.cli import main as run  # noqa: PLC0415  # what is at the top is not inside `try`

            run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
