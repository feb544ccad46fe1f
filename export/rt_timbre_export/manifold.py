"""How flat the manifold of decoded spectra is: how straight and how even the ways between anchors sound.

Spectra are compared as levels in dB, with one floor for a whole space, by their root mean square difference over
bands: a Euclidean distance, so that no way is shorter than the straight distance of its ends.
"""

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rt_timbre.paths.interpolation import between
from rt_timbre.space import Space
from rt_timbre_export import networks

WAYS = ("linear", "spherical")
"""Curves that lead from point to point; an expressive one leaves the way on purpose."""

STEPS = 21
"""Points of a way, both ends included."""

FLOOR_DB = 60.0
"""Bands this far below the strongest of all spectra of a space, or further, count as this."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Way:
    """The spectra along an interpolation between two points.

    Attributes
    ----------
    ends : tuple of str
        Names of the two anchors.
    curve : str
        "linear" or "spherical".
    steps : ndarray of float64 [STEPS - 1]
        Log-spectral distance from each spectrum to the next, dB.
    straight : float
        Log-spectral distance of the ends, dB.
    """

    ends: tuple[str, str]
    curve: str
    steps: NDArray[np.float64]
    straight: float

    @property
    def detour(self) -> float:
        """Length of the way over the straight distance, at least 1; NaN where the ends sound the same."""
        return float(self.steps.sum()) / self.straight if self.straight > 0.0 else np.nan

    @property
    def unevenness(self) -> float:
        """Largest step over the mean step, 1 to STEPS - 1; NaN where nothing changes on the way."""
        mean = float(self.steps.mean())
        return float(self.steps.max()) / mean if mean > 0.0 else np.nan


def levels(frames: NDArray[np.floating], strongest: float) -> NDArray[np.float64]:
    """Return levels in dB relative to an amplitude, at least ``-FLOOR_DB``.

    Parameters
    ----------
    frames : ndarray of float [..., K]
        Linear amplitudes, ≥ 0.
    strongest : float
        The amplitude of 0 dB, > 0.

    Returns
    -------
    ndarray of float64 [..., K]
        Levels.
    """
    floor = 10.0 ** (-FLOOR_DB / 20.0)
    result: NDArray[np.float64] = 20.0 * np.log10(np.maximum(np.asarray(frames, np.float64) / strongest, floor))
    return result


def distance(first: NDArray[np.floating], second: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the root mean square difference of levels over bands, dB.

    Parameters
    ----------
    first, second : ndarray of float [..., K]
        Levels in dB.

    Returns
    -------
    ndarray of float64 [...]
        Distances.
    """
    result: NDArray[np.float64] = np.sqrt(np.mean(np.square(np.subtract(first, second, dtype=np.float64)), axis=-1))
    return result


def ways(space: Space) -> list[Way]:
    """Measure the ways between all pairs of anchors of a space, at its reference pitch.

    Parameters
    ----------
    space : Space
        The space.

    Returns
    -------
    list of Way
        For each pair the linear and the spherical one; none where there is a single anchor.
    """
    pairs = [(first, second, curve) for first, second in itertools.combinations(space.anchors, 2) for curve in WAYS]
    if not pairs:
        return []
    positions = np.linspace(0.0, 1.0, STEPS)
    latent = np.concatenate([between(one.latent, two.latent, positions, curve) for one, two, curve in pairs])
    pitch = np.full(len(latent), space.reference_pitch, np.float32)
    frames = networks.decode(space.decoder, latent, pitch, conditioned=space.conditioned)
    spectra = levels(frames, max(float(frames.max()), 1e-30)).reshape(len(pairs), STEPS, -1)
    return [
        Way(
            ends=(one.name, two.name),
            curve=curve,
            steps=distance(spectrum[1:], spectrum[:-1]),
            straight=float(distance(spectrum[0], spectrum[-1])),
        )
        for (one, two, curve), spectrum in zip(pairs, spectra, strict=True)
    ]
