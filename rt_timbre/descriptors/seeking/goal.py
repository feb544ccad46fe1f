"""What a search is to find, and how far described frames are from it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.descriptors.calibration import NAMES, UNITS, Calibration

Doubles = NDArray[np.float64]

HERTZ = np.array(UNITS) == "Hz"
"""Which descriptors are frequencies: they move with the speed at which a frame is played."""

ROLLOFF = NAMES.index("rolloff")
"""Column of the descriptor that jumps from partial to partial."""

# How far a value is from another: Hz and flatness by their ratio, as they are heard, loudness in dB.
_RATIO = np.array([True, True, True, True, False])
_LEAST = np.array([1.0, 1.0, 1e-9, 1.0, -120.0])  # what is less counts as this
_MOST = np.array([1e6, 1e6, 1e3, 1e6, 100.0])  # and a target that is more as this: beyond any sound
_NARROWEST = np.array([0.1, 0.1, 0.5, 0.1, 1.0])  # range in which misses are counted, however little the space has
_LOGITS = 5.0  # of a rolloff's odds that count as its range
_NOTHING = 1e30  # what a frame misses that is not finite


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Goal:
    """What is sought.

    Attributes
    ----------
    sought : ndarray of bool [5]
        Which descriptors.
    columns : ndarray of int [M]
        The same as columns of described frames.
    wanted : ndarray of float64 [M]
        Their values, on the scale of `scaled`.
    ranges : ndarray of float64 [M]
        By which differences on that scale are divided.
    rolloff : float
        Hz of the frame, 0 if none is sought.
    """

    sought: NDArray[np.bool_]
    columns: NDArray[np.intp]
    wanted: Doubles
    ranges: Doubles
    rolloff: float

    @classmethod
    def of(cls, targets: Mapping[str, float], calibration: Calibration, pitch: float, factor: float) -> "Goal":
        """Return the goal of targets.

        A miss is counted as a share of the range as it is heard or, where that is more, as it is in numbers: so near
        the upper end of a range of frequencies.

        Parameters
        ----------
        targets : mapping of str to float
            Values by name, finite.
        calibration : Calibration
            Of the space.
        pitch : float
            MIDI note that is decoded.
        factor : float
            Speed at which the frame is played.

        Returns
        -------
        Goal
            For frames as they are decoded.
        """
        columns = [NAMES.index(name) for name in targets]
        sought, wanted, ranges, rolloff = np.zeros(len(NAMES), np.bool_), [], [], 0.0
        for (name, target), column in zip(targets.items(), columns, strict=True):
            sought[column] = True
            value = min(target / (factor if HERTZ[column] else 1.0), float(_MOST[column]))
            low, high = calibration.range_at(name, pitch)
            wanted.append(_scaled(value, column))
            heard = max(_scaled(high, column) - _scaled(low, column), float(_NARROWEST[column]))
            if _RATIO[column]:
                inside = max(min(max(value, low), high), float(_LEAST[column]))
                heard = min(max((high - low) / inside, float(_NARROWEST[column])), heard)
            ranges.append(heard)
            if column == ROLLOFF:
                rolloff = max(value, 1.0)
        return cls(
            sought=sought,
            columns=np.array(columns, np.intp),
            wanted=np.array(wanted, np.float64),
            ranges=np.array(ranges, np.float64),
            rolloff=rolloff,
        )


@njit(nogil=True, cache=True, error_model="numpy")
def _scaled(value: float, column: int) -> float:
    least = max(value, _LEAST[column])
    return float(np.log(least)) if _RATIO[column] else least


def scaled(values: Doubles) -> Doubles:
    """Return descriptors [..., 5] on the scale of misses: logarithms, but of loudness."""
    with np.errstate(invalid="ignore"):
        least = np.maximum(values, _LEAST)
    return np.where(_RATIO, np.log(np.where(_RATIO, least, 1.0)), least)


@njit(nogil=True, cache=True, error_model="numpy")
def miss_into(
    values: Doubles,
    odds: Doubles,
    columns: NDArray[np.intp],
    wanted: Doubles,
    ranges: Doubles,
    misses: Doubles,
    squares: Doubles,
) -> None:
    """Write how far described frames are from a goal.

    Parameters
    ----------
    values : ndarray of float64 [N, 5]
        Descriptors.
    odds : ndarray of float64 [N]
        Of the rolloff that is sought, if one is: `Describer.describe_sought_into`.
    columns, wanted, ranges : ndarray [M]
        As in `Goal`.
    misses : ndarray of float64 [N, M]
        Overwritten with what a step should make 0: a part of the range, of a rolloff of its smooth odds.
    squares : ndarray of float64 [N]
        Overwritten with the sum of squares of what is truly missed; 1e30 for a frame that is not finite.
    """
    for n in range(values.shape[0]):
        squares[n] = 0.0
        for i in range(columns.shape[0]):
            column = columns[i]
            miss = (_scaled(values[n, column], column) - wanted[i]) / ranges[i]
            squares[n] += miss * miss
            misses[n, i] = odds[n] / _LOGITS if column == ROLLOFF else miss
        if not np.isfinite(values[n]).all():
            squares[n] = _NOTHING
            misses[n] = _NOTHING
