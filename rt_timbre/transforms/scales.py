"""Frequency scales: where the bands of a non-stationary Gabor transform lie."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def hz_to_erb(frequency: ArrayLike) -> NDArray[np.float64]:
    """Return the ERB-number of frequencies in Hz (Glasberg and Moore, Hearing Research 47, 1990, equation 4)."""
    result: NDArray[np.float64] = 21.4 * np.log10(1.0 + 0.00437 * np.asarray(frequency, np.float64))
    return result


def erb_to_hz(number: ArrayLike) -> NDArray[np.float64]:
    """Return the frequencies in Hz of ERB-numbers."""
    result: NDArray[np.float64] = (10.0 ** (np.asarray(number, np.float64) / 21.4) - 1.0) / 0.00437
    return result


def erb_centres(low: float, high: float, bands: int) -> NDArray[np.float64]:
    """Return `bands` frequencies in Hz from `low` to `high`, equally spaced in ERB-number."""
    return erb_to_hz(np.linspace(hz_to_erb(low), hz_to_erb(high), bands))


def mel_centres(low: float, high: float, bands: int) -> NDArray[np.float64]:
    """Return `bands` frequencies in Hz from `low` to `high`, equally spaced in mel (2595 log10(1 + f / 700))."""
    mel = np.linspace(np.log10(1.0 + low / 700.0), np.log10(1.0 + high / 700.0), bands)
    result: NDArray[np.float64] = 700.0 * (10.0**mel - 1.0)
    return result


def octave_centres(low: float, high: float, per_octave: int) -> NDArray[np.float64]:
    """Return frequencies in Hz from `low` to `high`, equally spaced in octaves, at least `per_octave` to each."""
    bands = int(np.ceil(np.log2(high / low) * per_octave)) + 1
    return np.geomspace(low, high, bands)
