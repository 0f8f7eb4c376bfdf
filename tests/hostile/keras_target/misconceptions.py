"""Nobody believes anything about a model that cannot be."""

MISCONCEPTIONS = ()
