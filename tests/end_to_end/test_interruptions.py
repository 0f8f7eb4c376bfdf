"""A grader that is killed, interrupted or out of room: the same command goes on, and nothing is lost or doubled.

`make test` grades the assignment of a new course, whose checks take a tenth of the time of this course's first one.
"""

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import time

import pytest
from classes import ROOT, command, files, honest, journal, write_class
from command_line import run as fcnkit
from proof import IS_FULL

from fcnkit.course import Course

SIZE, KILLS = (100, 20) if IS_FULL else (6, 2)
SLEEPS = "\nimport time\ntime.sleep(0.25)"
"""So that there is time to come between, which takes nobody's CPU."""
DISK = f"{SIZE * 12 + 60}k"
"""Too small for the pages of all, large enough for those of some."""


@pytest.fixture(scope="module", autouse=True)
def course(tmp_path_factory):
    """Where all commands are started."""
    where = ROOT
    if not IS_FULL:
        where = tmp_path_factory.mktemp("new") / "course"
        fcnkit("init", where, cwd=ROOT)
    with contextlib.chdir(where):
        yield where


@pytest.fixture(scope="module")
def submissions(course, tmp_path_factory):
    folder = tmp_path_factory.mktemp("class") / "submissions"
    if IS_FULL:
        return write_class(folder, honest(SIZE))
    assignment = Course(course).assignment("01")
    right = (assignment.paths.alternatives / "cumulative_sums.py").read_text(encoding="utf-8") + SLEEPS
    return write_class(folder, honest(SIZE, (right, right.replace("return", "return 1 // 0 *"))), assignment.name)


@pytest.fixture(scope="module")
def undisturbed(submissions, tmp_path_factory):
    """What a run leaves that nothing disturbs, and the seconds that it takes."""
    out = tmp_path_factory.mktemp("undisturbed")
    started = time.monotonic()
    assert run(submissions, out).returncode == 0
    return files(out), time.monotonic() - started


def run(submissions, out, *options):
    done = subprocess.run(command(submissions, out, *options), capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def assert_complete(out, expected):
    assert files(out) == expected
    assert len(journal(out)) == SIZE
    assert set(journal(out).values()) == {1}


def test_a_grader_that_is_killed_again_and_again_ends_up_where_an_undisturbed_one_does(
    submissions, undisturbed, tmp_path
):
    expected, seconds = undisturbed
    moments = random.Random(20260512)
    for _ in range(KILLS):
        grader = subprocess.Popen(command(submissions, tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0, seconds if IS_FULL else seconds / 2))
        grader.kill()
        grader.wait()
    assert run(submissions, tmp_path).returncode == 0
    assert_complete(tmp_path, expected)


def test_of_two_graders_at_once_in_a_folder_one_is_refused_and_does_no_harm(submissions, undisturbed, tmp_path):
    both = [
        subprocess.Popen(command(submissions, tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = {grader.communicate()[1]: grader.returncode for grader in both}
    assert sorted(said.values()) == [0, 2]
    assert all(b"Traceback" not in errors for errors in said)
    assert_complete(tmp_path, undisturbed[0])


def test_an_interrupted_grader_keeps_what_is_done_and_says_how_to_go_on(submissions, undisturbed, tmp_path):
    grader = subprocess.Popen(command(submissions, tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not marks_in(tmp_path):
        time.sleep(0.01)
    grader.send_signal(signal.SIGINT)
    said, errors = grader.communicate()
    assert "Traceback" not in errors
    if grader.returncode != 0:  # it was not done before the signal came
        assert grader.returncode == 130
        done = marks_in(tmp_path)
        assert f"Stopped. {done} of {SIZE} are done and kept" in " ".join(said.split())
        assert {"grades.csv", "index.html"} <= files(tmp_path).keys()
        assert len(list((tmp_path / "feedback").iterdir())) == done
    assert run(submissions, tmp_path).returncode == 0
    assert_complete(tmp_path, undisturbed[0])


def marks_in(out):
    try:
        with contextlib.closing(sqlite3.connect(f"file:{out}/gradebook.sqlite?mode=ro", uri=True)) as database:
            return database.execute("SELECT count(*) FROM result").fetchone()[0]
    except sqlite3.OperationalError:
        return 0  # it is not there yet


@pytest.fixture
def small_disk(tmp_path):
    """A folder with little room, and what gives it more."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", tmp_path]
    if subprocess.run(mounting, check=False, capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield tmp_path, lambda: subprocess.run(["mount", "-o", "remount,size=1g", tmp_path], check=True)
    subprocess.run(["umount", "-l", tmp_path], check=True)


def test_a_full_disk_is_told_in_a_sentence_and_costs_nothing(submissions, undisturbed, small_disk):
    out, make_room = small_disk
    stopped = run(submissions, out)
    assert stopped.returncode == 1
    assert "disk is full" in stopped.stderr or "No space left on device" in stopped.stderr
    make_room()
    assert run(submissions, out).returncode == 0
    assert_complete(out, undisturbed[0])
