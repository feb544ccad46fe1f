"""Methods that work at the rate of the frames, brought to the rate of the output."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rt_timbre.phase import FrameMethod
from rt_timbre.resampling import variable_rate

_FASTEST = 16.0  # greatest scale, four octaves; what asks for more, or for less than its inverse, gets this
_PENDING = 240  # samples that soxr's variable-rate resampler holds back


class FrameView(Protocol):
    """Shows frames of one transform as frames of another."""

    def process(self, frames: NDArray[np.float32], active: NDArray[np.int8], out: NDArray[np.float32]) -> None:
        """Fill in the rows [V, L] of `out` of the active voices from frames [V, K]."""
        ...

    def warm(self) -> None:
        """Compile what `process` needs."""
        ...


class AtFrameRate:
    """A `PhaseMethod` made of a `FrameMethod`: frames are taken when it is their time, the sound is resampled.

    A frame's frequencies are scaled by playing it faster or slower: the resampler's ratio follows the scale, as a
    tape's speed would, and frames are taken at that speed. A scale waits until its frame is heard: where both change
    together, as where a glide passes from one semitone to the next, the pitch goes on.

    Parameters
    ----------
    method : FrameMethod
        What makes the sound.
    frame_rate : float
        Samples per second of `method`.
    bands : int
        Number of bands of the frames that `method` takes.
    rate : int
        Samples per second of the output.
    voices, hop : int
        Number of voices V, and greatest number of samples that one call of `process` makes.
    view : FrameView, optional
        Shows the frames given as frames that `method` takes; without one they are given as they are.

    Attributes
    ----------
    latency : int
        The method's own, the resampler's, and half a frame's hop, which is how long a frame waits on average.
    """

    def __init__(
        self,
        method: FrameMethod,
        *,
        frame_rate: float,
        bands: int,
        rate: int,
        voices: int,
        hop: int,
        view: FrameView | None = None,
    ) -> None:
        self._method = method
        self._view = view
        self._frame_rate, self._rate = float(frame_rate), float(rate)
        self._streams = [variable_rate(self._frame_rate * _FASTEST, self._rate) for _ in range(voices)]
        self._speed = np.zeros(voices)
        self._scales = np.zeros((voices, round(method.latency / method.hop) + 1))  # of frames that are not heard yet
        self._taken = np.zeros(voices, np.int64)  # frames
        longest = int((method.hop + _PENDING) * _FASTEST * self._rate / self._frame_rate) + hop + 16
        self._waiting = np.zeros((voices, longest), np.float32)  # made, but not given out
        self._count = np.zeros(voices, np.int64)
        self._made = np.zeros((voices, method.hop), np.float32)
        self._frames = np.zeros((voices, bands), np.float32)
        self._due = np.zeros(voices, np.int8)
        self._silence = np.zeros(_PENDING, np.float32)
        self.latency = round((method.latency + _PENDING + 0.5 * method.hop) * self._rate / self._frame_rate)
        for voice in range(voices):
            self.reset(voice)

    def process(
        self,
        frames: NDArray[np.float32],
        scale: NDArray[np.float64],
        pitch: NDArray[np.float64],
        active: NDArray[np.int8],
        out: NDArray[np.float32],
    ) -> None:
        """Make the next n ≤ hop samples of all voices; see `PhaseMethod.process`."""
        samples = out.shape[1]
        due, count, waiting = self._due, self._count, self._waiting
        seen = self._frames if self._view is not None else frames
        viewed = False
        while True:
            np.logical_and(active, count < samples, out=due, casting="unsafe")
            if not due.any():
                break
            if self._view is not None and not viewed:
                self._view.process(frames, active, seen)
                viewed = True
            self._method.process(seen, due, self._made)
            for voice in np.flatnonzero(due).tolist():
                self._set_speed(voice, self._heard_scale(voice, scale[voice]))
                self._take(voice, self._made[voice])
        for voice in range(out.shape[0]):
            if active[voice]:
                out[voice] = waiting[voice, :samples]
                left = int(count[voice]) - samples
                waiting[voice, :left] = waiting[voice, samples : count[voice]].copy()
                count[voice] = left
            else:
                out[voice] = 0.0

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`: its next frame starts a new sound."""
        self._method.reset(voice)
        self._streams[voice].clear()
        self._streams[voice].set_io_ratio(self._frame_rate, self._rate)
        self._speed[voice] = 0.0  # the first frame's scale applies at once
        self._taken[voice] = 0
        self._count[voice] = 0
        # The resampler's delay is filled with silence, so that a note begins without a burst of frames at once.
        self._take(voice, self._silence)

    def warm(self) -> None:
        """Compile everything that `process` needs; leaves no trace in the sound."""
        self._method.warm()
        if self._view is not None:
            self._view.warm()

    def _set_speed(self, voice: int, scale: float) -> None:
        speed = min(max(float(scale), 1.0 / _FASTEST), _FASTEST)
        if speed != self._speed[voice]:
            slew = self._method.hop if self._speed[voice] > 0.0 else 0
            self._streams[voice].set_io_ratio(self._frame_rate * speed, self._rate, slew)
            self._speed[voice] = speed

    def _heard_scale(self, voice: int, scale: float) -> float:
        """Take the scale of one more frame, and return that of the one that is heard now."""
        scales, place = self._scales[voice], int(self._taken[voice]) % self._scales.shape[1]
        if self._taken[voice] == 0:
            scales[:] = scale
        scales[place] = scale
        self._taken[voice] += 1
        return float(scales[(place + 1) % scales.size])

    def _take(self, voice: int, sound: NDArray[np.float32]) -> None:
        chunk = self._streams[voice].resample_chunk(sound)
        start = int(self._count[voice])
        self._waiting[voice, start : start + chunk.size] = chunk
        self._count[voice] = start + chunk.size
