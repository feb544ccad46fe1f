"""The instrument: one hop of stereo sound from the state of the controls."""

import math
from collections.abc import Iterable
from time import perf_counter

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre import __version__
from rt_timbre.addresses import CONTRACT_VERSION
from rt_timbre.controls import Controls
from rt_timbre.delay import EnvelopeDelay
from rt_timbre.descriptors.calibration import NAMES as DESCRIPTORS
from rt_timbre.descriptors.targets import Targets
from rt_timbre.envelope import IDLE
from rt_timbre.errors import ControlError
from rt_timbre.master import Master
from rt_timbre.meters import STAGES
from rt_timbre.mix import mix
from rt_timbre.osc import Message
from rt_timbre.paths.latent_path import StoredPath
from rt_timbre.phase.switch import PhaseStage
from rt_timbre.points import Points
from rt_timbre.presets.library import Library
from rt_timbre.presets.preset import UNKNOWN_SPACE, Preset, SpaceKey
from rt_timbre.presets.snapshots import Snapshots
from rt_timbre.space import Space
from rt_timbre.table import Command, Limits
from rt_timbre.timbre import Timbre
from rt_timbre.travel import Getters, Setters, Value

_RESOLVED = ("note", "wek/outputs")  # rows whose commands are for a voice that is not in their address
_SHORTEST_FADE = 0.02  # seconds from one space to another; a shorter one is heard as a click


