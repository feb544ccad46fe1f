"""Look-ahead peak limiter: the last stage before the output."""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

LOOK_AHEAD = 32  # samples of delay: 0.7 ms, short beside one hop, long enough to bend the gain without a click
_RELEASE = 0.15  # seconds


@njit(nogil=True, cache=True, error_model="numpy")
def _limit(block, start_gain, end_gain, ceiling, release, delay, needed, average, state):  # type: ignore[no-untyped-def]
    """Limit `block` [n, 2] in place.

    The gain that each incoming sample needs is held at its minimum over the look-ahead, let go slowly, and averaged
    over the look-ahead: the average of values that are all low enough for a sample is low enough when it leaves.
    """
    samples = block.shape[0]
    length = delay.shape[0]
    at = int(state[0])
    held = state[1]
    for i in range(samples):
        gain = start_gain + (end_gain - start_gain) * (i + 1) / samples
        left, right = block[i, 0] * gain, block[i, 1] * gain
        peak = max(abs(left), abs(right))
        needed[at] = ceiling / peak if peak > ceiling else 1.0
        lowest = 1.0
        for j in range(length):
            lowest = min(lowest, needed[j])
        held = lowest if lowest < held else min(lowest, held + (1.0 - held) * release)
        average[at] = held
        total = 0.0
        for j in range(length):
            total += average[j]
        smooth = total / length
        oldest = at + 1 if at + 1 < length else 0
        delay[at, 0], delay[at, 1] = left, right
        # The sample that leaves entered `length` - 1 samples ago: every value in `average` saw it in its window.
        block[i, 0] = delay[oldest, 0] * smooth
        block[i, 1] = delay[oldest, 1] * smooth
        at = oldest
    state[0] = at
    state[1] = held


class Limiter:
    """Keeps a stereo signal at or below a ceiling.

    Parameters
    ----------
    rate : float
        Samples per second.

    Attributes
    ----------
    latency : int
        Delay of the signal in samples.
    """

    latency = LOOK_AHEAD - 1

    def __init__(self, rate: float) -> None:
        self._gain = 1.0
        self._release = -math.expm1(-1.0 / (_RELEASE * rate))
        self._delay = np.zeros((LOOK_AHEAD, 2))
        self._needed = np.ones(LOOK_AHEAD)
        self._average = np.ones(LOOK_AHEAD)
        self._state = np.array([0.0, 1.0])

    def process(self, block: NDArray[np.float32], gain: float, ceiling: float) -> None:
        """Apply a gain that ramps from the last block's to this one's, then limit, in place.

        Parameters
        ----------
        block : ndarray of float32 [n, 2]
            The signal; replaced by the result, `latency` samples late.
        gain : float
            Linear gain at the last sample.
        ceiling : float
            Greatest absolute value of what enters from now on, linear.
        """
        _limit(block, self._gain, gain, ceiling, self._release, self._delay, self._needed, self._average, self._state)
        self._gain = gain
