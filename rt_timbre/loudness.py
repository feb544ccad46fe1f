"""Loudness of frames: A-weighted RMS from band amplitudes, and its normalisation."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

import numpy as np
import scipy.fft
import scipy.sparse
import scipy.sparse.linalg
from numpy.typing import ArrayLike, NDArray

from rt_timbre.space_parts import NSGT_KINDS, WINDOWS, Transform

REFERENCE_RMS = 10.0 ** (-18.0 / 20.0)
"""A-weighted RMS of a loudness-normalised frame, linear."""

_POINTS = 16  # frequencies between two centres at which an isolated partial is asked to be measured rightly
_WINDOW = 0.025  # seconds of the gain's envelope
_TAPS = 1 << 15  # of the A-weighting in time
_STREAMED = 1 << 18  # samples whose gains are found at a time

_RIDGE = 1e-3  # pull of the weights towards 1, which decides where centres coincide


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


@lru_cache(maxsize=4)  # a fit of a tenth of a second and more
def power_weights(transform: Transform) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the weights by which the power of a frame's partials is a sum over its bands.

    A frame m has the power ``0.5 (Σ own[k] m[k]² + Σ shared[k] m[k] m[k+1])``.

    If the Hann windows of an NSGT's bands overlapped exactly pairwise, they would sum to 1, the squared amplitude of an
    isolated partial were the square of the sum of the two bands that it excites, and the weights 1 and 2. Centres and
    widths are whole bins, however, so the weights are fitted, by least squares over partials at all frequencies.

    The squares of an STFT's or DCT's bins sum to the squared amplitude of a partial times
    ``length · Σ window² / (Σ window)²`` (Parseval), so that their products count for nothing.

    Parameters
    ----------
    transform : Transform
        What the bands are.

    Returns
    -------
    own : ndarray of float64 [K]
        Weights of the squares; read-only, for they are kept.
    shared : ndarray of float64 [K - 1]
        Weights of the products of neighbours; read-only.
    """
    own, shared = _fitted_weights(transform)
    own.flags.writeable = shared.flags.writeable = False
    return own, shared


def _fitted_weights(transform: Transform) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    centres, bands = transform.centres, transform.bands
    if transform.kind not in NSGT_KINDS:
        mean, *others = WINDOWS[transform.window]
        spread = 1.0 + 0.5 * sum(term * term for term in others) / (mean * mean)
        return np.full(bands, 1.0 / spread), np.zeros(bands - 1)
    steps = np.arange(_POINTS) / _POINTS
    partials = (centres[:-1, None] + np.diff(centres)[:, None] * steps).ravel()
    distance = np.abs(partials[:, None] - centres) / transform.half_widths
    response = np.where(distance < 1.0, 0.5 + 0.5 * np.cos(np.pi * distance), 0.0)
    terms = scipy.sparse.csr_array(
        np.hstack((np.square(response), 2.0 * response[:, :-1] * response[:, 1:])),
    )
    normal = terms.T @ terms + _RIDGE * scipy.sparse.eye_array(2 * bands - 1)
    factors = scipy.sparse.linalg.spsolve(normal.tocsc(), terms.sum(axis=0) + _RIDGE)
    return factors[:bands], 2.0 * factors[bands:]


def loudness_weights(transform: Transform) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the weights by which a frame's A-weighted power is a sum over its bands.

    A frame m has the power ``Σ own[k] m[k]² + Σ shared[k] m[k] m[k+1]``: the weights of `power_weights`, halved, each
    with the A-weighting of its bands.

    Parameters
    ----------
    transform : Transform
        What the bands are.

    Returns
    -------
    own : ndarray of float64 [K]
        Weights of the squares.
    shared : ndarray of float64 [K - 1]
        Weights of the products of neighbours.
    """
    own, shared = power_weights(transform)
    weighting = a_weighting(transform.centres)
    return 0.5 * own * np.square(weighting), 0.5 * shared * weighting[:-1] * weighting[1:]


def loudness_rms(frames: NDArray[np.floating], transform: Transform) -> NDArray[np.float64]:
    """Return the A-weighted RMS of frames of band amplitudes.

    With an NSGT partials that share no band are measured to about 0.1 dB (0.5 dB at most) from twice the first centre
    to the last; below, the first band, which reaches down to 0 Hz and as far up, costs up to 2 dB. Partials closer than
    three bands are read up to 3 dB high, for their products are counted as if in phase; so is white noise, by 2.9 dB on
    average. An STFT measures all sounds to the error of its window's leakage; a DCT too on average over phases.

    Parameters
    ----------
    frames : ndarray of float [..., K]
        Linear band amplitudes, ≥ 0.
    transform : Transform
        What the bands are.

    Returns
    -------
    ndarray of float64 [...]
        A-weighted RMS, linear: a sinusoid of amplitude A at 1 kHz gives A / √2.
    """
    own, shared = loudness_weights(transform)
    linear = np.asarray(frames, np.float64)
    power = np.square(linear) @ own + (linear[..., :-1] * linear[..., 1:]) @ shared
    result: NDArray[np.float64] = np.sqrt(np.maximum(power, 0.0))
    return result


def normalise(frames: NDArray[np.floating], transform: Transform) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Bring every frame to an A-weighted RMS of `REFERENCE_RMS`.

    Parameters
    ----------
    frames : ndarray of float [..., K]
        Linear band amplitudes, ≥ 0.
    transform : Transform
        What the bands are.

    Returns
    -------
    frames : ndarray of float32 [..., K]
        The frames at equal loudness; a silent frame stays silent.
    gain : ndarray of float32 [...]
        The linear factor that was taken out: the original is ``frames * gain``; 0 for a silent frame.
    """
    gain = loudness_rms(frames, transform) / REFERENCE_RMS
    divisor = np.where(gain > 0.0, gain, 1.0)
    return (frames / divisor[..., None]).astype(np.float32), gain.astype(np.float32)


