"""How low and how high descriptors reach in the populated part of a timbre space, by pitch."""

from dataclasses import dataclass

import numpy as np

from rt_timbre import fields
from rt_timbre.space_parts import Doubles, check, check_pitch, freeze

NAMES = ("centroid", "bandwidth", "flatness", "rolloff", "loudness")
"""Of the descriptors, in the order of the columns of `rt_timbre.descriptors.describer.Describer.describe`."""

UNITS = ("Hz", "Hz", "", "Hz", "dB")
"""Unit of each; flatness, 0 to 1, has none."""

_MOST_PITCHES = 128


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Range:
    """Lowest and highest value of a descriptor at each calibrated pitch.

    Attributes
    ----------
    low, high : ndarray of float64 [P]
        2nd and 98th percentile over the notes' points, all of them decoded at that pitch; in the descriptor's unit.
    """

    low: Doubles
    high: Doubles


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calibration:
    """Ranges of descriptors at some pitches.

    Attributes
    ----------
    pitches : ndarray of float64 [P]
        MIDI notes, ascending; of a space that is not conditioned one is enough.
    ranges : dict of str to Range
        By descriptor.
    """

    pitches: Doubles
    ranges: dict[str, Range]

    def __post_init__(self) -> None:
        freeze(self, "calibration.", np.float64, pitches=[None])
        count = self.pitches.shape[0]
        check(1 <= count <= _MOST_PITCHES, f"calibration.pitches has {count}; it must have 1 to {_MOST_PITCHES}")
        check((np.diff(self.pitches) > 0.0).all(), "calibration.pitches must ascend strictly")
        for pitch in (self.pitches[0], self.pitches[-1]):
            check_pitch(float(pitch), "one of calibration.pitches")
        for name, found in self.ranges.items():
            where = f"calibration.ranges.{fields.shown(name)}."
            freeze(found, where, np.float64, low=[count], high=[count])
            check((found.low <= found.high).all(), f"{where}low must not exceed {where}high")

    def range_of(self, name: str) -> tuple[float, float]:
        """Return the range of a descriptor (one of `NAMES`) over all pitches, in its unit."""
        found = self.ranges[name]
        return float(found.low.min()), float(found.high.max())

    def range_at(self, name: str, pitch: float) -> tuple[float, float]:
        """Return the range of a descriptor at a pitch.

        Parameters
        ----------
        name : str
            One of `NAMES`.
        pitch : float
            MIDI; beyond the first and the last calibrated pitch, their ranges hold.

        Returns
        -------
        low, high : float
            In the descriptor's unit; between two calibrated pitches, linear between their ranges.
        """
        found = self.ranges[name]
        return float(np.interp(pitch, self.pitches, found.low)), float(np.interp(pitch, self.pitches, found.high))
