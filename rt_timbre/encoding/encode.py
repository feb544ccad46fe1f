"""From sound to path: a recording's frames as points of a space, with its pitch and its loudness."""

import math
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.decoder import Encoder
from rt_timbre.encoding import pitch_tracking
from rt_timbre.encoding.recording_file import Excerpts, RecordingFile
from rt_timbre.encoding.retuning import Retuned
from rt_timbre.errors import EncodeError
from rt_timbre.frames import next_semitone
from rt_timbre.loudness import REFERENCE_RMS, loudness_rms, normalise, streamed_gains
from rt_timbre.paths.latent_path import MOST_POINTS, LatentPath
from rt_timbre.paths.path_parser import MOST_BYTES
from rt_timbre.presets.preset import SpaceKey
from rt_timbre.space import Space

POINTS_PER_SECOND = 200
"""Greatest number of points in a second of a path."""

_FLOOR_DB = -50.0  # below the loudest moment: what is softer is the room's noise, and keeps the point before it
_AHEAD = 0.01  # seconds by which a gain is to know what comes: what is measured of the past 25 ms lags behind by 12
_NUMBER_BYTES = 15  # of a number in the file of a path, at most but for rare ones
_SILENCE = 10.0 ** (-90.0 / 20.0)  # A-weighted RMS of a recording's loudest moment
_MOST_LOUDER = 2.0  # by which a frame of a "corpus" space is made louder or softer, to be as sharp as the sound is

Progress = Callable[[str, float, float], None]
"""Takes what is being done, and the seconds of the recording that are done and that there are."""


class Points(NamedTuple):
    """A part of a path: see `LatentPath`."""

    times: NDArray[np.float64]
    latents: NDArray[np.float32]
    pitches: NDArray[np.float64]
    gains: NDArray[np.float32]


def _unheard(what: str, done: float, total: float) -> None:
    """Say nothing."""