class Engine:
    """Plays timbre spaces: controls, timbre (decoder and phase stage), mix, master.

    Parameters
    ----------
    space : Space
        The timbre space to begin with.
    rate : int
        Samples per second of the output.
    voices : int
        Number of voices V.
    hop : int
        Greatest number of samples that one call of `process` makes.
    seed : int
        Seed of all random phases: the same commands at the same samples give the same sound, bit for bit.
    phase : str, optional
        Phase method to begin with, one of `rt_timbre.phase.NAMES`; by itself the default of the space's transform.
    sha256 : str
        Of the space's file: presets are kept for it.
    presets : iterable of Preset
        What there is to begin with, of any space.

    Raises
    ------
    ControlError
        If the space's frames cannot be played by that method.

    Attributes
    ----------
    sounding : int
        Number of voices that sounded in the last hop.
    library : Library
        The presets at hand.
    stages : list of float
        Seconds that each of `rt_timbre.meters.STAGES` has taken; whoever reads them sets them back to 0.
    """

    def __init__(
        self,
        space: Space,
        *,
        rate: int,
        voices: int,
        hop: int = 128,
        seed: int = 0,
        phase: str | None = None,
        sha256: str = UNKNOWN_SPACE,
        presets: Iterable[Preset] = (),
    ) -> None:
        self.rate, self.voices, self.hop, self.seed = rate, voices, hop, seed
        self.sounding = 0
        self.library = Library(presets)
        self._timbre = self.make_timbre(space, sha256, phase)
        self.stages = [0.0] * len(STAGES)
        self._controls = Controls(voices, rate, space.reference_pitch)
        self._delay = EnvelopeDelay(voices, rate)
        self._master = Master(rate, hop)
        self._setters: Setters = {}
        self._getters: Getters = {}
        self._snapshots = Snapshots(self.library, self._controls, self._timbre)
        self._targets = Targets(self._controls, self._timbre)
        self._collect()

        self._leaving: Timbre | None = None  # fades out while the present one fades in
        self._wait = self._faded = self._fade = 0  # samples: until the fade begins, since it began, in all
        self._faults = 0
        self._left, self._right = np.ones(voices), np.ones(voices)
        self._active = np.zeros(voices, np.int8)
        self._restart = np.zeros(voices, np.int8)
        self._faulty = np.zeros(voices, np.int8)
        self._sound = np.zeros(voices * hop, np.float32)
        self._other = np.zeros(voices * hop, np.float32)
        self._amplitude = np.zeros(voices * hop, np.float32)

    @property
    def space(self) -> Space:
        """The space that is played."""
        return self._timbre.space

    @property
    def space_key(self) -> SpaceKey:
        """What presets of the space that is played are kept for."""
        return self._timbre.key

    @property
    def points(self) -> Points:
        """Its named points."""
        return self._timbre.travel.points

    @property
    def limits(self) -> Limits:
        """What the address table needs to check messages for this engine."""
        return self._timbre.limits

    @property
    def phase(self) -> PhaseStage:
        """What makes sound of frames."""
        return self._timbre.phase

    @property
    def faults(self) -> int:
        """Frames, blocks of a voice and samples of the sum that were dropped because a value was not finite."""
        return self._faults + self._timbre.frames.faults

    @property
    def latency(self) -> int:
        """Delay in samples from a change of the controls to its effect: phase stage and limiter."""
        return self.phase.latency + self._master.latency

    @property
    def tail(self) -> int:
        """Samples after the end of the last voice until the sound has ended, too."""
        return self._master.tail

    @property
    def fading(self) -> bool:
        """Whether one space is fading over into another."""
        return self._leaving is not None

    def resolve(self, command: Command) -> Command | None:
        """Say which voice a command without one is for.

        Returns
        -------
        Command or None
            A command for ``/voice/{v}/note`` in place of one for ``/note``, None if it releases a note that is not
            held; for ``/voice/1/latent`` in place of ``/wek/outputs``; any other command as it is.
        """
        if command.name == "wek/outputs":
            limits = self.limits
            shares = np.array(command.arguments, np.float32)
            latent = limits.low + shares * (limits.high - limits.low)
            return Command(name="voice/latent", address="/voice/1/latent", voice=0, arguments=tuple(latent.tolist()))
        if command.name != "note":
            return command
        voice = self._controls.voice_for(*command.arguments)
        if voice is None:
            return None
        return Command(name="voice/note", address=f"/voice/{voice + 1}/note", voice=voice, arguments=command.arguments)

    def heading(self, voice: int) -> NDArray[np.float32]:
        """Return the latent [D] that a voice (from 0) is heading for."""
        return self._timbre.travel.motion.target(voice)

    def pitch(self, voice: int) -> float:
        """Return the pitch that a voice (from 0) is heading for, MIDI, bend included."""
        return self._controls.heading(voice)

    def note_order(self, voice: int) -> int:
        """Return a number that is another whenever the note of a voice (from 0) begins or ends."""
        return self._controls.order(voice)

    def obeys(self, command: Command) -> bool:
        """Whether a command is one for the engine, rather than for the server around it."""
        known = self._getters if command.question else self._setters
        return command.name in known or command.name in _RESOLVED

    def apply(self, command: Command) -> list[Message]:
        """Obey `command` from the next hop on.

        Returns
        -------
        list of Message
            The answer to a question; nothing after a setting.

        Raises
        ------
        ControlError
            If the command cannot be obeyed; nothing has changed then.
        """
        if command.question:
            return [Message(address=command.address, arguments=self._getters[command.name](command))]
        resolved = self.resolve(command)
        if resolved is not None:
            self._setters[resolved.name](resolved)
            self._targets.follow(resolved)
        return []

    def process(self, out: NDArray[np.float32]) -> None:
        """Make the next n samples.

        Parameters
        ----------
        out : ndarray of float32 [n, 2]
            Overwritten with the sound; n ≤ hop.
        """
        controls = self._controls
        samples, voices = out.shape[0], self.voices
        start = perf_counter()
        controls.advance(samples)
        self._timbre.travel.advance(samples / self.rate)
        self.sounding = _begin(controls.envelopes.stage, self._delay.tail, controls.fresh, self._active, self._restart)
        transport = self._timbre.travel.transport
        transport.steer(controls.pitch, controls.bend, self._restart, samples / self.rate)
        sound = self._sound[: voices * samples].reshape(voices, samples)
        controlled = perf_counter()
        self._timbre.process(self._active, self._restart, transport.pitch, sound)
        decoded = self._timbre.decoded
        if self._leaving is not None:
            self._cross_fade(self._leaving, transport.pitch, sound)
        phased = perf_counter()
        amplitude = self._amplitude[: voices * samples].reshape(voices, samples)
        amplitude[:] = 0.0
        controls.envelopes.advance(amplitude)
        transport.scale(amplitude)
        self._delay.process(amplitude, (self._leaving if self._wait > 0 and self._leaving else self._timbre).phase.lag)
        faults = mix(
            sound,
            amplitude,
            self._active,
            self._left,
            self._right,
            controls.left,
            controls.right,
            out,
            self._faulty,
        )
        if faults:
            self._faults += faults
            for voice in np.flatnonzero(self._faulty):
                self._timbre.phase.reset(int(voice))
                if self._leaving is not None:
                    self._leaving.phase.reset(int(voice))
        self._faults += self._master.process(out, controls.master, controls.ceiling)
        stages = self.stages
        stages[0] += controlled - start
        stages[1] += decoded - controlled
        stages[2] += phased - decoded
        stages[3] += perf_counter() - phased

    def make_timbre(self, space: Space, sha256: str, phase: str | None = None) -> Timbre:
        """Make what plays a space in this engine: of its rate, voices, hop and seed; not yet warm.

        Parameters
        ----------
        space : Space
            The timbre space.
        sha256 : str
            Of the space's file.
        phase : str, optional
            Phase method to begin with, as of the engine.

        Raises
        ------
        ControlError
            If the space's frames cannot be played by that method.
        """
        key = SpaceKey(name=space.name, sha256=sha256)
        return Timbre(space, key, rate=self.rate, voices=self.voices, hop=self.hop, seed=self.seed, phase=phase)

    def swap(self, timbre: Timbre, seconds: float) -> Timbre:
        """Play another space from the next hop on, cross-faded with equal power.

        Parameters
        ----------
        timbre : Timbre
            Warm, for this engine's rate, voices and hop.
        seconds : float
            Length of the cross-fade, at least 20 ms.

        Returns
        -------
        Timbre
            The one that leaves; it is in use until `fading` is false.

        Raises
        ------
        ControlError
            If another cross-fade is still going on.
        """
        if self._leaving is not None:
            raise ControlError("another space is still fading in; load the next one afterwards")
        leaving = self._timbre
        self._snapshots.enter(timbre)
        self._targets.enter(timbre)
        timbre.travel.adopt(leaving.travel)
        self._leaving, self._timbre = leaving, timbre
        # It begins when the new one has been fed for as long as its sound lags behind.
        self._wait, self._faded, self._fade = timbre.phase.latency, 0, round(max(seconds, _SHORTEST_FADE) * self.rate)
        self._collect()
        return leaving

    def load_path(self, voice: int, stored: StoredPath) -> StoredPath | None:
        """Give a voice (from 0) a path to play; one that plays its path goes on at the beginning of the new one.

        Returns
        -------
        StoredPath or None
            The one that it had.

        Raises
        ------
        ControlError
            If the path is of a space of another size; the voice keeps the one that it has.
        """
        return self._timbre.travel.load_path(voice, stored)

    def path(self, voice: int) -> StoredPath | None:
        """Return the path of a voice (from 0)."""
        return self._timbre.travel.transport.path(voice)

    def prepare_seeking(self) -> None:
        """Make ready to obey ``/voice/{v}/descriptor/…``, which takes half a second, before anything sounds."""
        self._timbre.prepare_seeking()

    def release_all(self) -> None:
        """Begin the release of every note that is held."""
        self._controls.release_all()

    def warm(self) -> None:
        """Compile and run everything once, so that the first note is not late; leaves no trace in the sound."""
        self.phase.warm()
        self._timbre.travel.transport.warm()
        block = np.zeros((self.hop, 2), np.float32)
        self.process(block)
        _blend(self._sound[:1].reshape(1, 1), self._other[:1].reshape(1, 1), 0, 1)
        self.stages[:] = [0.0] * len(STAGES)

    def _cross_fade(self, leaving: Timbre, pitch: NDArray[np.float64], sound: NDArray[np.float32]) -> None:
        other = self._other[: sound.size].reshape(sound.shape)
        leaving.process(self._active, self._restart, pitch, other)
        samples = sound.shape[1]
        if self._wait > 0:
            self._wait -= samples
            sound[:] = other
            return
        _blend(sound, other, self._faded, self._fade)
        self._faded += samples
        if self._faded >= self._fade:
            self._faults += leaving.frames.faults
            self._leaving = None

    def _collect(self) -> None:
        """Gather what obeys and what answers from the parts."""
        parts = self._controls, self._timbre.travel, self._snapshots, self._targets
        self._setters = {name: setter for part in parts for name, setter in part.setters().items()}
        self._getters = {name: getter for part in parts for name, getter in part.getters().items()}
        space, phase, points = self.space, self.phase, self._timbre.travel.points
        silence = self._setters["panic"]

        def panic(command: Command) -> None:
            self._delay.cut()
            silence(command)

        info: tuple[Value, ...] = (
            space.name,
            space.dimension,
            self.voices,
            float(space.pitch_low),
            float(space.pitch_high),
            float(self.rate),
        )
        descriptors = tuple(part for name in DESCRIPTORS for part in (name, *self.limits.descriptors[name]))
        self._setters |= {
            "panic": panic,
            "phase": lambda command: phase.choose(command.arguments[0]),
        }
        self._getters |= {
            "phase": lambda _: (phase.name,),
            "space/info": lambda _: info,
            "anchor/list": lambda _: points.anchors,
            "macro/list": lambda _: space.principal.names[: self.limits.axes],
            "descriptor/list": lambda _: descriptors,
            "version": lambda _: (__version__, CONTRACT_VERSION),
            "ping": lambda _: (),
        }


