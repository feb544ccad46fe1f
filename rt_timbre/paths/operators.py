"""What can be done to paths: each operator makes a new path of one, or of two, and leaves those alone.

`operator_table.OPERATORS` lists them all.
"""

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike
from scipy.interpolate import PchipInterpolator
from scipy.spatial import cKDTree

from rt_timbre.errors import PathError
from rt_timbre.paths.columns import (
    GAIN,
    PITCH,
    Doubles,
    Part,
    ascending,
    check_alike,
    check_count,
    finer,
    gains_of,
    parts_of,
    resampled,
    table_of,
    with_table,
    with_times,
)
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.operator_table import EDIT_CURVES

_SEEDS = {PITCH: 10**6, GAIN: 10**6 + 1}  # as dimensions have theirs, from 0
_DETAIL = 16  # points of a curve for each piece of it that a line would miss


def scale(
    path: LatentPath, factor: float, centre: ArrayLike | None = None, *, parts: Sequence[Part] | None = None
) -> LatentPath:
    """Bring every point nearer to a centre, or farther from it.

    Parameters
    ----------
    path : LatentPath
        The path.
    factor : float
        Of the distance: 0 for all at the centre, 1 as it is, −1 on the other side.
    centre : array_like of float [parts], optional
        The centre, in each part or one number for all; by itself the path's mean over time.
    parts : sequence of int or str, optional
        Dimensions from 0, "pitch" or "gain"; by itself all dimensions.

    Returns
    -------
    LatentPath
        The new path.
    """
    chosen = parts_of(path, parts)
    table = table_of(path, chosen)
    middle = _mean(path.times, table) if centre is None else np.asarray(centre, np.float64)
    return with_table(path, chosen, middle + factor * (table - middle))


def bias(path: LatentPath, amount: ArrayLike, *, parts: Sequence[Part] | None = None) -> LatentPath:
    """Move every point by the same amount.

    Parameters
    ----------
    path : LatentPath
        The path.
    amount : array_like of float [parts]
        What is added in each part, or one number for all: semitones to a pitch, a linear amount to a gain.
    parts : sequence of int or str, optional
        Dimensions from 0, "pitch" or "gain"; by itself all dimensions.

    Returns
    -------
    LatentPath
        The new path.
    """
    chosen = parts_of(path, parts)
    return with_table(path, chosen, table_of(path, chosen) + np.asarray(amount, np.float64))


def reverse(path: LatentPath, *, parts: Sequence[Part] | None = None) -> LatentPath:
    """Go the way from its end to its beginning.

    Parameters
    ----------
    path : LatentPath
        The path.
    parts : sequence of int or str, optional
        Dimensions from 0, "pitch" or "gain" that go back while all others go on; by itself all goes back, pitch and
        gain too.

    Returns
    -------
    LatentPath
        The new path. Where parts go each their own way it has points at the times of both.
    """
    mirrored = ascending((path.duration - path.times)[::-1])
    if parts is not None:
        chosen = parts_of(path, parts)
        whole = with_times(path, mirrored)
        return with_table(whole, chosen, table_of(resampled(reverse(path), whole.times), chosen))
    return LatentPath(
        times=mirrored,
        latents=path.latents[::-1],
        pitches=None if path.pitches is None else path.pitches[::-1],
        gains=None if path.gains is None else path.gains[::-1],
        space=path.space,
    )


def randomise(
    path: LatentPath, amount: float, seed: int = 0, smoothness: float = 0.5, *, parts: Sequence[Part] | None = None
) -> LatentPath:
    """Add a random curve, continuous and never farther from the path than an amount in any part.

    In each part the curve goes through numbers drawn evenly from −amount to amount, one every `smoothness` seconds,
    as a cubic without overshoot (PCHIP).

    Parameters
    ----------
    path : LatentPath
        The path.
    amount : float
        Greatest distance in each part, ≥ 0.
    seed : int
        The same seed gives the same curve, in each part whatever the others are.
    smoothness : float
        Seconds from one number to the next; 0 for one at each point of the path.
    parts : sequence of int or str, optional
        Dimensions from 0, "pitch" or "gain"; by itself all dimensions.

    Returns
    -------
    LatentPath
        The new path. Where its points lie farther apart than a part of `smoothness`, it has more.

    Raises
    ------
    PathError
        It would have more points than a path may have.
    """
    chosen = parts_of(path, parts)
    if smoothness > 0.0:
        path = _finer(path, smoothness / _DETAIL)
        knots = np.arange(int(path.duration / smoothness) + 2, dtype=np.float64) * smoothness
    else:
        knots = path.times
    offsets = np.empty((len(path), len(chosen)))
    for column, part in enumerate(chosen):
        key = part if isinstance(part, int) else _SEEDS[part]
        drawn = np.random.default_rng((seed, key)).uniform(-1.0, 1.0, len(knots))
        offsets[:, column] = _rounded(knots, drawn, path.times) if smoothness > 0.0 else drawn
    return with_table(path, chosen, table_of(path, chosen) + amount * np.clip(offsets, -1.0, 1.0))


