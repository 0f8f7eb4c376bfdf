"""What these items know of the course's terms: `Terms` says what else can be told it."""

from fcnkit.practice import Terms

from . import course

TERMS = Terms(course.terminology)
