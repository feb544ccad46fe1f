"""Steps of a search through a space, as kernels: none allocates much, all are bounded."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

Doubles = NDArray[np.float64]

_LONGEST = 3.0  # standard deviations of one step


@njit(nogil=True, cache=True, error_model="numpy")
def surround(
    point: Doubles, directions: Doubles, low: Doubles, high: Doubles, probe: float, points: Doubles, lengths: Doubles
) -> None:
    """Write a point and those to measure slopes at.

    Parameters
    ----------
    point : ndarray of float64 [D]
        In the middle.
    directions : ndarray of float64 [d, D]
        Where the others lie.
    low, high : ndarray of float64 [D]
        What they stay within.
    probe : float
        How far off they are, in lengths of a direction.
    points : ndarray of float64 [1 + d, D]
        Overwritten: the point, and one in each direction, or against it where that lies outside.
    lengths : ndarray of float64 [d]
        Overwritten with how far along its direction each lies: `probe` or its negative.
    """
    points[0] = point
    for i in range(directions.shape[0]):
        lengths[i] = probe
        for k in range(point.shape[0]):
            beyond = point[k] + probe * directions[i, k]
            if beyond < low[k] or beyond > high[k]:
                lengths[i] = -probe
        for k in range(point.shape[0]):
            points[1 + i, k] = min(max(point[k] + lengths[i] * directions[i, k], low[k]), high[k])


@njit(nogil=True, cache=True, error_model="numpy")
def steps_into(
    misses: Doubles,
    slopes: Doubles,
    passed: Doubles,
    damping: Doubles,
    back: Doubles,
    share: Doubles,
    steps: Doubles,
) -> None:
    """Write damped Gauss-Newton steps, all from one point or each from its own.

    Parameters
    ----------
    misses : ndarray of float64 [N or 1, M]
        What is to become 0.
    slopes : ndarray of float64 [N or 1, M, d]
        How each changes in each direction.
    passed : ndarray of float64 [N or 1, d]
        The way that led to each point.
    damping : ndarray of float64 [N]
        Of the mean squared slope.
    back : ndarray of float64 [N]
        Part of the way to go back, as far as it changes nothing that is missed, 0 to 1: with 1 a step leads to where
        the misses vanish nearest to the beginning of the way, with 0 nearest to where it starts itself.
    share : ndarray of float64 [N]
        Of the step, that is taken.
    steps : ndarray of float64 [N, d]
        Overwritten.
    """
    count, width = misses.shape[1], steps.shape[1]
    square, right = np.empty((count, count)), np.empty(count)
    for n in range(steps.shape[0]):
        start = min(n, misses.shape[0] - 1)
        miss, slope, way, step = misses[start], slopes[start], passed[start], steps[n]
        mean = 0.0
        for i in range(count):
            for j in range(count):
                square[i, j] = 0.0
                for k in range(width):
                    square[i, j] += slope[i, k] * slope[j, k]
            mean += square[i, i] / count
            right[i] = -miss[i]
            for k in range(width):
                right[i] += back[n] * slope[i, k] * way[k]
        for i in range(count):
            square[i, i] += damping[n] * mean + 1e-12  # without slopes there is no step
        _solve(square, right)
        length = 0.0
        for k in range(width):
            step[k] = -back[n] * way[k]
            for i in range(count):
                step[k] += slope[i, k] * right[i]
            length += step[k] * step[k]
        length = np.sqrt(length)
        scale = share[n] * (_LONGEST / length if length > _LONGEST else 1.0)
        for k in range(width):
            step[k] *= scale


@njit(nogil=True, cache=True, error_model="numpy")
def _solve(square: Doubles, right: Doubles) -> None:
    """Solve a positive definite system of few equations in place, after Cholesky."""
    count = right.shape[0]
    for i in range(count):
        for j in range(i + 1):
            total = square[i, j]
            for k in range(j):
                total -= square[i, k] * square[j, k]
            square[i, j] = total / square[j, j] if j < i else np.sqrt(max(total, 1e-300))
    for i in range(count):
        for k in range(i):
            right[i] -= square[i, k] * right[k]
        right[i] /= square[i, i]
    for i in range(count - 1, -1, -1):
        for k in range(i + 1, count):
            right[i] -= square[k, i] * right[k]
        right[i] /= square[i, i]


@njit(nogil=True, cache=True, error_model="numpy")
def _squared_distance(point: Doubles, other: Doubles, whiten: Doubles) -> float:
    distance = 0.0
    for i in range(point.shape[0]):
        part = 0.0
        for k in range(point.shape[0]):
            part += (point[k] - other[k]) * whiten[k, i]
        distance += part * part
    return distance


@njit(nogil=True, cache=True, error_model="numpy")
def walk_into(
    starts: Doubles,
    steps: Doubles,
    directions: Doubles,
    mean: Doubles,
    whiten: Doubles,
    low: Doubles,
    high: Doubles,
    radius: float,
    points: Doubles,
) -> None:
    """Write where steps lead: into the range, and towards the mean until no farther from it than a radius.

    Parameters
    ----------
    starts : ndarray of float64 [N or 1, D]
        Points.
    steps : ndarray of float64 [N, d]
        From each.
    directions : ndarray of float64 [d, D]
        Of the steps.
    mean : ndarray of float64 [D]
        Middle of the populated part.
    whiten : ndarray of float64 [D, D]
        What a difference is multiplied with to be in standard deviations.
    low, high : ndarray of float64 [D]
        The range.
    radius : float
        Standard deviations.
    points : ndarray of float64 [N, D]
        Overwritten.
    """
    dimension = mean.shape[0]
    for n in range(steps.shape[0]):
        start, point = starts[min(n, starts.shape[0] - 1)], points[n]
        for k in range(dimension):
            place = start[k]
            for i in range(steps.shape[1]):
                place += steps[n, i] * directions[i, k]
            point[k] = min(max(place, low[k]), high[k])
        share = min(1.0, radius / max(np.sqrt(_squared_distance(point, mean, whiten)), 1e-12))
        if share < 1.0:
            for k in range(dimension):
                point[k] = min(max(mean[k] + share * (point[k] - mean[k]), low[k]), high[k])


@njit(nogil=True, cache=True, error_model="numpy")
def learn(starts: Doubles, misses: Doubles, slopes: Doubles, points: Doubles, found: Doubles, unwalk: Doubles) -> None:
    """Bring slopes up to date by Broyden's rank-one update, and go to where less is missed.

    Parameters
    ----------
    starts : ndarray of float64 [N, D]
        Points; overwritten by `points` where that misses less.
    misses : ndarray of float64 [N, M]
        What each misses; overwritten likewise.
    slopes : ndarray of float64 [N, M, d]
        Brought up to date.
    points : ndarray of float64 [N, D]
        Where a step from each has led.
    found : ndarray of float64 [N, M]
        What is missed there.
    unwalk : ndarray of float64 [D, d]
        What a difference of points is multiplied with to be a step.
    """
    count, width = misses.shape[1], unwalk.shape[1]
    step = np.empty(width)
    for n in range(starts.shape[0]):
        length = 0.0
        for k in range(width):
            step[k] = 0.0
            for i in range(unwalk.shape[0]):
                step[k] += (points[n, i] - starts[n, i]) * unwalk[i, k]
            length += step[k] * step[k]
        before = after = 0.0
        for i in range(count):
            before += misses[n, i] * misses[n, i]
            after += found[n, i] * found[n, i]
            error = found[n, i] - misses[n, i]
            for k in range(width):
                error -= slopes[n, i, k] * step[k]
            for k in range(width):
                slopes[n, i, k] += error * step[k] / max(length, 1e-12)
        if after < before:
            starts[n] = points[n]
            misses[n] = found[n]


@njit(nogil=True, cache=True, error_model="numpy")
def choose(squares: Doubles, points: Doubles, origin: Doubles, whiten: Doubles, there: float) -> int:
    """Return which point misses least, or, of those that miss no more than `there`, is the nearest to the origin.

    Parameters
    ----------
    squares : ndarray of float64 [≥ N]
        What each misses.
    points : ndarray of float64 [N, D]
        The points.
    origin : ndarray of float64 [D]
        Another.
    whiten : ndarray of float64 [D, D]
        What a difference is multiplied with to be in standard deviations.
    there : float
        So little is nothing.

    Returns
    -------
    int
        0 to N − 1.
    """
    row, nearest = 0, np.inf
    for n in range(points.shape[0]):
        if squares[n] <= there:
            distance = _squared_distance(points[n], origin, whiten)
            if distance < nearest:
                row, nearest = n, distance
        elif nearest == np.inf and squares[n] < squares[row]:
            row = n
    return row
