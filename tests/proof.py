"""How much of the longer proofs is tried: a part by `make test`, all of it by `make prove`, which sets FCNKIT_PROVE."""

import os

from hypothesis import settings

IS_FULL = "FCNKIT_PROVE" in os.environ


def examples(count, **more):
    """Hypothesis' settings: so many examples in `make prove`, a quarter of them here, always the same ones."""
    return settings(max_examples=count if IS_FULL else count // 4, derandomize=not IS_FULL, deadline=None, **more)


def one_in(count, items, first=0):
    """Of the items every so many, counted from the `first`; all of them in `make prove`."""
    return list(items) if IS_FULL else list(items)[first::count]
