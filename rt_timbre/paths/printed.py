"""Descriptor-based path synthesis as Esling et al. print it (DAFx 2018, section 5.5, Algorithm 1), its slips mended.

What had to be mended, or is left open there:

- Line 9 reads ``X_i = q_φ(N_i)``: it encodes latents. They are decoded, ``X_i = p_θ(N_i)``, as the text says.
- Line 12 takes ``d_{i-1}``, of which only ``d_0`` is ever set: it is the descriptor of the point that was chosen last.
- Line 12 takes ``t[i - 1]``, and the series begins with ``t[1]``: ``t[0] = d_0``, so that what is followed is the curve
  itself and not the curve less its beginning.
- Lines 2 and 4 take the origin's spectrum. Here the origin is a point, and its spectrum what is decoded there.
- The "latent 3-d neighbourhood" has neither size nor number. Here it is a ball around the last point in the plane of
  the first three principal axes, the unit along each of them the standard deviation of the notes; the other dimensions
  stay as they are. From it `count` points are drawn, uniformly.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rt_timbre.errors import PathError
from rt_timbre.paths.descriptor_of import DescriptorOf
from rt_timbre.paths.followed import Followed, checked_curve, checked_origin
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.space import Space

RADIUS = 0.1
"""Of the neighbourhood, in standard deviations."""

COUNT = 125
"""Points drawn from a neighbourhood."""

_AXES = 3


def printed(
    space: Space,
    origin: ArrayLike,
    pitch: float,
    descriptor: str,
    target: ArrayLike,
    times: ArrayLike,
    *,
    radius: float = RADIUS,
    count: int = COUNT,
    seed: int = 0,
) -> Followed:
    """Follow a curve by Algorithm 1: from point to point, each whatever nearby changes the descriptor as asked.

    Increments are followed, not values: what is missed once is never made up for.

    Parameters
    ----------
    space : Space
        The space.
    origin : array_like of float [D]
        Point from which the first of the path is looked for.
    pitch : float
        MIDI.
    descriptor : str
        One of `rt_timbre.descriptors.describer.NAMES`.
    target : array_like of float [N]
        Its values, in its unit.
    times : array_like of float [N]
        Seconds, strictly ascending from 0.
    radius : float
        Of the neighbourhood, > 0, in standard deviations of the notes along the first three principal axes.
    count : int
        Points drawn from each neighbourhood, ≥ 1.
    seed : int
        Of these, ≥ 0.

    Returns
    -------
    Followed
        The path.

    Raises
    ------
    PathError
        The curve, the origin, the pitch, the descriptor, the radius or the count is not what it must be.
    SpaceError
        The decoder fails.
    """
    point = checked_origin(space, origin)
    target, times = checked_curve(target, times)
    if not 0.0 < radius < np.inf:
        raise PathError(f"the radius is {radius}; it must be a number above 0")
    if count < 1:
        raise PathError(f"the count is {count}; it must be 1 at least")
    describe = DescriptorOf(space, pitch, descriptor)
    generator = np.random.default_rng(seed)
    deviation = np.sqrt(space.principal.variance[:_AXES].astype(np.float64))
    axes = deviation[:, None] * space.principal.axes[:_AXES]
    value = before = float(describe(point[None])[0])
    latents, reached = np.empty((len(target), space.dimension), np.float32), np.empty(len(target))
    for i, wanted in enumerate(target.tolist()):
        neighbours = (point + _in_ball(generator, count, radius, len(axes)) @ axes).astype(np.float32)
        values = describe(neighbours)
        chosen = np.argmin(np.abs((values - value) - (wanted - before)))
        point, value, before = neighbours[chosen].astype(np.float64), float(values[chosen]), wanted
        latents[i], reached[i] = point, value
    pitches = np.full(len(target), pitch)
    return Followed(path=LatentPath(times=times, latents=latents, pitches=pitches), target=target, reached=reached)


def _in_ball(generator: np.random.Generator, count: int, radius: float, dimensions: int) -> NDArray[np.float64]:
    """Draw points [count, dimensions] uniformly from a ball around 0."""
    direction = generator.standard_normal((count, dimensions))
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    points: NDArray[np.float64] = direction * (radius * generator.random((count, 1)) ** (1.0 / dimensions))
    return points
