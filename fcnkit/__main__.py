"""The start of the `fcnkit` command and of `python -m fcnkit`: quiet at Ctrl-C, even while all else is imported."""

import gc
import os
import sys

INTERRUPTED = 130
"""Exit status after Ctrl-C, by shell convention (128 + SIGINT)."""
TERMINATED = 143
"""Exit status after SIGTERM, likewise."""
_OBJECTS = 200_000
"""Threshold of the garbage collector: more objects than a command's imports make, all of which stay. Python's own
threshold of 700 costs 7 % of grading a class of ten."""

_OTHERWISE = ("--isolation", "--engine", "--device", "--help")
"""Options of `fcnkit grade` with which it tries another level of isolation, or starts other graders, or none."""


def main() -> None:
    """The command; ends the process with its exit status."""
    gc.set_threshold(_OBJECTS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # of other packages: all are looked through for them
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _run(words: list[str]) -> None:
    """Imports here, not at the top of the file, so that Ctrl-C during the imports ends quietly, too."""
    import signal  # noqa: PLC0415

    from fcnkit.commands.home_folder import provide_home  # noqa: PLC0415
    from fcnkit.standard_streams import provide_streams  # noqa: PLC0415
    from fcnkit.utf8_names import take_names_as_utf8  # noqa: PLC0415

    take_names_as_utf8()
    provide_streams()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # ignored, as some daemons leave it, it hides how children end
    signal.signal(signal.SIGTERM, _end)
    provide_home()
    _keep_from_children()
    if not _needs_graders(words):
        _call()
        return
    from fcnkit.engines import server_process  # noqa: PLC0415  # `grade` alone needs it, and the following

    with server_process.beginning():  # both take longest, so they begin before the command line is parsed
        from fcnkit.engines import fork_servers  # noqa: PLC0415

        with fork_servers.beginning(words[1]):
            _call()


def _keep_from_children() -> None:
    """What ends processes that are started: a json.py of the course, and packages that warn where that is an error."""
    os.environ.pop("PYTHONWARNINGS", None)
    sys.warnoptions.clear()  # Python hands these on, too
    os.environ["PYTHONSAFEPATH"] = "1"  # else they import from the working folder


def _needs_graders(words: list[str]) -> bool:
    """Whether it is `grade`, but not where a folder is named that has results already: then perhaps nothing is new."""
    if words[:1] != ["grade"] or len(words) < 2 or any(word.startswith(_OTHERWISE) for word in words):
        return False
    named = (word.rpartition("=")[2] for word in words)
    return sys.platform == "linux" and not any(os.path.exists(f"{each}/gradebook.sqlite") for each in named)  # noqa: PTH110


def _call() -> None:
    from fcnkit.cli import main as run  # noqa: PLC0415

    run()


def _end(*_: object) -> None:
    """Exits as after Ctrl-C: processes are ended and temporary files removed."""
    sys.exit(TERMINATED)


if __name__ == "__main__":
    main()
