"""What all streaming methods for short-time spectra share: windows, the sum of segments, and random phases."""

import numpy as np
import scipy.fft
from numba import njit
from numpy.typing import NDArray

from rt_timbre.transforms.stft import STFT


def synthesis_window(stft: STFT) -> NDArray[np.float64]:
    """Return the canonical dual window [N]: w / Σ w²(· − t hop), the sum over all t."""
    total = np.zeros(stft.hop)
    np.add.at(total, np.arange(stft.length) % stft.hop, np.square(stft.window))
    result: NDArray[np.float64] = stft.window / total[np.arange(stft.length) % stft.hop]
    return result


class OverlapAdd:
    """Sums windowed segments of several voices, one hop at a time.

    Parameters
    ----------
    stft : STFT
        Whose segments.
    voices : int
        Number of voices V.
    """

    def __init__(self, stft: STFT, voices: int) -> None:
        self.hop, self.length = stft.hop, stft.length
        self._window = (synthesis_window(stft) / stft.amplitude_scale).astype(np.float32)
        self._sum = np.zeros((voices, stft.length), np.float32)

    def add(self, spectra: NDArray[np.complex64], voices: NDArray[np.intp], out: NDArray[np.float32]) -> None:
        """Add a segment of each of `voices`, and take the hop that is complete.

        Parameters
        ----------
        spectra : ndarray of complex64 [A, N / 2 + 1]
            Spectra of the segments, magnitudes as amplitudes, phases as in the middle of the segment.
        voices : ndarray of int [A]
            Whose they are.
        out : ndarray of float32 [V, hop]
            The rows of these voices are overwritten.
        """
        segments = scipy.fft.irfft(spectra, n=self.length)
        half = self.length // 2
        for row, voice in enumerate(voices.tolist()):
            total = self._sum[voice]
            total[:half] += segments[row, half:] * self._window[:half]
            total[half:] += segments[row, :half] * self._window[half:]
            out[voice] = total[: self.hop]
            total[: -self.hop] = total[self.hop :].copy()
            total[-self.hop :] = 0.0

    def reset(self, voice: int) -> None:
        """Forget the segments of a voice."""
        self._sum[voice] = 0.0


def seeds(seed: int, voices: int) -> NDArray[np.uint64]:
    """Return the states of the voices' random generators [V]."""
    result: NDArray[np.uint64] = np.random.default_rng(seed).integers(1, 2**63, voices, dtype=np.uint64)
    return result


@njit(nogil=True, cache=True, error_model="numpy")
def draw_phase(random: NDArray[np.uint64], voice: int) -> float:
    """Return the next random phase of a voice, in turns, [0, 1) (Knuth's MMIX generator)."""
    random[voice] = random[voice] * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
    return float(random[voice] >> np.uint64(40)) / 16777216.0
