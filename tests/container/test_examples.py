"""The examples for containers and clusters are valid, and do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
CONTAINER = ROOT / "autograder" / "container"
SLURM = CONTAINER / "slurm-array.sh"
EXAMPLES = ROOT / "examples" / "01-transposed-convolution"


def resources() -> list[dict]:
    return list(yaml.safe_load_all((CONTAINER / "kubernetes-job.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("resource", resources(), ids=lambda resource: resource["kind"])
def test_kubernetes_takes_the_job_and_its_network_policy(resource):
    kubernetes_validate.validate(resource, kubernetes_validate.latest_version(), strict=True)


def test_a_misspelt_key_would_not_pass():
    job = resources()[0]
    job["spec"]["template"]["spec"]["containers"][0]["resource"] = {}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(job, kubernetes_validate.latest_version(), strict=True)


def test_the_network_policy_is_for_the_pods_of_the_job():
    job, policy = resources()
    assert policy["spec"]["podSelector"]["matchLabels"] == job["spec"]["template"]["metadata"]["labels"]


@pytest.mark.parametrize("script", sorted(CONTAINER.glob("*.sh")), ids=lambda path: path.name)
def test_shellcheck_finds_nothing_to_say_about_a_script(script):
    program = Path(sys.executable).with_name("shellcheck")
    done = subprocess.run([program, script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_docker_compose_takes_the_compose_file(tmp_path):
    compose = _compose()
    if compose is None:
        pytest.skip("neither `docker compose` nor docker-compose is installed")
    environment = {**os.environ, "SUBMISSIONS": str(EXAMPLES), "OUT": str(tmp_path)}
    command = [*compose, "-f", CONTAINER / "compose.yaml", "config"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    grader = yaml.safe_load(done.stdout)["services"]["grader"]
    assert (grader["network_mode"], grader["read_only"], grader["cap_drop"]) == ("none", True, ["ALL"])
    assert Path(grader["build"]["context"]) == ROOT


def _compose() -> list[str] | None:
    if shutil.which("docker"):
        done = subprocess.run(["docker", "compose", "version"], capture_output=True, check=False)
        if done.returncode == 0:
            return ["docker", "compose"]
    found = shutil.which("docker-compose")
    return [found] if found else None


def test_a_task_of_the_slurm_array_grades_its_section(tmp_path):
    for section, name in (("A", "Emily Carter.ipynb"), ("B", "강하은.ipynb")):
        (tmp_path / "sections" / section).mkdir(parents=True)
        shutil.copy(EXAMPLES / name, tmp_path / "sections" / section)
    (tmp_path / "srun").write_text('#!/bin/sh\nexec "$@"\n')
    (tmp_path / "srun").chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "SLURM_CPUS_PER_TASK": "1"}

    def task(number: int) -> subprocess.CompletedProcess[str]:
        command = ["bash", SLURM, "01", tmp_path / "sections", tmp_path / "out"]
        variables = {**environment, "SLURM_ARRAY_TASK_ID": str(number)}
        return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)

    assert task(1).returncode == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["B"]
    assert "강하은" in (tmp_path / "out" / "B" / "grades.csv").read_text(encoding="utf-8")
    beyond = task(2)
    assert beyond.returncode == 1
    assert "there is no such section" in beyond.stderr


def test_sbatch_knows_every_option_of_the_slurm_array(tmp_path):
    if shutil.which("sbatch") is None:
        pytest.skip("Slurm is not installed")
    (tmp_path / "slurm.conf").write_text("ClusterName=none\nSlurmctldHost=localhost\n")
    environment = {**os.environ, "SLURM_CONF": str(tmp_path / "slurm.conf")}
    known = subprocess.run(["sbatch", "--help"], env=environment, capture_output=True, text=True, check=False).stdout
    options = re.findall(r"^#SBATCH (--[a-z-]+)", SLURM.read_text(encoding="utf-8"), re.MULTILINE)
    assert options
    assert [option for option in options if option not in known] == []