def smooth(path: LatentPath, seconds: float, *, parts: Sequence[Part] | None = None) -> LatentPath:
    """Make every point the mean of the way around it, so that corners become round.

    The mean is that of the straight lines themselves, not of the points, so it does not matter how densely these lie;
    it is taken over as much time before as after, near the ends over less, so that the ends stay where they are.

    Parameters
    ----------
    path : LatentPath
        The path.
    seconds : float
        How much time the mean is taken over, ≥ 0.
    parts : sequence of int or str, optional
        Dimensions from 0, "pitch" or "gain"; by itself all dimensions.

    Returns
    -------
    LatentPath
        The new path. Where its points lie farther apart than a part of `seconds`, it has more.

    Raises
    ------
    PathError
        It would have more points than a path may have.
    """
    chosen = parts_of(path, parts)
    if seconds <= 0.0 or len(path) < 3:
        return path
    table = table_of(path, chosen)
    middle = _mean(path.times, table)
    centred = table - middle
    whole = _finer(path, seconds / _DETAIL)
    half = np.minimum(0.5 * seconds, np.minimum(whole.times, whole.duration - whole.times))
    # Too little time to divide by: there the mean is the point itself.
    wide = half > 1e-9 * path.duration
    result = table_of(whole, chosen)
    moments = np.concatenate([whole.times[wide] - half[wide], whole.times[wide] + half[wide]])
    sums = _integral(path.times, centred, moments)
    before, after = np.split(sums, 2)
    result[wide] = middle + (after - before) / (2.0 * half[wide, None])
    return with_table(whole, chosen, np.clip(result, table.min(axis=0), table.max(axis=0)))


def stretch(path: LatentPath, factor: float) -> LatentPath:
    """Go the same way slower or faster.

    Parameters
    ----------
    path : LatentPath
        The path.
    factor : float
        Of its duration, > 0.

    Returns
    -------
    LatentPath
        The new path.
    """
    return LatentPath(
        times=ascending(path.times * factor),
        latents=path.latents,
        pitches=path.pitches,
        gains=path.gains,
        space=path.space,
    )


def quantise(path: LatentPath, points: ArrayLike, *, parts: Sequence[Part] | None = None) -> LatentPath:
    """Put every point of the path onto the nearest of some given points.

    Parameters
    ----------
    path : LatentPath
        The path.
    points : array_like of float [P, D]
        The given points, at least one.
    parts : sequence of int, optional
        Dimensions from 0 in which distances are taken and points moved; by itself all.

    Returns
    -------
    LatentPath
        The new path, with straight lines from each of the given points to the next.

    Raises
    ------
    PathError
        The given points have another dimension, or a part is no dimension.
    """
    chosen = parts_of(path, parts)
    given = np.asarray(points, np.float32)
    if given.ndim != 2 or given.shape[1] != path.dimension or not len(given):
        raise PathError(
            f"the points to quantise to are of shape {given.shape}; the path has {path.dimension} dimensions"
        )
    if not all(isinstance(part, int) for part in chosen):
        raise PathError("only dimensions are quantised to points, neither pitch nor gain")
    places = given[:, [int(part) for part in chosen]].astype(np.float64)
    _, nearest = cKDTree(places).query(table_of(path, chosen))
    return with_table(path, chosen, places[nearest])


