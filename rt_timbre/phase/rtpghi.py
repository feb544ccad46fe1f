"""Real-time phase gradient heap integration: the phases of a short-time spectrum from the slopes of its magnitudes."""

import math
from typing import Final

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.phase.heap import pop, push
from rt_timbre.phase.segments import OverlapAdd, draw_phase, seeds
from rt_timbre.transforms.stft import STFT

GAMMA = {"hann": 0.25645, "hamming": 0.29794, "blackman": 0.17954}
"""By window: time-frequency ratio of the Gaussian that is most like it, over the square of its length (LTFAT)."""

_TOLERANCE = 1e-5  # of the greatest magnitude of two frames: bins below it get random phases
_LEAST: Final = 1e-300  # that a logarithm is taken of
_OLDEST, _MIDDLE, _NEWEST = range(3)


class RTPGHI:
    """Phase gradient heap integration, frame by frame.

    For a Gaussian window the gradient of the phase is that of the logarithm of the magnitude, turned; for others
    nearly so. From the frame before, and within the frame, phases are integrated along it from the strongest bins to
    the weakest (Průša and Søndergaard, Real-time spectrogram inversion using phase gradient heap integration, DAFx
    2016). Bins 100 dB below the strongest get random phases.

    Parameters
    ----------
    stft : STFT
        What the frames are magnitudes of.
    voices : int
        Number of voices V.
    look_ahead : int
        0 or 1: frames that are waited for, so that the slope in time is taken from both sides.
    seed : int
        Seed of the random phases; each voice draws its own.

    Attributes
    ----------
    hop : int
        Samples made for each frame.
    latency : int
        Half the window, and a hop for the look-ahead.
    """

    def __init__(self, stft: STFT, *, voices: int, look_ahead: int, seed: int = 0) -> None:
        self.hop = stft.hop
        self.latency = stft.length // 2 + look_ahead * stft.hop
        self._look_ahead = look_ahead
        bins = stft.centres.size
        gamma = GAMMA[stft.window_name] * stft.length**2
        self._along_time = 0.5 * stft.hop * stft.length / gamma  # radians per hop, per slope over two bins
        self._along_frequency = -0.5 * gamma / (stft.hop * stft.length)  # radians per bin, per slope over two frames
        self._advance = 2.0 * math.pi * stft.hop / stft.length  # radians per hop and bin
        self._logs = np.zeros((voices, 3, bins))
        self._magnitudes = np.zeros((voices, bins), np.float32)  # of the frame that is to be played
        self._advances = np.zeros((voices, 2, bins))  # phase per hop of the frame played last, of that to be played
        self._phases = np.zeros((voices, bins))
        self._count = np.zeros(voices, np.int64)
        self._random = seeds(seed, voices)
        self._seeds = self._random.copy()
        self._work = np.zeros((2, bins))
        self._heap = (np.zeros(4 * bins), np.zeros(4 * bins, np.int64))
        self._done = np.zeros(bins, np.int8)
        self._sum = OverlapAdd(stft, voices)

    def process(self, frames: NDArray[np.float32], active: NDArray[np.int8], out: NDArray[np.float32]) -> None:
        """Take one more frame of each active voice; see `FrameMethod.process`."""
        out[:] = 0.0
        voices = np.flatnonzero(active)
        spectra = np.zeros((voices.size, frames.shape[1]), np.complex64)
        self.integrate(frames, voices, spectra)
        self._sum.add(spectra, voices, out)

    def integrate(self, frames: NDArray[np.float32], voices: NDArray[np.intp], spectra: NDArray[np.complex64]) -> None:
        """Take one more frame of each of `voices` and write its spectrum, or with look-ahead that of the one before.

        Parameters
        ----------
        frames : ndarray of float32 [V, K]
            Linear amplitudes ≥ 0.
        voices : ndarray of int [A]
            Whose frames are taken.
        spectra : ndarray of complex64 [A, K]
            Overwritten.
        """
        _integrate(
            frames,
            voices,
            self._look_ahead,
            self._along_time,
            self._along_frequency,
            self._advance,
            self._logs,
            self._magnitudes,
            self._advances,
            self._phases,
            self._count,
            self._random,
            self._work,
            self._heap[0],
            self._heap[1],
            self._done,
            spectra,
        )

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`."""
        self._count[voice] = 0
        self._random[voice] = self._seeds[voice]
        self._sum.reset(voice)

    def warm(self) -> None:
        """Compile everything that `process` needs."""
        frames = np.ones((self._count.size, self._done.size), np.float32)
        self.integrate(frames, np.zeros(1, np.intp), np.zeros((1, self._done.size), np.complex64))
        self.reset(0)


@njit(nogil=True, cache=True, error_model="numpy")
def _integrate(
    frames: NDArray[np.float32],
    voices: NDArray[np.intp],
    look_ahead: int,
    along_time: float,
    along_frequency: float,
    advance: float,
    logs: NDArray[np.float64],
    magnitudes: NDArray[np.float32],
    advances: NDArray[np.float64],
    phases: NDArray[np.float64],
    counts: NDArray[np.int64],
    random: NDArray[np.uint64],
    work: NDArray[np.float64],
    keys: NDArray[np.float64],
    items: NDArray[np.int64],
    done: NDArray[np.int8],
    spectra: NDArray[np.complex64],
) -> None:
    bins = frames.shape[1]
    slope, before = work[0], work[1]
    for row in range(voices.shape[0]):
        v = voices[row]
        frame, log, phase = frames[v], logs[v], phases[v]
        fresh = counts[v] == 0
        for m in range(bins):
            log[_OLDEST, m] = log[_MIDDLE, m]
            log[_MIDDLE, m] = log[_NEWEST, m]
            log[_NEWEST, m] = math.log(max(np.float64(frame[m]), _LEAST))
        if fresh:  # what is before the first frame is taken to be the same
            for m in range(bins):
                log[_OLDEST, m] = log[_MIDDLE, m] = log[_NEWEST, m]
                phase[m] = 2.0 * math.pi * draw_phase(random, v)
                magnitudes[v, m] = np.float32(0.0)
        # The frame to be played, its phase per hop and, by the frames beside it, its slope in time.
        played = _MIDDLE if look_ahead > 0 and not fresh else _NEWEST
        now, last = log[played], log[played - 1]
        last_advance, own_advance = advances[v, 0], advances[v, 1]
        for m in range(bins):
            last_advance[m] = own_advance[m]
            lower, upper = now[max(m - 1, 0)], now[min(m + 1, bins - 1)]
            inner = 0 < m < bins - 1
            own_advance[m] = advance * m + (along_time * (upper - lower) if inner else 0.0)
            if fresh:
                last_advance[m] = own_advance[m]
            if look_ahead > 0:
                slope[m] = along_frequency * (log[_NEWEST, m] - log[_OLDEST, m])
            else:
                slope[m] = along_frequency * (3.0 * log[_NEWEST, m] - 4.0 * log[_MIDDLE, m] + log[_OLDEST, m])
            before[m] = phase[m]
        counts[v] += 1
        greatest = -np.inf
        for m in range(bins):
            greatest = max(greatest, now[m], last[m])
        threshold = greatest + math.log(_TOLERANCE)
        size = left = 0
        for m in range(bins):
            if now[m] > threshold:
                done[m] = 0
                left += 1
                size = push(keys, items, size, last[m], m)
            else:
                done[m] = 1
                phase[m] = 2.0 * math.pi * draw_phase(random, v)
        # An item below `bins` is a bin of the frame before, from which time leads on; the others are of this frame.
        while left > 0 and size > 0:
            item, size = pop(keys, items, size)
            if item < bins:
                if done[item] == 0:
                    phase[item] = before[item] + 0.5 * (last_advance[item] + own_advance[item])
                    done[item] = 1
                    left -= 1
                    size = push(keys, items, size, now[item], item + bins)
                continue
            m = item - bins
            if m + 1 < bins and done[m + 1] == 0:
                phase[m + 1] = phase[m] + 0.5 * (slope[m] + slope[m + 1])
                done[m + 1] = 1
                left -= 1
                size = push(keys, items, size, now[m + 1], m + 1 + bins)
            if m > 0 and done[m - 1] == 0:
                phase[m - 1] = phase[m] - 0.5 * (slope[m] + slope[m - 1])
                done[m - 1] = 1
                left -= 1
                size = push(keys, items, size, now[m - 1], m - 1 + bins)
        for m in range(bins):
            phase[m] -= 2.0 * math.pi * math.floor(phase[m] / (2.0 * math.pi))
            level = np.float64(magnitudes[v, m] if look_ahead > 0 else frame[m])
            spectra[row, m] = complex(level * math.cos(phase[m]), level * math.sin(phase[m]))
            magnitudes[v, m] = frame[m]
