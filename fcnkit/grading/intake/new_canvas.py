"""Reads names that a Canvas has written whose numbers are still small, as people's own may be: all together tell."""

from __future__ import annotations

from collections.abc import Collection

from fcnkit.grading.intake.platforms import NAMINGS, Reading, canvas_reading
from fcnkit.grading.intake.submission import MAX_NAME, composed

_SURE = 3


def canvas_of_small_numbers(names: Collection[str]) -> dict[str, Reading]:
    """Readings of the files of one download, all of them, if a Canvas that is new wrote them; else none.

    All are named as it names them, no two with one number of a file, no user has two names, and there are several.
    """
    form = next(naming.form for naming in NAMINGS if naming.platform == "canvas")
    matches = {name: match for name in names if len(name) <= MAX_NAME and (match := form.fullmatch(composed(name)))}
    files = [match["attachment"] for match in matches.values() if match["attachment"]]
    users = {(match["id"], match["name"]) for match in matches.values()}
    alone = len({user for user, _ in users}) == len(users) and len(set(files)) == len(files)
    if len(matches) < len(names) or len(users) < _SURE or not alone:
        return {}
    read = {name: canvas_reading(match, is_sure=True) for name, match in matches.items()}
    return {name: reading for name, reading in read.items() if reading is not None}
