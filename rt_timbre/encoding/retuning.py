"""Frames of a sound as if it were in tune: each at a whole semitone, without vibrato, as a space has learned them.

The bands of a space are so narrow that a quarter tone moves the partials into others. So the sound is played at a speed
that varies inversely to its pitch, as its training notes were; what is analysed then has one pitch throughout.
"""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.space_parts import NSGT_KINDS, Transform
from rt_timbre.transforms import transform_of

_STRAY = 1.5  # semitones from the pitch of the moments that are asked for, beyond which the speed follows no further
_FARTHEST = 12.0  # semitones: a sound further from the range of a space is not brought into it
_LEAST_LENGTH = 1 << 15  # samples that are analysed at a time, at least
_MARGIN_WINDOWS = 2  # of an analysis by windows
_TAPS = 48
_PHASES = 1024  # places between two samples that a sound is read at
_SHAPE = 9.0  # of the Kaiser window


class Retuned:
    """Analyses stretches of a sound at semitones.

    Parameters
    ----------
    declaration : Transform
        The transform of the space.

    Attributes
    ----------
    reach : int
        Samples before the first moment asked for, and after the last, that the frames may depend on.
    span : int
        Samples between the first moment and the last, at most.
    """

    def __init__(self, declaration: Transform) -> None:
        self._transform = transform_of(declaration)
        self._hop = hop = declaration.hop
        if declaration.kind in NSGT_KINDS:  # it takes so many samples, and wraps around
            self._length = declaration.length
            self._margin = self._length // 4 // hop * hop
        else:
            self._margin = -(-_MARGIN_WINDOWS * declaration.length // hop) * hop
            self._length = -(-max(_LEAST_LENGTH, 4 * self._margin) // hop) * hop
        self.span = self._length - 2 * self._margin
        self.reach = math.ceil(self._length * 2.0 ** (_FARTHEST / 12.0)) + _TAPS
        self._fade = np.ones(self._length, np.float32)
        taper = self._margin // 2
        self._fade[:taper] = 0.5 - 0.5 * np.cos(np.pi * (np.arange(taper) + 0.5) / taper)
        self._fade[-taper:] = self._fade[taper - 1 :: -1]

    def as_it_is(self, sound: NDArray[np.float32], moments: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the frames of a sound at moments, at its own pitch; see `at`."""
        frames = np.zeros((len(moments), self._transform.centres.size), np.float32)
        done = 0
        while done < len(moments):
            start = int(moments[done]) - self._margin
            columns = (moments[done:] - start) // self._hop
            columns = columns[columns * self._hop <= self._length - self._margin]
            window = sound[start : start + self._length] * self._fade
            frames[done : done + columns.size] = self._transform.magnitudes(window)[columns]
            done += columns.size
        return frames

    def at(
        self,
        sound: NDArray[np.float32],
        pitches: NDArray[np.float64],
        moments: NDArray[np.int64],
        semitones: NDArray[np.float64],
    ) -> NDArray[np.float32]:
        """Return the frames of a sound at moments, as if it had the pitch of a semitone then.

        Parameters
        ----------
        sound : ndarray of float32 [n]
            The sound at the rate of the transform, from `reach` before the first moment to `reach` after the last.
        pitches : ndarray of float64 [n]
            Its pitch, MIDI.
        moments : ndarray of int64 [T]
            Samples, ascending; multiples of the hop apart.
        semitones : ndarray of float64 [T]
            Which one at each moment, MIDI.

        Returns
        -------
        ndarray of float32 [T, K]
            Linear band amplitudes.
        """
        frames = np.zeros((len(moments), self._transform.centres.size), np.float32)
        for semitone in np.unique(semitones):
            own = np.flatnonzero(semitones == semitone)
            middle = float(np.median(pitches[moments[own]]))
            shift = np.clip(pitches, middle - _STRAY, middle + _STRAY) - semitone
            speed = np.exp2(np.clip(shift, -_FARTHEST, _FARTHEST) / 12.0)
            # Of the sound that has the pitch of the semitone; time passes faster where the pitch is high.
            place = np.cumsum(speed) - speed
            places = place[moments[own]]
            done = 0
            while done < own.size:
                start = math.floor(places[done]) - self._margin
                columns = np.rint((places[done:] - start) / self._hop).astype(np.int64)
                columns = columns[columns * self._hop <= self._length - self._margin]
                samples = np.interp(np.arange(start, start + self._length), place, np.arange(sound.size))
                window = read_at(sound, samples) * self._fade
                frames[own[done : done + columns.size]] = self._transform.magnitudes(window)[columns]
                done += columns.size
        return frames


def read_at(sound: NDArray[np.float32], places: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return a sound at places between its samples, by a windowed sinc; beyond its ends it is silent.

    Parameters
    ----------
    sound : ndarray of float32 [n]
        The sound.
    places : ndarray of float64 [m]
        Ascending, in samples. Where they lie further apart than samples do, what would be mirrored is left out.

    Returns
    -------
    ndarray of float32 [m]
        The samples.
    """
    fastest = float(np.max(np.diff(places), initial=1.0))
    cutoff = 1.0 if fastest < 1.01 else 1.0 / fastest
    offset = np.arange(_TAPS) - (_TAPS // 2 - 1) - np.arange(_PHASES + 1)[:, None] / _PHASES
    window = np.i0(_SHAPE * np.sqrt(np.maximum(0.0, 1.0 - (2.0 * offset / _TAPS) ** 2))) / np.i0(_SHAPE)
    weights = cutoff * np.sinc(cutoff * offset) * window
    out = np.zeros(len(places), np.float32)
    _read(sound, places, (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32), out)
    return out


@njit(nogil=True, cache=True, error_model="numpy")
def _read(
    sound: NDArray[np.float32], places: NDArray[np.float64], weights: NDArray[np.float32], out: NDArray[np.float32]
) -> None:
    phases, taps = weights.shape[0] - 1, weights.shape[1]
    for i in range(places.shape[0]):
        whole = math.floor(places[i])
        row = weights[math.floor((places[i] - whole) * phases + 0.5)]
        first = whole - (taps // 2 - 1)
        total = np.float32(0.0)
        for tap in range(max(0, -first), min(taps, sound.shape[0] - first)):
            total += row[tap] * sound[first + tap]
        out[i] = total
