"""Finds where a space sounds as descriptors ask for: the point nearest to where one is that has a given centroid."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.between import Between, hertz_of, neighbours
from rt_timbre.decoder import Decoder
from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre.errors import SpaceError
from rt_timbre.space import Space

Doubles = NDArray[np.float64]

_DIRECTIONS = 10  # principal directions of the points to move along: they hold nearly all that the points differ in
_PROBE = 0.03  # standard deviations from a point to those that its slopes are measured at
_LONGEST = 3.0  # standard deviations of one step
_SPENT = 8, 6  # runs of the decoder: from where the voice is, and from a point of the table
_MET = 1e-2  # of the range: so near to the targets they are met
_THERE = 2e-3  # and so near nothing is left to be done
_SLOW = 0.6  # a step that leaves more of the squared misses than this has the slopes measured anew
_STALLED = 0.98  # and one that leaves more than this is none
_WORTH = 0.8  # of the squared misses at most must be left where a point of the table led, to go there
_PULL = 3e-4  # squared ranges for a squared standard deviation: how far a point of the table may lie
_DAMPING = 1e-5, 1e-3, 1e-2, 1e-1, 1.0, 10.0  # of the mean squared slope
_TABLE = 256  # points whose descriptors are known beforehand, each
_INTERVAL = 6.0  # semitones
_POPULATED = 99.5  # percentile of the points' distances from their mean: within it is the populated part

# How far a value is from another: Hz and flatness by their ratio, as they are heard, loudness in dB.
_RATIO = np.array([True, True, True, True, False])
_LEAST = np.array([1.0, 1.0, 1e-9, 1.0, -120.0])  # what is less counts as this
_MOST = np.array([1e6, 1e6, 1e3, 1e6, 100.0])  # and a target that is more as this: beyond any sound
_NARROWEST = np.array([0.1, 0.1, 0.5, 0.1, 1.0])  # range in which misses are counted, however little the space has
_HERTZ = np.array([True, True, False, True, False])
_ROLLOFF = NAMES.index("rolloff")
_LOGITS = 5.0  # of a rolloff's odds that count as its range
_NOTHING = 1e30  # ranges that a frame misses which is not finite


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sought:
    """Where a search has led.

    Attributes
    ----------
    latent : ndarray of float32 [D]
        The point.
    reached : dict of str to float
        All descriptors there, by name, at the pitch that was asked for.
    met : bool
        Whether the targets are met there, within 1 % of the ranges that the space is calibrated to.
    """

    latent: NDArray[np.float32]
    reached: dict[str, float]
    met: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Goal:
    """What is sought: columns of the descriptors, their values on the scale of misses, the ranges to divide by."""

    columns: NDArray[np.intp]
    wanted: Doubles
    ranges: Doubles
    rolloff: float  # Hz of the frame, 0 if none is asked for


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """A point that was decoded, what it is, and how much it misses (squared, summed)."""

    point: Doubles
    values: Doubles
    miss: float


class Seeker:
    """Seeks points of a space; not from two threads at once.

    A damped Gauss-Newton method in the space's principal directions, each in standard deviations of the points: of all
    points that meet the targets it approaches the one nearest to where it began. Slopes are finite differences, all of
    one batch of the decoder, brought up to date by Broyden's rank-one update (Math. Comp. 1965) as long as that leads
    on; each step is tried in several lengths, in one batch again. Where it does not arrive it tries again from the
    best of a table of points that were decoded beforehand. A rolloff, which jumps from partial to partial, is sought
    by the smooth odds of the powers below and above it.

    It counts runs of the decoder, not time: the same question has the same answer, bit for bit.

    Parameters
    ----------
    space : Space
        The space.

    Raises
    ------
    SpaceError
        If the decoder fails.
    """

    def __init__(self, space: Space) -> None:
        self._space = space
        self._low, self._high = space.latent_low.astype(np.float64), space.latent_high.astype(np.float64)
        anchors = np.stack([anchor.latent for anchor in space.anchors])
        points = np.concatenate([space.points.latent, anchors]).astype(np.float64)
        self._mean = points.mean(axis=0)
        covariance = (points - self._mean).T @ (points - self._mean) / len(points)
        # A direction in which the points do not differ is still a little wide.
        covariance += np.diag(np.square(0.01 * (self._high - self._low) + 1e-6))
        variance, axes = np.linalg.eigh(covariance)
        deviation, axes = np.sqrt(variance[::-1]), axes[:, ::-1]
        self._whiten = axes / deviation  # [D, D]
        self._unwalk = np.ascontiguousarray(self._whiten[:, :_DIRECTIONS])
        self._directions = np.ascontiguousarray((axes * deviation).T[:_DIRECTIONS])  # [directions, D]
        self._radius = float(np.percentile(self._distance(points), _POPULATED))
        batch = max(1 + len(self._directions), 8)
        self._decoder = Decoder(space, 2 * batch)  # at two semitones where the pitch lies between
        self._between = Between(space.transform, hertz_of(space.pitch_low))
        self._semitones, self._others, self._shares = np.zeros((3, batch))
        self._describer = Describer(space.transform)
        self._values = np.empty((batch, len(NAMES)))
        self._odds = np.zeros(len(self._values))
        self._squares = np.empty(len(self._values))  # what was tried last truly misses
        self._spent = 0
        chosen = np.unique(np.linspace(0, len(points) - 1, min(_TABLE, len(points))).astype(np.intp))
        self._table = np.clip(np.concatenate([points[chosen], anchors]), self._low, self._high)
        low, high = (space.pitch_low, space.pitch_high) if space.conditioned else (space.reference_pitch,) * 2
        self._pitches = np.linspace(low, high, 1 + round((high - low) / _INTERVAL)).round()
        self._described = np.stack([self._describe_table(pitch) for pitch in self._pitches])  # [pitches, points, 5]

    def warm(self) -> None:
        """Compile all there is, so that the first who seeks does not wait."""
        self.seek(self._space.anchors[0].latent, self._space.reference_pitch + 0.5, {"centroid": 1e3, "rolloff": 1e3})

    def seek(self, latent: NDArray[np.float32], pitch: float, targets: Mapping[str, float]) -> Sought:
        """Find the point near another where descriptors have given values, or as nearly as the space can.

        Parameters
        ----------
        latent : ndarray of float32 [D]
            Where to begin.
        pitch : float
            MIDI note that is played there. The frames are those that a voice plays: of the nearest semitone of the
            space's range, on the way to the next one's if the pitch lies between; frequencies are scaled.
        targets : mapping of str to float
            Values by the names of `rt_timbre.descriptors.calibration.NAMES`, finite, in their units. Without any the
            point is described as it is.

        Returns
        -------
        Sought
            Within the range of the latents, and no farther out than the populated part or where it began.

        Raises
        ------
        SpaceError
            If the decoder fails, or makes no finite frame where the search begins.
        """
        space = self._space
        semitone, beside, share = space.reference_pitch, space.reference_pitch, 0.0
        if space.conditioned:
            (semitone,), (beside,), (share,) = neighbours(np.array([pitch]), space.pitch_low, space.pitch_high)
        self._play(semitone, beside, share)
        factor = 2.0 ** ((pitch - semitone) / 12.0)
        row = int(np.argmin(np.abs(self._pitches - semitone)))
        goal = self._goal(targets, factor, semitone)
        origin = np.clip(latent.astype(np.float64), self._low, self._high)
        best = self._approach(goal, origin, origin, _SPENT[0]) if targets else self._here(goal, origin)
        if best.miss > _MET * _MET:
            start = self._nearest(goal, origin, self._described[row])
            other = self._approach(goal, start, origin, _SPENT[1])
            if other.miss < _WORTH * best.miss:
                best = other
        if not np.isfinite(best.values).all():
            raise SpaceError(f"the decoder of {space.name} makes no finite frame there")
        values = np.where(_HERTZ, factor, 1.0) * best.values
        reached = dict(zip(NAMES, values.tolist(), strict=True))
        return Sought(latent=best.point.astype(np.float32), reached=reached, met=best.miss <= _MET * _MET)

    def _goal(self, targets: Mapping[str, float], factor: float, pitch: float) -> _Goal:
        columns = np.array([NAMES.index(name) for name in targets], np.intp)
        values = np.zeros(len(NAMES))
        values[columns] = list(targets.values())
        values = np.minimum(values / np.where(_HERTZ, factor, 1.0), _MOST)
        rolloff = max(float(values[_ROLLOFF]), 1.0) if "rolloff" in targets else 0.0
        low, high = np.transpose([self._space.calibration.range_at(name, pitch) for name in NAMES])
        ranges = np.maximum(_scaled(high) - _scaled(low), _NARROWEST)
        return _Goal(columns, _scaled(values)[columns], ranges[columns], rolloff)

    def _approach(self, goal: _Goal, point: Doubles, origin: Doubles, most: int) -> _Place:
        """Go from `point` towards what meets the goal nearest to `origin`, by so many runs of the decoder."""
        radius = max(self._radius, float(self._distance(origin[None])[0]))
        last, enough = self._spent + most, _THERE * _THERE
        around, probes = self._around(point)
        misses = self._try(goal, around)
        miss, slopes, fresh = misses[0], ((misses[1:] - misses[0]) / probes).T, True
        best = self._place(around, 0)
        while best.miss > enough and self._spent < last and np.isfinite(slopes).all():
            passed = (point - origin) @ self._unwalk
            points = self._bounded(point + _steps(miss, slopes, passed) @ self._directions, radius)
            misses = self._try(goal, points)
            row = int(np.argmin(self._squares[: len(points)]))
            if self._squares[row] < best.miss:
                best = self._place(points, row)
            before, squares = miss @ miss, np.square(misses).sum(axis=1)
            chosen = int(np.argmin(squares))
            if squares[chosen] < _STALLED * before:
                step = (points[chosen] - point) @ self._unwalk
                slopes = slopes + np.outer((misses[chosen] - miss - slopes @ step) / max(step @ step, 1e-12), step)
                point, miss, fresh = points[chosen], misses[chosen], False
                if squares[chosen] < _SLOW * before:
                    continue
            elif fresh:
                break
            if best.miss > enough and self._spent < last:
                around, probes = self._around(point)
                misses = self._try(goal, around)
                slopes, fresh = ((misses[1:] - misses[0]) / probes).T, True
        return best

    def _try(self, goal: _Goal, points: Doubles) -> Doubles:
        """Decode points, and return what a step should make 0; how much they truly miss is in `_squares`."""
        count = len(points)
        values = self._describe(points)
        odds = self._odds[:count]
        if goal.rolloff:
            self._describer.rolloff_odds_into(self._decoder.magnitude[:count], goal.rolloff, odds)
        misses = np.empty((count, len(goal.columns)))
        _miss(values, odds, goal.columns, goal.wanted, goal.ranges, misses, self._squares)
        return misses

    def _here(self, goal: _Goal, point: Doubles) -> _Place:
        """Describe a point."""
        self._try(goal, point[None])
        return self._place(point[None], 0)

    def _place(self, points: Doubles, row: int) -> _Place:
        """Return one of the points that were tried last."""
        return _Place(points[row], self._values[row].copy(), float(self._squares[row]))

    def _around(self, point: Doubles) -> tuple[Doubles, Doubles]:
        """Return a point and those to measure its slopes at, and how far in its direction each of those lies [, 1]."""
        beyond = point + _PROBE * self._directions
        outside = ((beyond < self._low) | (beyond > self._high)).any(axis=1)
        probes = np.where(outside, -_PROBE, _PROBE)[:, None]
        around = np.concatenate([point[None], point + probes * self._directions])
        return np.clip(around, self._low, self._high), probes

    def _bounded(self, points: Doubles, radius: float) -> Doubles:
        """Return points moved into the range, and towards the mean until they are no farther from it than `radius`."""
        clipped = np.clip(points, self._low, self._high)
        share = np.minimum(1.0, radius / np.maximum(self._distance(clipped), 1e-12))
        bounded: Doubles = np.clip(self._mean + share[:, None] * (clipped - self._mean), self._low, self._high)
        return bounded

    def _distance(self, points: Doubles) -> Doubles:
        """Return the distances from the mean, in standard deviations."""
        distance: Doubles = np.linalg.norm((points - self._mean) @ self._whiten, axis=1)
        return distance

    def _nearest(self, goal: _Goal, origin: Doubles, described: Doubles) -> Doubles:
        """Return the point of the table that fits best and does not lie far from the origin."""
        misses = (_scaled(described)[:, goal.columns] - goal.wanted) / goal.ranges
        cost = np.square(misses).sum(axis=1) + _PULL * np.square((self._table - origin) @ self._whiten).sum(axis=1)
        nearest: Doubles = self._table[np.argmin(np.where(np.isfinite(cost), cost, np.inf))]
        return nearest

    def _play(self, semitone: float, other: float, share: float) -> None:
        """Describe, from now on, what is played between two semitones."""
        self._semitones[:], self._others[:], self._shares[:] = semitone, other, share

    def _describe(self, points: Doubles) -> Doubles:
        count, beside = len(points), slice(len(points), 2 * len(points))
        decoder, values = self._decoder, self._values[:count]
        decoder.latent[:count], decoder.pitch[:count, 0] = points, self._semitones[:count]
        frames = decoder.magnitude[:count]
        if self._shares[0] > 0.0:
            decoder.latent[beside], decoder.pitch[beside, 0] = points, self._others[:count]
            decoder.run(2 * count)
            self._between.blend_rows(
                frames, self._semitones[:count], decoder.magnitude[beside], self._others[:count], self._shares[:count]
            )
        else:
            decoder.run(count)
        self._spent += 1
        self._describer.describe_into(frames, values)
        return values

    def _describe_table(self, pitch: float) -> Doubles:
        self._play(pitch, pitch, 0.0)
        batch = len(self._values)
        parts = [self._describe(self._table[i : i + batch]).copy() for i in range(0, len(self._table), batch)]
        return np.concatenate(parts)


def _scaled(values: Doubles) -> Doubles:
    """Return descriptors [..., 5] on the scale of misses."""
    with np.errstate(invalid="ignore"):
        least = np.maximum(values, _LEAST)
    return np.where(_RATIO, np.log(np.where(_RATIO, least, 1.0)), least)


@njit(nogil=True, cache=True, error_model="numpy")
def _miss(
    values: Doubles,
    odds: Doubles,
    columns: NDArray[np.intp],
    wanted: Doubles,
    ranges: Doubles,
    misses: Doubles,
    squares: Doubles,
) -> None:
    """Write how far described frames [N, 5] are from each target, in ranges; in `squares`, for a rolloff as it is."""
    for n in range(values.shape[0]):
        squares[n] = 0.0
        for i in range(columns.shape[0]):
            column = columns[i]
            value = max(values[n, column], _LEAST[column])
            miss = ((np.log(value) if _RATIO[column] else value) - wanted[i]) / ranges[i]
            squares[n] += miss * miss
            misses[n, i] = odds[n] / _LOGITS if column == _ROLLOFF else miss
        if not np.isfinite(values[n]).all():
            squares[n] = np.inf
            misses[n] = _NOTHING


@njit(nogil=True, cache=True, error_model="numpy")
def _steps(miss: Doubles, slopes: Doubles, passed: Doubles) -> Doubles:
    """Return steps [8, directions] to try: to the nearest point from the origin, half way, and from here, damped."""
    count = miss.shape[0]
    square = slopes @ slopes.T
    unit = np.eye(count) * (np.trace(square) / count)
    steps = np.empty((8, passed.shape[0]))
    for i in range(6):
        inverse = np.linalg.inv(square + _DAMPING[i] * unit + 1e-12 * np.eye(count))  # without slopes there is no step
        if i == 0:
            steps[6] = slopes.T @ (inverse @ (slopes @ passed - miss)) - passed
        steps[i] = -(slopes.T @ (inverse @ miss))
    for i in range(7):
        length = np.sqrt(steps[i] @ steps[i])
        if length > _LONGEST:
            steps[i] *= _LONGEST / length
    steps[7] = 0.5 * steps[6]
    return steps
