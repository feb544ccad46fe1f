"""Paths that voices play: where each voice is on its path, and the pitch and level that it has from there."""

import numpy as np
from numba import carray, njit, types  # type: ignore[attr-defined]
from numba.extending import intrinsic
from numpy.typing import NDArray

from rt_timbre.errors import ControlError
from rt_timbre.motion import Motion
from rt_timbre.paths.latent_path import LatentPath, StoredPath, locate, sample, share_after

_SHORTEST = 0.01  # seconds in which a pitch comes or goes; a shorter way is heard as a click
_RISE = 0.003  # seconds in which a level moves by 1, as an attack does
_LOUDEST = 10.0  # linear: 20 dB over the level of the space's frames
_CLOSED = 1e-5  # by which the ends of a path may differ, to be the same


class Transport:
    """The loaded path of each voice, and its position there.

    While a voice is on its path, `advance` has the voice's target follow it. At a beginning, a wrap between ends that
    differ, a jump by hand, another path: always the voice is held where it is and let go over its glide time, latent,
    pitch and level alike. A path that has ended is held there.

    Parameters
    ----------
    voices : int
        Number of voices V.

    Attributes
    ----------
    rate : ndarray of float64 [V]
        Speeds; negative ones go back.
    loop : ndarray of int8 [V]
        1: the path begins anew at its end.
    playing : ndarray of int8 [V]
        1: the position moves by itself.
    pitch : ndarray of float64 [V]
        MIDI, bend included, as `steer` has found it.
    level : ndarray of float64 [2, V]
        Linear gain of each voice from its path, at the last sample before and at the last one of the hop.
    """

    def __init__(self, voices: int) -> None:
        self.rate = np.ones(voices)
        self.loop = np.zeros(voices, np.int8)
        self.playing = np.zeros(voices, np.int8)
        self.pitch = np.zeros(voices)
        self.level = np.ones((2, voices))
        self._paths: list[StoredPath | None] = [None] * voices
        self._on = np.zeros(voices, np.int8)  # 1: pitch and level are the path's
        self._duration = np.zeros(voices)
        self._closed = np.zeros(voices, np.int8)
        self._position = np.zeros(voices)  # seconds
        self._place = np.zeros(voices, np.int64)  # point before it
        # What the path has there; NaN where it has none.
        self._path_pitch, self._path_gain = np.full(voices, np.nan), np.full(voices, np.nan)
        self._note = np.zeros(voices)  # MIDI, without bend: as it was in the last hop
        # Of pitch and level: where they were when they were to become others, and how much they still are there.
        self._held_pitch, self._held_gain = np.zeros(voices), np.ones(voices)
        self._pitch_remaining, self._gain_remaining = np.zeros(voices), np.zeros(voices)
        self._fade = np.zeros(voices)
        # Addresses of times, latents, pitches and gains, 0 where there are none, and the number of points: so one call
        # of a kernel reads the paths of all voices. The paths themselves are kept as long as these stand here.
        self._arrays = np.zeros((voices, 5), np.int64)

    def path(self, voice: int) -> StoredPath | None:
        """Return a voice's path."""
        return self._paths[voice]

    def position(self, voice: int) -> float:
        """Return where a voice is on its path, 0…1 of its duration."""
        duration = float(self._duration[voice])
        return float(self._position[voice]) / duration if duration > 0.0 else 0.0

    def load(self, voice: int, stored: StoredPath, motion: Motion) -> StoredPath | None:
        """Give a voice a path; one that is on its path goes on at the beginning of the new one.

        Returns
        -------
        StoredPath or None
            The one that it had. To take it down may take longer than a hop.

        Raises
        ------
        ControlError
            If the path is of a space of another size.
        """
        found, dimension = stored.path.dimension, motion.latent.shape[1]
        if found != dimension:
            raise ControlError(
                f"the path {stored.name} has {found} dimensions; the space has {dimension}: make it in this space"
            )
        left, on, playing = self._paths[voice], self._on[voice], self.playing[voice]
        self.stop(voice, motion)
        self._take(voice, stored)
        self._to_beginning(voice)
        if on:
            self.playing[voice] = playing
            self._enter(voice, motion)
        return left

    def play(self, voice: int, motion: Motion) -> None:
        """Go on from where it is on its path; from the beginning, if the end has been reached.

        Raises
        ------
        ControlError
            If the voice has no path.
        """
        self._check(voice)
        at, forward = self._position[voice], self.rate[voice] >= 0.0
        if not self.loop[voice] and (at >= self._duration[voice] if forward else at <= 0.0):
            self._to_beginning(voice)
        self.playing[voice] = 1
        self._enter(voice, motion)

    def stop(self, voice: int, motion: Motion) -> None:
        """Stay where it is in the space; pitch and level are the voice's own again."""
        self.playing[voice] = 0
        if self._on[voice]:
            self._on[voice] = 0
            self._release(voice, motion.glide[voice])

    def scrub(self, voice: int, share: float, motion: Motion) -> None:
        """Take the path by hand: stop it at a share of its duration, 0…1."""
        self._check(voice)
        self._position[voice] = share * self._duration[voice]
        self.playing[voice] = 0
        self._enter(voice, motion)

    def change_space(self, motion: Motion) -> list[StoredPath]:
        """Go over into another space, where nobody hears the voices yet: those on their paths are there, at once.

        Returns
        -------
        list of StoredPath
            The paths that do not fit that space: they are dropped.
        """
        dropped = []
        for voice, stored in enumerate(self._paths):
            if stored is not None and stored.path.dimension != motion.latent.shape[1]:
                dropped.append(stored)
                self.stop(voice, motion)
                self._take(voice, None)
            elif self._on[voice]:
                motion.jump(voice, self._point(voice, motion))
        return dropped

    def advance(self, seconds: float, motion: Motion) -> None:
        """Move on the paths by `seconds`, and have the targets of `motion` follow."""
        _advance(
            self._arrays,
            self._duration,
            self.rate,
            self.loop,
            self._closed,
            self.playing,
            self._position,
            self._place,
            self._path_pitch,
            self._path_gain,
            self._note,
            self.level[1],
            self._held_pitch,
            self._held_gain,
            self._pitch_remaining,
            self._gain_remaining,
            self._fade,
            motion.glide,
            motion.latent,
            motion.start,
            motion.end,
            motion.held,
            motion.remaining,
            motion.fade,
            seconds,
        )

    def steer(
        self, pitch: NDArray[np.float64], bend: NDArray[np.float64], fresh: NDArray[np.int8], seconds: float
    ) -> None:
        """Find the pitches and levels of a hop.

        Parameters
        ----------
        pitch, bend : ndarray of float64 [V]
            The voices' own pitches, MIDI, bend included, and the bend in them, semitones.
        fresh : ndarray of int8 [V]
            1 for voices whose note begins in silence: nothing is heard to come or go there.
        seconds : float
            Duration of the hop.
        """
        _steer(
            pitch,
            bend,
            fresh,
            self._on,
            self._path_pitch,
            self._path_gain,
            self._held_pitch,
            self._held_gain,
            self._pitch_remaining,
            self._gain_remaining,
            seconds / _RISE,
            self._note,
            self.pitch,
            self.level,
        )

    def scale(self, amplitude: NDArray[np.float32]) -> None:
        """Multiply amplitudes [V, n] by the levels, in place."""
        _scale(amplitude, self.level)

    def warm(self) -> None:
        """Compile what only commands need."""
        other, motion = Transport(1), Motion(1, np.zeros(1, np.float32), 0.0)
        path = LatentPath(times=np.zeros(1), latents=np.zeros((1, 1), np.float32))
        other.load(0, StoredPath(name="", path=path, sha256=""), motion)
        other.play(0, motion)

    def _check(self, voice: int) -> None:
        if self._paths[voice] is None:
            raise ControlError(f"voice {voice + 1} has no path; send /voice/{voice + 1}/path/load NAME first")

    def _take(self, voice: int, stored: StoredPath | None) -> None:
        self._paths[voice] = stored
        self._position[voice] = self._duration[voice] = self._place[voice] = 0
        self._path_pitch[voice] = self._path_gain[voice] = np.nan
        if stored is not None:
            path = stored.path
            self._duration[voice] = path.duration
            self._closed[voice] = _is_closed(path)
            arrays = path.times, path.latents, path.pitches, path.gains
            self._arrays[voice] = *(0 if array is None else array.ctypes.data for array in arrays), len(path)

    def _to_beginning(self, voice: int) -> None:
        self._position[voice] = 0.0 if self.rate[voice] >= 0.0 else self._duration[voice]

    def _enter(self, voice: int, motion: Motion) -> None:
        motion.go(voice, self._point(voice, motion))
        self._on[voice] = 1
        self._release(voice, motion.glide[voice])

    def _release(self, voice: int, glide: float) -> None:
        """Let pitch and level go from where they are to where they are to be."""
        # A voice whose pitch never was the path's takes its notes as ever, at once.
        if not np.isnan(self._path_pitch[voice]):
            self._held_pitch[voice] = self._note[voice]
            self._pitch_remaining[voice] = 1.0
        self._held_gain[voice] = self.level[1, voice]
        self._gain_remaining[voice] = 1.0
        self._fade[voice] = 1.0 / max(glide, _SHORTEST)

    def _point(self, voice: int, motion: Motion) -> NDArray[np.float32]:
        """Return the point [D] where a voice is on its path."""
        point: NDArray[np.float32] = np.empty_like(motion.latent[voice])
        _read(self._arrays, voice, self._position, self._place, self._path_pitch, self._path_gain, point)
        return point


