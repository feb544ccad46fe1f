"""The frames of all voices: decoded anew where the point or the semitone has changed, kept where it has not.

A pitch between two semitones is played by the frames of both (see `between`). Of these at most one is decoded in a hop:
the one that is farther from what it should be, as far as it is heard. So a voice that moves costs no more runs of the
decoder between two semitones than at one. A voice keeps the frames of three semitones: a vibrato around one of them
needs no others.
"""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.between import Between, blend, harmonic_powers, hertz_of, neighbour
from rt_timbre.decoder import Decoder
from rt_timbre.errors import SpaceError
from rt_timbre.finite import all_finite
from rt_timbre.space import Space

_KEPT = 3
_HYSTERESIS = 0.6  # semitones: a vibrato across a quarter tone stays with one frame, and that of another level


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
        self._between = Between(space.transform, hertz_of(space.pitch_low))
        self._near = np.full(voices, float(round(space.reference_pitch)))  # semitone that is played
        self._other = self._near.copy()  # the one on the other side of the pitch
        self._share = np.zeros(voices)  # how far the pitch lies towards that
        # Frames of each voice, at different semitones.
        self._frames = np.zeros((voices, _KEPT, space.bands), np.float32)
        self._powers = np.zeros((voices, _KEPT, self._between.harmonics))
        self._semitones = np.zeros((voices, _KEPT))
        self._points = np.zeros((voices, _KEPT, space.dimension), np.float32)
        # 1: the frame is that of the point at the semitone; 2: and the powers are the frame's.
        self._known = np.zeros((voices, _KEPT), np.int8)
        self._shown = np.stack([self._near, np.full(voices, -1.0)])  # semitone and share of the magnitude; −1: another
        self._rows = np.zeros((voices, 2), np.int64)  # voice and frame of each row that is decoded
        self._gains = np.zeros(self._between.harmonics + 2)

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
        space, decoder, between = self._space, self._decoder, self._between
        count: int = _choose(
            active,
            fresh,
            pitch,
            latent,
            space.conditioned,
            space.pitch_low,
            space.pitch_high,
            space.reference_pitch,
            self._near,
            self._other,
            self._share,
            self._semitones,
            self._points,
            self._known,
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
                self.faults += _accept(decoder.magnitude, self._rows, count, self._frames, self._known, self._shown)
        _show(
            active,
            pitch,
            space.conditioned,
            space.pitch_high,
            self._near,
            self._other,
            self._share,
            self._semitones,
            self._known,
            self._frames,
            self._powers,
            between.centres,
            between.edges,
            between.shared,
            self._gains,
            self._shown,
            self.magnitude,
            self.scale,
            self.hertz,
        )
        return count


@njit(nogil=True, cache=True, error_model="numpy")
def next_semitone(pitch: float, semitone: float, low: float, high: float) -> float:
    """Return the semitone that is nearest to a pitch, or nearly, all MIDI.

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
def _place(semitone: float, high: float) -> int:
    """Return which of a voice's frames is for a semitone: those beside each other never share one."""
    return int(math.ceil(semitone) if semitone >= high else math.floor(semitone)) % _KEPT


@njit(nogil=True, cache=True, error_model="numpy")
def _error(known: int, found: float, wanted: float, point: NDArray[np.float32], latent: NDArray[np.float32]) -> float:
    """Return how far a frame is from the one that is wanted: infinitely, if it is of another semitone."""
    if known == 0 or found != wanted:
        return math.inf
    distance = 0.0
    for d in range(latent.shape[0]):
        distance += abs(np.float64(latent[d]) - np.float64(point[d]))
    return distance


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
    nears: NDArray[np.float64],
    others: NDArray[np.float64],
    shares: NDArray[np.float64],
    semitones: NDArray[np.float64],
    points: NDArray[np.float32],
    known: NDArray[np.int8],
    rows: NDArray[np.int64],
    latent_rows: NDArray[np.float32],
    pitch_rows: NDArray[np.float32],
) -> int:
    """Fill in what is to be decoded, row by row, and return the number of rows; `rows` says whose they are."""
    count = 0
    for v in range(active.shape[0]):
        if active[v] == 0:
            continue
        near, other, share = reference, reference, 0.0
        if conditioned:
            near = next_semitone(pitches[v], math.nan if fresh[v] != 0 else nears[v], low, high)
            other, share = neighbour(pitches[v], near, low, high)
        nears[v], others[v], shares[v] = near, other, share
        chosen, semitone = _place(near, high), near
        off = _error(known[v, chosen], semitones[v, chosen], near, points[v, chosen], latents[v])
        if share > 0.0:
            beside = _place(other, high)
            other_off = _error(known[v, beside], semitones[v, beside], other, points[v, beside], latents[v])
            if fresh[v] != 0 and other_off > 0.0:
                known[v, beside] = 0  # of a note that was
            if other_off * share > off * (1.0 - share):
                chosen, semitone, off = beside, other, other_off
        if off == 0.0:
            continue
        semitones[v, chosen], known[v, chosen] = semitone, 0
        for d in range(latents.shape[1]):
            points[v, chosen, d] = latent_rows[count, d] = latents[v, d]
        pitch_rows[count, 0] = semitone
        rows[count, 0], rows[count, 1] = v, chosen
        count += 1
    return count


