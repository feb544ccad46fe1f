"""Methods that need all frames of a note before its first sample: for rendering, in two passes.

In the first pass a `Recorder` stands where a live method would and keeps the frames of every note, taken at their own
times and speed; then each note is made as a whole; in the second pass a `Player` plays the notes.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from rt_timbre.phase.griffin_lim import admm_griffin_lim, fast_griffin_lim, random_phases, render_frames
from rt_timbre.phase.rtpghi import RTPGHI
from rt_timbre.space_parts import Transform
from rt_timbre.transforms.stft import STFT

Synthesis = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""Takes the frames [T, K] of a note, gives its samples [T · hop] at the frames' rate."""


class Recorder:
    """A `FrameMethod` that keeps frames, and is silent.

    Parameters
    ----------
    hop : int
        Samples between frames.
    voices : int
        Number of voices.
    """

    latency = 0

    def __init__(self, hop: int, voices: int) -> None:
        self.hop = hop
        self._notes: list[list[list[NDArray[np.float32]]]] = [[] for _ in range(voices)]

    def process(self, frames: NDArray[np.float32], active: NDArray[np.int8], out: NDArray[np.float32]) -> None:
        """Keep one more frame of each active voice; see `FrameMethod.process`."""
        out[:] = 0.0
        for voice in np.flatnonzero(active):
            self._notes[voice][-1].append(frames[voice].copy())

    def reset(self, voice: int) -> None:
        """Begin a new note of `voice`."""
        self._notes[voice].append([])

    def warm(self) -> None:
        """Do nothing: there is nothing to compile."""

    def notes(self, make: Synthesis) -> list[list[NDArray[np.float32]]]:
        """Return the sounds of the notes of each voice, made by `make`, in the order of their beginnings."""
        return [[make(np.stack(note)) if note else np.zeros(0, np.float32) for note in voice] for voice in self._notes]


class Player:
    """A `FrameMethod` that plays what was made of the notes that a `Recorder` kept.

    Parameters
    ----------
    hop : int
        Samples between frames.
    notes : list of list of ndarray of float32
        The sounds of the notes of each voice, as `Recorder.notes` gives them.
    """

    latency = 0

    def __init__(self, hop: int, notes: list[list[NDArray[np.float32]]]) -> None:
        self.hop = hop
        self._notes = notes
        self._note = [-1] * len(notes)
        self._place = [0] * len(notes)

    def process(self, frames: NDArray[np.float32], active: NDArray[np.int8], out: NDArray[np.float32]) -> None:
        """Play one more hop of each active voice; see `FrameMethod.process`."""
        out[:] = 0.0
        for voice in np.flatnonzero(active):
            sound = self._notes[voice][self._note[voice]]
            part = sound[self._place[voice] : self._place[voice] + self.hop]
            out[voice, : part.size] = part
            self._place[voice] += self.hop

    def reset(self, voice: int) -> None:
        """Go to the next note of `voice`."""
        self._note[voice] += 1
        self._place[voice] = 0

    def warm(self) -> None:
        """Do nothing: there is nothing to compile."""


def synthesis(name: str, transform: Transform, seed: int) -> Synthesis:
    """Return what makes notes.

    Parameters
    ----------
    name : str
        One of `rt_timbre.phase.OFFLINE_NAMES`: "griffin-lim", 100 iterations from random phases, as Esling et al. (DAFx
        2018) make their sounds; "fast-griffin-lim", 100 iterations with momentum from phases that follow from the
        magnitudes; "admm-griffin-lim", 100 of the alternating direction method of multipliers from these.
    transform : Transform
        What the bands of the frames are.
    seed : int
        Seed of random phases.

    Returns
    -------
    callable
        See `Synthesis`.
    """
    if name == "griffin-lim":
        return partial(
            render_frames,
            transform,
            start=partial(random_phases, seed=seed),
            method=partial(fast_griffin_lim, momentum=0.0),
        )
    start = partial(spectral_phases, seed=seed) if transform.kind == "stft" else None
    method = admm_griffin_lim if name == "admm-griffin-lim" else fast_griffin_lim
    return partial(render_frames, transform, start=start, method=method)


def spectral_phases(stft: STFT, frames: NDArray[np.float32], *, seed: int = 0) -> NDArray[np.float64]:
    """Return the phases of short-time spectra by heap integration with a look-ahead of one frame.

    Parameters
    ----------
    stft : STFT
        What the frames are of.
    frames : ndarray of float32 [T, K]
        Linear amplitudes ≥ 0.
    seed : int
        Seed of the phases where the frames are weak.

    Returns
    -------
    ndarray of float64 [K, T]
        In radians.
    """
    method = RTPGHI(stft, voices=1, look_ahead=1, seed=seed)
    voice = np.zeros(1, np.intp)
    spectra = np.zeros((len(frames) + 1, 1, frames.shape[1]), np.complex64)
    for row, frame in zip(spectra, np.concatenate((frames, frames[-1:])), strict=True):
        method.integrate(frame[None], voice, row)
    phases: NDArray[np.float64] = np.angle(spectra[1:, 0]).T.astype(np.float64)
    return phases
