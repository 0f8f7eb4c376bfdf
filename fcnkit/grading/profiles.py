"""What a student's process may import, by the profile that an assignment names.

A *by-hand* question stays by hand because nothing else is within the process' reach.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    """Distributions whose files the process sees, and the modules that its warm parent imports beforehand."""

    distributions: tuple[str, ...]
    modules: frozenset[str]
    """Top-level modules that students are told they may import."""
    preload: tuple[str, ...]

    def offers(self, module: str) -> bool:
        """Whether `import module` is within what the assignment allows."""
        return module in self.modules or module in sys.stdlib_module_names


PROFILES = {
    "numpy": Profile(
        distributions=("numpy", "ipython", "matplotlib", "koreanize-matplotlib"),
        modules=frozenset({"numpy", "matplotlib", "fcnlab", "otter", "IPython"}),
        preload=("numpy", "fcnlab"),
    )
}
