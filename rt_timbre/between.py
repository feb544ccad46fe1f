"""Frames between two semitones: the harmonics of one, at levels on the way to those of the other.

Decoders have learned whole semitones, one by one; what they make of neighbours may differ audibly. So a pitch between
two is played by the frame of the nearer, its frequencies scaled, and each of its harmonics is brought as far towards
the level that it has in the other frame as the pitch lies towards the other. Half way both frames say the same, and the
spectrum does not jump there. A sum of both frames would have two partials for every harmonic.

The level of a harmonic is the root of the power from half a fundamental below it to half a fundamental above, noise
included. Two bands of an NSGT see a partial, and the squares of both and a multiple of their product sum to its power,
wherever it lies between them.
"""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.space_parts import NSGT_KINDS, Transform

_MOST_HARMONICS = 512
_MOST_RAISED = 1e4  # greatest ratio of powers, 40 dB, by which a harmonic is raised
_PLATEAU = 0.25  # fundamentals from a harmonic, within which all bands are raised alike, lest its frequency move


class Between:
    """What there is to know of the bands, to find frames between semitones.

    Parameters
    ----------
    transform : Transform
        What the bands are.
    lowest : float
        Lowest fundamental of a frame in Hz.

    Attributes
    ----------
    centres : ndarray of float64 [K]
        Centres of the bands in Hz.
    edges : ndarray of float64 [K + 1]
        Where each band's part of the power begins, in Hz, and where the last one's ends.
    shared : ndarray of float64 [K - 1]
        Multiple of the product of two neighbours that is power.
    harmonics : int
        Number H of harmonics, counted from the 0th, what lies below the first.
    """

    def __init__(self, transform: Transform, lowest: float) -> None:
        centres, half_widths = transform.centres, transform.half_widths
        middles = 0.5 * (centres[1:] + centres[:-1])
        self.centres = centres
        self.edges = np.concatenate([[0.0], middles, [0.5 * transform.rate]])
        self.shared = np.zeros(transform.bands - 1)
        if transform.kind in NSGT_KINDS:
            lower = _response((middles - centres[:-1]) / half_widths[:-1])
            upper = _response((centres[1:] - middles) / half_widths[1:])
            product = lower * upper
            seen = product > 0.0  # bands that do not overlap share nothing
            self.shared[seen] = (1.0 - lower[seen] ** 2 - upper[seen] ** 2) / product[seen]
        self.harmonics = min(_MOST_HARMONICS, int(self.edges[-1] / lowest) + 1)

    def blend_rows(
        self,
        frames: NDArray[np.float32],
        semitones: NDArray[np.float64],
        others: NDArray[np.float32],
        other_semitones: NDArray[np.float64],
        shares: NDArray[np.float64],
    ) -> None:
        """Bring the harmonics of frames to levels on the way to those of others, in place; see `blend`.

        Parameters
        ----------
        frames, others : ndarray of float32 [N, K]
            Linear amplitudes; `frames` is overwritten.
        semitones, other_semitones : ndarray of float64 [N]
            Their pitches, MIDI.
        shares : ndarray of float64 [N]
            How far: where it is 0 nothing changes.
        """
        powers, gains = np.zeros((2, self.harmonics)), np.zeros(self.harmonics + 2)
        own = self.edges, self.shared, self.centres
        _blend_rows(frames, semitones, others, other_semitones, shares, *own, powers, gains)


