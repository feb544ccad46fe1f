"""How far a note is from the pitch that its label says."""

import math

import numpy as np
import scipy.fft
from numpy.typing import NDArray

REACH = 80.0  # cents: how far from the label a harmonic is looked for

_HARMONICS = 12
_LONGEST = 1.5  # seconds
_FAINT = 1e-2  # of the strongest harmonic's amplitude: weaker ones are left out
_WIDTH = 30.0  # cents: how far from its harmonics the energy of a note may be
_LEAST_SHARE = 0.5  # of the energy that must be so near


def cents_from(signal: NDArray[np.floating], rate: float, frequency: float) -> float:
    """Measure the pitch of a steady sound against the one expected.

    The peaks of a windowed spectrum next to the harmonics of `frequency` each say how many cents they are off; the
    result is their median, weighted by amplitude. So partials that are stretched, as a piano's, count where they are
    heard.

    Parameters
    ----------
    signal : ndarray of float [n]
        The sound, without its attack.
    rate : float
        Samples per second.
    frequency : float
        Expected fundamental frequency in Hz.

    Returns
    -------
    float
        Cents by which the sound is sharp of `frequency`; NaN if its energy is not at the harmonics within `REACH`
        cents, so that either the label is wrong or the sound has no pitch.
    """
    part = np.asarray(signal[: int(_LONGEST * rate)], np.float64)
    if part.size < 4.0 * rate / frequency:
        return math.nan
    size = scipy.fft.next_fast_len(4 * part.size, real=True)
    spectrum = np.abs(scipy.fft.rfft(part * np.hanning(part.size), n=size))
    bin_ = rate / size
    harmonics = range(1, int(min(_HARMONICS, 0.95 * rate / 2.0 / frequency)) + 1)
    cents, heights = [], []
    for harmonic in harmonics:
        low, high = _around(harmonic * frequency, REACH, bin_)
        peak = low + int(np.argmax(spectrum[low:high]))
        before, at, after = np.log(spectrum[peak - 1 : peak + 2] + 1e-30)
        if at >= before and at > after:
            offset = 0.5 * (before - after) / (before - 2.0 * at + after)
            cents.append(1200.0 * math.log2((peak + offset) * bin_ / (harmonic * frequency)))
            heights.append(float(spectrum[peak]))
    if not cents:
        return math.nan
    weights = np.array(heights)
    weights[weights < _FAINT * weights.max()] = 0.0
    order = np.argsort(cents)
    reached = np.cumsum(weights[order])
    median = float(np.array(cents)[order][np.searchsorted(reached, 0.5 * reached[-1])])
    share = _share(spectrum, frequency * 2.0 ** (median / 1200.0), harmonics, bin_)
    return median if abs(median) <= REACH and share > _LEAST_SHARE else math.nan


def _around(frequency: float, cents: float, bin_: float) -> tuple[int, int]:
    """Return the range of bins within `cents` of a frequency, and a window's main lobe around it."""
    lobe = 8  # bins: twice the padding, on either side
    low, high = (frequency * 2.0 ** (sign * cents / 1200.0) / bin_ for sign in (-1.0, 1.0))
    return max(1, int(low) - lobe), math.ceil(high) + lobe + 1


def _share(spectrum: NDArray[np.float64], frequency: float, harmonics: range, bin_: float) -> float:
    """Return how much of the energy up to the last harmonic lies at the harmonics."""
    energy = np.square(spectrum)
    at_harmonics = np.zeros(energy.size, bool)
    for harmonic in harmonics:
        low, high = _around(harmonic * frequency, _WIDTH, bin_)
        at_harmonics[low:high] = True
    last = int((harmonics[-1] + 0.5) * frequency / bin_)
    return float(np.sum(energy[:last][at_harmonics[:last]]) / np.sum(energy[:last]))
