"""Look-ahead limiter of true peaks: the signal stays below the ceiling between its samples, too."""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

_PARTS = 4  # points looked at from one sample to the next, as in ITU-R BS.1770
_REACH = 12  # samples on either side from which a point in between is interpolated
_SHAPE = 5.0  # of the interpolator's Kaiser window: flat within 0.2 dB up to 0.43 of the rate
_HOLD = 8  # samples before and after a peak in which the gain rests: what lies further off hardly makes the peak
_BEND = 46  # samples in which the gain goes from one value to another
_MEMORY = _BEND + 2 * _HOLD - 1  # samples for which the gain of a peak is kept
_LATENCY = _REACH + _HOLD + _BEND - 2
_RELEASE = 0.15  # seconds
_MARGIN = 10.0 ** (-0.12 / 20.0)  # peaks are brought so far below the ceiling, for what the interpolator does not see


class Limiter:
    """Keeps the true peaks of a stereo signal at or below a ceiling, within 0.2 dB.

    Parameters
    ----------
    rate : float
        Samples per second.
    hop : int
        Greatest number of samples that one call of `process` takes.

    Attributes
    ----------
    latency : int
        Delay of the signal in samples: 64, which is 1.45 ms at 44.1 kHz and 1.33 ms at 48 kHz.

    Notes
    -----
    The waveform between two samples is interpolated at quarters, and its peaks are placed by a parabola: four points
    alone miss 0.6 dB of a tone of 20 kHz. The lowest gain that a peak asks for is kept from 8 samples before it to 8
    after it, is let go with a time constant of 150 ms, and is bent from one value to the next by an average over 46
    samples: all of them are low enough for a peak by the time it leaves. Where nothing reaches the ceiling the gain
    is exactly 1.
    """

    latency = _LATENCY

    def __init__(self, rate: float, hop: int) -> None:
        self._release = -math.expm1(-1.0 / (_RELEASE * rate))
        place = np.arange(1 - _REACH, _REACH + 1) - np.arange(_PARTS)[:, None] / _PARTS
        window = np.i0(_SHAPE * np.sqrt(1.0 - (place / _REACH) ** 2)) / np.i0(_SHAPE)
        self._weights = (np.sinc(place) * window).astype(np.float32)
        bend = np.sin(np.pi * (np.arange(_BEND) + 0.5) / _BEND)
        self._bend = bend / bend.sum()
        # What was before, and room for a block: the signal, points between its samples, gains, their average.
        self._signal = np.zeros((2, _LATENCY + hop), np.float32)
        self._points = np.zeros((2, _PARTS, 1 + hop), np.float32)
        self._needed = np.ones(_MEMORY - 1 + hop)
        self._held = np.ones(_BEND - 1 + hop)
        self._lowest = np.ones(_MEMORY - 1 + hop)
        self._gain = np.ones(hop)

    def process(self, block: NDArray[np.float32], ceiling: NDArray[np.float64]) -> None:
        """Limit a block in place.

        Parameters
        ----------
        block : ndarray of float32 [n, 2]
            The signal, n ≤ hop, finite; replaced by the result, `latency` samples late.
        ceiling : ndarray of float64 [n]
            Greatest absolute value at each sample, linear, > 0.
        """
        _limit(
            block,
            ceiling,
            self._release,
            self._weights,
            self._bend,
            self._signal,
            self._points,
            self._needed,
            self._lowest,
            self._held,
            self._gain,
        )


@njit(nogil=True, cache=True, error_model="numpy")
def _limit(block, ceiling, release, weights, bend, signal, points, needed, lowest, held, gain):  # type: ignore[no-untyped-def]
    samples = block.shape[0]
    memory = _MEMORY - 1
    now = needed[memory : memory + samples]
    now[:] = 1.0
    for channel in range(2):
        row = signal[channel]
        for i in range(samples):
            row[_LATENCY + i] = block[i, channel]
        # The newest sample is the last that is needed for the points after the one `_REACH` samples before.
        _interpolate(row[_LATENCY - 2 * _REACH + 1 :], weights, points[channel], samples)
        _need(points[channel], row[_LATENCY - _REACH + 1 :], ceiling, now)

    # The lowest over the memory: each pass looks twice as far ahead as the one before.
    lowest[: memory + samples] = needed[: memory + samples]
    seen = 1
    while seen < _MEMORY:
        step = min(seen, _MEMORY - seen)
        for i in range(memory + samples - step):
            lowest[i] = min(lowest[i], lowest[i + step])
        seen += step
    value = held[_BEND - 2]
    for i in range(samples):
        value = min(lowest[i], value + (1.0 - value) * release)
        held[_BEND - 1 + i] = value
    gain[:samples] = 1.0
    for k in range(_BEND):
        weight = bend[k]
        for i in range(samples):
            gain[i] -= weight * (1.0 - held[i + k])  # exactly 1 where all are 1

    for channel in range(2):
        row = signal[channel]
        for i in range(samples):
            block[i, channel] = row[i] * gain[i]
        for i in range(_LATENCY):
            row[i] = row[samples + i]
        points[channel, _PARTS - 1, 0] = points[channel, _PARTS - 1, samples]
    for i in range(memory):
        needed[i] = needed[samples + i]
    for i in range(_BEND - 1):
        held[i] = held[samples + i]


@njit(nogil=True, cache=True, error_model="numpy")
def _interpolate(signal, weights, points, samples):  # type: ignore[no-untyped-def]
    """Write the points after each of so many samples, from column 1 on; the last of before stay in column 0."""
    for part in range(_PARTS):
        row = points[part, 1 : samples + 1]
        if part == 0:
            row[:] = signal[_REACH - 1 : _REACH - 1 + samples]
            continue
        row[:] = np.float32(0.0)
        for k in range(2 * _REACH):
            weight = weights[part, k]
            for i in range(samples):
                row[i] += weight * signal[i + k]


@njit(nogil=True, cache=True, error_model="numpy")
def _need(points, following, ceiling, needed):  # type: ignore[no-untyped-def]
    """Lower `needed` to the gains that the peaks after each sample ask for; `following` are the samples after them."""
    for i in range(needed.shape[0]):
        first, second, third, fourth = points[0, i + 1], points[1, i + 1], points[2, i + 1], points[3, i + 1]
        peak = max(
            _top(points[3, i], first, second),
            _top(first, second, third),
            _top(second, third, fourth),
            _top(third, fourth, following[i]),
        )
        aim = ceiling[i] * _MARGIN
        if peak > aim:
            needed[i] = min(needed[i], aim / peak)


@njit(nogil=True, cache=True, error_model="numpy")
def _top(before, here, after):  # type: ignore[no-untyped-def]
    """Return the absolute value at the middle one of three points, or at the vertex of their parabola if it is near."""
    bend = before - 2.0 * here + after
    if abs(here) < abs(before) or abs(here) < abs(after) or bend == 0.0:
        return abs(here)
    return abs(here - (before - after) ** 2 / (8.0 * bend))
