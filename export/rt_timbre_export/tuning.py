"""How far a note is from the pitch that its label says."""

import math

import numpy as np
import scipy.fft
from numpy.typing import NDArray

REACH = 80.0  # cents: how far from the label a harmonic is looked for

_HARMONICS = 12
_LONGEST = 1.5  # seconds
_FAINT = 1e-2  # of the strongest harmonic's amplitude: weaker ones are left out
_LEAST_SHARE = 0.2  # of the energy that the harmonics must hold


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
    cents, heights = [], []
    energy = 0.0
    for harmonic in range(1, int(min(_HARMONICS, 0.95 * rate / 2.0 / frequency)) + 1):
        centre = harmonic * frequency
        low = max(1, int(centre * 2.0 ** (-REACH / 1200.0) / bin_))
        high = math.ceil(centre * 2.0 ** (REACH / 1200.0) / bin_) + 1
        energy += float(np.sum(np.square(spectrum[low:high])))
        peak = low + int(np.argmax(spectrum[low:high]))
        before, at, after = np.log(spectrum[peak - 1 : peak + 2] + 1e-30)
        if at >= before and at > after:
            offset = 0.5 * (before - after) / (before - 2.0 * at + after)
            cents.append(1200.0 * math.log2((peak + offset) * bin_ / centre))
            heights.append(float(spectrum[peak]))
    in_reach = int((_HARMONICS + 0.5) * frequency / bin_)
    if not cents or energy < _LEAST_SHARE * float(np.sum(np.square(spectrum[:in_reach]))):
        return math.nan
    weights = np.array(heights)
    weights[weights < _FAINT * weights.max()] = 0.0
    order = np.argsort(cents)
    reached = np.cumsum(weights[order])
    return float(np.array(cents)[order][np.searchsorted(reached, 0.5 * reached[-1])])
