"""A path as a table of columns, its latent dimensions, pitch and gain, and its times made finer or whole again."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rt_timbre.errors import PathError
from rt_timbre.paths.latent_path import MOST_POINTS, LatentPath

PITCH, GAIN = "pitch", "gain"

Part: TypeAlias = int | str
"""A latent dimension from 0, "pitch" or "gain"."""

Doubles: TypeAlias = NDArray[np.float64]


def parts_of(path: LatentPath, parts: Sequence[Part] | None) -> tuple[Part, ...]:
    """Return the parts that an operator is asked to change.

    Parameters
    ----------
    path : LatentPath
        The path.
    parts : sequence of int or str, optional
        Dimensions from 0, "pitch" or "gain"; by itself all dimensions.

    Returns
    -------
    tuple of int or str
        The parts.

    Raises
    ------
    PathError
        The path has no such part, or there is none or twice the same.
    """
    if parts is None:
        return tuple(range(path.dimension))
    if len(set(parts)) < len(parts) or not parts:
        raise PathError(f"the parts {', '.join(map(_shown, parts)) or 'asked for are none'}: each must be there once")
    for part in parts:
        has = (part == PITCH and path.pitches is not None) or (part == GAIN and path.gains is not None)
        if not has and not (isinstance(part, int) and 0 <= part < path.dimension):
            raise PathError(
                f"the path has no {_shown(part)}; it has the dimensions 1 to {path.dimension}"
                f"{', pitch' if path.pitches is not None else ''}{', gain' if path.gains is not None else ''}"
            )
    return tuple(parts)


def _shown(part: Part) -> str:
    return f"dimension {part + 1}" if isinstance(part, int) else part[:40]


def table_of(path: LatentPath, parts: Sequence[Part]) -> Doubles:
    """Return the columns of some parts, a copy [N, parts]."""
    known: dict[Part, NDArray[Any] | None] = {PITCH: path.pitches, GAIN: path.gains}
    columns = [path.latents[:, part] if isinstance(part, int) else known[part] for part in parts]
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)


def with_table(path: LatentPath, parts: Sequence[Part], table: Doubles) -> LatentPath:
    """Return a path with other values in some parts.

    Parameters
    ----------
    path : LatentPath
        The path.
    parts : sequence of int or str
        The parts.
    table : ndarray of float64 [N, parts]
        Their values. A pitch is brought into 0 to 127, a gain to at least 0.

    Returns
    -------
    LatentPath
        The new path.

    Raises
    ------
    PathError
        A value is too great for a float32.
    """
    latents = path.latents.copy()
    optional: dict[Part, NDArray[Any] | None] = {PITCH: path.pitches, GAIN: path.gains}
    for part, column in zip(parts, table.T, strict=True):
        if isinstance(part, int):
            with np.errstate(over="ignore"):
                latents[:, part] = column
        else:
            optional[part] = np.clip(column, 0.0, 127.0 if part == PITCH else np.finfo(np.float32).max)
    return LatentPath(
        times=path.times, latents=latents, pitches=optional[PITCH], gains=optional[GAIN], space=path.space
    )


def resampled(path: LatentPath, times: Doubles) -> LatentPath:
    """Return what a path is at other times, strictly ascending from 0."""
    latents, pitches, gains = path.at(times)
    return LatentPath(times=times, latents=latents, pitches=pitches, gains=gains, space=path.space)


def with_times(path: LatentPath, more: ArrayLike) -> LatentPath:
    """Return the same way with points also at other times, as far as these lie within it."""
    moments = np.asarray(more, np.float64)
    times = np.union1d(path.times, moments[(moments > 0.0) & (moments < path.duration)])
    check_count(len(times))
    return path if len(times) == len(path) else resampled(path, times)


def finer(times: Doubles, step: float) -> Doubles:
    """Add times in equal parts where two are farther apart than a step.

    Parameters
    ----------
    times : ndarray of float64 [N]
        Times, ascending.
    step : float
        Greatest distance in seconds, > 0.

    Returns
    -------
    ndarray of float64
        The same times, and those between.

    Raises
    ------
    PathError
        There would be more than a path may have.
    """
    with np.errstate(over="ignore"):
        pieces = np.maximum(np.ceil(np.diff(times) / step * (1.0 - 1e-9)), 1.0)
    check_count(float(pieces.sum()) + 1.0)
    counts = pieces.astype(np.int64)
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    share = (np.arange(counts.sum()) - starts) / np.repeat(counts, counts)
    between = np.repeat(times[:-1], counts) + share * np.repeat(np.diff(times), counts)
    return np.unique(np.append(between, times[-1]))


def check_count(count: float) -> None:
    """Refuse more points than a path may have.

    Raises
    ------
    PathError
        There are too many.
    """
    if count > MOST_POINTS:
        raise PathError(
            f"the path would have {count:.7g} points, more than {MOST_POINTS}: ask for less detail, or a shorter path"
        )


def ascending(times: Doubles) -> Doubles:
    """Return times that ascend strictly, those that rounding has brought together as little later as can be.

    Parameters
    ----------
    times : ndarray of float64 [N]
        Times from 0, ascending or equal.

    Returns
    -------
    ndarray of float64 [N]
        The times.
    """
    result = times.copy()
    if (np.diff(result) <= 0.0).any():
        for place in range(1, len(result)):
            result[place] = max(result[place], np.nextafter(result[place - 1], np.inf))
    return result


def gains_of(path: LatentPath) -> NDArray[np.float32]:
    """Return a path's gains [N], 1 throughout where it has none."""
    return np.ones(len(path), np.float32) if path.gains is None else path.gains


def check_alike(*paths: LatentPath) -> None:
    """Check that paths can be mixed or joined.

    Raises
    ------
    PathError
        They have different dimensions, or some have pitches and some have none.
    """
    dimensions = [path.dimension for path in paths]
    if len(set(dimensions)) > 1:
        raise PathError(f"the paths have {' and '.join(map(str, dimensions))} dimensions; they must be of one space")
    if len({path.pitches is None for path in paths}) > 1:
        raise PathError("some of the paths have pitches and some have none; give all of them pitches, or none")
