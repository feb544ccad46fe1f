"""Phase stage: frames of band amplitudes become sound.

A frame says how loud each band is, not where its waveform stands. A phase method makes up the phases, frame by frame
and without look-ahead, so that partials go on smoothly and noise sounds like noise. `bank.OscillatorBank` is the one
for non-stationary Gabor transforms, whose bands overlap only in pairs.
"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class PhaseMethod(Protocol):
    """Turns the newest frame of every voice into the next samples of every voice.

    Attributes
    ----------
    latency : int
        Samples from the first sample of a call to the first effect of the frames given to that call.
    """

    latency: int

    def process(
        self,
        frames: NDArray[np.float32],
        scale: NDArray[np.float64],
        pitch: NDArray[np.float64],
        active: NDArray[np.int8],
        out: NDArray[np.float32],
    ) -> None:
        """Make the next n samples of all voices in one call that neither allocates nor holds the GIL.

        Parameters
        ----------
        frames : ndarray of float32 [V, K]
            Linear amplitude, finite and ≥ 0, of a stationary sinusoid at each band's centre.
        scale : ndarray of float64 [V]
            Factor by which the frequencies of a frame are multiplied, > 0.
        pitch : ndarray of float64 [V]
            Fundamental frequency of each frame in Hz, before scaling; 0 where it is not known.
        active : ndarray of int8 [V]
            0: this voice is silent; its row of `out` is zeroed and its state is left alone.
        out : ndarray of float32 [V, n]
            Overwritten with the sound; n is at most the hop the method was made for.
        """
        ...

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`: its next frame starts at once at its full amplitude."""
        ...

    def warm(self) -> None:
        """Compile everything that `process` needs; leaves no trace in the sound."""
        ...
