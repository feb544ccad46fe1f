"""All of an engine that depends on the space: where the voices are in it, its decoder, its phase stage."""

from functools import cached_property
from time import perf_counter

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.descriptors.seeking.seeker import Seeker
from rt_timbre.frames import Frames
from rt_timbre.phase.switch import PhaseStage
from rt_timbre.presets.preset import SpaceKey
from rt_timbre.space import Space
from rt_timbre.table import Limits
from rt_timbre.travel import Travel


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
    frames : Frames
        What is decoded there.
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
        self.limits = Limits.of(space, voices)
        self.travel = Travel(space, voices, seed)
        self.phase = PhaseStage(space.transform, phase, rate=rate, voices=voices, hop=hop, seed=seed)
        self.frames = Frames(space, voices)
        self.decoded = 0.0

    @cached_property
    def seeker(self) -> Seeker:
        """What finds points of the space by their descriptors, made when it is asked for."""
        return Seeker(self.space)

    def prepare_seeking(self) -> None:
        """Make the seeker, which takes up to a second, before it is needed."""
        self.seeker.warm()

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
        self.frames.update(active, fresh, pitch, self.travel.latent)
        self.decoded = perf_counter()
        voice = next_set(fresh, 0)
        while voice >= 0:
            self.phase.reset(voice)
            voice = next_set(fresh, voice + 1)
        self.phase.process(self.frames.magnitude, self.frames.scale, self.frames.hertz, active, out)


@njit(nogil=True, cache=True, error_model="numpy")
def next_set(flags: NDArray[np.int8], start: int) -> int:
    """Return the first place from `start` on whose flag is not 0, or −1; unlike a list of them it takes no memory."""
    for place in range(start, flags.shape[0]):
        if flags[place] != 0:
            return place
    return -1
