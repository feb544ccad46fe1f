"""Follows a descriptor's curve through a space by looking at the whole path at once, near the origin's instrument.

Algorithm 1 of Esling et al. (DAFx 2018; see `printed`) goes from point to nearby point, and the authors note that it
"could benefit from more global neighborhood information, as witnessed from the slightly erratic local selection of
latent points". Here a path z_1 … z_N costs

    Σ ((d(z_i) − t_i) / (0.03 r))² + Σ (mean Δt / Δt_i) |z_i − z_{i−1}|² / h² + 0.2 Σ s(z_i)

with z_0 the origin, h the distance of the instrument's neighbouring notes, s the negative logarithm of their density,
and r the range of the target, but at least a twentieth of the descriptor's over the notes (see `Home`). The least sum
over all sequences of some 800 candidates is found by dynamic programming; from there the points are moved, all at once,
to where it is least nearby, with slopes by finite differences through the decoder.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rt_timbre.descriptors.describer import NAMES, UNITS
from rt_timbre.errors import PathError
from rt_timbre.paths.cheapest import cheapest_way
from rt_timbre.paths.descriptor_of import DescriptorOf
from rt_timbre.paths.followed import Followed, checked_curve, checked_origin
from rt_timbre.paths.home import Home
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.refine import Task, refine
from rt_timbre.space import Space

_TIGHT = 0.03  # of the target's range: an error that costs as much as a step from a note to its neighbour
_LEAST_RANGE = 0.05  # of the span: a target that changes by less is taken to change by so much
_PULL = 0.2  # cost of a unit of strangeness
_BEYOND = 0.1  # of the span: what lies farther outside of what is found near the instrument is not aimed at
_CONSTANT = 1e-3  # of the greatest value: a descriptor that changes by less is called constant
_CONSTANT_DB = 0.1  # of loudness, in its place
_MOST_ELEMENTS = 30_000_000  # of the matrix of the refinement: memory


class Reach(NamedTuple):
    """What values a descriptor takes near an instrument.

    Attributes
    ----------
    low, high : float
        The lowest and the highest.
    """

    low: float
    high: float

    @property
    def span(self) -> float:
        """The highest less the lowest."""
        return self.high - self.low


def follow(
    space: Space,
    origin: ArrayLike,
    pitch: float,
    descriptor: str,
    target: ArrayLike,
    times: ArrayLike,
    *,
    instrument: str | None = None,
    seed: int = 0,
) -> Followed:
    """Find a smooth path from a point, near its instrument, along which a descriptor is as asked.

    What lies outside of what is found near the instrument is met as nearly as there, and at most a tenth of its span
    farther out.

    Parameters
    ----------
    space : Space
        The space.
    origin : array_like of float [D]
        Where the path sets out from: its first point is near, but where the first value is to be. One outside of a box
        twice as large as that of the populated part is taken for the nearest inside.
    pitch : float
        MIDI, 0 to 127.
    descriptor : str
        One of `rt_timbre.descriptors.describer.NAMES`.
    target : array_like of float [N]
        Its values, in its unit.
    times : array_like of float [N]
        Seconds, strictly ascending from 0.
    instrument : str, optional
        Name of the anchor near which the path is to stay; by itself that of most of the notes nearest to the origin.
    seed : int
        Of the candidates between the notes, ≥ 0.

    Returns
    -------
    Followed
        The path, and what was reached.

    Raises
    ------
    PathError
        The curve, the origin, the pitch or the descriptor is not what it must be, or the descriptor is the same
        everywhere near the instrument.
    SpaceError
        There is no such instrument, or the decoder fails.
    """
    point = _start(space, origin)
    target, times = checked_curve(target, times)
    if len(target) * space.dimension**2 > _MOST_ELEMENTS:
        raise PathError(
            f"the curve has {len(target)} points; in {space.dimension} dimensions it must have at most "
            f"{_MOST_ELEMENTS // space.dimension**2}"
        )
    describe = DescriptorOf(space, pitch, descriptor)
    home = Home(space, point, pitch, instrument, seed)
    values = describe(home.candidates)
    reach = _reach(values, descriptor, home.instrument, space)
    aim = np.clip(target, reach.low - _BEYOND * reach.span, reach.high + _BEYOND * reach.span)
    task = Task(
        describe=describe,
        target=aim,
        unit=_TIGHT * max(float(np.ptp(aim)), _LEAST_RANGE * reach.span),
        origin=point,
        stiffness=_stiffness(times) / home.width**2,
        strangeness=home.strangeness,
        pull=_PULL,
        width=home.width,
        low=home.low,
        high=home.high,
    )
    cost = np.square((values - aim[:, None]) / task.unit) + _PULL * home.strangeness(home.candidates)[0]
    chosen = cheapest_way(cost, _squared_distances(home.candidates), task.stiffness, start=0)
    latents = refine(task, home.candidates[chosen]).astype(np.float32)
    path = LatentPath(times=times, latents=latents, pitches=np.full(len(times), pitch))
    return Followed(path=path, target=target, reached=describe(latents))


def reach_of(
    space: Space, origin: ArrayLike, pitch: float, descriptor: str, *, instrument: str | None = None, seed: int = 0
) -> Reach:
    """Return what values a descriptor takes near an instrument; for parameters and errors see `follow`."""
    point = _start(space, origin)
    describe = DescriptorOf(space, pitch, descriptor)
    home = Home(space, point, pitch, instrument, seed)
    return _reach(describe(home.candidates), descriptor, home.instrument, space)


def _start(space: Space, origin: ArrayLike) -> NDArray[np.float64]:
    """Return where a path sets out from; from far outside the first step would cost more than all else."""
    low, high = space.latent_low.astype(np.float64), space.latent_high.astype(np.float64)
    result: NDArray[np.float64] = np.clip(
        checked_origin(space, origin), low - 0.5 * (high - low), high + 0.5 * (high - low)
    )
    return result


def _reach(values: NDArray[np.float64], descriptor: str, instrument: str, space: Space) -> Reach:
    reach = Reach(float(values.min()), float(values.max()))
    least = _CONSTANT_DB if UNITS[NAMES.index(descriptor)] == "dB" else _CONSTANT * max(abs(reach.low), abs(reach.high))
    if not reach.span > least:
        raise PathError(
            f"the {descriptor} is the same all around {instrument} in {space.name}, "
            f"{reach.low:g} to {reach.high:g}; follow another one"
        )
    return reach


def _stiffness(times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each time the mean step of time over that to it; 1 for the first."""
    steps = np.diff(times)
    return np.concatenate([[1.0], steps.mean() / steps]) if steps.size else np.ones(1)


def _squared_distances(points: NDArray[np.float64]) -> NDArray[np.float64]:
    square = np.sum(np.square(points), axis=1)
    result: NDArray[np.float64] = np.maximum(square[:, None] + square - 2.0 * points @ points.T, 0.0)
    return result
