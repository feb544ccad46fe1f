"""Descriptors over planes through a space's principal axes: what the sound does where."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre.space import Space
from rt_timbre_export import networks
from rt_timbre_export.smoothness import Smoothness, smoothness

OFFSETS = (-0.75, -0.45, -0.15, 0.15, 0.45, 0.75)
"""Where the planes cut the axis that they stand across, −1 to 1."""

GRID = 50
"""Points of a plane along each of its axes."""

MOST_AXES = 3
"""The first principal axes: X, Y, Z."""

LEVEL = "unweighted level (dB)"
"""What is drawn in place of a loudness that is the same everywhere."""

_BATCH = 5000  # points decoded and described at once, for the sake of memory
_LEAST = 1e-12  # power or flatness that counts as none
_SPAN = (2.0, 98.0)  # percentiles of a descriptor over all planes, between which its span lies


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Topology:
    """Descriptors over planes.

    Attributes
    ----------
    across : int or None
        Axis that all planes stand across; None where the space has only two axes, and one plane.
    offsets : tuple of float [P]
        Where each plane cuts it, −1 to 1.
    coordinates : ndarray of float64 [P, GRID, GRID, 2 or 3]
        Macro coordinates of the points: −1 to 1 on each axis. Rows go along the first axis of the plane.
    latent : ndarray of float32 [P, GRID, GRID, D]
        The points.
    values : dict of str to ndarray of float64 [P, GRID, GRID]
        Descriptors of the decoded frames by name.
    """

    across: int | None
    offsets: tuple[float, ...]
    coordinates: NDArray[np.float64]
    latent: NDArray[np.float32]
    values: dict[str, NDArray[np.float64]]

    @property
    def plane(self) -> tuple[int, int]:
        """Axes of the planes, along their rows and along their columns."""
        return (0, 1) if self.across in (None, 2) else (0, 2) if self.across == 1 else (1, 2)


def axes_of(space: Space) -> int:
    """Return how many axes of a space are drawn, 1 to 3."""
    return min(MOST_AXES, len(space.principal.axes))


def latent_at(space: Space, coordinates: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return the points of macro coordinates, on the other axes at the mean of the notes.

    Parameters
    ----------
    space : Space
        The space.
    coordinates : ndarray of float [..., A]
        On the first A principal axes: −1 and 1 are the 2nd and 98th percentile of the notes.

    Returns
    -------
    ndarray of float32 [..., D]
        Points.
    """
    principal, count = space.principal, coordinates.shape[-1]
    low, high = principal.low[:count].astype(np.float64), principal.high[:count].astype(np.float64)
    projections = low + 0.5 * (coordinates + 1.0) * (high - low)
    result: NDArray[np.float32] = (principal.mean + projections @ principal.axes[:count]).astype(np.float32)
    return result


def describe_frames(space: Space, frames: NDArray[np.float32]) -> dict[str, NDArray[np.float64]]:
    """Describe decoded frames of a space.

    Parameters
    ----------
    space : Space
        The space.
    frames : ndarray of float32 [N, K]
        Linear amplitudes.

    Returns
    -------
    dict of str to ndarray of float64 [N]
        Descriptors by name and unit. Flatness is in dB: the spectra of notes are so far from flat that on a linear
        scale all but the flattest look the same. Frames of equal loudness have no loudness to draw; their unweighted
        level stands in its place.
    """
    columns = Describer(space.transform).describe(frames).T
    found = dict(zip(NAMES, columns, strict=True))
    result = {f"{name} (Hz)": found[name] for name in ("centroid", "bandwidth", "rolloff")}
    result["flatness (dB)"] = 10.0 * np.log10(np.maximum(found["flatness"], _LEAST))
    if space.loudness == "a-weighted":
        return result | {LEVEL: level(frames)}
    return result | {"loudness (dB, A-weighted)": found["loudness"]}


