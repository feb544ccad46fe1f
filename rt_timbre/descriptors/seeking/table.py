"""Points of a space whose descriptors are known beforehand, for searches to set out from."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.descriptors.seeking.goal import Goal, scaled
from rt_timbre.descriptors.seeking.judge import Judge
from rt_timbre.descriptors.seeking.room import Room
from rt_timbre.space import Space

Doubles = NDArray[np.float64]

_POINTS = 200  # of the notes
# Squared ranges for a squared standard deviation: how far a point may lie. Few have a rolloff between partials.
_PULL, _ROLLOFF_PULL = 1e-3, 1e-4


class PointTable:
    """Some of a space's points and its anchors, and what each is at every pitch.

    Parameters
    ----------
    space : Space
        The space.
    room : Room
        Its populated part.
    judge : Judge
        Of its points.

    Raises
    ------
    SpaceError
        If the decoder fails.
    """

    def __init__(self, space: Space, room: Room, judge: Judge) -> None:
        chosen = np.linspace(0, len(room.points) - 1, min(_POINTS, len(room.points))).astype(np.intp)
        anchors = np.arange(len(room.points) - len(space.anchors), len(room.points))
        self._whiten = room.whiten
        self._points = room.inside(room.points[np.union1d(chosen, anchors)])
        self._whitened = self._points @ room.whiten
        low, high = (space.pitch_low, space.pitch_high) if space.conditioned else (space.reference_pitch,) * 2
        self._low = low
        described = []
        for pitch in np.arange(low, high + 1.0):
            judge.play(float(pitch), float(pitch), 0.0)
            described.append(scaled(np.concatenate(list(judge.describe(self._points)))))
        self._described = np.stack(described)  # [pitches, points, 5]

    def near(self, goal: Goal, origin: Doubles, pitch: float, most: int) -> tuple[Doubles, Doubles]:
        """Return the points that fit a goal best and do not lie far from the origin.

        Parameters
        ----------
        goal : Goal
            What is sought.
        origin : ndarray of float64 [D]
            From where.
        pitch : float
            MIDI note that is decoded.
        most : int
            Greatest number of points.

        Returns
        -------
        points : ndarray of float64 [n, D]
            The best first, n ≤ `most`.
        misses : ndarray of float64 [n, M]
            How far they are from the goal, in ranges.
        """
        described = self._described[round(pitch - self._low)]
        count, here = min(most, len(self._points)), origin @ self._whiten
        best, costs = np.empty(count, np.intp), np.empty(count)
        pull = _ROLLOFF_PULL if goal.rolloff else _PULL
        _best_into(described, goal.columns, goal.wanted, goal.ranges, self._whitened, here, pull, best, costs)
        return self._points[best], (described[best][:, goal.columns] - goal.wanted) / goal.ranges


@njit(nogil=True, cache=True, error_model="numpy")
def _best_into(
    described: Doubles,
    columns: NDArray[np.intp],
    wanted: Doubles,
    ranges: Doubles,
    whitened: Doubles,
    here: Doubles,
    pull: float,
    best: NDArray[np.intp],
    costs: Doubles,
) -> None:
    costs[:] = np.inf
    best[:] = 0
    last = best.shape[0] - 1
    for row in range(described.shape[0]):
        away = 0.0
        for k in range(here.shape[0]):
            away += (whitened[row, k] - here[k]) ** 2
        cost = pull * away
        for i in range(columns.shape[0]):
            cost += ((described[row, columns[i]] - wanted[i]) / ranges[i]) ** 2
        if cost < costs[last]:
            place = last
            while place > 0 and cost < costs[place - 1]:
                costs[place], best[place] = costs[place - 1], best[place - 1]
                place -= 1
            costs[place], best[place] = cost, row
