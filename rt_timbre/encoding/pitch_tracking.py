"""The pitch of a recording over time, by librosa (extra ``encode``).

Probabilistic YIN (Mauch and Dixon 2014) was chosen among the trackers that are kept, permissively licensed and need no
training framework. On every sixth of 1,541 orchestral notes (257 notes, 454 s) it took 1 for another note; SwiftF0
(Nieradzik 2025), ten times as fast, took 9, and heard none in 4. With estimates on a grid of a quarter of a semitone it
is 13 times as fast as the sound, with librosa's own slower than it; `_refine` finds the cents.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType

import numpy as np
import scipy.ndimage
from numba import njit
from numpy.typing import NDArray

from rt_timbre.errors import EncodeError
from rt_timbre.resampling import FixedRate

LOWEST, HIGHEST = 27.0, 4400.0
"""Hz: the range in which a pitch is looked for, that of a piano."""

_RATE = 22050  # Hz: at half of it an octave is missed twenty times as often
_WINDOW = 4096  # samples: five periods of the lowest pitch
_HOP = 512
_STEP = 0.25  # semitones: grid of the estimates
_BETA = (1.0, 18.0)  # of the prior of thresholds: its mean, 0.05, is half of librosa's, and so are the errors
_KEPT, _MARGIN = 400, 16  # hops that are tracked at a time, and more on either side
_FAR, _FEW_PERIODS = 2.0 ** (150.0 / 1200.0), 3  # how far from an estimate is looked at first, for vibrato
_NEAR = 2.0 ** (25.0 / 1200.0)  # and then
_LONGEST_LAG = 0.012  # seconds, of several periods
_MOST_PERIODS = 12
_COMPARED = 0.025  # seconds
_HIGH, _MOST_MULTIPLE = 1200.0, 5  # Hz from which on multiples of an estimate are tried, and the greatest of them
_TOLERANCE = 0.1  # by which a multiple may repeat itself less exactly
_MEDIAN = 5  # hops: what is wrong for two of them is mended,
_STRAY = 0.8  # semitones off


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contour:
    """The pitch of a sound over time.

    Attributes
    ----------
    seconds : ndarray of float64 [T]
        Moments, from 0.
    pitches : ndarray of float64 [T]
        MIDI; NaN where the sound has no pitch.
    """

    seconds: NDArray[np.float64]
    pitches: NDArray[np.float64]

    def at(self, seconds: NDArray[np.float64], unpitched: float) -> NDArray[np.float64]:
        """Return the pitch at any moments [N], MIDI: between stretches that have one it glides from one to the other.

        Before the first and after the last it is theirs; `unpitched` if there is none at all.
        """
        voiced = np.isfinite(self.pitches)
        if not voiced.any():
            return np.full(len(seconds), unpitched)
        result: NDArray[np.float64] = np.interp(seconds, self.seconds[voiced], self.pitches[voiced])
        return result


def check_installed() -> None:
    """Raise `EncodeError` if librosa is not installed."""
    _library()


def track(blocks: Iterable[NDArray[np.float32]], rate: float) -> Contour:
    """Track the pitch of a sound.

    Parameters
    ----------
    blocks : iterable of ndarray of float32 [n]
        The sound, in pieces of any sizes: these make no difference.
    rate : float
        Samples per second.

    Returns
    -------
    Contour
        A moment every 23 ms. Memory grows by 0.7 kB for a second of sound.

    Raises
    ------
    EncodeError
        librosa is not installed.
    """
    library = _library()
    resampler = FixedRate(rate, _RATE)
    waiting = np.zeros(_MARGIN * _HOP, np.float32)  # silence before the sound, then what is tracked next
    length, kept = (_KEPT + 2 * _MARGIN) * _HOP, _KEPT * _HOP
    found = []
    heard = 0
    for last, block in _with_last(blocks):
        piece = resampler.take(block, last=last)
        heard += piece.size
        waiting = np.concatenate((waiting, piece))
        while waiting.size >= length:
            found.append(_tracked(library, waiting[:length]))
            waiting = waiting[kept:]
    total = -(-heard // _HOP)
    while (left := total - sum(map(len, found))) > 0:
        piece = np.zeros((min(left, _KEPT) + 2 * _MARGIN) * _HOP, np.float32)
        piece[: min(piece.size, waiting.size)] = waiting[: piece.size]
        found.append(_tracked(library, piece))
        waiting = waiting[kept:]
    pitches = np.concatenate(found) if found else np.zeros(0)
    return Contour(seconds=np.arange(total, dtype=np.float64) * (_HOP / _RATE), pitches=_mended(pitches))


def _with_last(blocks: Iterable[NDArray[np.float32]]) -> Iterable[tuple[bool, NDArray[np.float32]]]:
    for block in blocks:
        yield False, block
    yield True, np.zeros(0, np.float32)


def _tracked(library: ModuleType, sound: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the pitches of all hops of a sound but `_MARGIN` at either end."""
    middle = slice(_MARGIN, sound.size // _HOP - _MARGIN)
    if not sound.any():
        return np.full(middle.stop - middle.start, np.nan)
    frequency, _, _ = library.pyin(
        sound,
        fmin=LOWEST,
        fmax=HIGHEST,
        sr=_RATE,
        frame_length=_WINDOW,
        hop_length=_HOP,
        resolution=_STEP,
        beta_parameters=_BETA,
    )
    estimates = np.ascontiguousarray(frequency[middle], np.float64)
    centres = np.arange(middle.start, middle.stop) * _HOP
    _refine(sound.astype(np.float64), centres, estimates)
    return 69.0 + 12.0 * np.log2(estimates / 440.0)


@njit(nogil=True, cache=True, error_model="numpy")
def _refine(sound: NDArray[np.float64], centres: NDArray[np.int64], frequency: NDArray[np.float64]) -> None:
    """Bring each frequency that is not NaN to where the sound around its centre repeats itself best.

    High pitches, whose periods are few samples long, are often taken for a half, a third … of them: where the sound
    repeats itself as well a multiple as often, it is the multiple that is heard.
    """
    for i in range(centres.shape[0]):
        if not frequency[i] > 0.0:
            continue
        found, _ = _repetition(sound, centres[i], frequency[i], 1, _FEW_PERIODS, _FAR)
        single, doubt = _repetition(sound, centres[i], found, 1, _MOST_PERIODS, _NEAR)
        found = single
        for multiple in range(2, _MOST_MULTIPLE + 1):
            if _HIGH < multiple * single < HIGHEST:
                expected = multiple * single
                other, other_doubt = _repetition(sound, centres[i], expected, multiple, _MOST_PERIODS, _NEAR)
                if other_doubt < min(doubt, 0.5 * _TOLERANCE) + _TOLERANCE:
                    found = other
        frequency[i] = found


@njit(nogil=True, cache=True, error_model="numpy")
def _repetition(
    sound: NDArray[np.float64], centre: int, frequency: float, multiple: int, periods: int, reach: float
) -> tuple[float, float]:
    """Return the frequency near one expected at which a sound repeats itself best, and 0 (exactly) to 1 (not at all).

    The sound is compared with itself some periods later, by squared differences over the sum of the squares, at all
    lags near the one expected; a parabola through the least and its neighbours gives its place between the samples.
    The number of periods has no divisor in common with `multiple`.
    """
    period = _RATE / frequency
    number = min(periods, max(1, int(_LONGEST_LAG * _RATE / period)))
    while math.gcd(number, multiple) > 1:
        number -= 1
    low = int(number * period / reach) - 1
    high = math.ceil(number * period * reach) + 1
    compared = int(max(_COMPARED * _RATE, period))
    start = centre - (compared + int(number * period)) // 2
    if low < 1 or start < 0 or start + compared + high >= sound.shape[0]:
        return frequency, 1.0
    ratios = np.ones(high - low + 1)
    for lag in range(low, high + 1):
        difference = power = 0.0
        for n in range(start, start + compared):
            difference += (sound[n] - sound[n + lag]) ** 2
            power += sound[n] ** 2 + sound[n + lag] ** 2
        if power > 0.0:
            ratios[lag - low] = difference / power
    best = int(np.argmin(ratios))
    if best in (0, high - low):
        return frequency, 1.0
    before, at, after = ratios[best - 1], ratios[best], ratios[best + 1]
    bend = before - 2.0 * at + after
    offset = 0.5 * (before - after) / bend if bend > 0.0 else 0.0
    return _RATE * number / (low + best + offset), at - 0.25 * (before - after) * offset


def _mended(pitches: NDArray[np.float64]) -> NDArray[np.float64]:
    """Leave out stretches that are too short to have a pitch, and what strays from all of its neighbours."""
    result = np.full(len(pitches), np.nan)
    voiced = np.isfinite(pitches)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], voiced, [False])).astype(np.int8)))
    for start, stop in edges.reshape(-1, 2).tolist():
        if stop - start > _MEDIAN // 2:
            stretch = pitches[start:stop]
            usual = scipy.ndimage.median_filter(stretch, _MEDIAN, mode="nearest")
            result[start:stop] = np.where(np.abs(stretch - usual) < _STRAY, stretch, usual)
    return result


def _library() -> ModuleType:
    try:
        import librosa
    except ImportError:
        raise EncodeError("tracking pitches needs librosa: pip install 'rt-timbre[encode]'") from None
    library: ModuleType = librosa
    return library