@njit(nogil=True, cache=True, error_model="numpy")
def _begin(
    stage: NDArray[np.int64],
    tail: NDArray[np.int64],
    fresh: NDArray[np.int8],
    active: NDArray[np.int8],
    restart: NDArray[np.int8],
) -> int:
    """Write which voices sound and which of them begin anew, and return how many sound; `fresh` is used up."""
    sounding = 0
    for v in range(stage.shape[0]):
        active[v] = stage[v] != IDLE or tail[v] > 0
        sounding += active[v]
        # Where a tail is still heard, the last note goes over into the new one.
        restart[v] = fresh[v] != 0 and tail[v] == 0
        fresh[v] = 0
    return sounding


@njit(nogil=True, cache=True, error_model="numpy")
def _blend(sound: NDArray[np.float32], other: NDArray[np.float32], start: int, length: int) -> None:
    """Mix `sound` in and `other` out with equal power, from so many samples of the fade on; the result is `sound`."""
    for i in range(sound.shape[1]):
        angle = 0.5 * math.pi * min(1.0, (start + i + 1) / length)
        rising, falling = np.float32(math.sin(angle)), np.float32(math.cos(angle))
        for v in range(sound.shape[0]):
            sound[v, i] = rising * sound[v, i] + falling * other[v, i]