def level(frames: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the unweighted level of frames.

    Parameters
    ----------
    frames : ndarray of float32 [..., K]
        Linear amplitudes, ≥ 0.

    Returns
    -------
    ndarray of float64 [...]
        dB of half the sum of the squared amplitudes, at least −120.
    """
    power = 0.5 * np.sum(np.square(frames, dtype=np.float64), axis=-1)
    result: NDArray[np.float64] = 10.0 * np.log10(np.maximum(power, _LEAST))
    return result


def described(space: Space, latent: NDArray[np.float32]) -> dict[str, NDArray[np.float64]]:
    """Decode points at the space's reference pitch and describe their frames.

    Parameters
    ----------
    space : Space
        The space.
    latent : ndarray of float32 [..., D]
        Points.

    Returns
    -------
    dict of str to ndarray of float64 [...]
        Descriptors by name; see `describe_frames`.
    """
    points = latent.reshape(-1, latent.shape[-1])
    parts = []
    for start in range(0, len(points), _BATCH):
        part = points[start : start + _BATCH]
        pitch = np.full(len(part), space.reference_pitch, np.float32)
        frames = networks.decode(space.decoder, part, pitch, conditioned=space.conditioned)
        parts.append(describe_frames(space, frames))
    return {name: np.concatenate([part[name] for part in parts]).reshape(latent.shape[:-1]) for name in parts[0]}


def topologies(space: Space, offsets: tuple[float, ...]) -> list[Topology]:
    """Describe planes across each of the first three principal axes of a space.

    Parameters
    ----------
    space : Space
        The space.
    offsets : tuple of float
        Where the planes cut the axis that they stand across, −1 to 1, as `OFFSETS`.

    Returns
    -------
    list of Topology
        One for each axis; of a space with two axes only their plane, of one with a single axis none.
    """
    count = axes_of(space)
    if count == 1:
        return []
    if count == 2:
        return [_topology(space, None, (0.0,))]
    return [_topology(space, across, offsets) for across in range(count)]


def _topology(space: Space, across: int | None, offsets: tuple[float, ...]) -> Topology:
    line = np.linspace(-1.0, 1.0, GRID)
    rows, columns = np.meshgrid(line, line, indexing="ij")
    planes = []
    for offset in offsets:
        inside = [rows, columns]
        if across is not None:
            inside.insert(across, np.full_like(rows, offset))
        planes.append(np.stack(inside, axis=-1))
    coordinates = np.stack(planes)
    latent = latent_at(space, coordinates)
    return Topology(
        across=across, offsets=offsets, coordinates=coordinates, latent=latent, values=described(space, latent)
    )


def span(values: Sequence[NDArray[np.float64]]) -> tuple[float, float]:
    """Return the 2nd and 98th percentile of a descriptor over planes."""
    low, high = np.percentile(np.concatenate([np.ravel(part) for part in values]), _SPAN)
    return float(low), float(high)


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptorSmoothness:
    """How smoothly a descriptor changes over the planes of a space.

    Attributes
    ----------
    low, high : float
        2nd and 98th percentile over all planes; the span that ratios are relative to.
    per_axis : Smoothness
        Ratios with the length of an axis, from −1 to 1, as the unit of distance: 1 is a straight ramp through the
        whole span from one end to the other. Independent of the scale of the latents.
    per_latent : Smoothness
        Ratios with the Euclidean distance of the latents.
    """

    low: float
    high: float
    per_axis: Smoothness
    per_latent: Smoothness


def measured(found: list[Topology]) -> dict[str, DescriptorSmoothness]:
    """Measure how smoothly each descriptor changes over planes.

    Parameters
    ----------
    found : list of Topology
        The planes of one space.

    Returns
    -------
    dict of str to DescriptorSmoothness
        By descriptor.
    """
    result = {}
    for name in found[0].values if found else ():
        low, high = span([part.values[name] for part in found])
        values = np.concatenate([part.values[name] for part in found])
        coordinates = np.concatenate([part.coordinates for part in found])
        latent = np.concatenate([part.latent for part in found])
        result[name] = DescriptorSmoothness(
            low=low,
            high=high,
            per_axis=smoothness(values, 0.5 * coordinates, high - low),
            per_latent=smoothness(values, latent, high - low),
        )
    return result