def _is_closed(path: LatentPath) -> bool:
    """Whether the end of a path is its beginning, so that it can be played round and round without a break."""
    for values in (path.latents, path.pitches, path.gains):
        if values is not None:
            first, last = values[[0, -1]].astype(np.float64)
            if np.abs(last - first).max() > _CLOSED * (1.0 + np.abs(first).max()):
                return False
    return True


@intrinsic
def _pointer(context, address, kind):  # type: ignore[no-untyped-def]
    """Take an address for that of numbers of a kind."""
    found = types.CPointer(kind.dtype)  # type: ignore[no-untyped-call]

    def generate(context, builder, signature, arguments):  # type: ignore[no-untyped-def]
        return builder.inttoptr(arguments[0], context.get_value_type(found))

    return found(types.int64, kind), generate


@njit(nogil=True, cache=True, error_model="numpy")
def _read(arrays, v, position, place, path_pitch, path_gain, point):  # type: ignore[no-untyped-def]
    """Write where voice `v` is on its path into `point` [D], and the path's pitch and gain there."""
    count = arrays[v, 4]
    times = carray(_pointer(arrays[v, 0], np.float64), (count,))  # type: ignore[call-arg]
    latents = carray(_pointer(arrays[v, 1], np.float32), (count, point.shape[0]))
    first = place[v] = locate(times, position[v], place[v])
    share = share_after(times, position[v], first)
    sample(latents, first, share, point)
    following = min(first + 1, count - 1)
    if arrays[v, 2] != 0:
        pitches = carray(_pointer(arrays[v, 2], np.float64), (count,))
        path_pitch[v] = (1.0 - share) * pitches[first] + share * pitches[following]
    if arrays[v, 3] != 0:
        gains = carray(_pointer(arrays[v, 3], np.float32), (count,))
        path_gain[v] = min(_LOUDEST, (1.0 - share) * gains[first] + share * gains[following])