def _response(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.square(np.cos(0.5 * math.pi * distance.clip(-1.0, 1.0)))


@njit(nogil=True, cache=True, error_model="numpy")
def hertz_of(pitch: float) -> float:
    """Return the frequency of a MIDI note in Hz."""
    result: float = 440.0 * 2.0 ** ((pitch - 69.0) / 12.0)
    return result


def neighbours(
    pitches: NDArray[np.float64], low: float, high: float
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the semitones nearest to pitches, those on the other side, and how far the pitches lie towards them.

    Parameters
    ----------
    pitches : ndarray of float64 [N]
        MIDI.
    low, high : float
        Range of the space, MIDI.

    Returns
    -------
    semitones, others, shares : ndarray of float64 [N]
        See `neighbour`.
    """
    semitones = np.clip(np.rint(pitches), low, high)
    found = [neighbour(pitch, semitone, low, high) for pitch, semitone in zip(pitches, semitones, strict=True)]
    others, shares = np.array(found).reshape(-1, 2).T
    return semitones, others, shares


@njit(nogil=True, cache=True, error_model="numpy")
def neighbour(pitch: float, semitone: float, low: float, high: float) -> tuple[float, float]:
    """Return the semitone on the other side of a pitch, and how far the pitch lies towards it; all MIDI.

    Parameters
    ----------
    pitch : float
        The pitch.
    semitone : float
        The one that is played, within the range.
    low, high : float
        Range of the space.

    Returns
    -------
    other : float
        `semitone` itself at an end of the range.
    share : float
        0 to 1.
    """
    up, down = min(math.floor(semitone) + 1.0, high), max(math.ceil(semitone) - 1.0, low)
    other = up if pitch > semitone else down
    distance = abs(other - semitone)
    if distance > 0.0 and pitch != semitone:
        return other, min(1.0, abs(pitch - semitone) / distance)
    return semitone, 0.0


@njit(nogil=True, cache=True, error_model="numpy")
def harmonic_powers(
    frame: NDArray[np.float32],
    fundamental: float,
    edges: NDArray[np.float64],
    shared: NDArray[np.float64],
    powers: NDArray[np.float64],
) -> None:
    """Write the power of each harmonic of a frame.

    Parameters
    ----------
    frame : ndarray of float32 [K]
        Linear amplitudes.
    fundamental : float
        In Hz.
    edges, shared : ndarray of float64
        See `Between`.
    powers : ndarray of float64 [H]
        The result; harmonics above the bands are left alone.
    """
    bands = frame.shape[0]
    number, low, end, total = 0, 0.0, 0.5 * fundamental, 0.0
    before = 0.0  # half of what a band shares with the one below
    for k in range(bands):
        here, above = np.float64(frame[k]), 0.0
        if k + 1 < bands:
            above = 0.5 * shared[k] * here * np.float64(frame[k + 1])
        density = max(0.0, here * here + before + above) / (edges[k + 1] - edges[k])
        before = above
        while end < edges[k + 1]:
            powers[number] = total + density * (end - low)
            number += 1
            if number == powers.shape[0]:
                return
            low, total = end, 0.0
            end += fundamental
        total += density * (edges[k + 1] - low)
        low = edges[k + 1]
    powers[number] = total


@njit(nogil=True, cache=True, error_model="numpy")
def blend(
    frame: NDArray[np.float32],
    fundamental: float,
    powers: NDArray[np.float64],
    other_fundamental: float,
    other_powers: NDArray[np.float64],
    share: float,
    centres: NDArray[np.float64],
    highest: float,
    gains: NDArray[np.float64],
    out: NDArray[np.float32],
) -> None:
    """Write a frame whose harmonics are on the way to the levels of another frame's.

    Parameters
    ----------
    frame : ndarray of float32 [K]
        Linear amplitudes.
    fundamental, other_fundamental : float
        Of the frame and of the other, in Hz.
    powers, other_powers : ndarray of float64 [H]
        Of their harmonics.
    share : float
        How far: 0 gives the frame, 1 the other's levels.
    centres : ndarray of float64 [K]
        Of the bands, in Hz.
    highest : float
        Up to where the bands reach, in Hz.
    gains : ndarray of float64 [H + 2]
        Room to work in.
    out : ndarray of float32 [K]
        The result; may be the frame itself.
    """
    # Harmonics that both have, whole; what lies above them is left as it is.
    count = min(powers.shape[0], int(highest / max(fundamental, other_fundamental) - 0.5))
    for number in range(count):
        ratio = other_powers[number] / powers[number] if powers[number] > 0.0 else 1.0
        gains[number] = 1.0 + share * (math.sqrt(min(ratio, _MOST_RAISED)) - 1.0)
    gains[count] = gains[count + 1] = 1.0
    per_hertz, slope = 1.0 / fundamental, 1.0 / (1.0 - 2.0 * _PLATEAU)
    for k in range(frame.shape[0]):
        place = centres[k] * per_hertz
        number = min(int(place), count)
        upper = min(1.0, max(0.0, (place - number - _PLATEAU) * slope))
        out[k] = frame[k] * np.float32(gains[number] + upper * (gains[number + 1] - gains[number]))


@njit(nogil=True, cache=True, error_model="numpy")
def _blend_rows(
    frames: NDArray[np.float32],
    semitones: NDArray[np.float64],
    others: NDArray[np.float32],
    other_semitones: NDArray[np.float64],
    shares: NDArray[np.float64],
    edges: NDArray[np.float64],
    shared: NDArray[np.float64],
    centres: NDArray[np.float64],
    powers: NDArray[np.float64],
    gains: NDArray[np.float64],
) -> None:
    highest = edges[-1]
    for row in range(frames.shape[0]):
        if shares[row] != 0.0:
            near, other = hertz_of(semitones[row]), hertz_of(other_semitones[row])
            harmonic_powers(frames[row], near, edges, shared, powers[0])
            harmonic_powers(others[row], other, edges, shared, powers[1])
            frame, share = frames[row], shares[row]
            blend(frame, near, powers[0], other, powers[1], share, centres, highest, gains, frame)