@njit(nogil=True, cache=True, error_model="numpy")
def _accept(
    decoded: NDArray[np.float32],
    rows: NDArray[np.int64],
    count: int,
    frames: NDArray[np.float32],
    known: NDArray[np.int8],
    shown: NDArray[np.float64],
) -> int:
    """Take the frames that are finite, and return the number of others."""
    faults = 0
    for row in range(count):
        v, place = rows[row]
        if all_finite(decoded[row]):
            frames[v, place] = decoded[row]
            known[v, place] = 1
            shown[1, v] = -1.0
        else:
            faults += 1
    return faults


@njit(nogil=True, cache=True, error_model="numpy")
def _show(
    active: NDArray[np.int8],
    pitches: NDArray[np.float64],
    conditioned: bool,
    high: float,
    nears: NDArray[np.float64],
    others: NDArray[np.float64],
    shares: NDArray[np.float64],
    semitones: NDArray[np.float64],
    known: NDArray[np.int8],
    frames: NDArray[np.float32],
    powers: NDArray[np.float64],
    centres: NDArray[np.float64],
    edges: NDArray[np.float64],
    shared: NDArray[np.float64],
    gains: NDArray[np.float64],
    shown: NDArray[np.float64],
    magnitude: NDArray[np.float32],
    scales: NDArray[np.float64],
    hertz: NDArray[np.float64],
) -> None:
    """Make the magnitudes that are to change; a voice whose frame was dropped goes on with its last one."""
    for v in range(active.shape[0]):
        if active[v] == 0:
            continue
        near, other, share = nears[v], others[v], shares[v]
        place, beside = _place(near, high), _place(other, high)
        if known[v, place] != 0 and semitones[v, place] == near:
            if known[v, beside] == 0 or semitones[v, beside] != other:
                share = 0.0
            if shown[0, v] != near or shown[1, v] != share:
                if share > 0.0:
                    for i in (place, beside):
                        if known[v, i] == 1:
                            harmonic_powers(frames[v, i], hertz_of(semitones[v, i]), edges, shared, powers[v, i])
                            known[v, i] = 2
                    blend(
                        frames[v, place],
                        hertz_of(near),
                        powers[v, place],
                        hertz_of(other),
                        powers[v, beside],
                        share,
                        centres,
                        edges[-1],
                        gains,
                        magnitude[v],
                    )
                else:
                    magnitude[v] = frames[v, place]
                shown[0, v], shown[1, v] = near, share
        semitone = shown[0, v]
        scales[v] = 2.0 ** ((pitches[v] - semitone) / 12.0)
        if conditioned:
            hertz[v] = hertz_of(semitone)
