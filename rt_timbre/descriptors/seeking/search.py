"""One search for a goal, from one point."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from rt_timbre.descriptors.seeking.goal import Goal
from rt_timbre.descriptors.seeking.judge import Judge, Place
from rt_timbre.descriptors.seeking.room import Room
from rt_timbre.descriptors.seeking.steps import choose, learn, steps_into

Doubles = NDArray[np.float64]

ROWS = 12
"""Points that are decoded at once: the runtime multiplies so many by a matrix in hardly more time than one."""

_NEAR, _ALL = 4, 7  # runs of the decoder: from where the voice is; and altogether, but for one a target
_THERE = 2e-3 * 2e-3  # squared part of the range: so near to the targets nothing is left to be done
_CLOSE = 8e-3 * 8e-3  # and so near it is not worth while to set out from elsewhere
_SLOW = 0.6  # a step that leaves more of the squared misses than this has the slopes measured anew
_STALLED = 0.98  # and one that leaves more than this is none
_WORTH = 0.1, 1e-2  # of the misses, or of the range: what must be gained where another point led, to go there

# Steps that are tried at once: how much they are damped, how far they go back, and how much of them is taken.
_DAMPING = np.array([1e-5, 1e-5, 1e-5, 1e-5, 1e-5, 1e-3, 1e-3, 1e-2, 1e-2, 1e-1, 1.0, 10.0])
_BACK = np.array([1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0])
_SHARE = np.array([1.0, 0.75, 0.5, 0.25, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0])
# And those from several points, a few of which first go aside, by so many standard deviations.
_FIRM, _WHOLE = np.full(ROWS, 1e-3), np.ones(ROWS)
_ASIDE, _FAR = 5, 0.7


class Search:
    """Seeks a goal.

    Parameters
    ----------
    room : Room
        Where it may go, in at most `ROWS` − 1 directions.
    judge : Judge
        Of `ROWS` points at once, at the pitch that is played.
    goal : Goal
        What is sought.
    origin : ndarray of float64 [D]
        From where.
    others : callable
        Gives points to set out from, if the origin leads nowhere, and what they miss: ndarrays of float64 [n, D] and
        [n, M], n < `ROWS`.
    """

    def __init__(
        self,
        room: Room,
        judge: Judge,
        goal: Goal,
        origin: Doubles,
        others: Callable[[], tuple[Doubles, Doubles]],
    ) -> None:
        self._room, self._judge, self._goal, self._origin, self._others = room, judge, goal, origin, others
        self._radius = max(room.radius, float(room.distance(origin[None])[0]))
        self._spent = 0
        self._best = Place(origin, np.empty(0, np.float32), np.inf)

    def run(self) -> Place:
        """Return where the goal is met, or missed least.

        Raises
        ------
        SpaceError
            If the decoder fails.
        """
        start, miss, slopes = self._approach()
        near = self._best
        if near.miss <= _CLOSE:
            return near
        self._swarm(start, miss, slopes)
        before, after = math.sqrt(near.miss), math.sqrt(self._best.miss)
        return self._best if before - after > min(_WORTH[0] * before, _WORTH[1]) else near

    def _approach(self) -> tuple[Doubles, Doubles, Doubles]:
        """Go from the origin to what meets the goal nearest to it.

        Returns
        -------
        start : ndarray of float64 [1, D]
            Where that has led.
        miss : ndarray of float64 [1, M]
            What is missed there.
        slopes : ndarray of float64 [1, M, d]
            How that changes in each direction.
        """
        start = self._origin[None].copy()
        miss, slopes = self._measure(start)
        fresh = True
        while self._best.miss > _THERE and self._spent < _NEAR:
            passed = (start - self._origin) @ self._room.unwalk
            points = self._walk(start, miss, slopes, passed, _DAMPING, _BACK, _SHARE)
            found = self._judged(points, _THERE)
            squares, before = np.square(found).sum(axis=1), np.square(miss).sum()
            row = int(np.argmin(squares))
            if squares[row] < _STALLED * before:
                learn(start, miss, slopes, points[row : row + 1], found[row : row + 1], self._room.unwalk)
                if squares[row] < _SLOW * before:
                    fresh = False
                    continue
            elif fresh:
                break
            if self._best.miss > _THERE and self._spent < _NEAR:
                miss, slopes = self._measure(start)
                fresh = True
        return start, miss, slopes

    def _swarm(self, start: Doubles, miss: Doubles, slopes: Doubles) -> None:
        """Set out from other points and, in several directions, from that; all at once, with its slopes at first."""
        others, misses = self._others()
        # What has its rolloff between partials may lie far from what has not.
        aside = 0 if self._goal.rolloff else min(_ASIDE, slopes.shape[2])
        kept = ROWS - 1 - aside
        starts = np.concatenate([others[:kept], np.repeat(start, 1 + aside, axis=0)])
        misses = np.concatenate([misses[:kept], np.repeat(miss, 1 + aside, axis=0)])
        count, last = len(starts), _ALL + len(self._goal.columns)
        if self._goal.rolloff:  # whose odds are not known beforehand
            misses, last = self._judged(starts, _CLOSE), last + 1
        known = np.repeat(slopes, count, axis=0)
        passed = np.zeros((count, slopes.shape[2]))
        passed[count - aside :, :aside] = _FAR * np.eye(aside)  # as if they had come that way
        while self._best.miss > _CLOSE and self._spent < last:
            points = self._walk(starts, misses, known, passed, _FIRM[:count], _WHOLE[:count], _WHOLE[:count])
            learn(starts, misses, known, points, self._judged(points, _CLOSE), self._room.unwalk)
            passed[:] = 0.0

    def _walk(
        self,
        starts: Doubles,
        misses: Doubles,
        slopes: Doubles,
        passed: Doubles,
        damping: Doubles,
        back: Doubles,
        share: Doubles,
    ) -> Doubles:
        """Return where Gauss-Newton steps lead, from one point or each from its own."""
        steps = np.empty((len(damping), passed.shape[1]))
        steps_into(misses, slopes, passed, damping, back, share, steps)
        return self._room.walk(starts, steps, self._radius)

    def _measure(self, start: Doubles) -> tuple[Doubles, Doubles]:
        """Return what a point [1, D] misses [1, M], and how that changes in each direction [1, M, d]."""
        around, lengths = self._room.around(start[0])
        misses = self._judged(around, _THERE)
        return misses[:1].copy(), np.ascontiguousarray(((misses[1:] - misses[0]) / lengths[:, None]).T)[None]

    def _judged(self, points: Doubles, enough: float) -> Doubles:
        """Decode points, return what a step should make 0, and remember the best: of those good enough the nearest."""
        misses = self._judge.judge(points, self._goal)
        self._spent += 1
        squares = self._judge.squares
        row = choose(squares, points, self._origin, self._room.whiten, enough)
        if squares[row] < self._best.miss:
            self._best = self._judge.place(points, row)
        return misses
