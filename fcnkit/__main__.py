"""The start of the `fcnkit` command and of `python -m fcnkit`: quiet at Ctrl-C, even while all else is imported."""

import gc
import os
import sys

INTERRUPTED = 130
"""Exit status after Ctrl-C, by shell convention (128 + SIGINT)."""
_OBJECTS = 200_000
"""After which Python looks for garbage: as many as a command imports, all of which stays. With Python's own 700 that
takes a tenth of grading a class of 60."""


def main() -> None:
    """The command; ends the process with its exit status."""
    gc.set_threshold(_OBJECTS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # of other packages: all are looked through for them
    try:
        from fcnkit.cli import main as run  # noqa: PLC0415  # what is at the top is not inside `try`

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