@njit(nogil=True, cache=True, error_model="numpy")
def _advance(  # type: ignore[no-untyped-def]
    arrays,
    duration,
    rate,
    loop,
    closed,
    playing,
    position,
    place,
    path_pitch,
    path_gain,
    note,
    gain,
    held_pitch,
    held_gain,
    pitch_remaining,
    gain_remaining,
    fade,
    glide,
    latent,
    start,
    end,
    held,
    remaining,
    motion_fade,
    seconds,
):
    for v in range(rate.shape[0]):
        if playing[v] != 0:
            before = position[v]
            now = before + rate[v] * seconds
            if now < 0.0 or now > duration[v]:
                if loop[v] != 0 and duration[v] > 0.0:
                    now = now % duration[v]
                    if closed[v] == 0:
                        held[v] = latent[v]
                        remaining[v] = 1.0
                        motion_fade[v] = 1.0 / max(glide[v], 1e-9)
                        held_pitch[v], held_gain[v] = note[v], gain[v]
                        pitch_remaining[v] = 0.0 if np.isnan(path_pitch[v]) else 1.0
                        gain_remaining[v] = 1.0
                        fade[v] = 1.0 / max(glide[v], _SHORTEST)
                else:
                    now = min(duration[v], max(0.0, now))
            if now != before:
                position[v] = now
                _read(arrays, v, position, place, path_pitch, path_gain, end[v])
                start[v] = end[v]
        pitch_remaining[v] = max(0.0, pitch_remaining[v] - fade[v] * seconds)
        gain_remaining[v] = max(0.0, gain_remaining[v] - fade[v] * seconds)


@njit(nogil=True, cache=True, error_model="numpy")
def _steer(  # type: ignore[no-untyped-def]
    own,
    bend,
    fresh,
    on,
    path_pitch,
    path_gain,
    held_pitch,
    held_gain,
    pitch_remaining,
    gain_remaining,
    most,
    note,
    pitch,
    level,
):
    for v in range(own.shape[0]):
        if fresh[v] != 0:
            pitch_remaining[v] = gain_remaining[v] = 0.0
        pitched = on[v] != 0 and not np.isnan(path_pitch[v])
        if pitched or pitch_remaining[v] > 0.0:
            goal = path_pitch[v] if pitched else own[v] - bend[v]
            note[v] = goal + pitch_remaining[v] * (held_pitch[v] - goal)
            pitch[v] = note[v] + bend[v]
        else:
            note[v] = own[v] - bend[v]
            pitch[v] = own[v]
        goal = path_gain[v] if on[v] != 0 and not np.isnan(path_gain[v]) else 1.0
        goal += gain_remaining[v] * (held_gain[v] - goal)
        if fresh[v] != 0:
            level[1, v] = goal
        level[0, v] = level[1, v]
        level[1, v] += min(most, max(-most, goal - level[1, v]))


@njit(nogil=True, cache=True, error_model="numpy")
def _scale(amplitude: NDArray[np.float32], level: NDArray[np.float64]) -> None:
    samples = amplitude.shape[1]
    for v in range(amplitude.shape[0]):
        before, after = level[0, v], level[1, v]
        if before != 1.0 or after != 1.0:
            for i in range(samples):
                amplitude[v, i] *= np.float32(before + (after - before) * (i + 1) / samples)
