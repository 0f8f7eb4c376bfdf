"""The last cell of each notebook puts the one that is open into the zip, never the other language's."""

from __future__ import annotations

import compileall
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import nbformat
import pytest
from nbclient import NotebookClient
from unzipped import ASSIGNMENT, notebook_of, unzipped

from fcnkit.text import LANGS, Lang

OTHER: dict[Lang, Lang] = {"ko": "en", "en": "ko"}
UNTOUCHED = {"ko": "나누어 준 그대로입니다", "en": "still as it was handed out"}
LATER = {"ko": "더 나중에 저장한 노트북", "en": "Another notebook was saved later"}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = unzipped(tmp_path_factory.mktemp("fresh"))
    compileall.compile_dir(folder / "fcnlab", quiet=2)  # once for all the processes that import it here
    return folder


@pytest.fixture
def folder(fresh: Path, tmp_path: Path) -> Path:
    """A fresh unzip, to be worked in."""
    return Path(shutil.copytree(fresh, tmp_path / fresh.name))


def write_in(notebook: Path) -> Path:
    """As somebody who has answered the first question."""
    content = nbformat.read(notebook, as_version=4)
    cell = next(cell for cell in content.cells if "def conv_output_size" in cell.source)
    cell.source = cell.source.replace("    ...", "    return size")
    nbformat.write(content, notebook)
    return notebook


def saved(*notebooks: Path) -> None:
    """One after another."""
    for second, path in enumerate(notebooks):
        os.utime(path, (1_800_000_000 + second,) * 2)


GRADER = """
class grader:
    @staticmethod
    def export(path, pdf):
        print(f"exported {path}")
"""


