"""Real-time iterative spectrogram inversion with look-ahead: the last few frames are made to agree with each other."""

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from rt_timbre.phase.rtpghi import RTPGHI
from rt_timbre.phase.segments import synthesis_window
from rt_timbre.transforms.stft import STFT

_LEAST_COVERED = 0.1  # share of a sample that the known frames must make for it to be scaled up to the whole


class RTISILA:
    """Real-time iterative spectrogram inversion with look-ahead (Zhu, Beauregard and Wyse, IEEE TASLP 15, 2007).

    A frame is given out when `look_ahead` later ones are known. Until then its segment is made again and again, from
    the newest to the oldest: all known segments are summed, the sum is transformed, its phases are kept and the
    frame's magnitudes put in. A new frame begins with the phases of `RTPGHI` without look-ahead.

    Parameters
    ----------
    stft : STFT
        What the frames are magnitudes of.
    voices : int
        Number of voices V.
    look_ahead : int
        Frames that are waited for, ≥ 0.
    iterations : int
        How often all waiting segments are made again with every new frame.
    seed : int
        Seed of the random phases that new frames have where they are weak.

    Attributes
    ----------
    hop : int
        Samples made for each frame.
    latency : int
        Half the window, and the hops of the look-ahead.
    """

    def __init__(self, stft: STFT, *, voices: int, look_ahead: int = 3, iterations: int = 8, seed: int = 0) -> None:
        self.hop = stft.hop
        self.latency = stft.length // 2 + look_ahead * stft.hop
        self._iterations = iterations
        self._stft = stft
        self._window = stft.window.astype(np.float32)
        self._dual = synthesis_window(stft).astype(np.float32)
        self._start = RTPGHI(stft, voices=voices, look_ahead=0, seed=seed)
        waiting, length = look_ahead + 1, stft.length
        self._magnitudes = np.zeros((voices, waiting, stft.centres.size), np.float32)
        self._segments = np.zeros((voices, waiting, length), np.float32)
        self._sum = np.zeros((voices, look_ahead * stft.hop + length), np.float32)
        self._scale = np.stack([self._coverage(waiting - 1 - place) for place in range(waiting)])

    def _coverage(self, later: int) -> NDArray[np.float32]:
        """Return by what a segment with so many known ones after it is multiplied, for those still to come."""
        hop, length = self.hop, self._stft.length
        share = (self._window * self._dual).astype(np.float64)
        covered = np.zeros(length)
        for shift in range(-(-length // hop), -later - 1, -1):  # earlier segments, itself, later ones
            start = -shift * hop
            own = slice(max(0, start), min(length, start + length))
            covered[own] += share[own.start - start : own.stop - start] if own.stop > own.start else 0.0
        return (1.0 / np.where(covered > _LEAST_COVERED, covered, 1.0)).astype(np.float32)

    def process(self, frames: NDArray[np.float32], active: NDArray[np.int8], out: NDArray[np.float32]) -> None:
        """Take one more frame of each active voice; see `FrameMethod.process`."""
        out[:] = 0.0
        voices = np.flatnonzero(active)
        if voices.size == 0:
            return
        hop, length = self.hop, self._stft.length
        magnitudes, segments, total = self._magnitudes[voices], self._segments[voices], self._sum[voices]
        waiting = magnitudes.shape[1]
        magnitudes[:, :-1] = magnitudes[:, 1:].copy()
        magnitudes[:, -1] = frames[voices] / np.float32(self._stft.amplitude_scale)
        segments[:, :-1] = segments[:, 1:].copy()
        spectra = np.zeros((voices.size, frames.shape[1]), np.complex64)
        self._start.integrate(frames, voices, spectra)
        spectra /= np.float32(self._stft.amplitude_scale)
        newest = np.fft.fftshift(scipy.fft.irfft(spectra, n=length), axes=-1)
        segments[:, -1] = newest * self._dual
        total[:, (waiting - 1) * hop :] += segments[:, -1]
        for _ in range(self._iterations):
            for place in range(waiting - 1, -1, -1):
                here = slice(place * hop, place * hop + length)
                spectra = scipy.fft.rfft(total[:, here] * (self._window * self._scale[place]))
                spectra = _with_magnitudes(spectra, magnitudes[:, place])
                segment = scipy.fft.irfft(spectra, n=length) * self._dual
                total[:, here] += segment - segments[:, place]
                segments[:, place] = segment
        out[voices] = total[:, :hop]
        total[:, :-hop] = total[:, hop:].copy()
        total[:, -hop:] = 0.0
        self._magnitudes[voices], self._segments[voices], self._sum[voices] = magnitudes, segments, total

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`."""
        self._start.reset(voice)
        self._magnitudes[voice] = 0.0
        self._segments[voice] = 0.0
        self._sum[voice] = 0.0

    def warm(self) -> None:
        """Compile everything that `process` needs."""
        self._start.warm()


def _with_magnitudes(spectra: NDArray[np.complex64], magnitudes: NDArray[np.float32]) -> NDArray[np.complex64]:
    """Return spectra with their own phases, 0 where they have none, and these magnitudes."""
    length = np.abs(spectra)
    # Relative to the frame: how loud it is must not matter.
    some = length > 1e-10 * length.max(axis=-1, keepdims=True)
    result: NDArray[np.complex64] = np.where(
        some, spectra * (magnitudes / np.where(some, length, np.float32(1.0))), magnitudes
    ).astype(np.complex64)
    return result
