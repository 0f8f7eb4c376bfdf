"""The start of the `fcnkit` command and of `python -m fcnkit`: quiet at Ctrl-C, even while all else is imported."""

import os
import sys

INTERRUPTED = 130
"""Exit status after Ctrl-C, by shell convention (128 + SIGINT)."""


def main() -> None:
    """The command; ends the process with its exit status."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # of other packages: all are looked through for them
    try:
        from fcnkit.cli import main as run  # noqa: PLC0415  # what is at the top is not inside `try`

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
