"""Says why there is nothing to grade in what somebody handed in."""

from __future__ import annotations

from collections.abc import Sequence

from fcnkit.grading.intake import mailed
from fcnkit.grading.intake.file_names import suffix
from fcnkit.grading.intake.other_archives import ARCHIVES, NO_ZIP
from fcnkit.grading.intake.submission import Entry, readable
from fcnkit.text import Text

ONLY_TYPED = Text(
    ko="{platform}에 직접 입력한 글이나 링크만 제출했습니다. 노트북 파일(.ipynb)을 올려 주세요.",
    en="Only {platform}'s online text or a link was handed in. Upload the notebook file (.ipynb).",
)
NO_NOTEBOOK = Text(
    ko="노트북(.ipynb)이나 zip 파일이 없고 '{name}'만 있습니다. 과제 노트북을 제출해 주세요.",
    en="There is no notebook (.ipynb) or zip, only '{name}'. Hand in the assignment's notebook.",
)
CLOSED_MAIL = Text(
    ko="'{name}'{name:~은} 여기에서 읽을 수 없는 형식의 메일입니다. 메일 프로그램에서 열어 첨부된 노트북(.ipynb)을 "
    "저장하거나, 메일을 .eml 파일로 저장해 주세요.",
    en="'{name}' is mail in a format that cannot be read here. Open it in the mail program and save the notebook "
    "(.ipynb) attached to it, or save the mail as an .eml file.",
)
_CLOSED_MAILS = {".msg", ".oft", ".pst", ".ost", ".mbox", ".olm", ".emlx"}


def why_nothing(files: Sequence[Entry], typed: str, typed_files: Sequence[Entry]) -> Text:
    """A sentence; `typed` is the platform into which something was typed instead, as `typed_files` say."""
    problem = next((entry.problem for entry in files if entry.problem), None)
    if problem is not None:
        return problem
    if not files:
        text = mailed.NOTHING_ATTACHED if typed == mailed.TYPED else ONLY_TYPED
        return text.format(platform=typed, name=readable(typed_files[0].parts[-1]))
    name = files[0].parts[-1]
    if kind := ARCHIVES.get(suffix(name)):
        return NO_ZIP.format(name=readable(name), kind=kind)
    return (CLOSED_MAIL if suffix(name) in _CLOSED_MAILS else NO_NOTEBOOK).format(name=readable(name))