def run_last_cell(notebook: Path, *, prelude: str = "", cwd: Path | None = None, **environment: str) -> str:
    """What the notebook's last cell prints, run alone, with a grader that says what it was given."""
    cell = nbformat.read(notebook, as_version=4).cells[-1]
    clean = {name: value for name, value in os.environ.items() if name != "JPY_SESSION_NAME"}
    done = subprocess.run(
        [sys.executable, "-c", f"{prelude}{GRADER}\n{cell.source}"],
        cwd=cwd or notebook.parent,
        env={**clean, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def vs_code(notebook: Path) -> str:
    return f"__vsc_ipynb_file__ = {str(notebook)!r}\n"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("saved_last", ["mine", "other"])
@pytest.mark.parametrize("how", ["Jupyter", "VS Code", "nothing tells"])
def test_it_is_the_one_whose_cell_runs(how: str, saved_last: str, lang: Lang, folder: Path) -> None:
    mine, other = write_in(notebook_of(folder, lang)), notebook_of(folder, OTHER[lang])
    saved(*((other, mine) if saved_last == "mine" else (mine, other)))
    match how:
        case "Jupyter":
            said = run_last_cell(mine, JPY_SESSION_NAME=str(mine))
        case "VS Code":
            said = run_last_cell(mine, prelude=vs_code(mine))
        case _:
            said = run_last_cell(mine)
    assert f"exported {mine.name}\n" in said
    assert "⚠" not in said


def test_both_languages_worked_in_the_open_one_goes_into_the_zip(folder: Path) -> None:
    korean, english = (write_in(notebook_of(folder, lang)) for lang in LANGS)
    saved(english, korean)
    assert f"exported {english.name}\n" in run_last_cell(english, JPY_SESSION_NAME=str(english))
    assert f"exported {english.name}\n" in run_last_cell(english)


@pytest.mark.parametrize("lang", LANGS)
def test_an_untouched_notebook_is_warned_of_in_its_language(lang: Lang, folder: Path) -> None:
    mine = notebook_of(folder, lang)
    said = run_last_cell(mine, JPY_SESSION_NAME=str(mine))
    assert f"exported {mine.name}\n" in said
    assert UNTOUCHED[lang] in said
    assert LATER[lang] not in said


def test_blank_cells_and_outputs_are_no_work(folder: Path) -> None:
    mine = notebook_of(folder, "en")
    content: dict[str, Any] = json.loads(mine.read_text(encoding="utf-8"))
    blank = {"cell_type": "code", "id": "new", "metadata": {}, "outputs": [], "source": [], "execution_count": 1}
    content["cells"].insert(0, blank)
    content["cells"][1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]
    mine.write_text(json.dumps(content), encoding="utf-8")
    assert UNTOUCHED["en"] in run_last_cell(mine)


def test_a_renamed_notebook_is_found_by_its_cell_where_jupyter_still_says_the_old_name(folder: Path) -> None:
    mine = write_in(notebook_of(folder, "en"))
    renamed = mine.rename(folder / "20231234 김하늘.ipynb")
    saved(renamed, notebook_of(folder, "ko"))
    assert f"exported {renamed.name}\n" in run_last_cell(renamed, JPY_SESSION_NAME=str(mine))
    assert f"exported {renamed.name}\n" in run_last_cell(renamed)


def test_a_copy_that_is_open_goes_in_and_not_the_original(folder: Path) -> None:
    mine = write_in(notebook_of(folder, "ko"))
    copy = Path(shutil.copy(mine, folder / f"{mine.stem} 사본.ipynb"))
    saved(copy, mine)
    said = run_last_cell(copy, JPY_SESSION_NAME=str(copy))
    assert f"exported {copy.name}\n" in said
    assert f"{LATER['ko']}이 있습니다: {mine.name}" in said
    saved(mine, copy)
    assert "⚠" not in run_last_cell(copy, JPY_SESSION_NAME=str(copy))


def test_where_nothing_tells_one_that_is_worked_in_goes_before_a_blank_one_unzipped_later(folder: Path) -> None:
    original = notebook_of(folder, "ko")
    copy = write_in(Path(shutil.copy(original, folder / "사본.ipynb")))
    saved(copy, original)
    assert f"exported {copy.name}\n" in run_last_cell(copy)


def test_what_is_told_of_another_notebook_is_not_believed(folder: Path) -> None:
    """A notebook that runs another with nbconvert hands its own name on."""
    mine = write_in(notebook_of(folder, "en"))
    outer = notebook_of(folder, "ko")
    assert f"exported {mine.name}\n" in run_last_cell(mine, JPY_SESSION_NAME=str(outer))


def test_from_another_folder_the_path_is_given(folder: Path) -> None:
    mine = write_in(notebook_of(folder, "en"))
    prelude = f"import sys\nsys.path.append({str(folder)!r})\n{vs_code(mine)}"
    said = run_last_cell(mine, prelude=prelude, cwd=folder.parent)
    assert f"exported {mine.relative_to(folder.parent)}\n" in said


def test_in_colab_it_says_what_to_do_instead_of_exporting_a_blank_notebook(folder: Path) -> None:
    prelude = "import sys, types\nsys.modules['google.colab'] = types.ModuleType('google.colab')\n"
    for lang, words in {"ko": "파일 > 다운로드", "en": "File > Download"}.items():
        said = run_last_cell(notebook_of(folder, "ko" if lang == "ko" else "en"), prelude=prelude)
        assert words in said
        assert "exported" not in said


def test_without_a_file_nothing_fails(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "broken.ipynb").write_text("{", encoding="utf-8")
    prelude = f"import sys\nsys.path.append({str(folder)!r})\n"
    said = run_last_cell(notebook_of(folder, "en"), prelude=prelude, cwd=tmp_path / "empty")
    assert "hand in the .ipynb file itself" in said


@pytest.mark.parametrize("lang", LANGS)
def test_a_real_kernel_exports_the_open_notebook_beside_a_blank_one_saved_later(lang: Lang, folder: Path) -> None:
    mine, other = write_in(notebook_of(folder, lang)), notebook_of(folder, OTHER[lang])
    saved(mine, other)
    content = nbformat.read(mine, as_version=4)
    content.cells = [content.cells[0], content.cells[-1]]
    NotebookClient(content, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    (exported,) = folder.glob("*.zip")
    with ZipFile(exported) as archive:
        inside = [name for name in archive.namelist() if name.endswith(".ipynb")]
        assert inside == [mine.name]
        assert archive.read(mine.name) == mine.read_bytes()
    assert ASSIGNMENT.name in exported.name
