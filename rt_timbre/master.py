"""The way out: whatever comes in, what comes out is finite, without offset, and below the ceiling."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.dc_blocker import DCBlocker
from rt_timbre.limiter import Limiter

_GREATEST = 100.0  # 40 dB over full scale: what is greater is no sound


class Master:
    """Scrubs, removes the offset, applies the gain, limits, and clips.

    Parameters
    ----------
    rate : float
        Samples per second.
    hop : int
        Greatest number of samples that one call of `process` takes.

    Attributes
    ----------
    latency : int
        Delay of the signal in samples, at most 1.5 ms at 44.1 kHz: that of the limiter.
    tail : int
        Samples after the end of the signal until the result is silent, too.
    """

    latency = Limiter.latency

    def __init__(self, rate: float, hop: int) -> None:
        self._dc_blocker = DCBlocker(rate)
        self._limiter = Limiter(rate, hop)
        self.tail = self.latency + self._dc_blocker.tail
        self._last = np.ones(2)  # gain and ceiling at the last sample
        self._ceilings = np.ones(self.latency + hop)  # of the samples that are in the limiter, then of the block's

    def process(self, block: NDArray[np.float32], gain: float, ceiling: float) -> int:
        """Make the sum of the voices fit for ears, in place.

        Parameters
        ----------
        block : ndarray of float32 [n, 2]
            The signal, n ≤ hop; replaced by the result, `latency` samples late.
        gain : float
            Linear gain at the last sample; from the last block's it ramps.
        ceiling : float
            Greatest true peak at the last sample, linear, > 0; ramps as well.

        Returns
        -------
        int
            Number of samples that were not finite; each was replaced by 0.
        """
        faults = int(_scrub(block))
        self._dc_blocker.process(block)
        ceilings = self._ceilings[: self.latency + block.shape[0]]
        _ramp(block, gain, ceiling, self._last, ceilings)
        self._limiter.process(block, ceilings[self.latency :])
        _clip(block, ceilings)
        return faults


@njit(nogil=True, cache=True, error_model="numpy")
def _scrub(block: NDArray[np.float32]) -> int:
    faults = 0
    for i in range(block.shape[0]):
        for channel in range(2):
            sample = block[i, channel]
            if not np.isfinite(sample):
                faults += 1
                block[i, channel] = np.float32(0.0)
            else:
                block[i, channel] = min(max(sample, np.float32(-_GREATEST)), np.float32(_GREATEST))
    return faults


@njit(nogil=True, cache=True, error_model="numpy")
def _ramp(
    block: NDArray[np.float32], gain: float, ceiling: float, last: NDArray[np.float64], ceilings: NDArray[np.float64]
) -> None:
    samples = block.shape[0]
    latency = ceilings.shape[0] - samples
    for i in range(samples):
        part = (i + 1) / samples
        now = np.float32(last[0] + part * (gain - last[0]))
        block[i, 0] *= now
        block[i, 1] *= now
        ceilings[latency + i] = last[1] + part * (ceiling - last[1])
    last[0], last[1] = gain, ceiling


@njit(nogil=True, cache=True, error_model="numpy")
def _clip(block: NDArray[np.float32], ceilings: NDArray[np.float64]) -> None:
    """Clip each sample at the ceiling: the greater one of now and of when it came in."""
    samples = block.shape[0]
    latency = ceilings.shape[0] - samples
    for i in range(samples):
        most = np.float32(max(ceilings[i], ceilings[latency + i]))
        for channel in range(2):
            block[i, channel] = min(max(block[i, channel], -most), most)
    for i in range(latency):
        ceilings[i] = ceilings[samples + i]
