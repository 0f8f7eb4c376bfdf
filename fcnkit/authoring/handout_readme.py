"""Generates a hand-out's README and requirements.txt."""

from __future__ import annotations

from fcnkit.authoring.handout import notebook_name
from fcnkit.course import Assignment
from fcnkit.quiz.feature import feature_of
from fcnkit.text import Text

_HEADING = "# Written by `fcnkit build`. What the notebooks need: pip install -r requirements.txt"
_ALWAYS = (
    "jupyterlab>=4.3,<5",
    "koreanize-matplotlib>=0.1.1,<1",
    "matplotlib>=3.9,<4",
    "numpy>=2.0,<3",
    "otter-grader>=6.1,<8",
)
_BY_PROFILE = {"numpy": (), "keras": ("keras>=3.6,<4", "pillow>=11,<14", "tensorflow>=2.18,<3")}
"""Extra requirements of a profile. Keras has other backends; TensorFlow is preinstalled on Colab and tested here."""

_TEMPLATE = """\
<!-- {command} 명령이 만든 파일입니다. 직접 고치지 마세요. / Written by {command}; the next build overwrites it. -->
# {title_ko} · {title_en}
{pace}
## 시작하기

1. Python 3.11 이상이 필요합니다. 이 폴더에서 가상 환경을 만들고 필요한 패키지를 설치하세요.
   Windows에서는 둘째 줄 대신 `.venv\\Scripts\\activate`를 실행합니다.

   ```sh
   python3 -m venv .venv
   source .venv/bin/activate
   pip install -r requirements.txt
   ```

2. `jupyter lab {notebook_ko}`로 노트북을 여세요.
3. 위에서부터 차례로 읽고, `...`이 있는 곳에 답을 쓰세요.
4. 문제마다 `grader.check("q1")` 같은 셀로 확인하세요. {checks_ko}
5. 저장한 다음 맨 아래의 `grader.export(…)` 셀을 실행하고, 만들어진 zip 파일을 제출하세요.
   zip이 만들어지지 않으면 노트북 파일(`.ipynb`)을 그대로 제출해도 됩니다.

`tests/` 폴더는 공개 검사이고 `fcnlab/` 폴더는 그림을 그리고 제출할 노트북을 찾는 패키지입니다. 노트북 옆에
그대로 두세요. (강의 저장소를 통째로 받았다면 `fcnlab/`은 `shared/`에 있습니다.)

### Google Colab에서

1. Colab의 **파일** 메뉴에서 노트북 `{notebook_ko}`를 업로드해 여세요.
2. 왼쪽의 폴더 모양을 눌러 파일 창을 열고, 강의에서 받은 `{zip}`을 끌어다 놓으세요.
3. 노트북 맨 위에 코드 셀을 하나 추가해 아래 내용을 붙여 넣고 실행하세요.

   ```text
   !unzip -oq {zip}
   %cd {name}
   %pip install -q -r requirements.txt
   ```

4. 나머지 셀을 위에서부터 실행하세요. 나중에 다시 열어 런타임이 새로 시작되었다면 2번부터 다시 합니다.
5. 제출할 때는 `grader.export(…)` 대신 **파일 > 다운로드**로 `.ipynb` 파일을 내려받아 제출하세요.

## Start here

1. Python 3.11 or newer is needed. In this folder, make a virtual environment and install the packages. On Windows,
   the second line is `.venv\\Scripts\\activate`.

   ```sh
   python3 -m venv .venv
   source .venv/bin/activate
   pip install -r requirements.txt
   ```

2. Open the notebook: `jupyter lab {notebook_en}`.
3. Read from the top, and write your answers where `...` stands.
4. Check each question with its cell, such as `grader.check("q1")`. {checks_en}
5. Save, run the `grader.export(…)` cell at the bottom, and hand in the zip file that it makes.
   If it makes none, hand in the notebook file (`.ipynb`) itself.

The folder `tests/` holds the public checks, and `fcnlab/` the package that draws the pictures and finds the notebook to
hand in. Leave both beside the notebook. (In the course's whole repository, `fcnlab/` is in `shared/`.)

### In Google Colab

1. Upload the notebook `{notebook_en}` in Colab's **File** menu.
2. Open the file pane with the folder symbol on the left, and drop `{zip}` there, the zip file that you were given.
3. Add a code cell at the top of the notebook, paste this and run it.

   ```text
   !unzip -oq {zip}
   %cd {name}
   %pip install -q -r requirements.txt
   ```

4. Run the other cells from the top. When you come back later and the runtime is new, begin with 2 again.
5. To hand in, use **File > Download** for the `.ipynb` file, not `grader.export(…)`.

## 배점 · Points

| | 문제 | Question | 점수 · Points |
| --- | --- | --- | ---: |
{rows}
| | | | **{total:g}** |
"""

_CHECKS = Text(
    ko="공개 검사는 기본만 살펴보고, 채점은 더 많은 입력으로 합니다.",
    en="The public checks look at the basics; grading\n   tries many more inputs.",
)
_FORM_ONLY = Text(
    ko="공개 검사는 답의 형식만 살펴봅니다.", en="The public checks look at the form of\n   your answers only."
)
"""Text of the fourth step about public checks where none runs code."""


def files(assignment: Assignment) -> dict[str, bytes]:
    """`README.md`, in both languages, and `requirements.txt`."""
    return {"README.md": _readme(assignment).encode(), "requirements.txt": _requirements(assignment).encode()}


def _requirements(assignment: Assignment) -> str:
    packages = sorted((*_ALWAYS, *_BY_PROFILE[assignment.config.profile]))
    return "\n".join((_HEADING, *packages, ""))


def _readme(assignment: Assignment) -> str:
    config = assignment.config
    checks = _FORM_ONLY if feature_of(assignment).checks_form_only else _CHECKS
    rows = "\n".join(f"| {q.id} | {q.title.ko} | {q.title.en} | {q.points:g} |" for q in config.questions)
    pace = f"\n{config.pace.ko}\n\n{config.pace.en}\n" if config.pace else ""
    return _TEMPLATE.format(
        pace=pace,
        command=f"`fcnkit build {assignment.name.split('-')[0]}`",
        title_ko=config.title.ko,
        title_en=config.title.en,
        name=assignment.name,
        zip=f"{assignment.name}.zip",
        checks_ko=checks.ko,
        checks_en=checks.en,
        notebook_ko=notebook_name(assignment, "ko"),
        notebook_en=notebook_name(assignment, "en"),
        rows=rows,
        total=assignment.scores.max_score,
    )
