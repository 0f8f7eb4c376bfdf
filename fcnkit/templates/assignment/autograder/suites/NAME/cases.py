"""What the hidden checks ask: each submission gets numbers of its own."""

from fcnkit.suite import Case, Draw, case


def windows(draw: Draw) -> list[Case]:
    """Windows of several values that are shorter than the array."""
    sizes = draw.some(4, range(5, 10), range(2, 5))
    return [case(draw.rng.integers(-20, 20, size).astype(float), width) for size, width in sizes]


def whole_arrays(draw: Draw) -> list[Case]:
    """One window, as long as the array."""
    return [case(draw.rng.integers(1, 20, size).astype(float), width=size) for (size,) in draw.some(3, range(3, 9))]
