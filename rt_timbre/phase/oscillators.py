"""One sinusoid: linear ramps of amplitude and frequency, phase kept exact in single precision."""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

_F = np.float32
# sin(2πt) = t (1/4 − t²) P(t²) on |t| ≤ 1/2; P minimises the greatest error of the sine (1.1e-7, so −139 dB).
_P0, _P1, _P2, _P3, _P4 = (_F(c) for c in (25.13273039, -64.83468218, 67.0439198, -38.12334902, 12.23362621))
_HALF, _QUARTER = _F(0.5), _F(0.25)
_GRID = 1024.0


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def add_sinusoid(
    out: NDArray[np.float32],
    phase: float,
    frequency: float,
    next_frequency: float,
    amplitude: float,
    next_amplitude: float,
) -> float:
    """Add one sinusoid whose frequency and amplitude run linearly over `out`.

    Parameters
    ----------
    out : ndarray of float32 [n]
        Added to; sample i gets the value at time i + 1, so that sample n − 1 has reached the next values.
    phase : float
        Phase at time 0 in turns, in [0, 1).
    frequency, next_frequency : float
        In turns a sample, at time 0 and at time n.
    amplitude, next_amplitude : float
        Linear, at time 0 and at time n.

    Returns
    -------
    float
        Phase at time n in turns, in [0, 1).
    """
    samples = out.shape[0]
    # Time times a coarse frequency (a multiple of 2⁻¹⁰) has no rounding error in single precision; only the rest has.
    coarse = math.floor(frequency * _GRID + 0.5) / _GRID
    start, steps, rest = _F(phase), _F(coarse), _F(frequency - coarse)
    bend = _F((next_frequency - frequency) * 0.5 / samples)
    level, slope = _F(amplitude), _F((next_amplitude - amplitude) / samples)
    time = _F(0.0)  # a sum, for whole numbers are not turned into single precision by vectors
    for i in range(samples):
        time += _F(1.0)
        whole = time * steps
        turn = (whole - np.floor(whole)) + (start + time * (rest + time * bend))
        turn = turn - np.floor(turn + _HALF)
        square = turn * turn
        shape = _P0 + square * (_P1 + square * (_P2 + square * (_P3 + square * _P4)))
        out[i] += (level + time * slope) * (turn * (_QUARTER - square) * shape)
    end = phase + samples * 0.5 * (frequency + next_frequency)
    return float(end - math.floor(end))
