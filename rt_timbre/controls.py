"""What the performer has set: commands in, the latest value of every control out."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from rt_timbre.addresses import Command
from rt_timbre.envelope import IDLE, Envelopes
from rt_timbre.errors import ControlError
from rt_timbre.motion import CURVES, Motion
from rt_timbre.osc import Message
from rt_timbre.space import Space

_SMOOTHING = 0.01  # seconds: one-pole of gain, pan, master gain and pitch
_MUTE = 0.02  # seconds
_GLIDE = 0.05  # seconds

Value = float | int | str


class Controls:
    """State of all voices and of the master section.

    Parameters
    ----------
    space : Space
        The timbre space that is played.
    voices : int
        Number of voices V.
    rate : float
        Samples per second.

    Attributes
    ----------
    motion : Motion
        Latents of the voices.
    envelopes : Envelopes
        Amplitude envelopes of the voices.
    pitch : ndarray of float64 [V]
        Smoothed pitch, MIDI.
    left, right : ndarray of float64 [V]
        Smoothed linear gain of each voice into each channel.
    master : float
        Smoothed linear gain of the output, mute included.
    ceiling : float
        Limiter ceiling, linear.
    fresh : ndarray of int8 [V]
        1 where a note began in silence and the phase stage has not been told yet.
    """

    def __init__(self, space: Space, voices: int, rate: float) -> None:
        self._space = space
        self._voices = voices
        self._rate = rate
        self._points = {anchor.name: anchor.latent for anchor in space.anchors}
        self.motion = Motion(voices, space.anchors[0].latent, _GLIDE)
        self.envelopes = Envelopes(voices, rate)
        self.pitch = np.full(voices, space.reference_pitch)
        self.left, self.right = np.ones(voices), np.ones(voices)
        self.master = 1.0
        self.fresh = np.zeros(voices, np.int8)

        self._point = [space.anchors[0].name] * voices
        self._morph: list[tuple[Value, ...]] = [()] * voices
        self._note = self.pitch.copy()
        self._started = np.zeros(voices, np.int64)  # order of the notes, for voice allocation
        self._count = 0
        self._gain = np.zeros(voices)  # dB
        self._pan = np.zeros(voices)
        self._master_gain = 0.0  # dB
        self._ceiling = -1.0  # dBFS
        self._mute = 0
        self._mute_gain = 1.0

        envelopes = self.envelopes
        self._arrays: dict[str, NDArray[np.float64]] = {
            "glide": self.motion.glide,
            "pitch": self._note,
            "attack": envelopes.attack,
            "decay": envelopes.decay,
            "sustain": envelopes.sustain,
            "release": envelopes.release,
            "gain": self._gain,
            "pan": self._pan,
        }
        self._setters: dict[str, Callable[[int, Command], None]] = {
            "latent": lambda voice, command: self._go(voice, np.array(command.arguments, np.float32)),
            "z": self._set_dimension,
            "macro": self._set_macro,
            "at": self._go_to_point,
            "morph": self._start_morph,
            "scrub": lambda voice, command: self.motion.scrub(voice, command.arguments[0]),
            "note": lambda voice, command: self._play(voice, *command.arguments),
        }
        self._getters: dict[str, Callable[[int, int], tuple[Value, ...]]] = {
            "latent": lambda voice, _: tuple(self.motion.target(voice).tolist()),
            "z": lambda voice, index: (float(self.motion.target(voice)[index]),),
            "macro": lambda voice, index: (self._macro(self.motion.target(voice), index),),
            "at": lambda voice, _: (self._point[voice],),
            "morph": lambda voice, _: self._morph[voice],
            "scrub": lambda voice, _: (self.motion.position(voice),),
            "note": lambda voice, _: (
                float(self._note[voice]),
                float(envelopes.peak[voice]) if envelopes.held(voice) else 0.0,
            ),
            "mute": lambda *_: (self._mute,),
            "master/gain": lambda *_: (self._master_gain,),
            "master/ceiling": lambda *_: (self._ceiling,),
        }
        self._global: dict[str, Callable[[Command], None]] = {
            "note": lambda command: self._allocate(*command.arguments),
            "panic": lambda _: envelopes.silence(),
            "mute": self._set_mute,
            "master/gain": self._set_master_gain,
            "master/ceiling": self._set_ceiling,
        }

    @property
    def ceiling(self) -> float:
        """Limiter ceiling, linear."""
        return float(10.0 ** (self._ceiling / 20.0))

    def apply(self, command: Command) -> list[Message]:
        """Set what `command` sets, or answer what it asks.

        Returns
        -------
        list of Message
            The answer to a question; nothing after a setting.

        Raises
        ------
        ControlError
            If the command names a point that does not exist; nothing has changed then.
        """
        if command.question:
            return [Message(address=command.address, arguments=self._answer(command))]
        if command.voice < 0:
            self._global[command.name](command)
        elif command.name in self._arrays:
            self._arrays[command.name][command.voice] = command.arguments[0]
        else:
            self._setters[command.name](command.voice, command)
        return []

    def release_all(self) -> None:
        """Begin the release of every voice that is held."""
        for voice in range(self._voices):
            self.envelopes.stop(voice)

    def advance(self, samples: int) -> None:
        """Move all that moves by itself on by `samples`."""
        self.motion.advance(samples / self._rate)
        keep = math.exp(-samples / (_SMOOTHING * self._rate))
        self.pitch += (1.0 - keep) * (self._note - self.pitch)
        level = np.where(self._gain > -90.0, 10.0 ** (self._gain / 20.0), 0.0)
        # Equal power, unity in both channels at the centre: a meter shows a centred voice's own level in each.
        angle = (self._pan + 1.0) * (math.pi / 4.0)
        self.left += (1.0 - keep) * (math.sqrt(2.0) * level * np.cos(angle) - self.left)
        self.right += (1.0 - keep) * (math.sqrt(2.0) * level * np.sin(angle) - self.right)
        step = samples / (_MUTE * self._rate)
        self._mute_gain = min(1.0, max(0.0, self._mute_gain + (-step if self._mute else step)))
        goal = self._mute_gain * (10.0 ** (self._master_gain / 20.0) if self._master_gain > -90.0 else 0.0)
        self.master += (1.0 - keep) * (goal - self.master)

    def point(self, name: str) -> NDArray[np.float32]:
        """Return the latent [D] of a named point.

        Raises
        ------
        ControlError
            If there is no such point.
        """
        try:
            return self._points[name]
        except KeyError:
            names = ", ".join(self._points)
            raise ControlError(f"no point is named {name!r}; there are {names}") from None

    def _answer(self, command: Command) -> tuple[Value, ...]:
        if command.name in self._arrays:
            return (float(self._arrays[command.name][command.voice]),)
        return self._getters[command.name](command.voice, command.index)

    def _go(self, voice: int, latent: NDArray[np.float32]) -> None:
        self.motion.go(voice, latent)
        self._point[voice] = ""

    def _set_dimension(self, voice: int, command: Command) -> None:
        latent = self.motion.target(voice)
        latent[command.index] = command.arguments[0]
        self._go(voice, latent)

    def _macro(self, latent: NDArray[np.float32], index: int) -> float:
        principal = self._space.principal
        projection = float(principal.axes[index] @ (latent - principal.mean))
        low, high = float(principal.low[index]), float(principal.high[index])
        return 2.0 * (projection - low) / (high - low) - 1.0

    def _set_macro(self, voice: int, command: Command) -> None:
        principal, index = self._space.principal, command.index
        latent = self.motion.target(voice)
        low, high = float(principal.low[index]), float(principal.high[index])
        distance = 0.5 * (command.arguments[0] - self._macro(latent, index)) * (high - low)
        latent += np.float32(distance) * principal.axes[index]
        self._go(voice, np.clip(latent, self._space.latent_low, self._space.latent_high))

    def _go_to_point(self, voice: int, command: Command) -> None:
        (name,) = command.arguments
        self.motion.go(voice, self.point(name))
        self._point[voice] = name

    def _start_morph(self, voice: int, command: Command) -> None:
        start, end, seconds, curve = command.arguments
        self.motion.morph(voice, self.point(start), self.point(end), seconds, CURVES[curve])
        self._morph[voice] = command.arguments
        self._point[voice] = end

    def _play(self, voice: int, note: float, velocity: float) -> None:
        if velocity <= 0.0:
            self.envelopes.stop(voice)
            return
        self._note[voice] = note
        if self.envelopes.stage[voice] == IDLE:
            # In silence nothing is heard to glide: the note begins at its pitch, level and place.
            self.pitch[voice] = note
            self.fresh[voice] = 1
        self.envelopes.start(voice, velocity)
        self._count += 1
        self._started[voice] = self._count

    def _allocate(self, note: float, velocity: float) -> None:
        stage = self.envelopes.stage
        held = np.array([self.envelopes.held(voice) for voice in range(self._voices)])
        if velocity <= 0.0:
            playing = np.flatnonzero(held & (self._note == note))
            if playing.size:
                self.envelopes.stop(int(playing[np.argmin(self._started[playing])]))
            return
        # A silent voice if there is one, else the oldest released, else the oldest.
        for candidates in (np.flatnonzero(stage == IDLE), np.flatnonzero(~held), np.arange(self._voices)):
            if candidates.size:
                self._play(int(candidates[np.argmin(self._started[candidates])]), note, velocity)
                return

    def _set_mute(self, command: Command) -> None:
        self._mute = int(bool(command.arguments[0]))

    def _set_master_gain(self, command: Command) -> None:
        self._master_gain = command.arguments[0]

    def _set_ceiling(self, command: Command) -> None:
        self._ceiling = command.arguments[0]