class Encoding:
    """A recording on its way into a space.

    Its pitch and its loudness are known when this is made, which reads through the recording three times; the points
    are found as they are asked for. Nothing is held of the sound but a few seconds.

    Parameters
    ----------
    recording : RecordingFile
        The recording.
    space : Space
        The space.
    progress : callable, optional
        See `Progress`.

    Attributes
    ----------
    times : ndarray of float64 [N]
        When the points are, in seconds.
    pitches : ndarray of float64 [N]
        MIDI. An unconditioned space hears the pitch as a part of the timbre: there it is the reference pitch, at which
        frames are played as they are decoded.
    gains : ndarray of float32 [N]
        See `rt_timbre.loudness.streamed_gains`; in a space of loudness "corpus" only until `points` gives others.
    contour : Contour or None
        The pitch of the recording, where it is loud enough to have one; None for an unconditioned space.
    pitched : bool
        Whether it has a pitch anywhere; without one a conditioned space takes it for its reference pitch.

    Raises
    ------
    EncodeError
        The recording is silent, or librosa is not installed.
    AudioFileError
        It cannot be read any more.
    SpaceError
        The encoder cannot be loaded.
    """

    def __init__(self, recording: RecordingFile, space: Space, progress: Progress = _unheard) -> None:
        if space.conditioned:
            pitch_tracking.check_installed()
        self._recording, self._space, self._progress = recording, space, progress
        self._encoder = Encoder(space)
        self._retuned = Retuned(space.transform)
        transform = space.transform
        columns = recording.seconds * transform.rate / transform.hop
        most = min(MOST_POINTS, MOST_BYTES // (_NUMBER_BYTES * (space.dimension + 3)))
        spread = max(transform.rate / transform.hop / POINTS_PER_SECOND, columns / (most - 1))
        self._step = math.ceil(spread) * transform.hop
        self._per_part = max(1, self._retuned.span // self._step)
        self.gains = streamed_gains(self._told("loudness"), transform.rate, self._step, _AHEAD)
        if not self.gains.max() * REFERENCE_RMS > _SILENCE:
            raise EncodeError(f"{recording.path} is silent: there is nothing to encode")
        count = self.gains.size
        self._moments = np.arange(count) * self._step
        self.times = self._moments / transform.rate
        self._floor = float(self.gains.max()) * 10.0 ** (_FLOOR_DB / 20.0)
        self._audible = self.gains >= self._floor
        self.contour: pitch_tracking.Contour | None = None
        self.pitched = True
        self.pitches = np.full(count, space.reference_pitch)
        self._semitones = self.pitches
        if space.conditioned:
            self.contour = self._heard_pitch()
            self.pitched = bool(np.isfinite(self.contour.pitches).any())
            self.pitches = np.clip(self.contour.at(self.times, space.reference_pitch), 0.0, 127.0)
            self._semitones = np.empty(count)
            _semitones_of(self.pitches, space.pitch_low, space.pitch_high, self._semitones)

    def points(self) -> Iterator[Points]:
        """Find the points, in the order of their times.

        Yields
        ------
        Points
            The next ones. Where the recording is too soft to tell, they stay where they were.

        Raises
        ------
        AudioFileError
            The recording cannot be read any more.
        SpaceError
            The encoder fails.
        """
        heard = np.flatnonzero(self._audible)
        sound = Excerpts(self._told("timbre"))
        # The columns of this part that were encoded, after the last of those before: their points, and their loudness.
        known: NDArray[np.int64] = np.zeros(0, np.int64)
        held: NDArray[np.float32] = np.zeros((0, self._space.dimension), np.float32)
        loudness = np.zeros(0)
        given = 0
        for start in range(0, len(self.times), self._per_part):
            stop = min(start + self._per_part, len(self.times))
            own = heard[np.searchsorted(heard, start) : np.searchsorted(heard, stop)]
            own, latents, levels = self._encoded(sound, own)
            known = np.concatenate((known[-1:], own))
            held = np.concatenate((held[-1:], latents))
            loudness = np.concatenate((loudness[-1:], levels))
            if stop == len(self.times) and not known.size:  # a click, too short to have a timbre
                known, held, loudness = np.zeros(1, np.int64), self._space.anchors[0].latent[None], np.ones(1)
            while known.size and given < stop:  # what is silent at the beginning waits for the first point
                part = slice(given, min(given + self._per_part, stop))
                row = np.maximum(np.searchsorted(known, np.arange(part.start, part.stop), side="right") - 1, 0)
                yield Points(self.times[part], held[row], self.pitches[part], self._levelled(part, loudness[row]))
                given = part.stop

    def path(self, key: SpaceKey | None = None) -> LatentPath:
        """Return all points as a path, made in the space of that key."""
        times, latents, pitches, gains = (np.concatenate(values) for values in zip(*self.points(), strict=True))
        return LatentPath(times=times, latents=latents, pitches=pitches, gains=gains, space=key)

    def tuned_frames(self, most: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return frames of the recording as if it were in tune, spread evenly over what is heard of it.

        Parameters
        ----------
        most : int
            How many, at most.

        Returns
        -------
        frames : ndarray of float32 [n, K]
            Linear band amplitudes.
        semitones : ndarray of float32 [n]
            Pitches that they are brought to, MIDI.
        """
        heard = np.flatnonzero(self._audible)
        chosen = np.unique(heard[np.linspace(0, heard.size - 1, most).round().astype(np.int64)])
        sound = Excerpts(self._recording.blocks(self._space.transform.rate))
        ends = np.flatnonzero(np.diff(chosen // self._per_part)) + 1
        frames = [self._frames(sound, part) for part in np.split(chosen, ends)]
        return np.concatenate(frames), self._semitones[chosen].astype(np.float32)

    def _encoded(
        self, sound: Excerpts, columns: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float64]]:
        """Encode columns [n] that are near each other.

        Returns those whose frames are not too soft [m], their points [m, D] and the loudness of their frames [m].
        """
        space = self._space
        frames = self._frames(sound, columns) if columns.size else np.zeros((0, space.bands), np.float32)
        loudness = loudness_rms(frames, space.transform)
        # A short window has passed the end of a sound before its gain has.
        loud = loudness >= self._floor * REFERENCE_RMS
        columns, frames, loudness = columns[loud], frames[loud], loudness[loud]
        if not columns.size:
            return columns, np.zeros((0, space.dimension), np.float32), loudness
        if space.loudness == "a-weighted":
            frames = normalise(frames, space.transform)[0]
        else:
            frames /= np.float32(self._unit)
        mean, _ = self._encoder.encode(frames, self._semitones[columns].astype(np.float32))
        if not np.isfinite(mean).all():
            raise EncodeError(f"the encoder of {space.name} fails at {self.times[columns[0]]:.1f} s of the recording")
        return columns, np.clip(mean, space.latent_low, space.latent_high), loudness

    def _frames(self, sound: Excerpts, columns: NDArray[np.int64]) -> NDArray[np.float32]:
        reach = self._retuned.reach
        begin, end = int(self._moments[columns[0]]) - reach, int(self._moments[columns[-1]]) + reach
        samples = sound.take(begin, end)
        moments = self._moments[columns] - begin
        if self.contour is None:
            return self._retuned.as_it_is(samples, moments)
        seconds = np.arange(begin, end) / self._space.transform.rate
        pitches = self.contour.at(seconds, self._space.reference_pitch)
        return self._retuned.at(samples, pitches, moments, self._semitones[columns])

    def _levelled(self, part: slice, loudness: NDArray[np.float64]) -> NDArray[np.float32]:
        """Return what the frames that are decoded are to be multiplied with, for the gains to be the recording's."""
        if self._space.loudness == "a-weighted":
            return self.gains[part]
        sharper = np.minimum(self.gains[part] * REFERENCE_RMS / np.maximum(loudness, 1e-12), _MOST_LOUDER)
        return (self._unit * sharper).astype(np.float32)

    @cached_property
    def _unit(self) -> float:
        """The greatest amplitude at the loudest moment, which stands for the greatest of the space's corpus."""
        loudest = np.array([np.argmax(self.gains)])
        return float(self._frames(Excerpts(self._recording.blocks(self._space.transform.rate)), loudest).max())

    def _heard_pitch(self) -> pitch_tracking.Contour:
        """Return the contour of the pitch, where the recording is loud enough to have one."""
        contour = pitch_tracking.track(self._told("pitch"), self._space.transform.rate)
        column = np.rint(contour.seconds * self._space.transform.rate / self._step).astype(np.int64)
        heard = self._audible[np.minimum(column, self._audible.size - 1)]
        return pitch_tracking.Contour(seconds=contour.seconds, pitches=np.where(heard, contour.pitches, np.nan))

    def _told(self, what: str) -> Iterator[NDArray[np.float32]]:
        """Read the recording at the rate of the transform, and tell how far it is read."""
        done = 0
        rate, total = self._space.transform.rate, self._recording.seconds
        for block in self._recording.blocks(rate):
            yield block
            if block.size:
                done += block.size
                self._progress(what, min(done / rate, total), total)


@njit(nogil=True, cache=True, error_model="numpy")
def _semitones_of(pitches: NDArray[np.float64], low: float, high: float, out: NDArray[np.float64]) -> None:
    semitone = math.nan
    for i in range(pitches.shape[0]):
        semitone = out[i] = next_semitone(pitches[i], semitone, low, high)
