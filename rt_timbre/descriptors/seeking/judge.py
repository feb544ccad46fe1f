"""Decodes points, and says how far they are from a goal."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rt_timbre.between import Between, hertz_of
from rt_timbre.decoder import Decoder
from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre.descriptors.seeking.goal import Goal, miss_into
from rt_timbre.space import Space

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A point that was decoded.

    Attributes
    ----------
    point : ndarray of float64 [D]
        Where.
    frame : ndarray of float32 [K]
        What it is decoded to.
    miss : float
        How much it misses, squared and summed.
    """

    point: Doubles
    frame: NDArray[np.float32]
    miss: float


class Judge:
    """Decodes and describes points; not from two threads at once.

    Parameters
    ----------
    space : Space
        Whose decoder.
    rows : int
        Greatest number of points at once.

    Attributes
    ----------
    squares : ndarray of float64 [rows]
        How much the points that were judged last truly miss, squared and summed.

    Raises
    ------
    SpaceError
        If the decoder fails.
    """

    def __init__(self, space: Space, rows: int) -> None:
        self._decoder = Decoder(space, 2 * rows)  # at two semitones where the pitch lies between
        self._between = Between(space.transform, hertz_of(space.pitch_low))
        self._semitones, self._others, self._shares = np.zeros((3, rows))
        self._describer = Describer(space.transform)
        self._values, self._odds = np.empty((rows, len(NAMES))), np.zeros(rows)
        self.squares = np.empty(rows)

    def play(self, semitone: float, other: float, share: float) -> None:
        """Judge, from now on, what is played between two semitones; see `rt_timbre.between.neighbours`."""
        self._semitones[:], self._others[:], self._shares[:] = semitone, other, share

    def judge(self, points: Doubles, goal: Goal) -> Doubles:
        """Return what a step should make 0 at points; how much they truly miss is in `squares`.

        Parameters
        ----------
        points : ndarray of float64 [N, D]
            N ≤ rows.
        goal : Goal
            With M descriptors.

        Returns
        -------
        ndarray of float64 [N, M]
            Misses in ranges.
        """
        count = len(points)
        frames, values, odds = self._decode(points), self._values[:count], self._odds[:count]
        self._describer.describe_sought_into(frames, goal.sought, goal.rolloff, values, odds)
        misses = np.empty((count, len(goal.columns)))
        miss_into(values, odds, goal.columns, goal.wanted, goal.ranges, misses, self.squares)
        return misses

    def place(self, points: Doubles, row: int) -> Place:
        """Return one of the points that were judged last."""
        return Place(points[row].copy(), self._decoder.magnitude[row].copy(), float(self.squares[row]))

    def describe(self, points: Doubles) -> Iterator[Doubles]:
        """Give all descriptors of points [N, D], in parts [n, 5]."""
        rows = len(self._values)
        for start in range(0, len(points), rows):
            yield self._describer.describe(self._decode(points[start : start + rows]))

    def describe_frame(self, frame: NDArray[np.float32]) -> Doubles:
        """Return all descriptors of a frame [K]."""
        described: Doubles = self._describer.describe(frame[None])[0]
        return described

    def _decode(self, points: Doubles) -> NDArray[np.float32]:
        count, decoder = len(points), self._decoder
        frames, beside = decoder.magnitude[:count], slice(count, 2 * count)
        decoder.latent[:count], decoder.pitch[:count] = points, self._semitones[0]
        if self._shares[0] == 0.0:
            decoder.run(count)
        else:
            decoder.latent[beside], decoder.pitch[beside] = points, self._others[0]
            decoder.run(2 * count)
            others = decoder.magnitude[beside]
            self._between.blend_rows(
                frames, self._semitones[:count], others, self._others[:count], self._shares[:count]
            )
        return frames
