"""What the bank reads off a frame: its partials, how tonal they are, and the power that is left for noise."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.phase.harmonics import judge, lock, merge, refine
from rt_timbre.phase.noise import explain, leave
from rt_timbre.phase.partials import greatest_of

FLOOR = 1e-3  # partials 60 dB below the strongest are not played
_TUNABLE = 1.03  # greatest ratio, half a semitone, by which a known pitch corrects the frame's own


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def is_same(frame: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    """Return whether two frames are the same, bit for bit."""
    ours, theirs = frame.view(np.int32), other.view(np.int32)
    difference = np.int32(0)
    for k in range(ours.shape[0]):
        difference |= ours[k] ^ theirs[k]
    return bool(difference == 0)


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def read_frame(
    frame: NDArray[np.float32],
    pitch: float,
    fundamental: float,
    is_seen: bool,
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    frequency: NDArray[np.float64],
    amplitude: NDArray[np.float64],
    tonality: NDArray[np.float64],
    doubt: NDArray[np.float64],
    band: NDArray[np.int64],
    count: int,
    power: NDArray[np.float64],
    room: NDArray[np.float64],
) -> tuple[int, float, float]:
    """Judge, merge and lock the peaks of a frame, and take them out of it.

    Parameters
    ----------
    frame : ndarray of float32 [K]
        Linear amplitudes.
    pitch : float
        Fundamental in Hz that is known; 0 if none is.
    fundamental : float
        The same, or the one that was found; 0 if there is none.
    is_seen : bool
        Whether `fundamental` is what this very frame shows.
    centres, half_widths : ndarray of float64 [K]
        Of the bands in Hz.
    frequency, amplitude, tonality, doubt, band : ndarray [most]
        The `count` peaks of the frame; become its partials.
    power : ndarray of float64 [≥ K]
        Becomes the power of each band that is noise.
    room : ndarray of float64 [2, ≥ K + 1]
        Room to work in.

    Returns
    -------
    count : int
        Number of partials.
    floor : float
        Power of a group of bands, below which its noise is not played.
    tuning : float
        Factor of all frequencies that brings them to the pitch.
    """
    if pitch > 0.0 or (fundamental > 0.0 and not is_seen):
        fundamental = refine(fundamental, frequency, amplitude, band, count, half_widths)
    floor = FLOOR * np.float64(greatest_of(frame))
    locked_from, locked_tonality, tuning = frame.shape[0], 1.0, 1.0
    masked = room[0]
    judge(frame, fundamental, centres, half_widths, frequency, doubt, band, count, tonality)
    explain(centres, half_widths, frequency, amplitude, tonality, band, count, power, masked)
    if fundamental > 0.0:
        count = merge(fundamental, frequency, amplitude, tonality, band, count, frame, centres, half_widths, power)
        count, locked_from, locked_tonality = lock(
            frame,
            fundamental,
            floor,
            centres,
            half_widths,
            frequency,
            amplitude,
            tonality,
            band,
            count,
            room[1],
        )
        if pitch > 0.0 and 1.0 / _TUNABLE < pitch / fundamental < _TUNABLE:
            tuning = pitch / fundamental
    leave(frame, locked_from, locked_tonality, power, masked)
    return count, floor * floor, tuning
