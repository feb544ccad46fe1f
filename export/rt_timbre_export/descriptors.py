"""Descriptors of frames: single numbers that say how a spectrum sounds."""

import numpy as np
from numpy.typing import NDArray

from rt_timbre.loudness import loudness_rms
from rt_timbre.space import Transform

NAMES = ("centroid", "bandwidth", "flatness", "rolloff")
"""In this order in the columns of `describe`; Hz but for flatness, which is 0 to 1."""

_ROLLOFF = 0.85  # share of the power that lies below the rolloff
_LEAST = 1e-12  # power that counts as none


def describe(frames: NDArray[np.float32], centres: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the descriptors of frames.

    All are taken from the powers of the bands, each at its centre.

    Parameters
    ----------
    frames : ndarray of float32 [N, K]
        Linear amplitudes, ≥ 0.
    centres : ndarray of float64 [K]
        Centres of the bands in Hz.

    Returns
    -------
    ndarray of float64 [N, 4]
        Centroid (mean frequency), bandwidth (standard deviation of frequency), flatness (geometric over arithmetic
        mean of the powers) and rolloff (frequency below which 85 % of the power lie); see `NAMES`.
    """
    power = np.square(frames, dtype=np.float64) + _LEAST
    share = power / power.sum(axis=1, keepdims=True)
    centroid = share @ centres
    bandwidth = np.sqrt(np.maximum(share @ np.square(centres) - np.square(centroid), 0.0))
    flatness = np.exp(np.log(power).mean(axis=1)) / power.mean(axis=1)
    rolloff = centres[np.argmax(np.cumsum(share, axis=1) >= _ROLLOFF, axis=1)]
    return np.stack([centroid, bandwidth, flatness, rolloff], axis=1)


def loudness(frames: NDArray[np.float32], transform: Transform) -> NDArray[np.float64]:
    """Return the A-weighted level of frames.

    Parameters
    ----------
    frames : ndarray of float32 [..., K]
        Linear amplitudes, ≥ 0.
    transform : Transform
        What the bands are.

    Returns
    -------
    ndarray of float64 [...]
        dB of the A-weighted RMS (see `rt_timbre.loudness.loudness_rms`): −3.01 for a sinusoid of amplitude 1 at 1 kHz;
        at least −120.
    """
    return _decibels(np.square(loudness_rms(frames, transform)))


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
    return _decibels(0.5 * np.sum(np.square(frames, dtype=np.float64), axis=-1))


def _decibels(power: NDArray[np.float64]) -> NDArray[np.float64]:
    result: NDArray[np.float64] = 10.0 * np.log10(np.maximum(power, _LEAST))
    return result
