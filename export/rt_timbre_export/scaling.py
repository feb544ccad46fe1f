"""Timbre spaces by multi-dimensional scaling: points whose distances are the perceived dissimilarities."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rt_timbre_export import estimators
from rt_timbre_export.dissimilarity import Dissimilarities

SEED = 1
"""Seed of the starts, unless another is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scaling:
    """Instruments as points.

    Attributes
    ----------
    names : tuple of str [N]
        The instruments.
    positions : ndarray of float64 [N, D]
        Their points, about the origin; the axes are the principal ones, the longest first.
    stress : float
        Kruskal's stress-1, √(Σ (δ − d)² / Σ δ²) over all pairs, δ the dissimilarities and d the distances.
    """

    names: tuple[str, ...]
    positions: NDArray[np.float64]
    stress: float


def distances(points: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the Euclidean distances float64 [N, N] between points [N, D]."""
    difference = points[:, None, :].astype(np.float64) - points[None, :, :]
    result: NDArray[np.float64] = np.sqrt(np.sum(np.square(difference), axis=2))
    return result


def scale(table: Dissimilarities, dimensions: int, *, seed: int = SEED) -> Scaling:
    """Place instruments by metric multi-dimensional scaling.

    Parameters
    ----------
    table : Dissimilarities
        What the distances should be; complete.
    dimensions : int
        Number of axes.
    seed : int
        Seed of the starts.

    Returns
    -------
    Scaling
        The space.

    Raises
    ------
    DissimilarityError
        Pairs are missing in the table.
    """
    table.require_complete()
    points = estimators.scaled(table.mean, dimensions, seed=seed)
    points = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(points)
    points = points @ axes.T
    # An axis has no sign of its own: let the instrument that is furthest out be on its positive side.
    points = points * np.sign(points[np.argmax(np.abs(points), axis=0), np.arange(dimensions)])
    upper = np.triu_indices(len(table.names), 1)
    wanted = table.mean[upper]
    stress = np.sqrt(np.sum(np.square(distances(points)[upper] - wanted)) / np.sum(np.square(wanted)))
    return Scaling(names=table.names, positions=points, stress=float(stress))
