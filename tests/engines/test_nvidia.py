"""What nvidia-smi prints on machines of many kinds becomes slots, or a sentence with the remedy."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcnkit.engines.gpu_slots import CUDA_MIB, SLOT_MIB, share_out
from fcnkit.engines.nvidia import Gpu, NoGpu, driver_files, find

CASES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "nvidia_smi").glob("*.toml"))
}


def found(case):
    def ask(*arguments):
        output = case["list"] if arguments == ("-L",) else case["query"]
        return subprocess.CompletedProcess(arguments, case.get("status", 0), output.lstrip("\n"), "")

    return find(ask)


def having(key):
    return pytest.mark.parametrize("name", [name for name, case in CASES.items() if key in case])


@having("gpus")
def test_devices_and_slices_are_found_with_their_memory(name):
    gpus = [[gpu.uuid, gpu.name, gpu.total_mib, gpu.free_mib] for gpu in found(CASES[name])]
    assert gpus == CASES[name]["gpus"]


@having("refused")
def test_what_cannot_be_used_is_said_with_the_remedy(name):
    with pytest.raises(NoGpu) as refusal:
        found(CASES[name])
    assert CASES[name]["refused"] in str(refusal.value)
    assert str(refusal.value).endswith("or grade with --device cpu")


@having("slots")
def test_as_many_graders_fit_as_there_is_memory_for(name):
    slots = share_out(found(CASES[name]), wanted=None)
    assert [len(slots), min(slot.mib for slot in slots)] == CASES[name]["slots"]


@having("no_slot")
def test_a_gpu_whose_memory_is_taken_is_refused(name):
    with pytest.raises(NoGpu) as refusal:
        share_out(found(CASES[name]), wanted=2)
    assert CASES[name]["no_slot"] in str(refusal.value)


def test_where_there_is_no_nvidia_smi_a_sentence_says_so():
    with pytest.raises(NoGpu, match="nvidia-smi is not there; install NVIDIA's driver"):
        find(lambda *_: None)


@given(st.lists(st.integers(0, 90_000), min_size=1, max_size=8), st.integers(1, 64))
def test_no_device_is_promised_twice_and_graders_are_spread_evenly(free, wanted):
    gpus = [Gpu(f"GPU-{number}", "card", 96_000, mib, "550") for number, mib in enumerate(free)]
    if max(free) < SLOT_MIB:
        with pytest.raises(NoGpu):
            share_out(gpus, wanted)
        return
    slots = share_out(gpus, wanted)
    on = {gpu: [slot for slot in slots if slot.gpu == gpu] for gpu in gpus}
    assert all(sum(slot.mib for slot in slots) <= gpu.free_mib for gpu, slots in on.items())
    assert all(slot.mib >= SLOT_MIB for slot in slots)
    assert len(slots) == min(wanted, sum(mib // SLOT_MIB for mib in free))
    roomy = [len(slots) for gpu, slots in on.items() if gpu.free_mib // SLOT_MIB > len(slots)]
    assert not roomy or min(roomy) >= max(map(len, on.values())) - 1
    assert {slot.environment()["CUDA_VISIBLE_DEVICES"] for slot in slots} == {slot.gpu.uuid for slot in slots}


def test_a_graders_environment_switches_off_what_could_change_a_mark():
    (slot,) = share_out([Gpu("GPU-1", "card", 16_384, 8_192, "550")], 1)
    environment = slot.environment()
    assert environment["NVIDIA_TF32_OVERRIDE"] == "0"
    assert environment["TF_DETERMINISTIC_OPS"] == "1"


def test_each_framework_is_told_the_graders_share_of_memory_which_grows_on_demand():
    slot, _ = share_out([Gpu("GPU-1", "card", 16_384, 8_192, "550")], 2)
    environment = slot.environment()
    assert environment["FCNKIT_GPU_MIB"] == str(4_096 - CUDA_MIB)
    assert environment["XLA_PYTHON_CLIENT_MEM_FRACTION"] == "0.219"
    assert environment["PYTORCH_ALLOC_CONF"] == "per_process_memory_fraction:0.219"
    assert environment["TF_FORCE_GPU_ALLOW_GROWTH"] == "true"
    assert environment["XLA_PYTHON_CLIENT_PREALLOCATE"] == "false"


def test_a_grader_of_a_cluster_keeps_to_the_part_of_a_device_that_it_has_been_given():
    (slot,) = share_out([Gpu("GPU-1", "card", 16_384, 16_000, "550")], 1, part=0.25)
    assert slot.mib == 4_096
    with pytest.raises(NoGpu, match="card has 1,536 MiB free"):
        share_out([Gpu("GPU-1", "card", 6_144, 6_000, "550")], 1, part=0.25)


def test_a_grader_is_shown_the_drivers_files_and_no_others_devices(tmp_path):
    driver = ["dev/nvidia0", "dev/nvidia12", "dev/nvidia-caps/nvidia-cap1", "dev/nvidia-uvm", "dev/nvidiactl"]
    for name in (*driver, "dev/nvidia-modeset", "dev/kvm", "dev/dri/card0", "proc/driver/nvidia/params"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert set(driver_files(tmp_path)) == {tmp_path / name for name in (*driver, "proc/driver/nvidia")}
    assert driver_files(tmp_path / "none") == ()
