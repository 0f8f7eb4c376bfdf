"""The course's terms, from `terminology.md`: what students study there, quiz and practice sets ask."""

from fcnkit.terminology.parse import TerminologyError, read
from fcnkit.terminology.sheet import Confusion, Section, Term, Terminology, WrongName

__all__ = ["Confusion", "Section", "Term", "Terminology", "TerminologyError", "WrongName", "read"]
