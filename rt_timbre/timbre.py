"""All of an engine that depends on the space: where the voices are in it, its decoder, its phase stage."""

from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from rt_timbre.decoder import Decoder
from rt_timbre.errors import SpaceError
from rt_timbre.phase.switch import PhaseStage
from rt_timbre.presets import SpaceKey
from rt_timbre.space import Space
from rt_timbre.table import Limits
from rt_timbre.travel import Travel

_HYSTERESIS = 0.6  # semitones: a vibrato across a quarter tone stays with one decoded pitch
_MOST_AXES = 8


class Timbre:
    """Sound of all voices, before their envelopes, from where they are in a space.

    Parameters
    ----------
    space : Space
        The timbre space.
    key : SpaceKey
        What presets are kept for.
    rate : int
        Samples per second of the output.
    voices : int
        Number of voices V.
    hop : int
        Greatest number of samples that one call of `process` makes.
    seed : int
        Seed of all random phases.
    phase : str, optional
        Phase method to begin with, one of `rt_timbre.phase.NAMES`; by itself the default of the space's transform.

    Attributes
    ----------
    space : Space
        The timbre space.
    key : SpaceKey
        What presets are kept for.
    limits : Limits
        What the address table needs to check messages.
    travel : Travel
        Where the voices are.
    phase : PhaseStage
        What makes sound of frames.
    faults : int
        Frames that were dropped because a value was not finite.
    decoded : float
        When, by `time.perf_counter`, the frames of the last hop were there.

    Raises
    ------
    ControlError
        If the space's frames cannot be played by that method.
    """

    def __init__(
        self, space: Space, key: SpaceKey, *, rate: int, voices: int, hop: int, seed: int, phase: str | None = None
    ) -> None:
        self.space = space
        self.key = key
        axes = min(_MOST_AXES, space.principal.axes.shape[0])
        self.limits = Limits(
            voices=voices, dimension=space.dimension, low=space.latent_low, high=space.latent_high, axes=axes
        )
        self.travel = Travel(space, voices, seed)
        self.phase = PhaseStage(space.transform, phase, rate=rate, voices=voices, hop=hop, seed=seed)
        self.faults = 0
        self.decoded = 0.0
        self._decoder = Decoder(space, voices)
        self._semitone = np.full(voices, round(space.reference_pitch))
        self._frames = np.zeros((voices, space.bands), np.float32)
        self._scale = np.ones(voices)
        self._hertz = np.zeros(voices)

    def process(
        self,
        active: NDArray[np.int8],
        fresh: NDArray[np.int8],
        pitch: NDArray[np.float64],
        out: NDArray[np.float32],
    ) -> None:
        """Make the next n ≤ hop samples of all voices.

        Parameters
        ----------
        active : ndarray of int8 [V]
            1 for voices that sound; the others are left alone.
        fresh : ndarray of int8 [V]
            1 for voices whose note begins in silence with these samples.
        pitch : ndarray of float64 [V]
            MIDI.
        out : ndarray of float32 [V, n]
            Overwritten with the sound of the voices that are active.
        """
        sounding = np.flatnonzero(active)
        if sounding.size:
            self._decode(sounding, fresh, pitch)
        self.decoded = perf_counter()
        for voice in np.flatnonzero(fresh):
            self.phase.reset(int(voice))
        self.phase.process(self._frames, self._scale, self._hertz, active, out)

    def _decode(self, sounding: NDArray[np.intp], fresh: NDArray[np.int8], pitches: NDArray[np.float64]) -> None:
        """Fill frame, scale and frequency of the sounding voices."""
        space, decoder = self.space, self._decoder
        count = sounding.size
        pitch = pitches[sounding]
        if space.conditioned:
            nearest = np.clip(np.rint(pitch), space.pitch_low, space.pitch_high)
            kept = self._semitone[sounding]
            stay = (np.abs(pitch - kept) <= _HYSTERESIS) & (fresh[sounding] == 0)
            decoded = np.where(stay, kept, nearest)
            self._semitone[sounding] = decoded
            decoder.pitch[:count, 0] = decoded
            self._hertz[sounding] = 440.0 * 2.0 ** ((decoded - 69.0) / 12.0)
        else:
            decoded = np.full(count, space.reference_pitch)
        decoder.latent[:count] = self.travel.motion.latent[sounding]
        frames = decoder.magnitude[:count]
        try:
            decoder.run(count)
            finite = np.isfinite(frames.sum(axis=1, dtype=np.float64))
        except SpaceError:
            finite = np.zeros(count, np.bool_)
        if finite.all():
            self._frames[sounding] = frames
        else:  # such a voice goes on with its last frame
            self.faults += count - int(finite.sum())
            self._frames[sounding[finite]] = frames[finite]
        self._scale[sounding] = 2.0 ** ((pitch - decoded) / 12.0)
