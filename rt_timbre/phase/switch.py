"""The phase stage of an engine: one method that plays, and a click-free way to another."""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from rt_timbre.phase import PhaseMethod, methods
from rt_timbre.space_parts import Transform

_FADE = 0.03  # seconds


class PhaseStage:
    """Plays one method; on demand another fades in while the first fades out.

    The two have unrelated phases, so the fade keeps the sum of their powers. It begins when the new one has been fed
    for as long as its sound lags behind, so that there is something to fade in.

    Parameters
    ----------
    transform : Transform
        What the bands are.
    name : str, optional
        Method to begin with; by itself the transform's default.
    rate : int
        Samples per second of the output.
    voices, hop : int
        Number of voices V, and greatest number of samples that one call of `process` makes.
    seed : int
        Seed of all random phases.

    Attributes
    ----------
    name : str
        The method chosen.

    Raises
    ------
    ControlError
        If the frames cannot be played by the method `name`.
    """

    def __init__(
        self, transform: Transform, name: str | None = None, *, rate: int, voices: int, hop: int, seed: int
    ) -> None:
        self.name = name or methods.default(transform)
        self._transform = transform
        self._rate, self._voices, self._hop, self._seed = rate, voices, hop, seed
        self._prepared: dict[str, PhaseMethod] = {}
        self._current = self._make(self.name)
        self._next: PhaseMethod | None = None
        self._wait = self._faded = 0  # samples: until the fade begins, since it began
        self._length = round(_FADE * rate)
        self._other = np.zeros(voices * hop, np.float32)
        angle = 0.5 * math.pi * np.arange(1, self._length + hop + 1).clip(max=self._length) / self._length
        self._rise: NDArray[np.float32] = np.sin(angle).astype(np.float32)
        self._fall: NDArray[np.float32] = np.cos(angle).astype(np.float32)

    @property
    def latency(self) -> int:
        """Samples by which the sound lags behind the frames with the method chosen."""
        return self._prepared[self.name].latency

    @property
    def lag(self) -> int:
        """Samples from a note's first frame to its sound, by which its envelope must wait.

        With the oscillator bank nothing: what it calls latency is the ramp of a change.
        """
        return self.latency if self.latency > self._hop else 0

    @property
    def method(self) -> PhaseMethod:
        """The method that plays, or that is fading out."""
        return self._current

    def prepare(self, names: Iterable[str]) -> None:
        """Make methods and compile what they need, so that they can be chosen without delay."""
        for name in names:
            self._make(name).warm()

    def choose(self, name: str) -> None:
        """Fade over to the method `name`.

        Raises
        ------
        ControlError
            If the frames of this space cannot be played so.
        """
        self._make(name)
        self.name = name

    def use(self, method: PhaseMethod) -> None:
        """Play `method`, which is not one of the list, from now on and at once."""
        self.name = "other"
        self._prepared[self.name] = self._current = method

    def process(
        self,
        frames: NDArray[np.float32],
        scale: NDArray[np.float64],
        pitch: NDArray[np.float64],
        active: NDArray[np.int8],
        out: NDArray[np.float32],
    ) -> None:
        """Make the next n ≤ hop samples of all voices; see `PhaseMethod.process`."""
        self._current.process(frames, scale, pitch, active, out)
        if self._next is None:
            wanted = self._prepared[self.name]
            if wanted is self._current:
                return
            self._next, self._wait, self._faded = wanted, wanted.latency, 0
            for voice in range(self._voices):
                wanted.reset(voice)
        samples = out.shape[1]
        other = self._other[: out.size].reshape(out.shape)
        self._next.process(frames, scale, pitch, active, other)
        if self._wait > 0:
            self._wait -= samples
            return
        part = slice(self._faded, self._faded + samples)
        self._faded += samples
        other *= self._rise[part]
        out *= self._fall[part]
        out += other
        if self._faded >= self._length:
            self._current, self._next = self._next, None

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`: its next frame starts a new sound."""
        self._current.reset(voice)
        if self._next is not None:
            self._next.reset(voice)

    def warm(self) -> None:
        """Compile everything that the methods made so far need; leaves no trace in the sound."""
        for method in self._prepared.values():
            method.warm()

    def _make(self, name: str) -> PhaseMethod:
        if name not in self._prepared:
            self._prepared[name] = methods.make(
                name, self._transform, rate=self._rate, voices=self._voices, hop=self._hop, seed=self._seed
            )
        return self._prepared[name]
