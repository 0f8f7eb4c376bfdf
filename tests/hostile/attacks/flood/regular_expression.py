"""Matches an expression that takes longer than the universe has.

Success: the class is not graded to its end.
Succeeds: not tried, since it would take from the machine what others need
"""

import re

re.match(r"(a|aa)+$", "a" * 100 + "b")
