"""Notes and levels of all voices, and the master section: what the performer has set, smoothed."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.envelope import IDLE, Envelopes
from rt_timbre.presets.preset import VoicePreset
from rt_timbre.table import Command
from rt_timbre.travel import Getters, Setters, Value

_SMOOTHING = 0.01  # seconds: one-pole of gain, pan, master gain and pitch
_MUTE = 0.02  # seconds
_CEILING = 0.01  # seconds in which it moves by full scale
STORED = ("attack", "decay", "sustain", "release", "gain", "pan")  # in presets


class Controls:
    """State of all voices that does not depend on the space.

    Parameters
    ----------
    voices : int
        Number of voices V.
    rate : float
        Samples per second.
    pitch : float
        Where every voice begins, MIDI.

    Attributes
    ----------
    envelopes : Envelopes
        Amplitude envelopes of the voices.
    pitch : ndarray of float64 [V]
        Smoothed pitch, MIDI, bend included.
    bend : ndarray of float64 [V]
        The smoothed bend in it, semitones.
    left, right : ndarray of float64 [V]
        Smoothed linear gain of each voice into each channel.
    master : float
        Smoothed linear gain of the output, mute included.
    ceiling : float
        Smoothed limiter ceiling, linear.
    fresh : ndarray of int8 [V]
        1 where a note began in silence and the phase stage has not been told yet.
    """

    def __init__(self, voices: int, rate: float, pitch: float) -> None:
        self._voices = voices
        self._rate = rate
        self.envelopes = envelopes = Envelopes(voices, rate)
        self.pitch = np.full(voices, pitch)
        self.bend = np.zeros(voices)
        self.left, self.right = np.ones(voices), np.ones(voices)
        self.master = 1.0
        self.fresh = np.zeros(voices, np.int8)

        self._note = self.pitch.copy()
        self._bend = np.zeros(voices)
        self._legato = np.zeros(voices)
        self._order = np.zeros(voices, np.int64)  # of the last change of each voice's note, for allocation
        self._count = 0
        self._gain = np.zeros(voices)  # dB
        self._pan = np.zeros(voices)
        # After a preset the levels move from where they were in a straight line of its own length.
        self._slide = np.zeros((2, voices))
        self._remaining = np.zeros(voices)
        self._slide_speed = np.zeros(voices)
        self._master_gain = 0.0  # dB
        self._ceiling = -1.0  # dBFS
        self.ceiling = float(10.0 ** (self._ceiling / 20.0))
        self._mute = 0
        self._mute_gain = 1.0

        self._arrays: dict[str, NDArray[np.float64]] = {
            "voice/pitch": self._note,
            "voice/bend": self._bend,
            "voice/legato": self._legato,
            "voice/attack": envelopes.attack,
            "voice/decay": envelopes.decay,
            "voice/sustain": envelopes.sustain,
            "voice/release": envelopes.release,
            "voice/gain": self._gain,
            "voice/pan": self._pan,
        }

    def setters(self) -> Setters:
        """Return what obeys, by the names of the table's rows."""
        return {
            "voice/note": lambda command: self._play(command.voice, *command.arguments),
            "panic": lambda _: self.envelopes.silence(),
            "mute": self._set_mute,
            "master/gain": self._set_master_gain,
            "master/ceiling": self._set_ceiling,
        } | {name: _setter(array) for name, array in self._arrays.items()}

    def getters(self) -> Getters:
        """Return what answers, by the names of the table's rows."""
        return {name: _getter(array) for name, array in self._arrays.items()} | {
            "voice/note": lambda command: self._playing(command.voice),
            "voice/legato": lambda command: (int(self._legato[command.voice]),),
            "mute": lambda _: (self._mute,),
            "master/gain": lambda _: (self._master_gain,),
            "master/ceiling": lambda _: (self._ceiling,),
        }

    def release_all(self) -> None:
        """Begin the release of every voice that is held."""
        for voice in range(self._voices):
            self.envelopes.stop(voice)

    def advance(self, samples: int) -> None:
        """Move all that moves by itself on by `samples`."""
        keep = math.exp(-samples / (_SMOOTHING * self._rate))
        _advance(
            self._note,
            self._bend,
            self._gain,
            self._pan,
            self._slide,
            self._remaining,
            self._slide_speed,
            samples,
            keep,
            self.pitch,
            self.bend,
            self.left,
            self.right,
        )
        step = samples / (_MUTE * self._rate)
        self._mute_gain = min(1.0, max(0.0, self._mute_gain + (-step if self._mute else step)))
        goal = self._mute_gain * (10.0 ** (self._master_gain / 20.0) if self._master_gain > -90.0 else 0.0)
        self.master += (1.0 - keep) * (goal - self.master)
        step = samples / (_CEILING * self._rate)
        self.ceiling += min(step, max(-step, 10.0 ** (self._ceiling / 20.0) - self.ceiling))

    def voice_for(self, note: float, velocity: float) -> int | None:
        """Choose the voice for a note that names none.

        Parameters
        ----------
        note : float
            MIDI note.
        velocity : float
            0 to release a note.

        Returns
        -------
        int or None
            To play: a silent voice, else the one that was released first, else the one that was played first. To
            release: the voice that has held this note longest; None if none does.
        """
        held = np.array([self.envelopes.held(voice) for voice in range(self._voices)])
        if velocity > 0.0:
            choices: tuple[NDArray[np.bool_], ...] = (self.envelopes.stage == IDLE, ~held, held)
        else:
            choices = (held & (self._note == note),)
        for choice in choices:
            candidates = np.flatnonzero(choice)
            if candidates.size:
                return int(candidates[np.argmin(self._order[candidates])])
        return None

    def heading(self, voice: int) -> float:
        """Return the pitch that a voice is heading for, MIDI, bend included."""
        return float(self._note[voice] + self._bend[voice])

    def order(self, voice: int) -> int:
        """Return the number of the last change of a voice's note; later changes have greater ones."""
        return int(self._order[voice])

    def settings(self, voice: int) -> dict[str, Any]:
        """Return what a preset keeps of a voice: envelope, gain, pan, legato."""
        stored = {name: float(self._arrays[f"voice/{name}"][voice]) for name in STORED}
        return stored | {"legato": bool(self._legato[voice])}

    def set(self, voice: int, stored: VoicePreset, seconds: float) -> None:
        """Set a voice as a preset has it; level and place arrive after so many seconds."""
        for name in STORED:
            self._arrays[f"voice/{name}"][voice] = getattr(stored, name)
        self._legato[voice] = stored.legato
        left, right = _level.py_func(self._gain[voice], self._pan[voice])  # compiled for kernels alone
        self._slide[:, voice] = self.left[voice] - left, self.right[voice] - right
        self._remaining[voice] = 1.0 if seconds > 0.0 else 0.0
        self._slide_speed[voice] = 1.0 / (max(seconds, 1e-3) * self._rate)

    def _play(self, voice: int, note: float, velocity: float) -> None:
        held = self.envelopes.held(voice)
        if held or velocity > 0.0:
            self._count += 1
            self._order[voice] = self._count
        if velocity <= 0.0:
            self.envelopes.stop(voice)
            return
        self._note[voice] = note
        if held and self._legato[voice]:
            return
        if self.envelopes.stage[voice] == IDLE:
            # In silence nothing is heard to glide: the note begins at its pitch, level and place.
            self.bend[voice] = self._bend[voice]
            self.pitch[voice] = note + self._bend[voice]
            self.fresh[voice] = 1
        self.envelopes.start(voice, velocity)

    def _playing(self, voice: int) -> tuple[float, float]:
        velocity = float(self.envelopes.peak[voice]) if self.envelopes.held(voice) else 0.0
        return float(self._note[voice]), velocity

    def _set_mute(self, command: Command) -> None:
        self._mute = command.arguments[0]

    def _set_master_gain(self, command: Command) -> None:
        self._master_gain = command.arguments[0]

    def _set_ceiling(self, command: Command) -> None:
        self._ceiling = command.arguments[0]


