"""Ways between points, between paths and over a plane of four, as the paper and its supporting page have them.

The curves are those that a voice of the server takes (`rt_timbre.motion`). "linear" is (1 − t) a + t b. "spherical" is
Shoemake's slerp (SIGGRAPH 1985), sin((1 − t) ω) / sin ω · a + sin(t ω) / sin ω · b with cos ω = a · b, of the
directions a and b, while the norm goes linearly from the one's to the other's. The supporting page of the paper prints
this formula with a misplaced bracket, sin((1 − t) ω) / sin(ω a) + sin(t ω) / sin(ω b), in which the points stand within
the sines; it names a δ of its expressive one, added to a and b, and does not say what it is. Ours, "expressive", is the
same arc with a detour δ(t) = Σ d_k sin(k π t), k = 1 … 4, drawn from a seed: smooth, none at the ends, never farther
from the arc than a quarter of the distance between the ends.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numba import njit
from numpy.typing import ArrayLike, NDArray

from rt_timbre.errors import PathError
from rt_timbre.motion import CURVES, EXPRESSIVE, LINEAR, draw_detours, interpolate
from rt_timbre.paths.columns import Doubles, ascending, check_alike, check_count, finer
from rt_timbre.paths.latent_path import LatentPath

ALIGNMENTS = ("stretch", "hold")

_STEPS = 128  # straight lines that stand for a bent way


def between(
    start: ArrayLike, end: ArrayLike, positions: ArrayLike, curve: str = "linear", seed: Sequence[int] = (0,)
) -> NDArray[np.float32]:
    """Return points on the way from one to another, as a voice of the server takes it.

    Parameters
    ----------
    start, end : array_like of float [D]
        The ends.
    positions : array_like of float [T]
        How far along, 0 at `start` to 1 at `end`.
    curve : str
        "linear", "spherical" or "expressive".
    seed : sequence of int
        Of an expressive curve: the same seed and ends give the same curve.

    Returns
    -------
    ndarray of float32 [T, D]
        The points.

    Raises
    ------
    PathError
        There is no such curve, or the ends have different dimensions.
    """
    first, last = np.array(start, np.float32), np.array(end, np.float32)
    if first.shape != last.shape or first.ndim != 1:
        raise PathError(f"the ends have the shapes {first.shape} and {last.shape}; they must be points of one space")
    number = _curve(curve)
    detours = draw_detours(first, last, seed) if number == EXPRESSIVE else np.zeros((0, len(first)), np.float32)
    places = np.atleast_1d(np.asarray(positions, np.float64))
    result = np.empty((len(places), len(first)), np.float32)
    _along(first, last, places, number, detours, result)
    return result


def through(
    points: ArrayLike,
    times: ArrayLike,
    curve: str = "linear",
    *,
    seed: int = 0,
    pitches: ArrayLike | None = None,
    gains: ArrayLike | None = None,
) -> LatentPath:
    """Return the path through points, each at its time, with the same kind of curve from each to the next.

    Parameters
    ----------
    points : array_like of float [k, D]
        The points, at least one.
    times : array_like of float [k]
        Seconds, ascending from 0.
    curve : str
        "linear", "spherical" or "expressive".
    seed : int
        Of expressive curves; each leg has detours of its own.
    pitches, gains : array_like of float [k], optional
        MIDI, and linear gain, at the points; between them they change evenly.

    Returns
    -------
    LatentPath
        The path. A bent leg is 128 straight lines.

    Raises
    ------
    PathError
        Points, times, pitches or gains are not what a path may have.
    """
    line = LatentPath(times=times, latents=points, pitches=pitches, gains=gains)  # type: ignore[arg-type]
    if _curve(curve) == LINEAR or len(line) == 1:
        return line
    legs = len(line) - 1
    check_count(legs * _STEPS + 1)
    share = np.arange(_STEPS) / _STEPS
    bent = [between(line.latents[leg], line.latents[leg + 1], share, curve, (seed, leg)) for leg in range(legs)]
    starts, lengths = line.times[:-1, None], np.diff(line.times)[:, None]
    moments = ascending(np.append((starts + share * lengths).ravel(), line.duration))
    _, pitched, gained = line.at(moments)
    return LatentPath(times=moments, latents=np.concatenate([*bent, line.latents[-1:]]), pitches=pitched, gains=gained)


def path_to_path(
    first: LatentPath, second: LatentPath, curve: str = "linear", alignment: str = "stretch"
) -> LatentPath:
    """Go from one path over to another: z[n] = z_a[n] (1 − n / N) + z_b[n] n / N.

    Parameters
    ----------
    first, second : LatentPath
        The paths z_a and z_b; one of a single point stands there.
    curve : str
        "linear" for the formula above, or "spherical" for the slerp in its place.
    alignment : str
        How paths of different durations meet; the result has the longer one's. "stretch": the shorter one is slowed
        down to it. "hold": each goes at its own speed, and the shorter one stands at its last point.

    Returns
    -------
    LatentPath
        At time 0 where the first path begins, at the end where the second ends. Pitches and gains are mixed linearly;
        where only one path has gains, the other's are 1.

    Raises
    ------
    PathError
        The paths have different dimensions, only one has pitches, both have no duration, or there is no such curve or
        alignment.
    """
    check_alike(first, second)
    if curve not in ("linear", "spherical"):
        raise PathError(f"the curve is {curve[:40]!r}; from path to path it must be linear or spherical")
    if alignment not in ALIGNMENTS:
        raise PathError(f"the alignment is {alignment[:40]!r}; it must be one of {', '.join(ALIGNMENTS)}")
    duration = max(first.duration, second.duration)
    if duration == 0.0:
        raise PathError("both paths have but one point: there is no time to go from the one to the other")
    speeds = [path.duration / duration if alignment == "stretch" else 1.0 for path in (first, second)]
    times = _common(
        duration, [path.times / (speed or 1.0) for path, speed in zip((first, second), speeds, strict=True)]
    )
    share = times / duration
    mixed = np.stack([1.0 - share, share])
    here, there = (path.at(times * speed) for path, speed in zip((first, second), speeds, strict=True))
    latents = np.empty_like(here[0])
    _rows_between(here[0], there[0], share, CURVES[curve], latents)
    return _mixed([first, second], mixed, times, latents, [here, there])


def corner_weights(x: ArrayLike, y: ArrayLike) -> Doubles:
    """Return how much each corner of a plane weighs at places on it.

    Parameters
    ----------
    x, y : float, or array_like of float [T]
        0…1; corners 1 to 4 are at (0, 0), (1, 0), (0, 1), (1, 1).

    Returns
    -------
    ndarray of float64 [4] or [4, T]
        Bilinear weights, ≥ 0, that add up to 1.
    """
    right, upper = np.asarray(x, np.float64), np.asarray(y, np.float64)
    weights: Doubles = np.stack(
        [(1.0 - right) * (1.0 - upper), right * (1.0 - upper), (1.0 - right) * upper, right * upper]
    )
    return weights


def over_plane(corners: Sequence[LatentPath], times: ArrayLike, x: ArrayLike, y: ArrayLike) -> LatentPath:
    """Travel over a plane between four corners, each a point or a path.

    Parameters
    ----------
    corners : sequence of LatentPath [4]
        At (0, 0), (1, 0), (0, 1), (1, 1). A path of a single point stands there; the others go on while the plane is
        travelled over, each at its own speed, and stand at their last points.
    times : array_like of float [T]
        Seconds, ascending from 0.
    x, y : array_like of float [T]
        Place on the plane at each time, 0…1; straight from each to the next.

    Returns
    -------
    LatentPath
        The bilinear mean of the corners, of their pitches where all have some, and of their gains.

    Raises
    ------
    PathError
        The corners are not four, or of different dimensions, or only some have pitches; or a place is not on the plane.
    """
    if len(corners) != 4:
        raise PathError(f"there are {len(corners)} corners; a plane has four")
    check_alike(*corners)
    journey = LatentPath(times=times, latents=np.stack([np.asarray(x), np.asarray(y)], axis=-1))  # type: ignore[arg-type]
    if (journey.latents < 0.0).any() or (journey.latents > 1.0).any():
        raise PathError("a place is not on the plane; x and y must be 0 to 1")
    moments = _common(journey.duration, [journey.times, *(corner.times for corner in corners)])
    places = journey.at(moments)[0].astype(np.float64)
    weights = corner_weights(places[:, 0], places[:, 1])
    found = [corner.at(moments) for corner in corners]
    latents = sum(weight[:, None] * latent for weight, (latent, _, _) in zip(weights, found, strict=True))
    return _mixed(corners, weights, moments, np.asarray(latents, np.float32), found)


_Found: TypeAlias = tuple[NDArray[np.float32], NDArray[np.float64] | None, NDArray[np.float32] | None]


def _mixed(
    paths: Sequence[LatentPath], weights: Doubles, times: Doubles, latents: NDArray[np.float32], found: Sequence[_Found]
) -> LatentPath:
    """Make a path of latents that are mixed already and of the weighted means of pitches and gains."""
    pitches, gains = None, None
    if all(pitch is not None for _, pitch, _ in found):
        pitches = sum(weight * pitch for weight, (_, pitch, _) in zip(weights, found, strict=True))
    if any(gain is not None for _, _, gain in found):
        gains = sum(
            weight * (1.0 if gain is None else gain) for weight, (_, _, gain) in zip(weights, found, strict=True)
        )
    spaces = {path.space for path in paths}
    return LatentPath(
        times=times, latents=latents, pitches=pitches, gains=gains, space=spaces.pop() if len(spaces) == 1 else None
    )


def _common(duration: float, grids: Sequence[Doubles]) -> Doubles:
    """Return all times of some grids up to a duration, and more between, since what is mixed is bent."""
    times = np.unique(np.concatenate([[0.0, duration], *grids]))
    times = times[times <= duration]
    return finer(times, duration / _STEPS) if duration > 0.0 else times


def _curve(name: str) -> int:
    if name not in CURVES:
        raise PathError(f"the curve is {name[:40]!r}; it must be one of {', '.join(CURVES)}")
    return CURVES[name]


@njit(nogil=True, cache=True, error_model="numpy")
def _along(start, end, positions, curve, detours, out):  # type: ignore[no-untyped-def]
    for i in range(positions.shape[0]):
        interpolate(start, end, positions[i], curve, detours, out[i])


@njit(nogil=True, cache=True, error_model="numpy")
def _rows_between(starts, ends, positions, curve, out):  # type: ignore[no-untyped-def]
    none = np.zeros((0, starts.shape[1]), np.float32)
    for i in range(positions.shape[0]):
        interpolate(starts[i], ends[i], positions[i], curve, none, out[i])
