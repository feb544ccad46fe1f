"""Single pass spectrogram inversion: every peak of a spectrum is a sinusoid whose phase goes on."""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.phase.segments import OverlapAdd
from rt_timbre.transforms.stft import STFT

_LEAST = 1e-300  # that a logarithm is taken of


class SPSI:
    """Single pass spectrogram inversion (Beauregard, Harish and Wyse, DSP 2015).

    The frequency of each peak follows from a parabola through the logarithms of three bins; its phase advances by it,
    and all bins between the valleys beside the peak share that phase.

    Parameters
    ----------
    stft : STFT
        What the frames are magnitudes of.
    voices : int
        Number of voices V.

    Attributes
    ----------
    hop : int
        Samples made for each frame.
    latency : int
        Half the window.
    """

    def __init__(self, stft: STFT, *, voices: int) -> None:
        self.hop = stft.hop
        self.latency = stft.length // 2
        self._advance = stft.hop / stft.length  # turns per hop and bin
        self._phases = np.zeros((voices, stft.centres.size))
        self._sum = OverlapAdd(stft, voices)

    def process(self, frames: NDArray[np.float32], active: NDArray[np.int8], out: NDArray[np.float32]) -> None:
        """Take one more frame of each active voice; see `FrameMethod.process`."""
        out[:] = 0.0
        voices = np.flatnonzero(active)
        spectra = np.zeros((voices.size, frames.shape[1]), np.complex64)
        _invert(frames, voices, self._advance, self._phases, spectra)
        self._sum.add(spectra, voices, out)

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`."""
        self._phases[voice] = 0.0
        self._sum.reset(voice)

    def warm(self) -> None:
        """Compile everything that `process` needs."""
        spectra = np.zeros((1, self._phases.shape[1]), np.complex64)
        frames = np.ones((1, self._phases.shape[1]), np.float32)
        _invert(frames, np.zeros(1, np.intp), self._advance, np.zeros_like(self._phases[:1]), spectra)


@njit(nogil=True, cache=True, error_model="numpy")
def _invert(
    frames: NDArray[np.float32],
    voices: NDArray[np.intp],
    advance: float,
    phases: NDArray[np.float64],
    spectra: NDArray[np.complex64],
) -> None:
    bins = frames.shape[1]
    for row in range(voices.shape[0]):
        frame, phase = frames[voices[row]], phases[voices[row]]
        first = 0  # of the bins that have no phase yet
        m = 1
        while m < bins - 1:
            if not (frame[m] > frame[m - 1] and frame[m] >= frame[m + 1]):
                m += 1
                continue
            below = math.log(max(np.float64(frame[m - 1]), _LEAST))
            own = math.log(max(np.float64(frame[m]), _LEAST))
            above = math.log(max(np.float64(frame[m + 1]), _LEAST))
            curve = below - 2.0 * own + above
            offset = 0.5 * (below - above) / curve if curve < 0.0 else 0.0
            turned = phase[m] + advance * (m + offset)
            turned -= math.floor(turned)
            last = m + 1
            while last < bins - 1 and frame[last + 1] <= frame[last]:
                last += 1
            for k in range(first, last + 1):
                phase[k] = turned
            first = m = last + 1
        for k in range(first, bins):
            phase[k] += advance * k
            phase[k] -= math.floor(phase[k])
        for k in range(bins):
            level, angle = np.float64(frame[k]), 2.0 * math.pi * phase[k]
            spectra[row, k] = complex(level * math.cos(angle), level * math.sin(angle))
