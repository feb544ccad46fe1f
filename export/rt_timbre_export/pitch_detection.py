"""The pitch of a sound that nobody has labelled; the only module of this half that uses librosa (extra ``export``)."""

import math
from types import ModuleType

import numpy as np
import scipy.signal
from numpy.typing import NDArray

from rt_timbre_export.errors import CorpusError

LOWEST, HIGHEST = 27.0, 4400.0
"""Hz: the range in which a pitch is looked for, that of a piano."""

_WINDOW = 0.2  # seconds, at most: five periods of the lowest pitch
_LEAST = 1024  # samples of the window
_FINE = 44100  # Hz, at least: periods of high pitches are few samples long
_STEP = 0.25  # semitones: grid of the estimates
# Of the prior of thresholds: its mean, 0.05, is half of librosa's. Over 1,541 orchestral notes that leaves 14 errors of
# 22, all but one of them octaves.
_BETA = (1.0, 18.0)
_SURE = 0.015  # least mean probability; of noise it is 0.01, librosa's for windows that repeat nothing
_STEADY = 1.0  # semitones: range of the middle half of the estimates of a steady pitch


def check_installed() -> None:
    """Raise `CorpusError` if librosa is not installed."""
    _library()


def steady_pitch(signal: NDArray[np.float32], rate: int) -> float:
    """Estimate the pitch of a steady sound by probabilistic YIN (Mauch and Dixon 2014).

    Parameters
    ----------
    signal : ndarray of float32 [n]
        The sound, without its attack.
    rate : float
        Samples per second.

    Returns
    -------
    float
        MIDI note on a grid of a quarter of a semitone; NaN if the sound is too short, has no pitch or changes it.

    Raises
    ------
    CorpusError
        librosa is not installed.
    """
    librosa = _library()
    if signal.size and rate < _FINE:
        finer = math.ceil(_FINE / rate)
        signal, rate = scipy.signal.resample_poly(signal, finer, 1), finer * rate
    window = 1 << int(math.log2(max(1, min(signal.size, _WINDOW * rate))))
    if window < _LEAST:
        return math.nan
    frequency, voiced, probability = librosa.pyin(
        signal,
        fmin=max(LOWEST, 1.01 * rate / (window // 2 - 1)),
        fmax=min(HIGHEST, 0.25 * rate),
        sr=rate,
        frame_length=window,
        hop_length=window // 8,
        resolution=_STEP,
        beta_parameters=_BETA,
        fill_na=None,
    )
    if not voiced.any() or np.mean(probability) < _SURE:
        return math.nan
    midi = 69.0 + 12.0 * np.log2(frequency[voiced] / 440.0)
    first, middle, last = np.percentile(midi, [25.0, 50.0, 75.0])
    return float(middle) if last - first <= _STEADY else math.nan


def _library() -> ModuleType:
    try:
        import librosa
    except ImportError:
        raise CorpusError("librosa is not installed: pip install 'rt-timbre[export]'") from None
    library: ModuleType = librosa
    return library