def gain_envelope(sound: NDArray[np.floating], rate: float, hop: float, columns: int) -> NDArray[np.float32]:
    """Return the gain of a sound over time, as sharp as a transform's frames are not.

    A band rings for as long as it is narrow, before an onset as well as after it, so that the loudness of frames rises
    long before a struck note does. The gain kept beside the frames of a path is therefore taken from the sound: its
    A-weighted power over the last 25 ms, a period of the lowest notes, by a filter that does not look ahead.

    Parameters
    ----------
    sound : ndarray of float [n]
        The sound.
    rate : float
        Samples per second.
    hop : float
        Samples from one column to the next.
    columns : int
        Number of columns T; column t belongs to sample ``t * hop``.

    Returns
    -------
    ndarray of float32 [T]
        A-weighted RMS over `REFERENCE_RMS`: a loudness-normalised frame times this has the sound's level.
    """
    size = scipy.fft.next_fast_len(sound.size + _TAPS, real=True)
    spectrum = scipy.fft.rfft(sound, size) * scipy.fft.rfft(_causal_weighting(rate), size)
    power = np.square(scipy.fft.irfft(spectrum, size)[: sound.size])
    window = round(_WINDOW * rate)
    total = np.concatenate(([0.0], np.cumsum(power)))
    end = np.minimum(np.round(np.arange(columns) * hop).astype(np.int64) + 1, sound.size)
    mean = (total[end] - total[np.maximum(0, end - window)]) / window
    result: NDArray[np.float32] = (np.sqrt(np.maximum(mean, 0.0)) / REFERENCE_RMS).astype(np.float32)
    return result


def streamed_gains(
    blocks: Iterable[NDArray[np.float32]], rate: float, step: int, ahead: float = 0.0
) -> NDArray[np.float32]:
    """Return the gain of a sound that comes in pieces; see `gain_envelope`.

    Parameters
    ----------
    blocks : iterable of ndarray of float32 [n]
        The sound, in pieces of any sizes.
    rate : float
        Samples per second.
    step : int
        Samples from one column to the next.
    ahead : float
        Seconds by which each column is to know what comes, less than a quarter of a second.

    Returns
    -------
    ndarray of float32 [T]
        As `gain_envelope` of the whole sound, for the columns that lie within it, to rounding.
    """
    shift = round(ahead * rate)
    before = -(-(_TAPS + round(_WINDOW * rate)) // step)  # columns: what comes earlier is not heard any more
    count = -(-_STREAMED // step)
    line = np.zeros(before * step - shift, np.float32)
    gains = []
    for block in chain(blocks, [np.zeros(shift, np.float32)]):
        line = np.concatenate((line, block))
        while line.size >= (before + count) * step:
            gains.append(gain_envelope(line[: (before + count) * step], rate, step, before + count)[before:])
            line = line[count * step :]
    columns = -(-line.size // step)
    gains.append(gain_envelope(line, rate, step, columns)[before:])
    return np.concatenate(gains)


def _causal_weighting(rate: float) -> NDArray[np.float64]:
    """Return the impulse response of the A-weighting with the least phase, by its cepstrum."""
    weighting = np.maximum(a_weighting(scipy.fft.rfftfreq(_TAPS, 1.0 / rate)), 1e-5)
    cepstrum = scipy.fft.irfft(np.log(weighting), _TAPS)
    cepstrum[1 : _TAPS // 2] *= 2.0
    cepstrum[_TAPS // 2 + 1 :] = 0.0
    result: NDArray[np.float64] = scipy.fft.irfft(np.exp(scipy.fft.rfft(cepstrum)), _TAPS)
    return result
