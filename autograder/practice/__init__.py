"""The practice items of this course, one folder for each topic."""

from pathlib import Path

from fcnkit.course import Course

course = Course.find(Path(__file__))
"""The course that these items belong to: its suites' misconceptions are wrong options here."""
