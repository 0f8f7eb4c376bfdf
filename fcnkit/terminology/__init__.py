"""The course's terms, from `terminology.md`: what students study there, quiz and practice sets ask."""

from fcnkit.terminology.model import Confusion, Section, Term, Terminology, WrongName
from fcnkit.terminology.parse import TerminologyError, read

__all__ = ["Confusion", "Section", "Term", "Terminology", "TerminologyError", "WrongName", "read"]
