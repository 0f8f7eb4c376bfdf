"""Practice items for what a class is to be taught again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from fcnkit.course import Course
from fcnkit.errors import UserError
from fcnkit.practice.document import Problem
from fcnkit.practice.item import AnyItem, ItemFault
from fcnkit.practice.mistakes import items_by_mistake, showing
from fcnkit.practice.registry import load_registry
from fcnkit.text import Lang

EACH = 2
"""Items for one misconception."""


def practice_for(course: Course, mistakes: Sequence[str], lang: Lang) -> Mapping[str, Sequence[str]]:
    """Items that show each of these mistakes, as HTML, the same ones every time.

    Empty where the course has no items, or none that can be read: marks and pages do not depend on them.
    """
    if not mistakes or not course.practice.is_dir():
        return {}
    from fcnkit.practice.writers.html import problem_html  # noqa: PLC0415  # Jinja only when a page is written

    try:
        known = items_by_mistake(load_registry(course))
        taken = Counter[str]()
        chosen = {mistake: _problems(known.get(mistake, ()), mistake, taken) for mistake in mistakes}
        return {mistake: [problem_html(each, lang) for each in problems] for mistake, problems in chosen.items()}
    except (UserError, ItemFault):
        return {}


def _problems(items: Sequence[AnyItem], mistake: str, taken: Counter[str]) -> list[Problem]:
    """Those of the items that show a mistake which no other one has taken first, then the shortest."""
    found: list[Problem] = []
    for item in sorted(items, key=lambda item: (taken[item.id], item.minutes, item.id)):
        problem = showing(item, mistake, f"reteach/{mistake}")
        if problem is not None:
            found.append(problem)
            taken[item.id] += 1
        if len(found) == EACH:
            break
    return found
