"""The Rasch model: how hard items are on one scale with how able people are, also where not all had the same items.

Marginal maximum likelihood by the EM algorithm of Bock and Aitkin (1981, doi:10.1007/BF02293801), with abilities that
are normal around 0, and standard errors from the scores' cross-products. No library for it is kept up (girth's last
release is of 2021) and does without a deep-learning framework (py-irt), so it is written out here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_POINTS, _STEPS, _NEWTON, _CLOSE = 41, 500, 3, 1e-6


@dataclass(frozen=True)
class Rasch:
    """Difficulties of the items, in logits; 0 is an item that half of the average people solve."""

    difficulties: Floats
    errors: Floats
    """Standard errors."""


def rasch(right: Floats) -> Rasch:
    """`right` has a row for each person and a column for each item: 1, 0, or nan where they did not have it.

    Every item must have been solved by somebody and failed by somebody.
    """
    seen, ones = ~np.isnan(right), np.nan_to_num(right)
    nodes, weights = _normal(_POINTS)
    difficulties, spread = np.zeros(right.shape[1]), 1.0  # of the abilities, their standard deviation
    for _ in range(_STEPS):
        posterior = _posterior(seen, ones, difficulties, spread * nodes, weights)
        before = np.append(difficulties, spread)
        at_nodes, solved = seen.T.astype(float) @ posterior, ones.sum(axis=0)
        for _ in range(_NEWTON):
            chance = _chance(spread * nodes, difficulties)
            slope = (at_nodes * chance * (1 - chance)).sum(axis=1)
            difficulties = difficulties + ((at_nodes * chance).sum(axis=1) - solved) / np.maximum(slope, 1e-9)
        spread = float(np.sqrt((posterior @ (spread * nodes) ** 2).mean()))
        if np.abs(np.append(difficulties, spread) - before).max() < _CLOSE:
            break
    posterior = _posterior(seen, ones, difficulties, spread * nodes, weights)
    return Rasch(difficulties, _errors(seen, ones, posterior, _chance(spread * nodes, difficulties)))


def _normal(count: int) -> tuple[Floats, Floats]:
    """Places and weights that stand for the standard normal distribution."""
    nodes = np.linspace(-5, 5, count)
    weights = np.exp(-(nodes**2) / 2)
    return nodes, weights / weights.sum()


def _chance(abilities: Floats, difficulties: Floats) -> Floats:
    """The chance of each item to be solved at each ability."""
    return 1 / (1 + np.exp(difficulties[:, None] - abilities[None, :]))


def _posterior(
    seen: npt.NDArray[np.bool_], ones: Floats, difficulties: Floats, abilities: Floats, weights: Floats
) -> Floats:
    """How likely each ability is for each person, given what they solved."""
    gaps = abilities[None, :] - difficulties[:, None]
    logs = ones @ gaps - seen.astype(float) @ np.logaddexp(0, gaps) + np.log(weights)
    likely = np.exp(logs - logs.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True), dtype=np.float64)


def _errors(seen: npt.NDArray[np.bool_], ones: Floats, posterior: Floats, chance: Floats) -> Floats:
    """From the cross-products of each person's score (Berndt, Hall, Hall and Hausman 1974)."""
    scores = np.where(seen, posterior @ chance.T - ones, 0.0)
    return np.asarray(np.sqrt(np.maximum(np.diag(np.linalg.pinv(scores.T @ scores)), 0)), dtype=np.float64)
