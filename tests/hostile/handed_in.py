"""What attackers hand in beside code: files made of bytes."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from field import HONEST, NAME

__all__ = ["HONEST", "notebook", "write", "zipped"]


def notebook(cells: Sequence[str], outputs: Sequence[Any] = (), **metadata: Any) -> bytes:
    """A notebook of these code cells, each with these outputs."""
    code = [{"cell_type": "code", "source": cell, "metadata": {}, "outputs": outputs} for cell in cells]
    metadata = {"fcnkit": {"assignment": NAME, "lang": "en"}, **metadata}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": code}).encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
