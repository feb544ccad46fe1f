"""Notes that are made as a whole: recorded in a first pass, played in a second."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rt_timbre.phase import PhaseMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a phase method was given for one note of a voice, call by call, and what it made.

    Attributes
    ----------
    frames : ndarray of float32 [H, K]
        Linear amplitudes.
    scales : ndarray of float64 [H]
        Factors of their frequencies.
    hertz : ndarray of float64 [H]
        Fundamental of each frame, before scaling; 0 where it is not known.
    starts : ndarray of int64 [H + 1]
        First sample of each call, and at last the number n of all.
    sound : ndarray of float32 [n]
        The sound, at the rate of the output.
    """

    frames: NDArray[np.float32]
    scales: NDArray[np.float64]
    hertz: NDArray[np.float64]
    starts: NDArray[np.int64]
    sound: NDArray[np.float32]


class Recorder:
    """A `PhaseMethod` that plays another and keeps what that was given and has made.

    Parameters
    ----------
    method : PhaseMethod
        The other; its sound must begin with the frames, as the oscillator bank's does.
    voices : int
        Number of voices.
    """

    latency = 0

    def __init__(self, method: PhaseMethod, voices: int) -> None:
        self._method = method
        self._notes: list[list[list[tuple[NDArray[np.float32], float, float, NDArray[np.float32]]]]] = [
            [] for _ in range(voices)
        ]

    def process(
        self,
        frames: NDArray[np.float32],
        scale: NDArray[np.float64],
        pitch: NDArray[np.float64],
        active: NDArray[np.int8],
        out: NDArray[np.float32],
    ) -> None:
        """Make the next samples and keep them; see `PhaseMethod.process`."""
        self._method.process(frames, scale, pitch, active, out)
        for voice in np.flatnonzero(active):
            kept = (frames[voice].copy(), float(scale[voice]), float(pitch[voice]), out[voice].copy())
            self._notes[voice][-1].append(kept)

    def reset(self, voice: int) -> None:
        """Begin a new note of `voice`."""
        self._method.reset(voice)
        self._notes[voice].append([])

    def warm(self) -> None:
        """Compile what the other method needs."""
        self._method.warm()

    def notes(self, make: Callable[[Note], NDArray[np.float32]]) -> list[list[NDArray[np.float32]]]:
        """Return the sounds [n] of the notes of each voice, made by `make`, in the order of their beginnings."""
        return [[make(_note(calls)) if calls else np.zeros(0, np.float32) for calls in voice] for voice in self._notes]


def _note(calls: list[tuple[NDArray[np.float32], float, float, NDArray[np.float32]]]) -> Note:
    frames, scales, hertz, sounds = zip(*calls, strict=True)
    return Note(
        frames=np.stack(frames),
        scales=np.array(scales),
        hertz=np.array(hertz),
        starts=np.cumsum([0, *(sound.size for sound in sounds)]),
        sound=np.concatenate(sounds),
    )


class Player:
    """A `PhaseMethod` that plays what was made of the notes that a `Recorder` kept.

    Parameters
    ----------
    notes : list of list of ndarray of float32
        The sounds of the notes of each voice, as `Recorder.notes` gives them.
    """

    latency = 0

    def __init__(self, notes: list[list[NDArray[np.float32]]]) -> None:
        self._notes = notes
        self._note = [-1] * len(notes)
        self._place = [0] * len(notes)

    def process(
        self,
        frames: NDArray[np.float32],
        scale: NDArray[np.float64],
        pitch: NDArray[np.float64],
        active: NDArray[np.int8],
        out: NDArray[np.float32],
    ) -> None:
        """Play the next samples of each active voice; see `PhaseMethod.process`."""
        out[:] = 0.0
        for voice in np.flatnonzero(active):
            place, sound = self._place[voice], self._notes[voice][self._note[voice]]
            part = sound[place : place + out.shape[1]]
            out[voice, : part.size] = part
            self._place[voice] += out.shape[1]

    def reset(self, voice: int) -> None:
        """Go to the next note of `voice`."""
        self._note[voice] += 1
        self._place[voice] = 0

    def warm(self) -> None:
        """Do nothing: there is nothing to compile."""
