"""Nobody believes anything about a number that nobody can know."""

MISCONCEPTIONS = ()