@njit(nogil=True, cache=True, error_model="numpy")
def _level(gain: float, pan: float) -> tuple[float, float]:
    """Return the linear gains for left and right that a gain in dB and a place make."""
    if gain <= -90.0:
        return 0.0, 0.0
    level = math.sqrt(2.0) * 10.0 ** (gain / 20.0)
    # Equal power, unity in both channels at the centre: a meter shows a centred voice's own level in each.
    angle = (pan + 1.0) * (math.pi / 4.0)
    return level * math.cos(angle), level * math.sin(angle)


@njit(nogil=True, cache=True, error_model="numpy")
def _advance(
    note: NDArray[np.float64],
    bend: NDArray[np.float64],
    gain: NDArray[np.float64],
    pan: NDArray[np.float64],
    slide: NDArray[np.float64],
    remaining: NDArray[np.float64],
    slide_speed: NDArray[np.float64],
    samples: int,
    keep: float,
    pitch: NDArray[np.float64],
    smooth_bend: NDArray[np.float64],
    left: NDArray[np.float64],
    right: NDArray[np.float64],
) -> None:
    for v in range(note.shape[0]):
        pitch[v] += (1.0 - keep) * (note[v] + bend[v] - pitch[v])
        smooth_bend[v] += (1.0 - keep) * (bend[v] - smooth_bend[v])
        remaining[v] = max(0.0, remaining[v] - slide_speed[v] * samples)
        goal_left, goal_right = _level(gain[v], pan[v])
        left[v] += (1.0 - keep) * (goal_left + remaining[v] * slide[0, v] - left[v])
        right[v] += (1.0 - keep) * (goal_right + remaining[v] * slide[1, v] - right[v])


def _setter(array: NDArray[np.float64]) -> Callable[[Command], None]:
    def set_value(command: Command) -> None:
        array[command.voice] = command.arguments[0]

    return set_value


def _getter(array: NDArray[np.float64]) -> Callable[[Command], tuple[Value, ...]]:
    return lambda command: (float(array[command.voice]),)
