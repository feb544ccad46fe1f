"""Names the instrument of a frame: a judge of whether anchors sound like what they are called."""

import numpy as np
from numpy.typing import NDArray

from rt_timbre.transforms.scales import hz_to_erb
from rt_timbre_export import estimators

_MOST_FRAMES = 12000
_PENALTY = 10.0  # of the support vector machine
_SPAN_DB = 80.0


def features(
    frames: NDArray[np.float32], pitch: NDArray[np.float32], centres: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return what the classifier sees of frames.

    Parameters
    ----------
    frames : ndarray of float32 [N, K]
        Linear amplitudes.
    pitch : ndarray of float32 [N]
        MIDI notes.
    centres : ndarray of float64 [K]
        Centres of the bands in Hz.

    Returns
    -------
    ndarray of float64 [N, E + 1]
        Power in cells of one ERB in dB below the strongest cell, and the pitch.
    """
    erb = np.floor(hz_to_erb(centres) - hz_to_erb(centres[0])).astype(np.int64)
    cells = np.zeros((centres.size, erb[-1] + 1))
    cells[np.arange(centres.size), erb] = 1.0
    level = 10.0 * np.log10(np.square(frames, dtype=np.float64) @ cells + 1e-20)
    level = np.maximum(level - level.max(axis=1, keepdims=True), -_SPAN_DB)
    return np.concatenate([level, pitch[:, None]], axis=1)


class Classifier:
    """A support vector machine on envelopes of real frames.

    Parameters
    ----------
    frames : ndarray of float32 [N, K]
        Linear amplitudes of real frames.
    pitch : ndarray of float32 [N]
        MIDI notes.
    label : ndarray of int [N]
        Instruments.
    centres : ndarray of float64 [K]
        Centres of the bands in Hz.
    seed : int
        Seed of the choice of frames, where there are more than 12,000.
    """

    def __init__(
        self,
        frames: NDArray[np.float32],
        pitch: NDArray[np.float32],
        label: NDArray[np.integer],
        centres: NDArray[np.float64],
        *,
        seed: int,
    ) -> None:
        self._centres = centres
        chosen = np.random.default_rng(seed).permutation(len(frames))[:_MOST_FRAMES]
        self._machine = estimators.support_vector_machine(_PENALTY)
        self._machine.fit(features(frames[chosen], pitch[chosen], centres), label[chosen])

    def name(self, frames: NDArray[np.float32], pitch: NDArray[np.float32]) -> NDArray[np.int64]:
        """Return the instruments, int64 [N], of frames float32 [N, K] at MIDI notes float32 [N]."""
        result: NDArray[np.int64] = self._machine.predict(features(frames, pitch, self._centres)).astype(np.int64)
        return result
