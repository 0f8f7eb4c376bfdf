"""The gradebook: a journal in SQLite to which every result, and every mark given by hand, is appended at once."""

from fcnkit.gradebook.journal import Gradebook
from fcnkit.gradebook.key import Key

__all__ = ["Gradebook", "Key"]