def edit(
    path: LatentPath,
    points: ArrayLike,
    curve: str = "linear",
    *,
    parts: Sequence[Part] | None = None,
) -> LatentPath:
    """Draw parts of the path anew, as a curve through break-points.

    Parameters
    ----------
    path : LatentPath
        The path.
    points : array_like of float [B, 2]
        Break-points: a time in seconds, ascending, 0 to the path's duration, and the value at that time, the same in
        all `parts`. Before the first and after the last the value is held.
    curve : str
        "linear", or "cubic": smooth, and between two break-points never beyond either (PCHIP, Fritsch and Butland
        1984).
    parts : sequence of int or str, optional
        Dimensions from 0, "pitch" or "gain"; by itself all dimensions.

    Returns
    -------
    LatentPath
        The new path; it has points at the break-points, too, and more where the curve is bent.

    Raises
    ------
    PathError
        The break-points are none, do not ascend, or lie outside the path.
    """
    chosen = parts_of(path, parts)
    given = np.asarray(points, np.float64)
    if given.ndim != 2 or given.shape[1] != 2 or not len(given) or not np.isfinite(given).all():
        raise PathError("break-points are pairs of a time and a value, at least one, all finite")
    moments, levels = given.T
    if (np.diff(moments) <= 0.0).any() or moments[0] < 0.0 or moments[-1] > path.duration:
        raise PathError(
            f"the break-points are at {', '.join(f'{time:g}' for time in moments[:20])} s; "
            f"they must ascend from 0 at the earliest to {path.duration:g} s, the end of the path, at the latest"
        )
    if curve not in EDIT_CURVES:
        raise PathError(f"the curve is {curve[:40]!r}; it must be one of {', '.join(EDIT_CURVES)}")
    bent = curve == "cubic" and len(moments) > 2
    more = [moments]
    if bent:
        check_count(len(moments) * _DETAIL)
        more += [np.linspace(*pair, _DETAIL + 1) for pair in itertools.pairwise(moments)]
    whole = with_times(path, np.concatenate(more))
    held = np.clip(whole.times, moments[0], moments[-1])
    drawn = _rounded(moments, levels, held) if bent else np.interp(held, moments, levels)
    drawn = np.clip(drawn, levels.min(), levels.max())
    return with_table(whole, chosen, np.tile(drawn[:, None], (1, len(chosen))))


def concatenate(path: LatentPath, following: LatentPath, join: float = 0.05) -> LatentPath:
    """Go a second path after the first.

    Parameters
    ----------
    path, following : LatentPath
        The paths.
    join : float
        Seconds of the straight line from the end of the first to the beginning of the second, so that there is no
        step, ≥ 0. With 0 the two must meet in one point.

    Returns
    -------
    LatentPath
        The new path, of both durations and `join`. Where only one has gains, the other's are 1.

    Raises
    ------
    PathError
        They have different dimensions, only one has pitches, they do not meet, or there are too many points.
    """
    check_alike(path, following)
    skip = 0
    if join <= 0.0:
        meet = np.array_equal(path.latents[-1], following.latents[0])
        if not meet:
            raise PathError(
                "the second path does not begin where the first ends: give them some time to join, as 0.05 s"
            )
        join, skip = 0.0, 1
    check_count(len(path) + len(following) - skip)
    times = np.concatenate([path.times, path.duration + join + following.times[skip:]])
    pitches = None
    if path.pitches is not None and following.pitches is not None:
        pitches = np.concatenate([path.pitches, following.pitches[skip:]])
    gains = None
    if path.gains is not None or following.gains is not None:
        gains = np.concatenate([gains_of(path), gains_of(following)[skip:]])
    return LatentPath(
        times=ascending(times),
        latents=np.concatenate([path.latents, following.latents[skip:]]),
        pitches=pitches,
        gains=gains,
        space=path.space if path.space == following.space else None,
    )


def _finer(path: LatentPath, step: float) -> LatentPath:
    return resampled(path, finer(path.times, step))


def _rounded(knots: Doubles, values: Doubles, moments: Doubles) -> Doubles:
    """Evaluate the cubic without overshoot through some values."""
    with np.errstate(all="ignore"):  # slopes that are hardly there have no finite inverse, which is as good as none
        result: Doubles = PchipInterpolator(knots, values)(moments)
    return result


def _integral(times: Doubles, table: Doubles, moments: Doubles) -> Doubles:
    """Integrate straight lines through a table [N, parts] from 0 to each of some moments [T] within them."""
    lengths = np.diff(times)[:, None]
    sums = np.concatenate([np.zeros((1, table.shape[1])), np.cumsum(0.5 * lengths * (table[1:] + table[:-1]), axis=0)])
    place = np.clip(np.searchsorted(times, moments, side="right") - 1, 0, len(times) - 2)
    after = (moments - times[place])[:, None]
    slope = (table[place + 1] - table[place]) / lengths[place]
    result: Doubles = sums[place] + after * (table[place] + 0.5 * slope * after)
    return result


def _mean(times: Doubles, table: Doubles) -> Doubles:
    """Return the mean over time of straight lines through a table [N, parts]."""
    if len(times) == 1:
        first: Doubles = table[0]
        return first
    # Relative to the first, so that a path that stands still has its place for the mean, exactly.
    whole = _integral(times, table - table[0], times[-1:])[0] / times[-1]
    result: Doubles = table[0] + whole
    return result
