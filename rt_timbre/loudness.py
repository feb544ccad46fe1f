"""Loudness of frames: A-weighted RMS from band amplitudes, and its normalisation."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

REFERENCE_RMS = 10.0 ** (-18.0 / 20.0)
"""A-weighted RMS of a loudness-normalised frame, linear, full scale = 1."""


def a_weighting(frequency: ArrayLike) -> NDArray[np.float64]:
    """Return the A-weighting of frequencies as a linear factor.

    Parameters
    ----------
    frequency : array_like of float
        Frequencies in Hz, ≥ 0.

    Returns
    -------
    ndarray of float64
        The weighting, 1 at 1 kHz, same shape.

    References
    ----------
    .. [1] IEC 61672-1:2013, annex E, equation E.6.
    """
    square = np.square(np.asarray(frequency, np.float64))
    return _response(square) / _response(np.array(1000.0**2))


def _response(square: NDArray[np.float64]) -> NDArray[np.float64]:
    f1, f2, f3, f4 = 20.598997**2, 107.65265**2, 737.86223**2, 12194.217**2
    result: NDArray[np.float64] = (
        f4 * np.square(square) / ((square + f1) * np.sqrt((square + f2) * (square + f3)) * (square + f4))
    )
    return result


def loudness_rms(frames: NDArray[np.floating], centres: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the A-weighted RMS of frames of band amplitudes.

    The bands' windows overlap only pairwise and sum to one, so the amplitude of an isolated partial is the sum of the
    two bands that it excites, and its square is ``m_k² + m_{k+1}² + 2 m_k m_{k+1}``. The power of a frame is half the
    sum of this over all bands, each band weighted at its centre. Partials that share no band are measured exactly;
    partials closer than three bands are read up to 3 dB high. White noise, whose neighbouring bands are only partly
    coherent, is read 1.3 dB high on average.

    Parameters
    ----------
    frames : ndarray of float [..., K]
        Linear band amplitudes, ≥ 0.
    centres : ndarray of float64 [K]
        Centres of the bands in Hz.

    Returns
    -------
    ndarray of float64 [...]
        A-weighted RMS, linear.
    """
    weighted = np.asarray(frames, np.float64) * a_weighting(centres)
    power = np.einsum("...k,...k->...", weighted, weighted)
    power += 2.0 * np.einsum("...k,...k->...", weighted[..., :-1], weighted[..., 1:])
    result: NDArray[np.float64] = np.sqrt(0.5 * power)
    return result


def normalise(
    frames: NDArray[np.floating], centres: NDArray[np.float64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Bring every frame to an A-weighted RMS of `REFERENCE_RMS`.

    Parameters
    ----------
    frames : ndarray of float [..., K]
        Linear band amplitudes, ≥ 0.
    centres : ndarray of float64 [K]
        Centres of the bands in Hz.

    Returns
    -------
    frames : ndarray of float32 [..., K]
        The frames at equal loudness; a silent frame stays silent.
    gain : ndarray of float32 [...]
        The linear factor that was taken out: the original is ``frames * gain``; 0 for a silent frame.
    """
    gain = loudness_rms(frames, centres) / REFERENCE_RMS
    divisor = np.where(gain > 0.0, gain, 1.0)
    return (frames / divisor[..., None]).astype(np.float32), gain.astype(np.float32)
