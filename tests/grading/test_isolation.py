"""What a student's code can reach from inside: tried by student code, in the real worker, at each level."""

import ast
import os
import socket
import textwrap
from pathlib import Path

import pytest

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.sandbox.level import Isolation, IsolationUnavailable, choose, probe
from fcnkit.text import same

COURSE = Course.find()
SECRET_MARKS = ("overlap-overwritten", "BEGIN SOLUTION")
"""Text that only the hidden suite or the solution holds."""


@pytest.fixture(scope="module", params=[Isolation.STRICT, Isolation.LANDLOCK])
def level(request):
    found = probe(request.param)
    if not found.is_available:
        pytest.skip(f"{request.param} is not available here: {found.finding.en}")
    return request.param


@pytest.fixture(scope="module")
def inside(level):
    """Run student code and give back what it found: it says so in an exception, as any student's code could."""
    with LocalEngine(COURSE.assignment("01"), level) as engine:

        def run(code, **names):
            setup = "\n".join(f"{name} = {value!r}" for name, value in names.items())
            body = textwrap.indent(textwrap.dedent(code), "    ")
            source = f"{setup}\ndef look():\n{body}\nraise RuntimeError('|' + repr(look()))"
            examination = engine.examine(Job(cells=[Cell(number=1, source=source)]))
            assert examination.fault is None
            return ast.literal_eval(examination.cell_errors[0].message.en.partition("|")[2])

        yield run


def test_neither_suite_nor_solution_is_to_be_found(inside):
    found = inside(
        """
        import os
        hits = []
        for folder, _, files in os.walk("/"):
            if folder.startswith(("/proc", "/sys")): continue
            for file in files:
                if not file.endswith((".py", ".pyc", ".ipynb", ".toml", ".md", ".json", ".sqlite")): continue
                try:
                    with open(os.path.join(folder, file), "rb") as stream: text = stream.read(1 << 20)
                except OSError: continue
                hits += [os.path.join(folder, file) for mark in marks if mark.encode() in text]
        return hits[:5]
        """,
        marks=SECRET_MARKS,
    )
    assert found == []


def test_no_module_of_the_examiner_is_loaded(inside):
    never = {"pytest", "pydantic", "spec", "cases", "misconceptions", "wrong_answers", "fcnkit.course"}
    assert inside("import sys; return sorted(never & set(sys.modules))", never=never) == []
    assert inside("import sys; return [name for name in sys.modules if 'examiner' in name]") == []


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "/etc/hostname", "/proc/1/environ", str(COURSE.root / "pyproject.toml")]
)
def test_files_outside_the_view_cannot_be_read(inside, path):
    code = """
    try:
        with open(path, "rb") as stream: return stream.read(10)
    except OSError as error: return type(error).__name__
    """
    assert inside(code, path=path) in ("FileNotFoundError", "PermissionError")


@pytest.mark.parametrize("folder", ["/", "/tmp", os.path.dirname(os.__file__)])  # noqa: S108, PTH120
def test_nothing_can_be_written_but_scratch(inside, folder):
    code = """
    import os
    try:
        with open(os.path.join(folder, "left-behind"), "wb"): return "written"
    except OSError as error: return type(error).__name__
    """
    assert inside(code, folder=folder) in ("PermissionError", "OSError")
    assert inside("open('own', 'w').write('x'); return open('own').read()") == "x"
    assert inside("import os; return os.path.exists('own')") is False  # nobody finds what another left


def test_scratch_is_bounded(inside, level):
    if level is not Isolation.STRICT:
        pytest.skip("only strict has a scratch file system of its own; elsewhere single files are bounded")
    code = """
    try:
        with open("large", "wb") as stream:
            for _ in range(200): stream.write(bytes(1 << 20))
    except OSError as error: return type(error).__name__
    """
    assert inside(code) == "OSError"


@pytest.mark.parametrize("module", ["tensorflow", "keras", "scipy", "pytest", "otter", "pydantic", "jupytext"])
def test_what_is_not_in_the_profile_does_not_exist(inside, module):
    code = """
    import importlib, sys
    sys.modules.pop("otter", None)  # the stand-in for the public checks, and who would make another one
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__name__ != "StandIns"]
    try: importlib.import_module(module)
    except ImportError: return "missing"
    """
    assert inside(code, module=module) == "missing"


def test_what_is_in_the_profile_works(inside):
    assert inside("import numpy, matplotlib.pyplot, fcnlab, IPython; return float(numpy.ones(3).sum())") == 3


def test_libraries_can_look_up_what_the_cpu_can_do(inside):
    assert inside("return open('/proc/cpuinfo').read(9)") == Path("/proc/cpuinfo").read_text()[:9]


def test_the_environment_and_the_descriptors_tell_nothing(inside):
    environment, descriptors = inside(
        """
        import os
        kept = []
        for number in range(256):
            try: os.fstat(number); kept.append(number)
            except OSError: pass
        return dict(os.environ), kept
        """
    )
    libraries = {"MPLBACKEND", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "GLIBC_TUNABLES"}
    assert set(environment) <= {"LANG", "LC_CTYPE", "HOME", "TMPDIR"} | libraries
    assert len(descriptors) <= 6  # standard input and output, the wire, its own command line and the CPU in /proc


def test_no_server_on_this_machine_can_be_reached(inside):
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = """
        import socket
        try: socket.create_connection(("127.0.0.1", port), timeout=2); return "reached"
        except OSError as error: return type(error).__name__
        """
        assert inside(code, port=server.getsockname()[1]) in ("OSError", "PermissionError", "ConnectionRefusedError")


def test_other_processes_cannot_be_signalled(inside):
    code = """
    import os, signal
    try: os.kill(pid, 0); return "reached"
    except OSError as error: return type(error).__name__
    """
    assert inside(code, pid=os.getpid()) in ("ProcessLookupError", "PermissionError")


def test_rights_are_given_up(inside):
    code = """
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    CLONE_NEWNS, PR_GET_NO_NEW_PRIVS, PR_CAPBSET_READ = 0x20000, 39, 23
    mounted, unshared = libc.mount(b"none", b"/", None, 0x44000, None), libc.unshare(CLONE_NEWNS)
    return libc.prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0), mounted, unshared
    """
    assert inside(code) == (1, -1, -1)


def test_auto_never_takes_the_unprotected_level(monkeypatch):
    from fcnkit.grading.sandbox import level as levels  # noqa: PLC0415

    monkeypatch.setattr(levels, "trouble_at", lambda level: same(f"{level} refused"))
    with pytest.raises(
        IsolationUnavailable, match="strict: strict refused; landlock: landlock refused; uid: uid refused"
    ):
        choose("auto")
    with pytest.raises(IsolationUnavailable):
        choose("strict")
    assert choose("none") is Isolation.NONE


def test_what_asks_for_locks_finds_them_given(inside):
    """SQLite, and IPython's history with it, will not work without; nobody else can be there."""
    assert (
        inside(
            """
        import os, sqlite3
        from IPython.core.history import HistoryAccessor
        for mode in ("delete", "wal"):
            writing, reading = (sqlite3.connect(mode + ".sqlite") for _ in range(2))
            writing.execute("pragma journal_mode=" + mode)
            writing.execute("create table answers (answer)")
            writing.execute("insert into answers values (7)")
            writing.commit()
            assert reading.execute("select answer from answers").fetchall() == [(7,)]
        return list(HistoryAccessor(hist_file=os.path.abspath("history.sqlite")).get_tail(3))
        """
        )
        == []
    )
