"""`--device`: refuses in a sentence, or says what it took; it never falls back to the CPU in silence."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from fcnkit.course import Course
from fcnkit.engines import gpu
from fcnkit.engines.gpu_slots import SLOT_MIB, Slot
from fcnkit.engines.nvidia import Gpu, NoGpu
from fcnkit.grading.sandbox.level import Isolation

ROOT = Path(__file__).resolve().parents[2]
KERAS_COURSE = ROOT / "tests" / "grading" / "keras_course"
NOTEBOOK = ROOT / "examples" / "01-transposed-convolution" / "Emily Carter.ipynb"
FCNKIT = Path(sys.executable).with_name("fcnkit")


def grade(number, out, *options, cwd=ROOT, path=""):
    environment = {**os.environ, "PATH": f"{path}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    command = [FCNKIT, "grade", number, NOTEBOOK, "--out", out, *options]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def one_gpu(tmp_path):
    """A folder with an nvidia-smi that tells of a card that this machine has not."""
    told = tomllib.loads((Path(__file__).parent / "nvidia_smi" / "one.toml").read_text(encoding="utf-8"))["query"]
    program = tmp_path / "bin" / "nvidia-smi"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nprintf '%s' '{told}'\n")
    program.chmod(0o755)
    return program.parent


def test_gpu_is_refused_for_an_assignment_that_is_done_by_hand(tmp_path):
    done = grade("01", tmp_path / "out", "--device", "gpu")
    assert done.returncode == 2
    assert "01-transposed-convolution computes with NumPy, which uses no GPU; leave --device out" in done.stderr


def test_auto_says_that_it_took_the_cpu_and_why(tmp_path):
    done = grade("01", tmp_path / "out", "--device", "auto")
    assert done.returncode == 0, done.stderr
    assert "`--device auto` took the CPU: 01-transposed-convolution computes with NumPy" in done.stderr


def test_gpu_is_refused_where_a_driver_is_missing(tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "nvidia-smi").write_text("#!/bin/sh\necho 'No devices were found'\nexit 6\n")
    (tmp_path / "bin" / "nvidia-smi").chmod(0o755)
    done = grade("09", tmp_path / "out", "--device", "gpu", cwd=KERAS_COURSE, path=tmp_path / "bin")
    assert done.returncode == 2
    assert "no GPU is usable: nvidia-smi says 'No devices were found'" in done.stderr


def test_a_trial_that_takes_too_long_says_so(monkeypatch):
    monkeypatch.setattr(gpu, "_PATIENCE", 0.001)
    slot = Slot(Gpu("GPU-1", "Tesla T4", 15360, 15360, "550"), SLOT_MIB)
    with pytest.raises(NoGpu, match=r"Tesla T4 is there, .* \(it took more than 0.001 seconds\)"):
        gpu._try(Course.find(ROOT).assignment("01"), Isolation.NONE, slot)


@pytest.mark.xdist_group("keras")
def test_gpu_is_refused_when_keras_computes_on_the_cpu_all_the_same(tmp_path, one_gpu):
    if Path("/dev/nvidiactl").exists():
        pytest.skip("this machine has a GPU, which Keras may use")
    done = grade("09", tmp_path / "out", "--device", "gpu", cwd=KERAS_COURSE, path=one_gpu)
    assert done.returncode == 2
    assert "NVIDIA GeForce RTX 3060 is there, but Keras does not use it at isolation" in done.stderr
    assert "CPU:0); is fcnkit[cuda] installed?" in done.stderr
    assert "Traceback" not in done.stderr
