"""Attackers graded among honest students: nothing is forged, read or harmed; and each attack is a real one.

At `strict` all but those of LONG are tried. At the weaker levels and without isolation a sample is; with ALL_ATTACKS
set (`make hostile`) all are, everywhere.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import pytest
from attack_files import HARMLESS_ONLY, ONE_PROCESS, UNCONFINED, Attack, attacks

from fcnkit.grading.sandbox.level import Isolation, probe

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ATTACKS = attacks()
BY_NAME = {attack.name: attack for attack in ATTACKS}
THEMES = sorted({attack.theme for attack in ATTACKS})
ALL = "ALL_ATTACKS" in os.environ
EVERY = 10
"""Of so many attacks, one is in the sample."""
LONG = ("models", "code_like_sand", "deaf_to_time", "name_of_many_marks")
"""What only `make hostile` tries: a theme, of which `tests/grading/test_models.py` holds some of each kind of model,
and attacks that take five to nine seconds of CPU each, a quarter of what all take."""
PATIENCE = 1200


def promised() -> dict[str, dict[str, set[str]]]:
    """SECURITY.md's table: theme → level → attacks that get through there."""
    table: dict[str, dict[str, set[str]]] = {}
    for line in (ROOT / "SECURITY.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `") and len(cells) == 5:
            theme, _count, *levels = cells
            through = [set(re.findall(r"`(\w+)`", cell)) for cell in levels]
            table[theme.strip("`")] = dict(zip(("strict", "landlock", "uid"), through, strict=True))
    return table


PROMISED = promised()
SEEN_AS_THE_GRADER_SEES = {"sizes_of_files"}
"""What gets through at `landlock` only where files are opened as the grader: by its own user, or by root for want of a
Python that others may read."""


def gets_through(level: Isolation, *, as_another_user: bool) -> set[str]:
    """What SECURITY.md says of the level, where root grades with a Python that other users may read, or not."""
    named = {name for levels in PROMISED.values() for name in levels.get(level, ())}  # of `none`, nothing is promised
    return named - SEEN_AS_THE_GRADER_SEES if level is Isolation.LANDLOCK and as_another_user else named


def _run(script: str, *arguments: str, python: str = sys.executable, user: Sequence[str] = ()) -> Any:
    path = [ROOT, ROOT / "shared", Path(sysconfig.get_path("purelib"))]
    done = subprocess.run(
        [*user, python, "-B", HERE / script, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))},
        cwd="/",
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def _sample(chosen: list[Attack], also: Collection[str] = ()) -> list[str]:
    if ALL:
        return [attack.name for attack in chosen]
    short = [attack for attack in chosen if not {attack.theme, attack.name} & set(LONG)]
    return [attack.name for number, attack in enumerate(short) if number % EVERY == 0 or attack.name in also]


def _python_for(level: Isolation) -> str:
    """At `uid` the interpreter must be one that every user may read, which ours may not be."""
    found = probe(level)
    if found.is_available:
        return sys.executable
    others = f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"
    if (
        level is Isolation.UID
        and os.geteuid() == 0
        and Path(others).exists()
        and "no user but root" in found.finding.en
    ):
        return others
    pytest.skip(f"{level} is not available here: {found.finding.en}")


class Graded:
    """What came of the attacks at one level."""

    def __init__(self, level: Isolation, names: list[str], python: str) -> None:
        self.level = level
        self.promised = gets_through(level, as_another_user=probe(Isolation.UID).is_available)
        self.report = _run("grade_attackers.py", level, *names, python=python)
        self.attacks: dict[str, Any] = self.report["attacks"]

    @property
    def got_through(self) -> dict[str, list[str]]:
        return {name: achieved["evidence"] for name, achieved in self.attacks.items() if achieved["evidence"]}


@pytest.fixture(scope="session", params=[Isolation.STRICT, Isolation.LANDLOCK, Isolation.UID])
def graded(request: pytest.FixtureRequest) -> Graded:
    level = request.param
    python = _python_for(level)
    also = set(BY_NAME) if level is Isolation.STRICT else gets_through(level, as_another_user=False)
    names = _sample(ATTACKS, also)
    return Graded(level, names, python)


pytestmark = pytest.mark.xdist_group("attacks")


def test_each_attack_says_what_it_tries_and_what_would_prove_success() -> None:
    assert len(ATTACKS) >= 80
    assert len(BY_NAME) == len(ATTACKS)
    for attack in ATTACKS:
        assert attack.tries, attack.path
        assert attack.success, attack.path
        assert attack.succeeds.startswith((UNCONFINED, ONE_PROCESS, HARMLESS_ONLY)), attack.path


