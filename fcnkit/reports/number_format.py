"""Formats numbers for people."""

from __future__ import annotations


def plain(value: float) -> str:
    """A mark or percentage with at most two decimals and no idle zeros: `7.5`, `10`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(share: float) -> str:
    """A share between 0 and 1 as a whole percentage: `67%`.

    Only all is 100% and only none is 0%, so that one student among a thousand does not disappear.
    """
    whole = round(100 * share)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole}%"
