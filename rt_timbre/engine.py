"""The instrument: one hop of stereo sound from the state of the controls."""

import numpy as np
from numpy.typing import NDArray

from rt_timbre import __version__
from rt_timbre.addresses import CONTRACT_VERSION, Command, Limits
from rt_timbre.controls import Controls
from rt_timbre.decoder import Decoder
from rt_timbre.delay import EnvelopeDelay
from rt_timbre.envelope import IDLE
from rt_timbre.errors import SpaceError
from rt_timbre.limiter import Limiter
from rt_timbre.mix import mix
from rt_timbre.osc import Message
from rt_timbre.phase.switch import PhaseStage
from rt_timbre.space import Space

_HYSTERESIS = 0.6  # semitones: a vibrato across a quarter tone stays with one decoded pitch


class Engine:
    """Plays one timbre space: controls, decoder, phase stage, mix, limiter.

    Parameters
    ----------
    space : Space
        The timbre space.
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

    Raises
    ------
    ControlError
        If the space's frames cannot be played by that method.

    Attributes
    ----------
    limits : Limits
        What the address table needs to check messages for this engine.
    phase : PhaseStage
        What makes sound of frames.
    sounding : int
        Number of voices that sounded in the last hop.
    faults : int
        Frames and blocks of a voice that were dropped because a value was not finite.
    """

    def __init__(
        self, space: Space, *, rate: int, voices: int, hop: int = 128, seed: int = 0, phase: str | None = None
    ) -> None:
        self.space = space
        self.rate = rate
        self.hop = hop
        axes = min(8, space.principal.axes.shape[0])
        self.limits = Limits(
            voices=voices, dimension=space.dimension, low=space.latent_low, high=space.latent_high, axes=axes
        )
        self.sounding = 0
        self.faults = 0
        self._controls = Controls(space, voices, rate)
        self._decoder = Decoder(space, voices)
        self.phase = PhaseStage(space.transform, phase, rate=rate, voices=voices, hop=hop, seed=seed)
        self._delay = EnvelopeDelay(voices, rate)
        self._limiter = Limiter(rate)

        self._left, self._right = np.ones(voices), np.ones(voices)
        self._semitone = np.full(voices, round(space.reference_pitch))
        self._frames = np.zeros((voices, space.bands), np.float32)
        self._scale = np.ones(voices)
        self._hertz = np.zeros(voices)
        self._active = np.zeros(voices, np.int8)
        self._faulty = np.zeros(voices, np.int8)
        self._sound = np.zeros(voices * hop, np.float32)
        self._amplitude = np.zeros(voices * hop, np.float32)

    @property
    def latency(self) -> int:
        """Delay in samples from a change of the controls to its effect: phase stage and limiter."""
        return self.phase.latency + self._limiter.latency

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
        space = self.space
        match command.name:
            case "space/info":
                answer = (
                    space.name,
                    space.dimension,
                    self.limits.voices,
                    float(space.pitch_low),
                    float(space.pitch_high),
                    float(self.rate),
                )
                return [Message(address=command.address, arguments=answer)]
            case "anchor/list":
                return [Message(address=command.address, arguments=tuple(anchor.name for anchor in space.anchors))]
            case "macro/list":
                return [Message(address=command.address, arguments=space.principal.labels[: self.limits.axes])]
            case "version":
                return [Message(address=command.address, arguments=(__version__, CONTRACT_VERSION))]
            case "ping":
                return [Message(address=command.address)]
            case "phase":
                if command.question:
                    return [Message(address=command.address, arguments=(self.phase.name,))]
                self.phase.choose(command.arguments[0])
                return []
            case "panic":
                self._delay.cut()
        return self._controls.apply(command)

    def process(self, out: NDArray[np.float32]) -> None:
        """Make the next n samples.

        Parameters
        ----------
        out : ndarray of float32 [n, 2]
            Overwritten with the sound; n ≤ hop.
        """
        controls = self._controls
        samples, voices = out.shape[0], self._active.shape[0]
        controls.advance(samples)
        np.logical_or(controls.envelopes.stage != IDLE, self._delay.tail > 0, out=self._active, casting="unsafe")
        active = np.flatnonzero(self._active)
        self.sounding = active.size
        if active.size:
            self._decode(active)
        sound = self._sound[: voices * samples].reshape(voices, samples)
        amplitude = self._amplitude[: voices * samples].reshape(voices, samples)
        self.phase.process(self._frames, self._scale, self._hertz, self._active, sound)
        amplitude[:] = 0.0
        controls.envelopes.advance(amplitude)
        self._delay.process(amplitude, self.phase.lag)
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
            self.faults += faults
            for voice in np.flatnonzero(self._faulty):
                self.phase.reset(int(voice))
        self._limiter.process(out, controls.master, controls.ceiling)

    def release_all(self) -> None:
        """Begin the release of every note that is held."""
        self._controls.release_all()

    def warm(self) -> None:
        """Compile and run everything once, so that the first note is not late; leaves no trace in the sound."""
        self.phase.warm()
        block = np.zeros((self.hop, 2), np.float32)
        self.process(block)

    def _decode(self, active: NDArray[np.intp]) -> None:
        """Fill frame, scale and frequency of the sounding voices."""
        space, controls, decoder = self.space, self._controls, self._decoder
        count = active.size
        pitch = controls.pitch[active]
        if space.conditioned:
            nearest = np.clip(np.rint(pitch), space.pitch_low, space.pitch_high)
            kept = self._semitone[active]
            stay = (np.abs(pitch - kept) <= _HYSTERESIS) & (controls.fresh[active] == 0)
            decoded = np.where(stay, kept, nearest)
            self._semitone[active] = decoded
            decoder.pitch[:count, 0] = decoded
            self._hertz[active] = 440.0 * 2.0 ** ((decoded - 69.0) / 12.0)
        else:
            decoded = np.full(count, space.reference_pitch)
        decoder.latent[:count] = controls.motion.latent[active]
        frames = decoder.magnitude[:count]
        try:
            decoder.run(count)
            finite = np.isfinite(frames.sum(axis=1))
        except SpaceError:
            finite = np.zeros(count, np.bool_)
        if finite.all():
            self._frames[active] = frames
        else:  # such a voice goes on with its last frame
            self.faults += count - int(finite.sum())
            self._frames[active[finite]] = frames[finite]
        self._scale[active] = 2.0 ** ((pitch - decoded) / 12.0)
        for voice in np.flatnonzero(controls.fresh):
            if self._delay.tail[voice] == 0:  # else its last note is still heard, and goes over into the new one
                self.phase.reset(int(voice))
        controls.fresh[:] = 0
