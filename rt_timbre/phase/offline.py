"""Methods that need all frames of a note before its first sample: for rendering, in two passes.

In the first pass the oscillator bank plays, and all that it is given is kept (`rt_timbre.phase.notes`); then each note
is made as a whole; in the second pass the notes are played.

A note is made in the time of its frames: there the pitch is the semitone that was decoded, and time runs as fast as the
frames are scaled. Where the semitone changes, and after 12 seconds, there is a cut. The pieces between the cuts are
made each in a time of its own, and a bit more than themselves, from the phases of the bank's sound, which goes on
evenly across the cuts; they are turned to go on from the piece before: so the pieces cross-fade without a dip.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rt_timbre.phase.griffin_lim import (
    Method,
    admm_griffin_lim,
    carried_on,
    fast_griffin_lim,
    fitting,
    random_phases,
    render_frames,
)
from rt_timbre.phase.notes import Note
from rt_timbre.phase.rtpghi import RTPGHI
from rt_timbre.phase.warp import at_places
from rt_timbre.space_parts import NSGT_KINDS, Transform
from rt_timbre.transforms import FrameTransform, transform_of
from rt_timbre.transforms.stft import STFT

Synthesis = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""Takes the frames [T, K] of a note, gives its samples [T · hop] at the frames' rate."""

_PLAIN_ITERATIONS = 100  # from random phases, as in the paper
_ITERATIONS = 30  # from the bank's phases: within 0.5 dB of 100, which wander farther off from them
_FASTEST = 16.0  # greatest scale, four octaves; what asks for more, or for less than its inverse, gets this
_PIECE = 12.0  # seconds at most
_SHORTEST = 0.05  # seconds: nearer cuts are passed over
_AROUND = 0.5  # seconds before and after a piece, which are not heard
_FADE = 0.05  # seconds


def synthesis(name: str, transform: Transform, seed: int) -> Synthesis:
    """Return what makes notes.

    Parameters
    ----------
    name : str
        One of `rt_timbre.phase.OFFLINE_NAMES`: "griffin-lim", 100 iterations from random phases, as Esling et al. (DAFx
        2018) make their sounds; "fast-griffin-lim", 100 iterations with momentum from phases that follow from the
        magnitudes; "admm-griffin-lim", 100 of the alternating direction method of multipliers from these.
    transform : Transform
        What the bands of the frames are.
    seed : int
        Seed of random phases.

    Returns
    -------
    callable
        See `Synthesis`.
    """
    if name == "griffin-lim":
        return partial(
            render_frames,
            transform,
            start=partial(random_phases, seed=seed),
            method=_method(name),
        )
    start = partial(spectral_phases, seed=seed) if transform.kind == "stft" else None
    return partial(render_frames, transform, start=start, method=_method(name))


def _method(name: str) -> Method:
    if name == "griffin-lim":
        return partial(fast_griffin_lim, momentum=0.0)
    return admm_griffin_lim if name == "admm-griffin-lim" else fast_griffin_lim


def make_note(note: Note, name: str, transform: Transform, *, rate: int, seed: int) -> NDArray[np.float32]:
    """Make the sound of a note.

    Parameters
    ----------
    note : Note
        The note, with the bank's sound.
    name : str
        As of `synthesis`. Of a note whose semitone changes, or of more than 12 seconds, all but "griffin-lim" begin
        with the bank's phases.
    transform : Transform
        What the bands of the frames are.
    rate : int
        Samples per second of the output.
    seed : int
        Seed of random phases.

    Returns
    -------
    ndarray of float32 [n]
        The sound, as long as the note, at the rate of the output.
    """
    count = int(note.starts[-1])
    changes = np.flatnonzero(np.diff(note.hertz)) + 1
    if not changes.size and count <= _PIECE * rate:
        span = _Span(note, 0, count, 0, transform, rate)
        return span.back(synthesis(name, transform, seed)(span.frames(span.columns)))
    sound = np.zeros(count, np.float32)
    around, half = round(_AROUND * rate), round(0.5 * _FADE * rate)
    before = _Before(sound=note.sound, start=0, cut=0)
    for call, start, stop in _pieces(note, changes, rate):
        span = _Span(note, start - around, stop + around, call, transform, rate)
        made = span.back(_sound_of(span, before, name, transform, seed))
        before = _Before(sound=made, start=start - around, cut=stop)
        place = np.arange(start - half, stop + half)
        piece = made[around - half : around + stop - start + half]
        weights = _rising(place - start, half, start == 0) * (1.0 - _rising(place - stop, half, stop == count))
        inside = (place >= 0) & (place < count)
        sound[place[inside]] += (weights * piece)[inside]
    return sound


def _pieces(note: Note, changes: NDArray[np.intp], rate: int) -> Iterator[tuple[int, int, int]]:
    """Give the first call of each piece, its first sample, and the one after its last."""
    calls = [0]
    for change in changes.tolist():
        # A semitone that comes and goes at once is passed over: what came before is held for so long.
        if note.starts[change] - note.starts[calls[-1]] >= _SHORTEST * rate:
            calls.append(change)
    for call, following in pairwise([*calls, len(note.frames)]):
        end = int(note.starts[following])
        for start in range(int(note.starts[call]), end, round(_PIECE * rate)):
            stop = min(start + round(_PIECE * rate), end)
            yield call, start, stop


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """What was made before a piece: a sound [n] that begins at the sample `start`, and the sample of the cut."""

    sound: NDArray[np.float32]
    start: int
    cut: int


