"""Phase-gradient heap integration on the bands of a non-stationary Gabor transform, one frame at a time.

How phases go on in time follows from the instantaneous frequency, which two neighbouring bands give exactly
(`rt_timbre.phase.partials`); how they differ from band to band follows from the local group delay, which for windows
near a Gaussian is the derivative of the logarithm of the magnitudes in time, times the window's ratio gamma of time to
frequency. Both are integrated along the strongest bands first (Průša, Balazs and Søndergaard, IEEE/ACM Transactions on
Audio, Speech and Language Processing 25, 2017, eqs. 12 and 13; Průša and Søndergaard, DAFx 2016, for one frame at a
time). A band is a Hann window in frequency: its gamma is that of the Gaussian nearest to it.

Phases here are those of a sinusoid at the time of the frame; of a transform's coefficients, which are relative to the
carriers, `carrier_turns` is the difference.
"""

import math
from typing import Final

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.phase.heap import pop, push
from rt_timbre.phase.partials import pair_table, two_bands
from rt_timbre.transforms.nsgt import NSGT

_TURN: Final = 2.0 * math.pi
_HANN_GAMMA: Final = 0.25645  # gamma of the Gaussian nearest to a Hann window of width 1 (Průša et al., table I)
_FLOOR: Final = 1e-10  # of the greatest magnitude: what is weaker counts as this
_TOLERANCE: Final = 1e-6  # of it: weaker bands go on at their own frequency
_STEEPEST: Final = 3.1  # radians from band to band


class PhaseGradient:
    """Advances the phases of the bands from frame to frame.

    Parameters
    ----------
    centres, half_widths : ndarray of float64 [K]
        True centres and half-widths of the bands in Hz.
    step : float
        Seconds from frame to frame.
    """

    def __init__(self, centres: NDArray[np.float64], half_widths: NDArray[np.float64], step: float) -> None:
        self.step = step
        self._centres = np.ascontiguousarray(centres)
        self._half_widths = np.ascontiguousarray(half_widths)
        self._table = pair_table(self._centres, self._half_widths)
        bands = self._centres.size
        # Radians between the bands k and k + 1 for each unit by which the logarithm of the magnitude rises in a frame.
        gamma = 1.0 / (_HANN_GAMMA * np.square(2.0 * self._half_widths))
        self._slope = -0.5 * (gamma[1:] + gamma[:-1]) * np.diff(self._centres) / step
        self._level, self._rise = np.zeros((2, bands)), np.zeros(bands)
        self._next = np.zeros(bands)
        self._keys, self._items = np.zeros(2 * bands + 1), np.zeros(2 * bands + 1, np.int64)
        self._done = np.zeros(bands, np.int8)

    def advance(
        self,
        frame: NDArray[np.float32],
        before: NDArray[np.float32],
        phases: NDArray[np.float64],
        frequencies: NDArray[np.float64],
    ) -> None:
        """Take one more frame.

        Parameters
        ----------
        frame : ndarray of float32 [K]
            Linear amplitudes, finite and ≥ 0.
        before : ndarray of float32 [2, K]
            The frame before it (1) and the one before that (0); both move on by one.
        phases : ndarray of float64 [K]
            Phases at the frame before in radians; overwritten with those at this frame, 0 to 2π.
        frequencies : ndarray of float64 [K]
            Instantaneous frequencies of the bands at the frame before in Hz; overwritten with those at this frame.
        """
        _advance(
            frame,
            before,
            phases,
            frequencies,
            self.step,
            self._centres,
            self._half_widths,
            self._table,
            self._slope,
            self._level,
            self._rise,
            self._next,
            self._keys,
            self._items,
            self._done,
        )


