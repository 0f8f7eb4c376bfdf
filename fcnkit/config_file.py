"""Configuration files: TOML, held against a model, and each mistake told with file, line and what to write instead."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from fcnkit.errors import UserError

Model = TypeVar("Model", bound=BaseModel)
Place = Sequence[str | int]
"""Where a key stands, such as ("sections", 0, "items", 2, "topic")."""

_TIME = "such as 2026-12-01T23:59:00+09:00"
_WRITE = {
    "extra_forbidden": "unknown key; remove it or correct its spelling",
    "missing": "missing; write it here",
    "dataclass_type": 'no text in both languages; write {{ ko = "…", en = "…" }}',
    "unexpected_keyword_argument": "unknown language; write ko and en alone",
    "string_type": "no text; write it in quotation marks",
    "string_pattern_mismatch": "does not have the form {pattern}",
    "int_type": "no whole number; write one without quotation marks, such as 2",
    "int_parsing": "no whole number; write one without quotation marks, such as 2",
    "int_from_float": "no whole number; write one without a point, such as 2",
    "float_type": "no number; write one without quotation marks, such as 2.5",
    "float_parsing": "no number; write one without quotation marks, such as 2.5",
    "bool_type": "neither true nor false; write one of them, without quotation marks",
    "bool_parsing": "neither true nor false; write one of them, without quotation marks",
    "datetime_type": f"no date with a time; write one without quotation marks, {_TIME}",
    "datetime_from_date_parsing": f"no date with a time; write one without quotation marks, {_TIME}",
    "datetime_parsing": f"no date with a time; write one without quotation marks, {_TIME}",
    "timezone_aware": f"has no time zone; add one, {_TIME}",
    "tuple_type": "no list; head each one with [[{name}]], in two brackets on either side",
    "dict_type": "no table; write {{ key = value }}",
    "model_type": "no table; head it with [[{name}]]",
    "greater_than": "must be greater than {gt}; write another number",
    "greater_than_equal": "must be {ge} or more; write another number",
    "less_than_equal": "must be {le} or less; write another number",
    "too_short": "too few; write {min_length} or more",
    "literal_error": "is none of the choices; write {expected}",
}
"""What to write instead, by pydantic's name of the complaint."""
_TOML = {
    "Cannot overwrite a value": "this key stands twice in its table; leave one of them",
    "Cannot declare": "this table stands twice; leave one of them",
    "Invalid value": "no value; text stands in quotation marks",
    "Expected '='": "no key = value; write an equals sign between them",
}
"""What to write instead, by how Python's complaint begins."""


def parse_toml(path: Path, model: type[Model], error: type[UserError]) -> tuple[Model, ConfigFile]:
    """What a file says, and where it says it. Raises `error` for all that is wrong with it, one sentence."""
    file = ConfigFile(path, error)
    try:
        return model.model_validate(tomllib.loads(file.text)), file
    except tomllib.TOMLDecodeError as bad:
        told = re.search(r"at line (\d+)", str(bad))
        line = told[1] if told else len(file.text.splitlines())
        said = str(bad).partition(" (at ")[0]
        what = next((write for begins, write in _TOML.items() if said.startswith(begins)), said)
        raise error(f"{path}, line {line}: not valid TOML: {what}") from bad
    except ValidationError as bad:
        place, sentence = first_complaint(bad)
        raise file.error(place, sentence) from bad


def first_complaint(error: ValidationError) -> tuple[Place, str]:
    """The place and the sentence; of a key that is misspelled, rather than of the one that is therefore missing."""
    first = sorted(error.errors(), key=lambda each: each["type"] != "extra_forbidden")[0]
    name = ".".join(str(part) for part in first["loc"] if isinstance(part, str)) or "the file"
    write = _WRITE.get(first["type"])
    message = first["msg"].removeprefix("Value error, ").partition(": Text(")[0]
    return first["loc"], f"{name}: {write.format(name=name, **first.get('ctx', {})) if write else message}"


class ConfigFile:
    """A file of settings: where it is, and in which line a key stands."""

    def __init__(self, path: Path, kind: type[UserError]) -> None:
        """Read the file. Raises `kind`, which all complaints about it are."""
        self.path = path
        self._kind = kind
        try:
            self.text = path.read_text(encoding="utf-8-sig")  # Windows' editor writes the mark
        except UnicodeDecodeError as error:
            raise kind(f"{path}: not UTF-8 text; save it as UTF-8") from error

    def error(self, place: Place, complaint: str) -> UserError:
        """A complaint about the key at a place."""
        return self._kind(f"{self.path}, line {self.line(place)}: {complaint}")

    def line(self, place: Place) -> int:
        """The line of a key, or else of the nearest heading above the place where it should be."""
        lines, here, table = self.text.splitlines(), 0, ""
        for part in place:
            if isinstance(part, int):
                heading = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
                starts = [at for at, line in enumerate(lines) if heading.match(line) and at >= here]
                here = starts[part] if part < len(starts) else here
                continue
            table = f"{table}.{part}".strip(".")
            headings = (at for at in range(len(lines)) if re.match(rf"\s*\[+\s*{re.escape(table)}\s*\]", lines[at]))
            here = next((at for at in headings if at >= here), here)
            # A heading is no key of the table before it; what stands under it is searched from there on.
            below = range(here + (lines[here].lstrip().startswith("[") if lines else 0), len(lines))
            for at in below:
                if lines[at].lstrip().startswith("["):
                    break
                if re.match(rf"\s*{re.escape(part)}\s*=", lines[at]):
                    here = at
                    break
        return here + 1
