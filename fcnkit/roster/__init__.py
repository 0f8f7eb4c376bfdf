"""Rosters: who is in a course, read from whatever list there is, and who of them a name or an id means.

Knows nothing of grading: `read_roster` makes people of a file, `Matcher` finds them again.
"""

from fcnkit.roster.match import Asked, Match, Matcher
from fcnkit.roster.reader import read_roster
from fcnkit.roster.roster import Id, Roster, RosterError, Student

__all__ = ["Asked", "Id", "Match", "Matcher", "Roster", "RosterError", "Student", "read_roster"]