def carrier_turns(transform: NSGT, columns: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the phases in radians, 0 to 2π, [K, T] that the carriers of a transform have at its columns [T]."""
    bins = np.rint(transform.carriers * transform.length / transform.rate).astype(np.int64)
    return (bins[:, None] * columns[None, :] % transform.columns).astype(np.float64) * (_TURN / transform.columns)


def gradient_phases(transform: NSGT, frames: NDArray[np.float32], *, seed: int = 0) -> NDArray[np.float64]:
    """Return phases for frames of bands, such as `NSGT.inverse` needs them.

    Parameters
    ----------
    transform : NSGT
        Whose bands the frames are of.
    frames : ndarray of float32 [T, K]
        Linear amplitudes ≥ 0, one row for each of the first T columns.
    seed : int
        Seed of the phases from which the first frame starts.

    Returns
    -------
    ndarray of float64 [K, T]
        Phases of the coefficients in radians, relative to the transform's carriers.
    """
    gradient = PhaseGradient(transform.centres, transform.half_widths, transform.hop / transform.rate)
    count, bands = frames.shape
    phases = np.zeros((count, bands))
    phase = np.zeros(bands)
    phase[:] = np.random.default_rng(seed).uniform(0.0, _TURN, bands)
    frequencies = transform.centres.copy()
    before = np.zeros((2, bands), np.float32)
    frames = np.ascontiguousarray(frames, np.float32)
    for t in range(count):
        gradient.advance(frames[t], before, phase, frequencies)
        phases[t] = phase
    relative: NDArray[np.float64] = phases.T - carrier_turns(transform, np.arange(count))
    return relative


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def band_frequencies(
    frame: NDArray[np.float32],
    floor: float,
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    table: NDArray[np.float64],
    out: NDArray[np.float64],
) -> None:
    """Fill in the instantaneous frequency in Hz of each band, from its own amplitude and its greater neighbour's.

    A band weaker than a neighbour has the frequency of that neighbour's partial; one at or below `floor` its centre.
    """
    bands = frame.shape[0]
    for k in range(bands):
        own = frame[k]
        below = frame[k - 1] if k > 0 else np.float32(-1.0)
        above = frame[k + 1] if k + 1 < bands else np.float32(-1.0)
        peak = k
        if max(below, above) > own:
            peak = k + 1 if above >= below else k - 1
        if not frame[peak] > floor:
            out[k] = centres[k]
            continue
        below = frame[peak - 1] if peak > 0 else np.float32(-1.0)
        above = frame[peak + 1] if peak + 1 < bands else np.float32(-1.0)
        other = peak + 1 if above >= below else peak - 1
        if frame[other] > frame[peak]:
            peak, other = other, peak
        frequency, _ = two_bands(frame, peak, other, centres, half_widths, table)
        low, high = min(peak, other), max(peak, other)
        out[k] = min(max(frequency, centres[low]), centres[high])


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _advance(
    frame: NDArray[np.float32],
    before: NDArray[np.float32],
    phases: NDArray[np.float64],
    frequencies: NDArray[np.float64],
    step: float,
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    table: NDArray[np.float64],
    slope: NDArray[np.float64],
    level: NDArray[np.float64],
    rise: NDArray[np.float64],
    newer: NDArray[np.float64],
    keys: NDArray[np.float64],
    items: NDArray[np.int64],
    done: NDArray[np.int8],
) -> None:
    bands = frame.shape[0]
    greatest = 0.0
    for k in range(bands):
        greatest = max(greatest, np.float64(before[1, k]))
    if greatest == 0.0:  # after silence a frame is as if it had been held: its rise says nothing
        before[0], before[1] = frame, frame
    for k in range(bands):
        greatest = max(greatest, np.float64(frame[k]))
    floor = max(greatest * _FLOOR, 1e-40)
    band_frequencies(frame, floor, centres, half_widths, table, newer)
    heap = 0
    left = 0
    threshold = max(greatest * _TOLERANCE, 1e-40)
    for k in range(bands):
        here = math.log(max(np.float64(frame[k]), floor))
        last = math.log(max(np.float64(before[1, k]), floor))
        older = math.log(max(np.float64(before[0, k]), floor))
        level[0, k], level[1, k] = last, here
        rise[k] = 0.5 * (3.0 * here - 4.0 * last + older)  # second-order difference backwards
        before[0, k], before[1, k] = before[1, k], frame[k]
        advance = math.pi * (frequencies[k] + newer[k]) * step
        frequencies[k] = newer[k]
        newer[k] = phases[k] + advance  # where nothing stronger says otherwise
        done[k] = 0
        if np.float64(frame[k]) > threshold:
            left += 1
            heap = push(keys, items, heap, last, k)
        else:
            done[k] = 1
            phases[k] = newer[k]
    while left > 0:
        item, heap = pop(keys, items, heap)
        if item < bands:  # a band of the frame before: on in time
            if done[item] == 0:
                phases[item] = newer[item]
                done[item] = 1
                left -= 1
                heap = push(keys, items, heap, level[1, item], item + bands)
            continue
        k = item - bands  # a band of this frame: on to its neighbours
        if k + 1 < bands and done[k + 1] == 0:
            difference = 0.5 * slope[k] * (rise[k] + rise[k + 1])
            phases[k + 1] = phases[k] + min(max(difference, -_STEEPEST), _STEEPEST)
            done[k + 1] = 1
            left -= 1
            heap = push(keys, items, heap, level[1, k + 1], k + 1 + bands)
        if k > 0 and done[k - 1] == 0:
            difference = 0.5 * slope[k - 1] * (rise[k] + rise[k - 1])
            phases[k - 1] = phases[k] - min(max(difference, -_STEEPEST), _STEEPEST)
            done[k - 1] = 1
            left -= 1
            heap = push(keys, items, heap, level[1, k - 1], k - 1 + bands)
    for k in range(bands):
        phases[k] -= _TURN * math.floor(phases[k] / _TURN)
