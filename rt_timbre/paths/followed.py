"""What comes of following a descriptor: the path, and how near it came to what was asked for."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rt_timbre.errors import PathError
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.space import Space

MOST_TARGETS = 10_000
"""Points of a curve that is followed."""

GREATEST_TARGET = 1e9
"""Greatest value of such a curve, positive or negative."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Followed:
    """A path along which a descriptor follows a curve.

    Attributes
    ----------
    path : LatentPath
        The path, one point for each of the curve's.
    target : ndarray of float64 [N]
        What was asked for, in the descriptor's unit.
    reached : ndarray of float64 [N]
        What the descriptor is at the points of the path.
    """

    path: LatentPath
    target: NDArray[np.float64]
    reached: NDArray[np.float64]

    @property
    def errors(self) -> NDArray[np.float64]:
        """What was reached less what was asked for, float64 [N]."""
        return self.reached - self.target

    @property
    def error(self) -> float:
        """Root mean square of the errors."""
        return float(np.sqrt(np.mean(np.square(self.errors))))


def checked_curve(target: ArrayLike, times: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Check a curve that is to be followed.

    Parameters
    ----------
    target : array_like of float [N]
        Values of the descriptor, 1 to `MOST_TARGETS`, each at most `GREATEST_TARGET`.
    times : array_like of float [N]
        Seconds, strictly ascending from 0.

    Returns
    -------
    target, times : ndarray of float64 [N]
        The same.

    Raises
    ------
    PathError
        They are not that.
    """
    target, times = np.array(target, np.float64), np.array(times, np.float64)
    if target.ndim != 1 or target.shape != times.shape:
        raise PathError(
            f"the curve has values of shape {target.shape} and times of shape {times.shape}; give N of each"
        )
    if not 1 <= len(target) <= MOST_TARGETS:
        raise PathError(f"the curve has {len(target)} points; it must have 1 to {MOST_TARGETS}")
    for name, values in (("value", target), ("time", times)):
        wrong = np.flatnonzero(~np.isfinite(values))
        if wrong.size:
            raise PathError(f"the {name} of point {wrong[0] + 1} of the curve is {values[wrong[0]]}; give a number")
    wrong = np.flatnonzero(np.abs(target) > GREATEST_TARGET)
    if wrong.size:
        raise PathError(
            f"the value of point {wrong[0] + 1} of the curve is {target[wrong[0]]:g}; it must be "
            f"{-GREATEST_TARGET:g} to {GREATEST_TARGET:g}"
        )
    if times[0] != 0.0:
        raise PathError(f"the curve begins at {times[0]} s; it must begin at 0")
    back = np.flatnonzero(np.diff(times) <= 0.0)
    if back.size:
        place = int(back[0]) + 1
        raise PathError(
            f"the time of point {place + 1} of the curve is {times[place]} s, not after {times[place - 1]} s; "
            "times must ascend"
        )
    return target, times


def checked_origin(space: Space, origin: ArrayLike) -> NDArray[np.float64]:
    """Check where a path is to begin.

    Parameters
    ----------
    space : Space
        The space.
    origin : array_like of float [D]
        The point.

    Returns
    -------
    ndarray of float64 [D]
        The same.

    Raises
    ------
    PathError
        It is no point of the space.
    """
    point = np.array(origin, np.float64)
    if point.shape != (space.dimension,):
        raise PathError(f"the origin has shape {point.shape}; points of {space.name} have {space.dimension} dimensions")
    if not np.isfinite(point).all():
        raise PathError("the origin holds a number that is not finite")
    return point
