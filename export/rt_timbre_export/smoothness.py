"""How smoothly something changes over a grid of points: local Lipschitz ratios."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Smoothness:
    """Local Lipschitz ratios over grids.

    The ratio of two neighbouring points a and b is ``(|d(a) − d(b)| / span) / ‖a − b‖``: the share of its span that
    the descriptor d runs through for one unit of distance. Neighbours stand next to each other along a row or a
    column of a grid.

    Attributes
    ----------
    median, most, largest : float
        Median, 99th percentile and greatest of the ratios, ≥ 0; NaN where the span is 0 or no two points differ.
    """

    median: float
    most: float
    largest: float


def smoothness(values: NDArray[np.floating], places: NDArray[np.floating], span: float) -> Smoothness:
    """Measure how smoothly values change over grids.

    Parameters
    ----------
    values : ndarray of float [..., R, C]
        One value for each point of grids of R rows and C columns.
    places : ndarray of float [..., R, C, D]
        Where the points are.
    span : float
        What a change of the values is measured by, ≥ 0, as the range that they have.

    Returns
    -------
    Smoothness
        The ratios of all neighbours of all grids together.
    """
    ratios = np.concatenate([_ratios(values, places, axis) for axis in (-2, -1)])
    if ratios.size == 0 or not span > 0.0:
        return Smoothness(median=np.nan, most=np.nan, largest=np.nan)
    median, most = np.percentile(ratios, [50.0, 99.0]) / span
    return Smoothness(median=float(median), most=float(most), largest=float(ratios.max() / span))


def _ratios(values: NDArray[np.floating], places: NDArray[np.floating], axis: int) -> NDArray[np.float64]:
    """Return |Δvalue| / ‖Δplace‖ of neighbours along the rows (−1) or the columns (−2), where they are apart."""
    change = np.abs(np.diff(np.asarray(values, np.float64), axis=axis))
    distance = np.linalg.norm(np.diff(np.asarray(places, np.float64), axis=axis - 1), axis=-1)
    apart = distance > 0.0
    result: NDArray[np.float64] = change[apart] / distance[apart]
    return result
