"""TensorFlow's notices are hidden from students; what else goes to standard error is not."""

from __future__ import annotations

import os
import sys

import fcnlab
import pytest
from fcnlab import quiet

NOTICES = """\
2026-11-28 17:01:51.463866: I tensorflow/core/util/port.cc:153] oneDNN custom operations are on.
I0000 00:00:1795888336.473866   20683 cudart_stub.cc:31] Could not find cuda drivers on your machine.
WARNING: All log messages before absl::InitializeLog() is called are written to STDERR
E0000 00:00:1795888361.458703   20683 cuda_executor.cc:1] failed call to cuInit: INTERNAL: CUDA error
To enable the following instructions: AVX2 FMA, in other operations, rebuild TensorFlow.
"""
"""As TensorFlow 2.21 writes them."""


@pytest.fixture
def notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quiet, "_in_notebook", lambda: True)
    monkeypatch.delitem(sys.modules, "keras", raising=False)


@pytest.mark.usefixtures("notebook")
def test_notices_are_dropped_and_everything_else_comes_out(capfd: pytest.CaptureFixture[str]) -> None:
    with fcnlab.quietly():
        os.write(2, f"{NOTICES}numpy: something is really wrong\n".encode())
    assert capfd.readouterr().err == "numpy: something is really wrong\n"


@pytest.mark.usefixtures("notebook")
def test_where_it_raises_everything_comes_out(capfd: pytest.CaptureFixture[str]) -> None:
    def start() -> None:
        with fcnlab.quietly():
            os.write(2, NOTICES.encode())
            raise ImportError

    with pytest.raises(ImportError):
        start()
    assert capfd.readouterr().err == NOTICES


def test_where_nobody_looks_nothing_is_held_back(capfd: pytest.CaptureFixture[str]) -> None:
    with fcnlab.quietly():
        os.write(2, NOTICES.encode())
        assert capfd.readouterr().err == NOTICES


def test_a_script_that_somebody_looks_at_asks_for_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "keras", raising=False)
    with fcnlab.quietly(anywhere=True):
        os.write(2, NOTICES.encode())
    assert capfd.readouterr().err == ""
