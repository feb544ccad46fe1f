"""What a path does over time, as its pictures show it: principal components, pitch, level, descriptors."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rt_timbre.decoder import FrameDecoder
from rt_timbre.descriptors.describer import NAMES, UNITS, Describer
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.space import Space

_MOMENTS = 400  # at which a path is described, at most
_QUIETEST = 1e-6  # linear gain: −120 dB
_MOST_AXES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """A path at moments evenly spaced over its duration.

    Attributes
    ----------
    seconds : ndarray of float64 [T]
        The moments; a single one if the path has no duration.
    components : ndarray of float64 [T, A]
        Where it is on the first principal axes of the space, A ≤ 3.
    labels : tuple of str [A]
        What the axes do to the sound.
    pitches : ndarray of float64 [T]
        MIDI.
    levels : ndarray of float64 [T]
        Gain in dB, at least −120.
    descriptors : ndarray of float64 [T, 5]
        Of the sound there, as `rt_timbre.descriptors.describer` orders them: frequencies are those of the pitch, the
        loudness has the gain in it.
    """

    seconds: NDArray[np.float64]
    components: NDArray[np.float64]
    labels: tuple[str, ...]
    pitches: NDArray[np.float64]
    levels: NDArray[np.float64]
    descriptors: NDArray[np.float64]


def components(space: Space, latents: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return where points [N, D] lie on the first principal axes of a space, relative to its mean: [N, up to 3]."""
    principal = space.principal
    axes = principal.axes[:_MOST_AXES].astype(np.float64)
    result: NDArray[np.float64] = (np.asarray(latents, np.float64) - principal.mean) @ axes.T
    return result


def curves(space: Space, path: LatentPath) -> Curves:
    """Describe a path.

    Parameters
    ----------
    space : Space
        The space that it lies in.
    path : LatentPath
        The path; without pitches it is described at the reference pitch.

    Returns
    -------
    Curves
        At 400 moments, or at the beginning alone if the path has no duration.

    Raises
    ------
    PathError
        If the path has another dimension than the space.
    SpaceError
        If the space's decoder fails.
    """
    path.check_fits(space.dimension)
    seconds = np.linspace(0.0, path.duration, _MOMENTS) if path.duration > 0.0 else np.zeros(1)
    latents, pitches, gains = path.at(seconds)
    if pitches is None:
        pitches = np.full(seconds.size, space.reference_pitch)
    levels = np.zeros(seconds.size) if gains is None else 20.0 * np.log10(np.maximum(gains, _QUIETEST))
    frames, scale = FrameDecoder(space).played(latents, pitches)
    descriptors = Describer(space.transform).describe(frames)
    descriptors[:, np.array(UNITS) == "Hz"] *= scale[:, None]
    descriptors[:, NAMES.index("loudness")] += levels
    shown = components(space, latents)
    return Curves(
        seconds=seconds,
        components=shown,
        labels=space.principal.labels[: shown.shape[1]],
        pitches=pitches,
        levels=levels,
        descriptors=descriptors,
    )
