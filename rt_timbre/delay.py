"""Envelopes held back for as long as the sound of a phase method lags behind, so that an attack opens on its note."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

_LONGEST = 0.5  # seconds
_CUT = 0.005  # seconds in which everything is silenced on demand


class EnvelopeDelay:
    """A delay line for the amplitudes of V voices, whose length may change.

    Parameters
    ----------
    voices : int
        Number of voices V.
    rate : int
        Samples per second.

    Attributes
    ----------
    tail : ndarray of int64 [V]
        Samples for which each voice is still heard after its envelope has ended.
    """

    def __init__(self, voices: int, rate: int) -> None:
        self.tail = np.zeros(voices, np.int64)
        self._history = np.zeros((voices, round(_LONGEST * rate)), np.float32)
        self._place = 0
        self._cut_length = round(_CUT * rate)
        self._cut = np.zeros(voices, np.int64)
        self._last = np.zeros(voices, np.float32)
        self._samples = 0

    def process(self, amplitude: NDArray[np.float32], samples: int) -> None:
        """Delay the next n amplitudes [V, n], in place, by so many samples; a change of that is bridged in a ramp."""
        samples = min(samples, self._history.shape[1] - amplitude.shape[1])
        changed, self._samples = samples != self._samples, samples
        _delay(
            amplitude, self._history, self._place, samples, changed, self._cut, self._cut_length, self._last, self.tail
        )
        self._place = (self._place + amplitude.shape[1]) % self._history.shape[1]

    def cut(self) -> None:
        """Silence what is still to come of all voices, in 5 ms."""
        self._cut[self.tail > 0] = self._cut_length


@njit(nogil=True, cache=True, error_model="numpy")
def _delay(
    amplitude: NDArray[np.float32],
    history: NDArray[np.float32],
    place: int,
    delay: int,
    changed: bool,
    cut: NDArray[np.int64],
    cut_length: int,
    last: NDArray[np.float32],
    tail: NDArray[np.int64],
) -> None:
    size, samples = history.shape[1], amplitude.shape[1]
    before_end = min(samples, size - place)  # what is written before the end of the line; the rest begins it anew
    for v in range(amplitude.shape[0]):
        row, line = amplitude[v], history[v]
        line[place : place + before_end] = row[:before_end]
        line[: samples - before_end] = row[before_end:]
        sounds = False
        for i in range(samples):
            if row[i] > np.float32(0.0):
                sounds = True
                break
        tail[v] = delay if sounds else max(0, tail[v] - samples)
        if delay > 0 or changed or cut[v] > 0:
            # Continuous whatever the delay was before: the difference to the last sample given out fades in this block.
            read = (place - delay) % size
            gap = last[v] - line[read] if changed else np.float32(0.0)
            for i in range(samples):
                value = line[read] + gap * np.float32(1.0 - (i + 1.0) / samples)
                read = read + 1 if read + 1 < size else 0
                if cut[v] > 0:
                    cut[v] -= 1
                    value *= np.float32(cut[v] / cut_length)
                    if cut[v] == 0:
                        line[:] = np.float32(0.0)
                        tail[v] = 0
                        gap = np.float32(0.0)
                row[i] = value
        last[v] = row[samples - 1]
