"""The frames of all voices: decoded anew where the point or the semitone has changed, kept where it has not."""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.decoder import Decoder
from rt_timbre.errors import SpaceError
from rt_timbre.finite import all_finite
from rt_timbre.space import Space

_HYSTERESIS = 0.6  # semitones: a vibrato across a quarter tone stays with one decoded pitch


class Frames:
    """What the phase stage needs to know of every voice.

    Parameters
    ----------
    space : Space
        The timbre space.
    voices : int
        Number of voices V.

    Attributes
    ----------
    magnitude : ndarray of float32 [V, K]
        Linear band amplitudes.
    scale : ndarray of float64 [V]
        Factor by which the frequencies of the frame are multiplied: a pitch between two semitones is played so.
    hertz : ndarray of float64 [V]
        Fundamental frequency of the frame in Hz, before scaling; 0 if the space does not know it.
    faults : int
        Frames that were dropped because a value was not finite.
    """

    def __init__(self, space: Space, voices: int) -> None:
        self.magnitude = np.zeros((voices, space.bands), np.float32)
        self.scale = np.ones(voices)
        self.hertz = np.zeros(voices)
        self.faults = 0
        self._space = space
        self._decoder = Decoder(space, voices)
        self._semitone = np.full(voices, float(round(space.reference_pitch)))
        self._point = np.zeros((voices, space.dimension), np.float32)
        self._known = np.zeros(voices, np.int8)  # 1: the magnitude is that of the point at the semitone
        self._rows = np.zeros(voices, np.int64)

    def update(
        self,
        active: NDArray[np.int8],
        fresh: NDArray[np.int8],
        pitch: NDArray[np.float64],
        latent: NDArray[np.float32],
    ) -> int:
        """Bring the frames of the sounding voices up to date.

        Parameters
        ----------
        active : ndarray of int8 [V]
            1 for voices that sound; the others are left alone.
        fresh : ndarray of int8 [V]
            1 for voices whose note begins: they take the semitone nearest to their pitch.
        pitch : ndarray of float64 [V]
            MIDI.
        latent : ndarray of float32 [V, D]
            Where the voices are.

        Returns
        -------
        int
            Number of frames that were decoded.
        """
        space, decoder = self._space, self._decoder
        count: int = _choose(
            active,
            fresh,
            pitch,
            latent,
            space.conditioned,
            space.pitch_low,
            space.pitch_high,
            space.reference_pitch,
            self._semitone,
            self._point,
            self._known,
            self.scale,
            self.hertz,
            self._rows,
            decoder.latent,
            decoder.pitch,
        )
        if count > 0:
            try:
                decoder.run(count)
            except SpaceError:
                self.faults += count
            else:
                self.faults += _accept(decoder.magnitude, self._rows, count, self.magnitude, self._known)
        return count


@njit(nogil=True, cache=True, error_model="numpy")
def next_semitone(pitch: float, semitone: float, low: float, high: float) -> float:
    """Return the semitone that is decoded for a pitch, all MIDI.

    Parameters
    ----------
    pitch : float
        The pitch.
    semitone : float
        The semitone until now, which is kept while the pitch stays near it; NaN at the beginning.
    low, high : float
        Range of the space.

    Returns
    -------
    float
        A whole number, or an end of the range.
    """
    if abs(pitch - semitone) <= _HYSTERESIS:
        return semitone
    nearest: float = min(max(np.rint(pitch), low), high)
    return nearest


@njit(nogil=True, cache=True, error_model="numpy")
def _choose(
    active: NDArray[np.int8],
    fresh: NDArray[np.int8],
    pitches: NDArray[np.float64],
    latents: NDArray[np.float32],
    conditioned: bool,
    low: float,
    high: float,
    reference: float,
    semitones: NDArray[np.float64],
    points: NDArray[np.float32],
    known: NDArray[np.int8],
    scales: NDArray[np.float64],
    hertz: NDArray[np.float64],
    rows: NDArray[np.int64],
    latent_rows: NDArray[np.float32],
    pitch_rows: NDArray[np.float32],
) -> int:
    """Fill in what is to be decoded, row by row, and return the number of rows; `rows` says whose they are."""
    count = 0
    for v in range(active.shape[0]):
        if active[v] == 0:
            continue
        pitch, semitone = pitches[v], reference
        if conditioned:
            semitone = next_semitone(pitch, math.nan if fresh[v] != 0 else semitones[v], low, high)
            hertz[v] = 440.0 * 2.0 ** ((semitone - 69.0) / 12.0)
        scales[v] = 2.0 ** ((pitch - semitone) / 12.0)
        same = known[v] != 0 and semitone == semitones[v]
        for d in range(latents.shape[1]):
            same = same and latents[v, d] == points[v, d]
        if same:
            continue
        semitones[v], known[v] = semitone, 0
        for d in range(latents.shape[1]):
            points[v, d] = latent_rows[count, d] = latents[v, d]
        pitch_rows[count, 0] = semitone
        rows[count] = v
        count += 1
    return count


@njit(nogil=True, cache=True, error_model="numpy")
def _accept(
    decoded: NDArray[np.float32],
    rows: NDArray[np.int64],
    count: int,
    magnitude: NDArray[np.float32],
    known: NDArray[np.int8],
) -> int:
    """Take the frames that are finite, and return the number of others: such a voice goes on with its last frame."""
    faults = 0
    for row in range(count):
        if all_finite(decoded[row]):
            magnitude[rows[row]] = decoded[row]
            known[rows[row]] = 1
        else:
            faults += 1
    return faults