def test_no_attack_gets_through_but_those_that_the_table_names(graded: Graded) -> None:
    assert {name: seen for name, seen in graded.got_through.items() if name not in graded.promised} == {}
    assert {name for name in graded.promised if name in graded.attacks} == set(graded.got_through)
    assert graded.report["of_the_class"] == []
    if graded.level is Isolation.STRICT:
        assert graded.promised == set()


def test_no_attack_changes_a_neighbours_result(graded: Graded) -> None:
    assert len(graded.report["neighbours_before"]) == (8 if ALL else 4)
    assert graded.report["neighbours"] == graded.report["neighbours_before"]


NOT_ROOT = ("setpriv", "--reuid=65533", "--regid=65533", "--clear-groups")
"""What belongs to the grader's own user, bystanders included, has nothing but the sandbox to guard it."""
DOCKERS = (
    "chown dac_override fowner fsetid kill mknod net_bind_service net_raw setfcap setgid setpcap setuid sys_chroot"
)
DOCKERS_ROOT = ("setpriv", f"--bounding-set=-all,{','.join(f'+{name}' for name in DOCKERS.split())}")
"""Root as Docker runs it by default: without the capabilities to make namespaces and to look into other processes."""


@pytest.mark.skipif(not ALL, reason="in `make hostile` alone: it takes minutes")
@pytest.mark.parametrize(
    ("level", "user"),
    [
        pytest.param(Isolation.STRICT, NOT_ROOT, id="strict, not root"),
        pytest.param(Isolation.LANDLOCK, NOT_ROOT, id="landlock, not root"),
        pytest.param(Isolation.LANDLOCK, DOCKERS_ROOT, id="landlock, Docker's root"),
        pytest.param(Isolation.UID, DOCKERS_ROOT, id="uid, Docker's root"),
    ],
)
def test_they_get_no_further_where_the_grader_is_not_all_powerful(level: Isolation, user: tuple[str, ...]) -> None:
    python = f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"
    if os.geteuid() != 0 or shutil.which("setpriv") is None or not Path(python).exists():
        pytest.skip(f"needs root, setpriv and {python}, which any user may start")
    themes = ("neighbours", "read", "outlive", "flood")
    names = [attack.name for attack in ATTACKS if attack.theme in themes]
    attacks_of = _run("grade_attackers.py", level, *names, python=python, user=user)["attacks"]
    through = {name for name, achieved in attacks_of.items() if achieved["evidence"]}
    assert through == gets_through(level, as_another_user=user is DOCKERS_ROOT) & set(names)


def test_each_attack_has_a_clear_outcome(graded: Graded) -> None:
    for name, achieved in graded.attacks.items():
        assert achieved["status"] in ("graded", "invalid"), name
        assert achieved["says"] or set(achieved["outcomes"].values()) == {"passed"}, name
        assert set(achieved["outcomes"].values()) <= {"passed", "failed", "unattempted", "error"}, name


def test_the_table_counts_the_attacks_that_there_are() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    counts = {theme: int(count) for theme, count in re.findall(r"^\| `(\w+)` \| (\d+) \|", text, re.M)}
    assert counts == {theme: sum(attack.theme == theme for attack in ATTACKS) for theme in THEMES}
    for theme, levels in PROMISED.items():
        for name in set().union(*levels.values()):
            assert BY_NAME[name].theme == theme


def _real(where: str) -> list[Attack]:
    return [attack for attack in ATTACKS if attack.succeeds.startswith(where)]


def _must_succeed(attack: Attack) -> bool:
    """Some need root's rights, or a part of the kernel that this one may lack."""
    return "where the" not in attack.succeeds and (os.geteuid() == 0 or "root runs" not in attack.succeeds)


def test_without_isolation_they_get_through() -> None:
    names = _sample(_real(UNCONFINED))
    graded = Graded(Isolation.NONE, names, sys.executable)
    assert set(graded.attacks) - set(graded.got_through) <= {name for name in names if not _must_succeed(BY_NAME[name])}


def test_in_a_grader_of_one_process_they_get_through() -> None:
    names = _sample(_real(ONE_PROCESS))
    seen = _run("grade_in_one_process.py", *names)
    assert {name for name in names if not seen[name] and _must_succeed(BY_NAME[name])} == set()
