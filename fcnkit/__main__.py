"""The start of the `fcnkit` command and of `python -m fcnkit`: quiet at Ctrl-C, even while all else is imported."""

import gc
import os
import sys

INTERRUPTED = 130
"""Exit status after Ctrl-C, by shell convention (128 + SIGINT)."""
TERMINATED = 143
"""And after SIGTERM."""
_OBJECTS = 200_000
"""After which Python looks for garbage: as many as a command imports, all of which stays. With Python's own 700 that
takes 7 % of grading a class of ten."""

_OTHERWISE = ("--isolation", "--engine", "--help")
"""Options of `fcnkit grade` with which it tries another level of isolation, or none, and starts no grader here."""


def main() -> None:
    """The command; ends the process with its exit status."""
    gc.set_threshold(_OBJECTS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # of other packages: all are looked through for them
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _run(words: list[str]) -> None:
    """What is imported here and not at the top may be interrupted."""
    import signal  # noqa: PLC0415
    from contextlib import nullcontext  # noqa: PLC0415

    from fcnkit.commands.home_folder import provide_home  # noqa: PLC0415

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # ignored, as some daemons leave it, it hides how children end
    provide_home()
    if words[:1] != ["grade"] or any(word.startswith(_OTHERWISE) for word in words):
        _call()
        return
    signal.signal(signal.SIGTERM, _end)
    from fcnkit.engines import server_process  # noqa: PLC0415  # `grade` alone needs it, and the following

    # both take as long as the imports before they are asked for
    with server_process.beginning() if _needs_graders(words) else nullcontext():
        from fcnkit.grading.sandbox.level import Isolation, beginning  # noqa: PLC0415

        with beginning(Isolation.STRICT):
            _call()


def _needs_graders(words: list[str]) -> bool:
    """Not where a folder is named that has results already: then perhaps nothing is new."""
    named = (word.rpartition("=")[2] for word in words)
    return sys.platform == "linux" and not any(os.path.exists(f"{each}/gradebook.sqlite") for each in named)  # noqa: PTH110


def _call() -> None:
    from fcnkit.cli import main as run  # noqa: PLC0415

    run()


def _end(*_: object) -> None:
    """As Ctrl-C ends the command: what a trial keeps in files is removed."""
    sys.exit(TERMINATED)


if __name__ == "__main__":
    main()
