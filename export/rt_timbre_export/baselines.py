"""What a space has to be better than: principal components of the same frames."""

import numpy as np
from numpy.typing import NDArray

from rt_timbre_export.model import Architecture


class PrincipalComponents:
    """Principal component analysis of log amplitudes with the semitone, one-hot, appended.

    Parameters
    ----------
    frames : ndarray of float32 [N, K]
        Linear amplitudes.
    pitch : ndarray of float32 [N]
        MIDI notes.
    architecture : Architecture
        Its dimension, floor and semitones are used, so that the same numbers are seen as by the auto-encoder.
    """

    def __init__(self, frames: NDArray[np.float32], pitch: NDArray[np.float32], architecture: Architecture) -> None:
        self._architecture = architecture
        seen = self._seen(frames, pitch)
        self._mean = seen.mean(axis=0)
        seen -= self._mean
        _, vectors = np.linalg.eigh(seen.T @ seen)
        self._axes = vectors[:, : -architecture.dimension - 1 : -1]

    def reconstruct(self, frames: NDArray[np.float32], pitch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return frames float32 [N, K] projected onto the components and back."""
        seen = self._seen(frames, pitch) - self._mean
        logs = (seen @ self._axes @ self._axes.T + self._mean)[:, : frames.shape[1]]
        result: NDArray[np.float32] = np.maximum(np.exp(logs) - self._architecture.floor, 0.0).astype(np.float32)
        return result

    def _seen(self, frames: NDArray[np.float32], pitch: NDArray[np.float32]) -> NDArray[np.float64]:
        size = self._architecture
        semitone = np.round(pitch).astype(np.int64) - size.pitch_low
        one_hot = semitone[:, None] == np.arange(size.semitones)
        return np.concatenate([np.log(frames.astype(np.float64) + size.floor), one_hot], axis=1)
