"""What a profile's packages bring into the view: what they require, of extras what is installed, and nothing else."""

import py_compile
import subprocess
import sys

import pytest

from fcnkit.grading.sandbox.distributions import NotInstalled
from fcnkit.grading.sandbox.visible_files import visible_files_for


def links(distribution, into):
    visible_files_for([distribution], {}, into)
    return {path.name for path in into.iterdir()}


def test_packages_bring_what_they_require_and_extras_only_if_named(tmp_path):
    plain, with_extra = (links(name, tmp_path / name) for name in ("otter-grader", "otter-grader[grading]"))
    assert {"otter", "jinja2"} <= plain < with_extra
    assert "pypdf" in with_extra - plain


def test_an_extra_that_is_not_installed_or_not_there_is_no_error(tmp_path):
    plain = links("otter-grader", tmp_path / "plain")
    assert links("otter-grader[no-such-extra]", tmp_path / "not there") == plain
    assert links("otter-grader[r]", tmp_path / "not installed") == plain  # rpy2, which needs R


def test_a_package_that_is_not_installed_is_named(tmp_path):
    with pytest.raises(
        NotInstalled, match=r"needs no-such-package, which is not installed.*\(tensorflow, jax or torch\)"
    ):
        visible_files_for(["numpy", "no-such-package"], {}, tmp_path)


def test_a_module_that_is_a_single_file_is_not_compiled_again(tmp_path):
    (tmp_path / "single.py").write_text("value = 5\n", encoding="utf-8")
    py_compile.compile(str(tmp_path / "single.py"))
    view = visible_files_for([], {"inner/single.py": tmp_path / "single.py"}, tmp_path / "view")
    program = "import sys; sys.path.append(sys.argv[1]); import inner.single as found; print(found.__cached__)"
    command = [sys.executable, "-I", "-B", "-v", "-c", program, str(view.profile)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    compiled = done.stdout.strip()
    assert compiled.startswith(str(view.profile))
    assert f"# code object from '{compiled}'" in done.stderr
