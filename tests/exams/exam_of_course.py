"""The exam of this course that tests make."""

from __future__ import annotations

from pathlib import Path

from fcnkit.exams.build_exam import Person
from fcnkit.exams.forms import FormSpec, forms
from fcnkit.practice.blueprint import read_blueprint
from fcnkit.practice.document import PracticeSet
from fcnkit.practice.registry import Registry

ROOT = Path(__file__).parents[2]
SEED = 2**100 + 7
PEOPLE = [Person("김하나", "2026100001"), Person("이두리", "2026100002"), Person("Jo Five", "2026100005")]


def made(registry: Registry, seed: int = SEED, names: str = "ABC", *, numbers: bool = False) -> tuple[PracticeSet, ...]:
    """Its forms."""
    plan, source = read_blueprint(None, registry)
    return forms(registry, plan, source, seed, FormSpec(tuple(names), numbers))
