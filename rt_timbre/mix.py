"""From voices to the stereo signal: envelope, gain, pan, sum, and the guard against non-finite samples."""

import numpy as np
from numba import njit

from rt_timbre.finite import all_finite


@njit(nogil=True, cache=True, error_model="numpy")
def mix(voices, envelopes, sounding, left, right, left_goal, right_goal, out, faulty):  # type: ignore[no-untyped-def]
    """Sum the sounding voices into a stereo signal.

    Parameters
    ----------
    voices : ndarray of float32 [V, n]
        Sound of each voice.
    envelopes : ndarray of float32 [V, n]
        Amplitude envelope of each voice.
    sounding : ndarray of int8 [V]
        Voices whose entry is 0 are left out.
    left, right : ndarray of float64 [V]
        Linear gain of each voice into each channel at the last sample before; moved to the goal.
    left_goal, right_goal : ndarray of float64 [V]
        The gains at the last sample of this block; in between they ramp.
    out : ndarray of float32 [n, 2]
        The result, overwritten.
    faulty : ndarray of int8 [V]
        Set to 1 for each voice that gave a sample that is not finite; all of that voice's block is left out.

    Returns
    -------
    int
        Number of faulty voices.
    """
    samples = out.shape[0]
    faults = 0
    out[:, :] = 0.0
    for v in range(voices.shape[0]):
        faulty[v] = 0
        if sounding[v] != 0:
            row, envelope = voices[v], envelopes[v]
            faulty[v] = not all_finite(row)
            faults += faulty[v]
            if faulty[v] == 0:
                left_step = np.float32((left_goal[v] - left[v]) / samples)
                right_step = np.float32((right_goal[v] - right[v]) / samples)
                left_start, right_start = np.float32(left[v]), np.float32(right[v])
                time = np.float32(0.0)  # a sum, for whole numbers are not turned into single precision by vectors
                for i in range(samples):
                    time += np.float32(1.0)
                    sample = row[i] * envelope[i]
                    out[i, 0] += sample * (left_start + time * left_step)
                    out[i, 1] += sample * (right_start + time * right_step)
        left[v] = left_goal[v]
        right[v] = right_goal[v]
    return faults
