"""What a log says: words as they are, and of progress how much is done, never what is about to be."""

import pytest

from fcnkit.commands.console import progress, say, warn


def test_nothing_is_told_before_it_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for _ in progress(range(12), 12, "Solutions run"):
        said.append(capsys.readouterr().err)
    assert said == ["", *[""] * 9, "Solutions run: 10/12\n", ""]
    assert capsys.readouterr().err == "Solutions run: 12/12\n"


def test_words_are_shown_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    path = f"out/[bold]a[/]/:cat:/{'long ' * 40}end"
    say(path)
    warn(path)
    assert capsys.readouterr() == (f"{path}\n", f"{path}\n")