class _Span:
    """A part of a note in the time of its frames at one semitone, beyond its ends silence.

    Parameters
    ----------
    note : Note
        The note.
    start, stop : int
        First sample and the one after the last, at the rate of the output.
    call : int
        One at the semitone.
    transform : Transform
        What the bands of the frames are.
    rate : int
        Samples per second of the output.
    """

    def __init__(self, note: Note, start: int, stop: int, call: int, transform: Transform, rate: int) -> None:
        self._note, self._hop = note, transform.hop
        same = note.hertz == note.hertz[call]
        self._first = call - int(np.argmin(np.append(same[call::-1], False))) + 1
        self._last = call + int(np.argmin(np.append(same[call:], False))) - 1
        speeds = note.scales * (note.hertz / note.hertz[call] if note.hertz[call] > 0.0 else 1.0)
        samples = np.arange(start, stop)
        speed = np.interp(samples, note.starts[:-1], speeds.clip(1.0 / _FASTEST, _FASTEST)) * transform.rate / rate
        self._samples = samples
        self._places = np.concatenate([[0.0], np.cumsum(speed[:-1])])  # of the samples, in the time of the frames

    @property
    def columns(self) -> int:
        """Number of frames."""
        return int(self._places[-1] / self._hop) + 1

    def frames(self, count: int) -> NDArray[np.float32]:
        """Return frames [count, K]; after its own there is silence, before and after the semitone it is held."""
        at = self._samples_at(np.arange(count) * self._hop)
        call = np.interp(at, self._note.starts[:-1], np.arange(len(self._note.frames))).clip(self._first, self._last)
        index = call.astype(np.int64)
        share = (call - index).astype(np.float32)[:, None]
        here, there = (self._note.frames[place] for place in (index, np.minimum(index + 1, self._last)))
        found: NDArray[np.float32] = (np.float32(1.0) - share) * here + share * there
        found[(at < 0.0) | (at >= self._note.starts[-1])] = 0.0
        return found

    def sound(self, count: int) -> NDArray[np.float32]:
        """Return the sound of the note [count], with silence after it."""
        return self.seen(self._note.sound, 0, count)

    def seen(self, sound: NDArray[np.float32], start: int, count: int) -> NDArray[np.float32]:
        """Return a sound that begins at the sample `start` of the output as it is in the time of the frames [count]."""
        return at_places(sound, self._samples_at(np.arange(count)) - start)

    def column(self, sample: int) -> int:
        """Return the number of the frame at a sample of the output."""
        return round(float(np.interp(sample, self._samples, self._places)) / self._hop)

    def back(self, sound: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return a sound as it is at the rate of the output, from the first sample to the last."""
        return at_places(sound, self._places)

    def _samples_at(self, places: NDArray[np.int64]) -> NDArray[np.float64]:
        beyond = float(self._note.starts[-1])
        found: NDArray[np.float64] = np.interp(
            places, self._places, self._samples, right=max(beyond, float(self._samples[-1]))
        )
        return found


def _sound_of(span: _Span, before: _Before, name: str, transform: Transform, seed: int) -> NDArray[np.float32]:
    """Make a span of a note that is made in pieces."""
    bands: FrameTransform
    count = span.columns
    if transform.kind in NSGT_KINDS:
        bands = fitting(transform, count, silence=0.0)
        count = bands.columns
    else:
        bands = transform_of(transform)
    frames = span.frames(count)
    samples = count * transform.hop
    if name == "griffin-lim":
        phases, iterations = random_phases(bands, frames, seed=seed), _PLAIN_ITERATIONS
    else:
        phases, iterations = np.angle(bands.forward(span.sound(samples))).astype(np.float64), _ITERATIONS
    earlier = np.angle(bands.forward(span.seen(before.sound, before.start, samples)))
    start = carried_on(phases, earlier, span.column(before.cut))
    return _method(name)(bands, frames, start=start, iterations=iterations)


def _rising(distance: NDArray[np.int64], half: int, is_end: bool) -> NDArray[np.float32]:
    """Return weights that rise from 0 to 1 around a cut; at an end of the note they do at once."""
    if is_end:
        return (distance >= 0).astype(np.float32)
    share = np.clip((distance + half + 0.5) / (2.0 * half), 0.0, 1.0)
    weights: NDArray[np.float32] = (0.5 - 0.5 * np.cos(np.pi * share)).astype(np.float32)
    return weights


def spectral_phases(stft: STFT, frames: NDArray[np.float32], *, seed: int = 0) -> NDArray[np.float64]:
    """Return the phases of short-time spectra by heap integration with a look-ahead of one frame.

    Parameters
    ----------
    stft : STFT
        What the frames are of.
    frames : ndarray of float32 [T, K]
        Linear amplitudes ≥ 0.
    seed : int
        Seed of the phases where the frames are weak.

    Returns
    -------
    ndarray of float64 [K, T]
        In radians.
    """
    method = RTPGHI(stft, voices=1, look_ahead=1, seed=seed)
    voice = np.zeros(1, np.intp)
    spectra = np.zeros((len(frames) + 1, 1, frames.shape[1]), np.complex64)
    for row, frame in zip(spectra, np.concatenate((frames, frames[-1:])), strict=True):
        method.integrate(frame[None], voice, row)
    phases: NDArray[np.float64] = np.angle(spectra[1:, 0]).T.astype(np.float64)
    return phases
