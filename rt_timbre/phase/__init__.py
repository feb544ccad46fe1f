"""Phase stage: frames of band amplitudes become sound.

A frame says how loud each band is, not where its waveform stands. A phase method makes up the phases, frame by frame,
so that partials go on smoothly and noise sounds like noise. There are two kinds: a `PhaseMethod` makes any number of
samples at the output's own rate; a `FrameMethod` makes one hop of samples for each frame at the frames' rate, and
`at_frame_rate.AtFrameRate` makes a `PhaseMethod` of it. `methods` lists them all.
"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

NAMES = ("bank", "rtpghi-0", "rtpghi-1", "spsi", "rtisi-la", "pghi", "block-griffin-lim")
"""The methods that play live; `methods` makes them."""

OFFLINE_NAMES = ("griffin-lim", "fast-griffin-lim", "admm-griffin-lim")
"""The methods that need a whole note at once; `offline` makes them."""

QUALITIES = ("live", "delayed", "offline")
"""What a sound is made for; `methods.of_quality` says by which method."""


class PhaseMethod(Protocol):
    """Turns the newest frame of every voice into the next samples of every voice.

    Attributes
    ----------
    latency : int
        Samples by which the sound lags behind the frames: a change that the frames of a call bring is half heard that
        many samples after the first sample of the call.
    """

    @property
    def latency(self) -> int: ...  # noqa: D102 - above

    def process(
        self,
        frames: NDArray[np.float32],
        scale: NDArray[np.float64],
        pitch: NDArray[np.float64],
        active: NDArray[np.int8],
        out: NDArray[np.float32],
    ) -> None:
        """Make the next n samples of all voices.

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
        """Forget the past of `voice`: its next frame starts a new sound."""
        ...

    def warm(self) -> None:
        """Compile everything that `process` needs; leaves no trace in the sound."""
        ...


class FrameMethod(Protocol):
    """Turns one more frame of every voice into one more hop of samples, at the rate of the frames.

    Attributes
    ----------
    hop : int
        Samples made for each frame.
    latency : int
        Samples by which the sound lags behind the frames: what the frame of a call shows is heard that many samples
        after the first sample of the call.
    """

    @property
    def hop(self) -> int: ...  # noqa: D102 - above

    @property
    def latency(self) -> int: ...  # noqa: D102 - above

    def process(self, frames: NDArray[np.float32], active: NDArray[np.int8], out: NDArray[np.float32]) -> None:
        """Take one more frame of each active voice.

        Parameters
        ----------
        frames : ndarray of float32 [V, K]
            Linear amplitude, finite and ≥ 0, of a stationary sinusoid at each band's centre.
        active : ndarray of int8 [V]
            0: this voice takes no frame now; its row of `out` is zeroed and its state is left alone.
        out : ndarray of float32 [V, hop]
            Overwritten with the sound.
        """
        ...

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`: its next frame starts a new sound."""
        ...

    def warm(self) -> None:
        """Compile everything that `process` needs; leaves no trace in the sound."""
        ...
