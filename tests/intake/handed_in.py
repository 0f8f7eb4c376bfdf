"""Builds what students hand in: notebooks, zips and folders of them."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from fcnkit.grading.intake import HandedOut, Submission, find, find_own, read, select

ASSIGNMENT = "01-transposed-convolution"


def notebook(*codes: str, more: Sequence[dict[str, Any]] = (), **metadata: Any) -> bytes:
    """`more` are cells after those of code."""
    cells = [{"cell_type": "code", "source": code, "metadata": {}, "outputs": []} for code in codes]
    document = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": [*cells, *more]}
    return json.dumps(document, ensure_ascii=False).encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def mail(attached: Mapping[str, bytes], **headers: str) -> bytes:
    """A mail as servers deliver it; `_` in a header's name stands for a hyphen."""
    message = EmailMessage(policy=SMTP)
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("과제를 제출합니다.\n")
    for name, data in attached.items():
        kind = ("message", "rfc822") if name.endswith(".eml") else ("application", "octet-stream")
        if kind[0] == "message":
            message.add_attachment(message_from_bytes(data, policy=SMTP), filename=name)
        else:
            message.add_attachment(data, *kind, filename=name)
    return message.as_bytes()


def write_tree(root: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def collect(*paths: Path) -> list[Submission]:
    return [select(read(found), HandedOut(ASSIGNMENT)) for found in find(paths)]


def only(*paths: Path) -> Submission:
    (submission,) = collect(*paths)
    return submission


def own(path: Path, handed_out: HandedOut) -> Submission:
    """What one student handed in alone."""
    return select(read(find_own(path)), handed_out)


def codes(submission: Submission) -> list[list[str]]:
    """The code of each notebook that is graded."""
    return [[cell.source for cell in notebook.cells] for notebook in submission.notebooks]


def warnings(submission: Submission) -> str:
    """All of them, in English."""
    return "\n".join(warning.en for warning in submission.warnings)


def refusal(submission: Submission) -> str:
    """Why it is invalid, in English."""
    assert submission.problem is not None
    assert submission.cells == ()
    return submission.problem.en
